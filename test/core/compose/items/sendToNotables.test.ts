import { test } from 'node:test';
import type { Selection } from '../../../../src/core/compose/items/change.ts';
import { sendToNotables } from '../../../../src/core/compose/items/sendToNotables.ts';
import type { Entry } from '../../../../src/core/entry/entry.ts';
import { checkEdited, checkRefused } from '../../../support/checkEdited.ts';

const send = (entry: Entry, selections: readonly Selection[]) => sendToNotables(entry, selections);

test('an item becomes the last notable with the next number, and the sections are renumbered', () => {
  checkEdited(
    send,
    '1/ A\n\n2/ **‸B**. C. ([D](https://d.example/1))\n\n3/ E\n\n---\n\n### ✏️ Notables.\n\n1. f\n\n2. g\n\n*Nine days.*',
    '1/ A\n\n2/ E\n\n---\n\n### ✏️ Notables.\n\n1. f\n\n2. g\n\n3. **‸B**. C. ([D](https://d.example/1))\n\n*Nine days.*',
  );
});

test('a missing divider and heading are added before the closing lines', () => {
  checkEdited(
    send,
    '1/ A\n\n* ‸b\n\n2/ C\n\n*Nine days.*',
    '1/ A\n\n2/ C\n\n---\n\n### ✏️ Notables.\n\n1. ‸b\n\n*Nine days.*',
  );
  checkEdited(send, '1/ A\n\n2/ ‸B', '1/ A\n\n---\n\n### ✏️ Notables.\n\n1. ‸B');
  checkEdited(send, '1/ A\n\n2/ ‸B\n\n*Bye.*\n', '1/ A\n\n---\n\n### ✏️ Notables.\n\n1. ‸B\n\n*Bye.*\n');
});

test('a heading without notables gets a list, and an existing list continues in its style', () => {
  checkEdited(send, '1/ A\n\n2/ ‸B\n\n### Notables.', '1/ A\n\n### Notables.\n\n1. ‸B');
  checkEdited(send, '1/ ‸A\n\n2/ B\n\n### Notables.\n\n* c', '1/ B\n\n### Notables.\n\n* c\n\n* ‸A');
  checkEdited(send, '1/ ‸A\n\n2/ B\n\n### Notables.\n\n1. c\n\n1. d', '1/ B\n\n### Notables.\n\n1. c\n\n1. d\n\n1. ‸A');
});

test("a section's bullets follow it, its paragraphs stay with it, and a poll keeps its label", () => {
  checkEdited(
    send,
    '1/ ‸A\n\nMore.\n\n* b\n\n2/ C\n\n### Notables.\n\n1. d',
    '1/ C\n\n### Notables.\n\n1. d\n\n2. ‸A\n\n   More.\n\n3. b',
  );
  checkEdited(send, '1/ A\n\npoll/ ‸B\n\n### Notables.\n\n1. c', '1/ A\n\n### Notables.\n\n1. c\n\n2. poll/ ‸B');
});

test('several items keep their order', () => {
  checkEdited(send, '1/ ‸A\n\n2/ ‸B\n\n3/ C', '1/ C\n\n---\n\n### ✏️ Notables.\n\n1. ‸A\n\n2. ‸B');
});

test('a notable stays where it is', () => {
  checkRefused(send, '### Notables.\n\n1. ‸a', 'This item is already among the notables.');
});

test('code, HTML and comments of the item become part of the notable', () => {
  const sent = (item: string, notable: string) =>
    checkEdited(
      send,
      `1/ A\n\n${item}\n\n2/ C\n\n### Notables.\n\n1. d`,
      `1/ A\n\n2/ C\n\n### Notables.\n\n1. d\n\n${notable}`,
    );
  sent('* ‸b\n\n  ```\n  code\n    deep\n  ```', '2. ‸b\n\n   ```\n   code\n     deep\n   ```');
  sent('* ‸b\n\n      code\n\n        deep', '2. ‸b\n\n       code\n\n         deep');
  sent('*   ‸b\n\n    More.\n\n        code', '2. ‸b\n\n   More.\n\n       code');
  sent('* ‸b\n\n```\ncode\n```', '2. ‸b\n\n   ```\n   code\n   ```');
  sent('* ‸b[^1]\n\n[^1]: Note.', '2. ‸b[^1]\n\n   [^1]: Note.');
  sent('<!-- ask -->\n* ‸b', '<!-- ask -->\n2. ‸b');
});

test('new notables go before the definitions at the end', () => {
  checkEdited(
    send,
    '1/ A [a]\n\n2/ ‸B\n\n[a]: https://a.example',
    '1/ A [a]\n\n---\n\n### ✏️ Notables.\n\n1. ‸B\n\n[a]: https://a.example',
  );
});
