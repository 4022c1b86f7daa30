import { test } from 'node:test';
import { bulletToSection, sectionToBullet } from '../../../../src/core/compose/items/convertItem.ts';
import { checkEdited, checkRefused } from '../../../support/checkEdited.ts';

test('a bullet becomes a section in place, and a section a bullet', () => {
  const bullet = '1/ A\n\n* **‸b**. C.\n\n* d\n\n2/ E';
  const section = '1/ A\n\n2/ **‸b**. C.\n\n* d\n\n3/ E';
  checkEdited(bulletToSection, bullet, section);
  checkEdited(sectionToBullet, section, bullet);
});

test('converted items use the bullet marker and the kind of label of the entry', () => {
  checkEdited(sectionToBullet, 'TK/ A\n\n- a\n\nTK/ ‸B', 'TK/ A\n\n- a\n\n- ‸B');
  checkEdited(bulletToSection, 'TK/ A\n\n- ‸a', 'TK/ A\n\nTK/ ‸a');
});

test('a poll keeps its label', () => {
  checkEdited(sectionToBullet, '1/ A\n\npoll/ ‸B', '1/ A\n\n* poll/ ‸B');
  checkEdited(bulletToSection, '1/ A\n\n* poll/ ‸B', '1/ A\n\npoll/ ‸B');
});

test('a bullet of a tight list gets blank lines around it', () => {
  checkEdited(bulletToSection, '1/ A\n\n* a\n* ‸b\n* c', '1/ A\n\n* a\n\n2/ ‸b\n\n* c');
});

test('several items are converted at once', () => {
  checkEdited(bulletToSection, '1/ A\n\n* ⟦b\n\n* c⟧', '1/ A\n\n2/ ⟦b\n\n3/ c⟧');
  checkEdited(sectionToBullet, '1/ A\n\n2/ ‸b\n\n3/ ‸c\n\n4/ D', '1/ A\n\n* ‸b\n\n* ‸c\n\n2/ D');
});

test('a refusal says why an item cannot be converted', () => {
  checkRefused(sectionToBullet, '1/ ‸A', 'There is no section before this one to hold the bullet.');
  checkRefused(sectionToBullet, '1/ A\n\n* ‸b', 'This is a bullet, not a section.');
  checkRefused(bulletToSection, '1/ ‸A', 'This is a section, not a bullet.');
  checkRefused(
    bulletToSection,
    '1/ A\n\n* ‸b\n\n  * c',
    'This bullet has text of its own below it. Move that out first.',
  );
});

test('code, HTML and comments stay as they are', () => {
  const bullet = '1/ A\n\n* ‸b `c  d`\n\n```\n2/ code\n```\n\n2/ C';
  const section = '1/ A\n\n2/ ‸b `c  d`\n\n```\n2/ code\n```\n\n3/ C';
  checkEdited(bulletToSection, bullet, section);
  checkEdited(sectionToBullet, section, bullet);
  checkEdited(bulletToSection, '1/ A\n\n* a\n<!-- ask -->\n* ‸b', '1/ A\n\n* a\n\n<!-- ask -->\n2/ ‸b');
  const changed =
    'Code, HTML or a definition here would no longer be the same. Move it out first, or close it if its end is missing.';
  checkRefused(sectionToBullet, '1/ A\n\n2/ ‸B\n\n    code', changed);
  checkRefused(bulletToSection, '1/ A\n\n* ‸```\n  code\n  ```', changed);
});

test('a new bullet has as much space after its marker as the others', () => {
  checkEdited(sectionToBullet, '1/ A\n\n-   a\n\n2/ ‸B', '1/ A\n\n-   a\n\n-   ‸B');
});
