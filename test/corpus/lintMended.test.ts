import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { corpusLines, noCorpus } from '../support/corpus.ts';
import { everyRule, ruleContext } from '../support/ruleContext.ts';
import { problemsOf, readArchive } from './report/archive.ts';
import { type Mended, mends } from './report/mended.ts';

// What writers mended themselves: the line before is found and mended as well, the line after is let be.

const outcomes = noCorpus ? [] : mends(readArchive()).filter(({ unfit }) => !unfit);

for (const [severity, least] of [
  ['hard', 0.96],
  ['soft', 0.95],
  ['text', 0.98],
  ['frontmatter', 0.97],
] as const) {
  test(`faults that writers mended are found before they did: ${severity}`, { skip: noCorpus }, (context) => {
    const own = outcomes.filter(({ row }) => row.severity === severity);
    const missed = own.filter(({ found }) => !found).map(({ row }) => `${row.class}: ${row.path}`);
    context.diagnostic(`${own.length - missed.length} of ${own.length}`);
    assert.ok(own.length > 0);
    assert.ok(missed.length <= own.length * (1 - least), missed.join('\n'));
  });
}

test('a fix makes the line that the writer made, or another that is well formed', { skip: noCorpus }, (context) => {
  const fixed = outcomes.filter(({ repair }) => repair === 'same' || repair === 'well-formed' || repair === 'wrong');
  const wrong = fixed
    .filter(({ repair }) => repair === 'wrong')
    .map(({ row, made }) => `${row.class} ${row.path}: ${made}`);
  context.diagnostic(`${fixed.length - wrong.length} of ${fixed.length}`);
  assert.ok(fixed.length > 0);
  assert.ok(wrong.length <= fixed.length * 0.02, wrong.join('\n'));
});

const around = ruleContext('published');
const rows = noCorpus
  ? []
  : corpusLines<Mended>('fixes.jsonl').filter((row) => row.before_line !== row.after_line && !isPartial(row));
const found = (line: string): readonly Problem[] => problemsOf(parseEntry(line), around);

test('no error turns up in a line by mending it', { skip: noCorpus }, (context) => {
  const raised = rows.flatMap((row) => {
    const before = new Set(found(row.before_line).map(({ rule }) => rule));
    return found(row.after_line)
      .filter(({ rule, severity }) => severity === 'error' && !before.has(rule))
      .map(({ rule, message }) => `${rule}: ${message} ${row.after_line}`);
  });
  context.diagnostic(`${raised.length} errors in ${rows.length} mended lines`);
  assert.ok(raised.length <= rows.length * 0.01, raised.join('\n'));
});

test('a fix leaves no other fault behind', { skip: noCorpus }, () => {
  for (const { before_line: line } of rows) {
    const before = new Set(found(line).map(({ rule }) => rule));
    const after = fixAll(line, around, everyRule).problems.filter(({ rule }) => !before.has(rule));
    assert.deepEqual(
      after.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      line,
    );
  }
});

/** A line of front matter, or of a Liquid tag of several lines, says nothing by itself; where TK stands, work goes on. */
function isPartial({ before_line, after_line }: Mended): boolean {
  return /^(?:\u202a?---|\w+:)/.test(before_line) || /^\w+:|\bTK\b|^\{%[^%]*$/.test(after_line);
}
