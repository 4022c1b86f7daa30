import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationPlacement } from '../../../src/core/lint/rules/citationPlacement.ts';
import { checkRule, checkSilent, offers } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';

test('a full stop behind the group moves before it, or goes where there is one', () => {
  check(`1/ **Head**. Text (${A})⟦.⟧`, `1/ **Head**. Text. (${A})`);
  check(`1/ **Head**. Text. (${A})⟦.⟧`, `1/ **Head**. Text. (${A})`);
  check(`1/ **Head**. "Text" (${A})⟦.⟧`, `1/ **Head**. "Text." (${A})`);
  check(`* **Head** (${A})⟦.⟧`, `* **Head**. (${A})`);
});

test('a sentence before the group lacks its full stop', () => {
  checkOffer(`1/ **Head**. Some ⟦text⟧ (${A})`, `1/ **Head**. Some text. (${A})`);
  checkOffer(`1/ ⟦**Head**⟧ (${A})`, `1/ **Head**. (${A})`);
  checkOffer(`1/ **Head**. He said "no ⟦more⟧" (${A})`, `1/ **Head**. He said "no more." (${A})`);
  checkOffer(`* **Head**. It cost $666 ⟦billion⟧ (${A})`, `* **Head**. It cost $666 billion. (${A})`);
  checkOffer(`1. **Who?** Ann and ⟦Bob⟧ (${A})`, `1. **Who?** Ann and Bob. (${A})`);
  checkOffer(`1/ **Head**. First one⟦,⟧ (${A})`, `1/ **Head**. First one. (${A})`);
});

test('prose behind the group is offered a place before it', () => {
  checkOffer(`1/ **Head**. Text. (${A}) ⟦More text.⟧`, `1/ **Head**. Text. More text. (${A})`);
});

test('a group that runs over two lines is put on one', () => {
  check(`1/ **Head**. Text. (${A}⟦ /\n[⟧B Post](https://b.example/2))`, `1/ **Head**. Text. (${A} / ${B})`);
});

test('what is no sentence needs no full stop', () => {
  for (const text of [
    `* **A headline alone** (${A})`,
    `* ➕ **Ann Ames**, assistant secretary (${A})`,
    `* **Read**: The mayor's speech (${A})`,
    `* **Cases**: \\~905,000 / Deaths: \\~45,000 (${A})`,
    `* **"A fiasco."** – *Dr. Ann Ames of the Institute* (${A})`,
    `* **Harris +1.0 points** (${A}) \\\n  **Harris +2.0 points** (${B})`,
    `1. **Dr. Ann Ames** (${A})`,
    `1/ **Head**. TK (${A})`,
  ])
    checkSilent(citationPlacement, text);
});

test('a sentence may end in other ways', () => {
  for (const end of [
    '.',
    '!',
    '?',
    '…',
    '."',
    '.”',
    '.*',
    ':',
    ' 💛',
    ' #BeBest',
    '. \\[*Editor’s note*\\]',
    ' (see below.)',
  ])
    checkSilent(citationPlacement, `1/ **Head**. Some text${end} (${A})`);
  checkSilent(citationPlacement, `1/ **Head**. He ["knew what he signed up for."](https://b.example/2) (${A})`);
});

test('what may stand behind a group is let be', () => {
  for (const end of ['*', '~~', ' \\', ' [*Editor’s note: as of today*]', ' 🤗'])
    checkSilent(citationPlacement, `1/ **Head**. Text. (${A})${end}`);
  checkSilent(citationPlacement, `1/ **Head**. Text. \\\n\\(${A})`);
  checkSilent(citationPlacement, `* **Live blogs**: ${A} / ${B}`);
});

function check(marked: string, fixed: string): void {
  checkRule(citationPlacement, marked, fixed);
}

function checkOffer(marked: string, offered: string): void {
  checkRule(citationPlacement, marked);
  assert.deepEqual(offers(citationPlacement, marked.replace(/[⟦⟧]/g, '')), [offered]);
}
