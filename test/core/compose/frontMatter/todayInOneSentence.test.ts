import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnCapitalization } from '../../../../src/core/compose/frontMatter/capitalization.ts';
import {
  todayInOneSentence,
  todayInOneSentenceEdit,
} from '../../../../src/core/compose/frontMatter/todayInOneSentence.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { readFrontMatterValues } from '../../../../src/core/entry/yaml.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const CASES: readonly (readonly [string, string | undefined])[] = [
  ['1/ **The mayor left**. Text.', 'The mayor left.'],
  ['1/ **The mayor left**. Text.\n\n2/ **A ferry sank**, and so on.', 'The mayor left; and a ferry sank.'],
  [
    '1/ **The mayor left.** Text.\n\nTK/ **The ferry sank**. Text.\n\npoll/ **61% want a wall**, 12% do not.',
    'The mayor left; the ferry sank; and 61% want a wall.',
  ],
  ['1/ **She said "no."** Text.\n\n2/ **He said “yes,”** and left.', 'She said "no"; and he said “yes.”'],
  ['1/ **It is in the U.S.**\n\n2/ **“Who?”** they asked.', 'It is in the U.S.; and “Who?”'],
  ['1/ **The [harbor](https://a.example/b_c) \\$5 *levy* `passed`**. Text.', 'The harbor $5 levy passed.'],
  ['1/ **First**. Text.\n\n* **A bullet**. Text.\n\n---\n\n1. **A notable**. Text.', 'First.'],
  ['1/ **First**. Text.\n\n2/ **TK**\n\n3/ No headline.\n\n4/ **Never closed', 'First.'],
  ['1/ **First**. Text.\n\n---\n\n1/ **Then again**. Text.', 'First; and Then again.'],
  ['1/ **The <b>old</b> `a*b*c` passed <!-- ask Ada -->**. Text.', 'The old a*b*c passed.'],
  ['1/ **First**. Text.\n\n2/ **{{ page.title }} left**. Text.', 'First.'],
  ['1/ **First**. Text.\n\n```\n2/ **In code**. Text.\n```\n\n<!--\n3/ **In a comment**.\n-->', 'First.'],
  ['Nothing at all.', undefined],
  ['', undefined],
];

test('the headlines of sections and polls make one sentence', () => {
  for (const [body, sentence] of CASES) assert.equal(todayInOneSentence(parseEntry(body)), sentence, body);
});

test('the headlines of other languages are joined by their own words and marks', () => {
  for (const [first, second, text, sentence] of [
    [
      'Die Fähre sank',
      'Der Hafen schließt',
      'Das ist nicht der erste Fall, und der Hafen schließt.',
      'Die Fähre sank; und der Hafen schließt.',
    ],
    [
      'Le maire part',
      'Un pont ferme',
      'Le pont ferme et les gens attendent dans la rue, un pont de moins.',
      'Le maire part; et un pont ferme.',
    ],
    [
      'La alcaldesa dimite',
      'El puente cierra',
      'Los vecinos esperan que el puente abra.',
      'La alcaldesa dimite; y el puente cierra.',
    ],
    ['市長が辞任', '渡し船が沈没', '橋は閉じた。', '市長が辞任；渡し船が沈没。'],
    ['市长辞职。', '渡船沉没', '桥关闭。', '市长辞职；渡船沉没。'],
    ['استقالت العمدة', 'غرقت العبارة', 'أغلق الجسر.', 'استقالت العمدة؛ غرقت العبارة.'],
    ['ראש העיר התפטרה', 'המעבורת טבעה', 'הגשר נסגר.', 'ראש העיר התפטרה; המעבורת טבעה.'],
    ['Мэр ушла', 'Паром затонул', 'Мост закрыт.', 'Мэр ушла; Паром затонул.'],
  ] as const) {
    const body = `1/ **${first}**. ${text}\n\n2/ **${second}**. ${text}`;
    assert.equal(todayInOneSentence(parseEntry(body)), sentence, first);
  }
});

test('names are learned from the entry and from the archive', () => {
  const entry = parseEntry(
    '1/ **First**. Text.\n\n2/ **Tolliver left**. She, Tolliver, said so.\n\n3/ **Marigold sank**.',
  );
  assert.equal(todayInOneSentence(entry), 'First; Tolliver left; and Marigold sank.');
  const flowers = learnCapitalization(['a marigold grew']);
  assert.equal(todayInOneSentence(entry, flowers), 'First; Tolliver left; and marigold sank.');
});

test('the sentence is written to the front matter and read back unchanged', () => {
  const sentences = [
    'It’s here; and "there": a start.',
    'Plain enough.',
    '"No." she said.',
    '61% #1 want: it.',
    "It's a' b''.",
  ];
  for (const front of [
    'title: Day 12',
    'todayInOneSentence: TK\ntitle: Day 12',
    "todayInOneSentence: 'a\n  b' # later",
  ]) {
    for (const sentence of sentences) {
      const entry = parseEntry(`---\n${front}\n---\n\nText.`);
      const before = readFrontMatterValues(entry);
      const after = readFrontMatterValues(
        parseEntry(applyEdits(entry.text, [todayInOneSentenceEdit(entry, sentence)])),
      );
      assert.ok(before.ok);
      assert.deepEqual(after, { ok: true, data: { ...before.data, todayInOneSentence: sentence } });
    }
  }
});
