import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { description } from '../../../src/core/lint/rules/description.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { surroundings } from '../../support/surroundings.ts';

const FIXED: readonly (readonly [string, string])[] = [
  ["'A long noon.⟦ ⟧'", "'A long noon.'"],
  ["'⟦ ⟧A long noon.'", "'A long noon.'"],
  [`'"A long noon."⟦\n\n⟧'`, `'"A long noon."'`],
  ['A long⟦  ⟧noon.', 'A long noon.'],
  ['A long noon⟦..⟧', 'A long noon.'],
  ['A long noo⟦n⟧', 'A long noon.'],
  ['\'"A long noo⟦n"⟧\'', '\'"A long noon."\''],
  ['"\\"A long noo⟦n\\"⟧"', '"\\"A long noon.\\""'],
  ['\'"A long noon⟦".⟧\'', '\'"A long noon."\''],
  ['\'"A long noon?⟦".⟧\'', '\'"A long noon?"\''],
  ['A “long noon⟦”.⟧', 'A “long noon.”'],
  [`'⟦."⟧A long noon."'`, `'"A long noon."'`],
  [`'⟦A"⟧ long noon."'`, `'"A long noon."'`],
  [`'"A long noon.⟦"x⟧'`, `'"A long noon."'`],
  ['⟦“A long noon."⟧', '\'"A long noon."\''],
  ['⟦“It isn\'t noon."⟧', "'\"It isn''t noon.\"'"],
];

test('spaces, the full stop and mixed marks are mended, and quotes and comments stay', () => {
  for (const [marked, right] of FIXED) checkRule(description, entry(marked), entry(right));
});

test('a mark too few is pointed out, and what may be meant is offered', () => {
  const [finding] = found(entry('A long noon."'));
  assert.equal(finding?.fix, undefined);
  assert.deepEqual(
    finding?.suggestions?.map(({ edits }) => edits[0]?.text),
    ['\'"A long noon."\'', "'A long noon.'"],
  );
});

test('an empty description is a hint in a draft and a warning when it is published', () => {
  for (const written of ['', "''", '""', "' '"]) {
    const text = entry(written);
    assert.deepEqual(found(text).map(severityOf), ['warning'], written);
    assert.deepEqual([...description.check(parseEntry(text), surroundings('draft'))].map(severityOf), ['hint']);
  }
});

test('a quote that the entry does not have is a hint', () => {
  const [finding, ...more] = found(entry('\'"A silver river."\''));
  assert.equal(finding?.severity, 'hint');
  assert.deepEqual(more, []);
});

const SILENT: readonly string[] = [
  'A long noon.',
  '"A long noon."',
  '\'"A long noon."\'',
  '\'"a LONG noon!"\'',
  "'\"It isn''t noon.\"'",
  "'\"It isn’t the ''noon.''\"'",
  '\'"A noon in winter."\'',
  'The "long noon" is over.',
  'He is 6\'2" tall.',
  'A long noon…',
  'A long noon...',
  'A long noon –',
  'A long noon (of winter.)',
  'TK.',
  '\'"TK."\'',
  'A long\n  noon.',
  '>\n  A long  noon',
];

test('a right description, one to come and a block of text are let be', () => {
  for (const written of SILENT) checkSilent(description, entry(written));
  assert.deepEqual(found('---\ntitle: Day 12\n---\n'), []);
});

function severityOf({ severity }: { readonly severity?: string }): string | undefined {
  return severity;
}

function found(text: string) {
  return [...description.check(parseEntry(text), surroundings())];
}

function entry(written: string): string {
  return `---\ntitle: Day 12\ndescription: ${written}\n---\n\n1/ **It was a long noon**. "A long noon, with winter in it," she said. "It isn’t the noon."\n`;
}
