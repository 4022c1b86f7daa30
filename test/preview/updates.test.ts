import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { createUpdates } from '../../src/vscode/preview/updates.ts';
import { readMarks } from '../support/markedText.ts';

const SITE = { target: 'site', zone: undefined } as const;

test('a keystroke changes one block, the lines after it, and nothing else', () => {
  const updates = createUpdates(undefined);
  const text = '---\ntitle: Day 1\n---\n\nOne.\n\nTwo.\n\nThree.\n';
  updates.next(parseEntry(text), SITE);
  const { head, body } = updates.next(parseEntry(text.replace('Two.', 'Two,\nso.')), SITE);
  assert.deepEqual(body.splice, { start: 1, remove: 1, blocks: ['<p>Two,\nso.</p>\n'] });
  assert.deepEqual(body.lines, [4, 5, 6, 8, 9, 10]);
  assert.deepEqual(head.splice.blocks, [
    '<p class="readingTime"><em>This edition is 4 words, a 1-minute read.</em></p>\n',
  ]);
});

test('each block of the head has the source lines of its key', () => {
  const text =
    '---\ntitle: Day 1\ndate: 2031-01-20\ndescription: \'"So."\'\ntags: [a, b]\ntodayInOneSentence: One; and two.\n---\n\nText.\n';
  const { head } = createUpdates(undefined).next(parseEntry(text), SITE);
  const kinds = head.splice.blocks.map((html) => /<h1|class="(\w+)"/.exec(html)?.[1] ?? 'h1');
  assert.deepEqual(kinds, ['h1', 'date', 'readingTime', 'todayInOneSentence', 'tags']);
  assert.deepEqual(head.lines, [1, 2, 2, 3, 2, 2, 5, 6, 4, 5]);
});

test('list items have their source lines, nested ones too', () => {
  const text = 'Text.\n\n* One\n  goes on.\n* Two\n  1. inner\n\n> Said:\n> * three\n';
  const { body } = createUpdates(undefined).next(parseEntry(text), SITE);
  assert.deepEqual(body.lines, [0, 1, 2, 6, 7, 9]);
  assert.deepEqual(body.items, [1, 2, 1, 4, 1, 5, 2, 8]);
});

test('a change in the front matter changes the head but not the body', () => {
  const updates = createUpdates(undefined);
  updates.next(parseEntry('---\ntitle: Day 1\n---\n\nText.\n'), SITE);
  const { head, body } = updates.next(parseEntry('---\ntitle: Day 12\n---\n\nText.\n'), SITE);
  assert.deepEqual(head.splice, { start: 0, remove: 1, blocks: ['<h1>Day 12</h1>\n'] });
  assert.deepEqual(body.splice.blocks, []);
});

test('after a reset everything is sent again', () => {
  const updates = createUpdates(undefined);
  const entry = parseEntry('One.\n\nTwo.\n');
  updates.next(entry, SITE);
  updates.reset();
  assert.equal(updates.next(entry, SITE).body.splice.blocks.length, 2);
});

for (const [name, source, underlined] of [
  ['words', '1/ **So** it ⟦is,is⟧ not.', 'is,is'],
  ['smart quotes and dashes', 'He said ⟦"no -- never"⟧...', '“no – never”'],
  ['bold text without its asterisks', '1/ ⟦**A headline**⟧. Text.', 'A headline'],
  ['the outlet of a citation', 'Text. (⟦[Herald](https://h.example/a,b.c)⟧ / [K](https://k.example/))', 'Herald'],
  [
    'text after an address that contains the same characters',
    'Text. ([Herald](https://h.example/a/b) ⟦/ [K](https://k.example/)⟧)',
    '/ K',
  ],
  [
    'an address, shown by the word before it',
    'Text. ([Herald](⟦https://h.example/⟧) / [K](https://k.example/))',
    '(Herald',
  ],
  ['a bullet', '* First.\n* ⟦Second⟧ one.', 'Second'],
  ['a bullet between blank lines', '* **The first** one.\n\n* And **the ⟦second⟧** one.', 'second'],
  ['a line after a hard break', 'First \\\n**second** ⟦third⟧.', 'third'],
  ['text after a character reference', 'A &copy; and ⟦more⟧.', 'more'],
] as const) {
  test(`a problem is underlined on the page: ${name}`, () => {
    const { text, ranges } = readMarks(`---\ntitle: Day 1\n---\n\nBefore.\n\n${source}\n`);
    const [span] = ranges;
    assert.ok(span);
    const problem: Problem = { ...span, rule: 'r', severity: 'error', message: 'Look.' };
    const updates = createUpdates(undefined);
    const { head, body } = updates.next(parseEntry(text), SITE);
    const [mark] = updates.marks([problem]) ?? [];
    assert.ok(mark);
    const html = body.splice.blocks[mark.block - head.splice.blocks.length] ?? '';
    assert.equal(textOf(html).slice(mark.from, mark.to), underlined);
    assert.equal(mark.source, span.from);
  });
}

