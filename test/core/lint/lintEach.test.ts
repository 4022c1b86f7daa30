import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { type LintInput, lint, lintEach } from '../../../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';

const newsroom = newsroomOf([], { timezone: 'America/Los_Angeles', epochs: [], systemZone: () => 'UTC' });

const ENTRIES = 50;

test('each entry has the problems that it has when it is linted alone, in the order of the entries', () => {
  const inputs = [...generatedInputs()];
  const each = [...lintEach(inputs)];
  assert.deepEqual(
    each.map(([input]) => input),
    inputs,
  );
  for (const [{ entry, context }, problems] of each)
    assert.deepEqual(problems, lint(entry, context), `${context.path}: ${entry.text}`);
  const counts = new Set(each.map(([, problems]) => problems.length));
  assert.ok(counts.has(0) && counts.size > 2, [...counts].join(' '));
});

test('severities apply to each entry', () => {
  for (const [, problems] of lintEach(generatedInputs(), { 'repeated-word': 'off' }))
    assert.ok(problems.every(({ rule }) => rule !== 'repeated-word'));
});

test('an archive is parsed little by little as it is linted', () => {
  let parsed = 0;
  const inputs = function* () {
    for (const input of generatedInputs()) {
      parsed++;
      yield input;
    }
  };
  let linted = 0;
  for (const _ of lintEach(inputs())) assert.ok(parsed - linted++ <= 16, `${parsed} entries were parsed for ${linted}`);
  assert.equal(linted, ENTRIES);
});

/** Drafts and published entries in turn, some of them with problems. */
function* generatedInputs(): Generator<LintInput, void> {
  for (let index = 0; index < ENTRIES; index++) {
    const isDraft = index % 3 === 0;
    const faults = ['', 'She left left. ', 'TK. ', '([Herald]( '].slice(0, index % 5).join('');
    const text = `---\ntitle: A day\ndate: 2031-01-01 09:30:00 -08:00\n---\n\n1/ **The mayor resigned**. ${faults}She left. ([CNN](https://www.cnn.com/${index}))\n`;
    const path = isDraft ? `_drafts/entry-${index}.md` : `_posts/2031-01-01-entry-${index}.md`;
    yield { entry: parseEntry(text), context: ruleContextOf(newsroom, path, isDraft ? 'draft' : 'published') };
  }
}
