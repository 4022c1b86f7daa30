import { test } from 'node:test';
import { bulletToSection, sectionToBullet } from '../../../../src/core/compose/items/itemKind.ts';
import { checkEdited, checkRefused } from '../../../support/edited.ts';

test('a bullet becomes a section where it stands, and a section a bullet', () => {
  const bullet = '1/ A\n\n* **‸b**. C.\n\n* d\n\n2/ E';
  const section = '1/ A\n\n2/ **‸b**. C.\n\n* d\n\n3/ E';
  checkEdited(bulletToSection, bullet, section);
  checkEdited(sectionToBullet, section, bullet);
});

test('a section takes the sign and the label that the entry uses', () => {
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

test('several at once', () => {
  checkEdited(bulletToSection, '1/ A\n\n* ⟦b\n\n* c⟧', '1/ A\n\n2/ ⟦b\n\n3/ c⟧');
  checkEdited(sectionToBullet, '1/ A\n\n2/ ‸b\n\n3/ ‸c\n\n4/ D', '1/ A\n\n* ‸b\n\n* ‸c\n\n2/ D');
});

test('what cannot be turned says why', () => {
  checkRefused(sectionToBullet, '1/ ‸A', 'No section stands before this one that it could belong to.');
  checkRefused(sectionToBullet, '1/ A\n\n* ‸b', 'This bullet is no section.');
  checkRefused(bulletToSection, '1/ ‸A', 'This section is no bullet.');
  checkRefused(
    bulletToSection,
    '1/ A\n\n* ‸b\n\n  * c',
    'This bullet holds text of its own below it; move that out first.',
  );
});