test('only the first word of a hint is underlined', () => {
  const text = 'TK/ Something is still to come.\n';
  const problem: Problem = { from: 0, to: text.length - 1, rule: 'r', severity: 'hint', message: 'Look.' };
  const updates = createUpdates(undefined);
  updates.next(parseEntry(text), SITE);
  const [mark] = updates.marks([problem]) ?? [];
  assert.deepEqual([mark?.from, mark?.to], [0, 3]);
});

test('a problem with a key that the page does not show is marked at the heading', () => {
  const text = '---\ntitle: Day 1\nlayout: x\n---\n\nText.\n';
  const from = text.indexOf('layout');
  const problem: Problem = { from, to: from + 6, rule: 'r', severity: 'warning', message: 'Look.' };
  const updates = createUpdates(undefined);
  updates.next(parseEntry(text), SITE);
  const [mark] = updates.marks([problem]) ?? [];
  assert.equal(mark?.block, 0);
});

for (const [position, before, after] of [
  ['above it', 'One.\n\nTwo ⟦is,is⟧ not.', 'One more.\n\nTwo ⟦is,is⟧ not.'],
  ['below it', 'Two ⟦is,is⟧ not.\n\nOne.', 'Two ⟦is,is⟧ not.\n\nOne more.'],
  ['right before it', 'Two ⟦is,is⟧ not.', 'Two x⟦is,is⟧ not.'],
  ['right after it', 'Two ⟦is,is⟧ not.', 'Two ⟦is,isx⟧ not.'],
  ['after it and a space', 'Two ⟦is,is⟧', 'Two ⟦is,is⟧ '],
  ['in it', 'Two ⟦is,is⟧ not.', 'Two ⟦is,xis⟧ not.'],
  ['over its end', 'Two ⟦is,is⟧ not.', 'Two ⟦is,⟧not.'],
] as const) {
  test(`before the next check, a problem moves with text that is typed ${position}`, () => {
    const old = readMarks(before);
    const next = readMarks(after);
    const [span] = old.ranges;
    const [expected] = next.ranges;
    assert.ok(span && expected);
    const problem: Problem = { ...span, rule: 'r', severity: 'error', message: 'Look.' };
    const updates = createUpdates(undefined);
    updates.next(parseEntry(old.text), SITE);
    updates.marks([problem]);
    const { marks } = updates.next(parseEntry(next.text), SITE);
    assert.deepEqual(
      marks.map(({ source }) => source),
      [expected.from],
    );
    const newMarks = updates.marks([{ ...problem, ...expected }]);
    assert.equal(newMarks, undefined, 'the page already has these marks');
  });
}

test('marks are sent only if they have changed', () => {
  const updates = createUpdates(undefined);
  updates.next(parseEntry('It is,is not.'), SITE);
  const problem: Problem = { from: 3, to: 8, rule: 'r', severity: 'error', message: 'Look.' };
  assert.equal(updates.marks([]), undefined);
  assert.equal(updates.marks([problem])?.length, 1);
  assert.equal(updates.marks([problem]), undefined);
  assert.deepEqual(updates.marks([]), []);
});

test('a click on a word leads to that word in the source', () => {
  const text =
    '---\ntitle: Day 1\n---\n\n1/ **It "ended"**. Text. ([Herald](https://h.example/a) / [KXYZ](https://k.example/b))\n';
  const updates = createUpdates(undefined);
  const { head, body } = updates.next(parseEntry(text), SITE);
  const visibleText = textOf(body.splice.blocks[0] ?? '');
  for (const word of ['It', 'ended', 'Text', 'Herald', 'KXYZ']) {
    assert.equal(updates.sourceAt(head.splice.blocks.length, visibleText.indexOf(word)), text.indexOf(word), word);
  }
  assert.equal(updates.sourceAt(99, 0), undefined);
});

test('e-mail and plain text are one block each, and styles are sent as data', () => {
  const entry = parseEntry('---\ntitle: Day 1\n---\n\nText <b style="color:red">here</b>.\n');
  const updates = createUpdates(undefined);
  const email = updates.next(entry, { target: 'email', zone: undefined }).body.splice.blocks;
  assert.equal(email.length, 1);
  assert.match(email[0] ?? '', / data-style="/);
  assert.doesNotMatch(email[0] ?? '', / style="|color:red/);
  assert.match(updates.next(entry, { target: 'text', zone: undefined }).body.splice.blocks[0] ?? '', /^<pre>Day 1/);
});

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
