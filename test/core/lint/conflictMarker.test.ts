import { test } from 'node:test';
import { conflictMarker } from '../../../src/core/lint/rules/conflictMarker.ts';
import { checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '([A News](https://a.example/1))';
const B = '([B Post](https://b.example/2))';

test('every line of a conflict is reported', () => {
  checkRule(
    conflictMarker,
    `⟦<<<<<<< HEAD⟧\n1/ **Head**. Text. ${A}\n⟦=======⟧\n1/ **Head**. Other. ${B}\n⟦>>>>>>> 1a2b3c4 (Edit)⟧\n`,
  );
  checkRule(
    conflictMarker,
    `⟦<<<<<<< HEAD⟧\r\n* **Head**.\r\n⟦||||||| 1a2b3c4⟧\r\n* Head.\r\n⟦=======⟧\r\n⟦>>>>>>> main⟧\r\n`,
  );
});

test('a conflict in the front matter is reported', () => {
  checkRule(
    conflictMarker,
    `---\n⟦<<<<<<< HEAD⟧\ntitle: Day 12\n⟦=======⟧\ntitle: Day 13\n⟦>>>>>>> main⟧\n---\n\n1/ **Head**. Text. ${A}`,
  );
});

test('a conflict in HTML, in a comment and in a list is reported', () => {
  checkRule(conflictMarker, '<div>\n⟦<<<<<<< HEAD⟧\na\n⟦>>>>>>> main⟧\n</div>');
  checkRule(conflictMarker, '<!-- a\n⟦<<<<<<< HEAD⟧\n-->');
  checkRule(conflictMarker, `* **Head**. Text. ${A}\n⟦>>>>>>> main⟧`);
});

test('one line that is left over is reported', () => {
  checkReported(conflictMarker, `1/ **Head**. Text. ${A}\n\n⟦>>>>>>> main⟧`);
  checkRule(conflictMarker, `1/ **Head**. Text. ${A}\n\n⟦<<<<<<<⟧`);
});

test('code, quotations and other lines of signs are no conflict', () => {
  checkSilent(conflictMarker, '```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n```');
  checkSilent(conflictMarker, '> a\n>>>>>>> b');
  checkSilent(conflictMarker, '>>>>>>> a\n>>>>>> b');
  checkSilent(conflictMarker, 'Head\n=======\n\nText.');
  checkSilent(conflictMarker, '<<<<<<<< a\n\n<<<<<<<a\n\nText <<<<<<< HEAD');
});
