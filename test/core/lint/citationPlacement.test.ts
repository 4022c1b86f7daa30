import { test } from 'node:test';
import { citationPlacement } from '../../../src/core/lint/rules/citationPlacement.ts';
import { checkReported, checkRule, checkSilent, checkSuggestions } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
/** An entry with labels, in which groups of sources end the items. */
const FIRST = `1/ **Head**. Text. (${A})\n\n`;

test('a full stop after the group moves before it, or is removed if there is one already', () => {
  checkRule(citationPlacement, `1/ **Head**. Text (${A})⟦.⟧`, `1/ **Head**. Text. (${A})`);
  checkRule(citationPlacement, `1/ **Head**. Text. (${A})⟦.⟧`, `1/ **Head**. Text. (${A})`);
  checkRule(citationPlacement, `1/ **Head**. "Text" (${A})⟦.⟧`, `1/ **Head**. "Text." (${A})`);
  checkRule(citationPlacement, `${FIRST}* **Head** (${A})⟦.⟧`, `${FIRST}* **Head**. (${A})`);
});

test('a missing full stop before the group is offered', () => {
  checkSuggestions(citationPlacement, `1/ **Head**. Some ⟦text⟧ (${A})`, [`1/ **Head**. Some text. (${A})`]);
  checkSuggestions(citationPlacement, `1/ ⟦**Head**⟧ (${A})`, [`1/ **Head**. (${A})`]);
  checkSuggestions(citationPlacement, `1/ **Head**. He said "no ⟦more⟧" (${A})`, [
    `1/ **Head**. He said "no more." (${A})`,
  ]);
  checkSuggestions(citationPlacement, `${FIRST}* **Head**. It cost $666 ⟦billion⟧ (${A})`, [
    `${FIRST}* **Head**. It cost $666 billion. (${A})`,
  ]);
  checkSuggestions(citationPlacement, `${FIRST}1. **Who?** Ann and ⟦Bob⟧ (${A})`, [
    `${FIRST}1. **Who?** Ann and Bob. (${A})`,
  ]);
  checkSuggestions(citationPlacement, `1/ **Head**. First one⟦,⟧ (${A})`, [`1/ **Head**. First one. (${A})`]);
});

test('a stray character between the sentence and its group is removed', () => {
  const fixed = `1/ **Head**. Text. (${A} / ${B})`;
  checkReported(citationPlacement, `1/ **Head**. Text.⟦/ ⟧(${A} / ${B})`, fixed);
  checkReported(citationPlacement, `1/ **Head**. Text.⟦ / ⟧(${A} / ${B})`, fixed);
  checkReported(citationPlacement, `1/ **Head**. Text.⟦ [⟧(${A} / ${B})`, fixed);
});

test('a stray bracket after the group is removed', () => {
  checkReported(citationPlacement, `1/ **Head**. Text. (${A} / ${B})⟦[⟧`, `1/ **Head**. Text. (${A} / ${B})`);
});

test('moving the group after the prose that follows it is offered', () => {
  checkSuggestions(citationPlacement, `1/ **Head**. Text. (${A}) ⟦More text.⟧`, [
    `1/ **Head**. Text. More text. (${A})`,
  ]);
});

test('a group that spans two lines is put on one', () => {
  checkRule(
    citationPlacement,
    `1/ **Head**. Text. (${A}⟦ /\n[⟧B Post](https://b.example/2))`,
    `1/ **Head**. Text. (${A} / ${B})`,
  );
});

test('what is not a sentence needs no full stop', () => {
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
    checkSilent(citationPlacement, FIRST + text);
});

test('links in brackets are a part of the sentence in a log of another form', () => {
  for (const text of [
    `* **Fixed**: The pier ([Jane Doe](https://github.example/jane)).`,
    `* The pier ([#12](https://github.example/12)). No more piers!`,
    'The pier ([See the report.](https://a.example/1)) is old. More text.',
    `The pier is old this month\n([perf](https://perf.example/1)).`,
  ])
    checkSilent(citationPlacement, text);
});

test('a group inside a sentence is a part of it', () => {
  checkSilent(citationPlacement, `1/ **Head**. The bill (${A}) passed.`);
  checkSilent(citationPlacement, `1/ **Head**. The bill (${A}), and then the next one, passed.`);
  checkSilent(citationPlacement, `1/ **Head**. Three (${A}, ${B}) came.`);
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

test('marks, notes and emoji after a group are accepted', () => {
  for (const end of ['*', '~~', ' \\', ' [*Editor’s note: as of today*]', ' 🤗'])
    checkSilent(citationPlacement, `1/ **Head**. Text. (${A})${end}`);
  checkSilent(citationPlacement, `1/ **Head**. Text. \\\n\\(${A})`);
  checkSilent(citationPlacement, `* **Live blogs**: ${A} / ${B}`);
});

test('the full stop of Chinese and Japanese ends a sentence, and needs no space after it', () => {
  for (const text of [
    '橋は閉じた。',
    '本当ですか？',
    'はい！',
    '市長は「橋は閉じたままです」と話した。',
    '桥仍然关闭。',
  ]) {
    checkSilent(citationPlacement, `${FIRST}1/ **市長が辞任**。${text} (${A})`);
    checkSilent(citationPlacement, `${FIRST}* **市長が辞任**。${text}(${A})`);
  }
  checkSilent(citationPlacement, `1/ **市長が辞任** (${A})`);
});

test('in Chinese and Japanese, a full stop is missing where other sentences have one', () => {
  checkSuggestions(citationPlacement, `1/ **市長が辞任**。彼女は去った。橋は閉じ⟦た⟧ (${A})`, [
    `1/ **市長が辞任**。彼女は去った。橋は閉じた。 (${A})`,
  ]);
  checkRule(citationPlacement, `1/ **市長が辞任**。橋は閉じた (${A})⟦。⟧`, `1/ **市長が辞任**。橋は閉じた。 (${A})`);
  checkRule(citationPlacement, `1/ **市長が辞任**。橋は閉じた。 (${A})⟦。⟧`, `1/ **市長が辞任**。橋は閉じた。 (${A})`);
});

test('the quotation marks and full stops of other languages end a sentence', () => {
  for (const text of [
    'Sie rief: „Nein!“',
    'Sie sagte: „Die Brücke bleibt zu.“',
    'Elle a dit : « Le pont reste fermé. »',
    'Elle demande : pourquoi ?',
    'لماذا؟',
    'غرقت العبارة اليوم.',
    'המעבורת טבעה.',
    'यह बंद है।',
  ]) {
    checkSilent(citationPlacement, `1/ **Titel**. ${text} (${A})`);
  }
});
