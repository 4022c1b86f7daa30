import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { corpusLines, noCorpus } from '../support/corpus.ts';
import { everyRule, ruleContext } from '../support/ruleContext.ts';
import { lintArchive, lintWithEveryRule } from './report/lintArchive.ts';
import { compareWithWriterFixes, type WriterFix } from './report/writerFixes.ts';

// Faults that writers have fixed themselves: the rules must report and fix the line before, and accept the line after.

const outcomes = noCorpus ? [] : compareWithWriterFixes(lintArchive()).filter(({ exclusionReason: unfit }) => !unfit);

for (const [severity, minShare] of [
  ['hard', 0.96],
  ['soft', 0.95],
  ['text', 0.98],
  ['frontmatter', 0.97],
] as const) {
  test(`faults that writers have fixed are found: ${severity}`, { skip: noCorpus }, (context) => {
    const group = outcomes.filter(({ row }) => row.severity === severity);
    const missed = group.filter(({ found }) => !found).map(({ row }) => `${row.class}: ${row.path}`);
    context.diagnostic(`${group.length - missed.length} of ${group.length}`);
    assert.ok(group.length > 0);
    assert.ok(missed.length <= group.length * (1 - minShare), missed.join('\n'));
  });
}

test('a fix yields the line of the writer or another well-formed one', { skip: noCorpus }, (context) => {
  const fixed = outcomes.filter(
    ({ fixQuality: repair }) => repair === 'same' || repair === 'well-formed' || repair === 'wrong',
  );
  const wrong = fixed
    .filter(({ fixQuality: repair }) => repair === 'wrong')
    .map(({ row, fixedLine }) => `${row.class} ${row.path}: ${fixedLine}`);
  context.diagnostic(`${fixed.length - wrong.length} of ${fixed.length}`);
  assert.ok(fixed.length > 0);
  assert.ok(wrong.length <= fixed.length * 0.02, wrong.join('\n'));
});

const context = ruleContext('published');
const rows = noCorpus
  ? []
  : corpusLines<WriterFix>('fixes.jsonl').filter((row) => row.before_line !== row.after_line && !isPartial(row));
/** A line of its own lacks the definitions of its references. */
const lintLine = (line: string): readonly Problem[] =>
  lintWithEveryRule(parseEntry(line), context).filter(({ rule }) => rule !== 'reference');

test('a line that a writer has fixed has no new errors', { skip: noCorpus }, (context) => {
  const newErrors = rows.flatMap((row) => {
    const before = new Set(lintLine(row.before_line).map(({ rule }) => rule));
    return lintLine(row.after_line)
      .filter(({ rule, severity }) => severity === 'error' && !before.has(rule))
      .map(({ rule, message }) => `${rule}: ${message} ${row.after_line}`);
  });
  context.diagnostic(`${newErrors.length} new errors in ${rows.length} fixed lines`);
  assert.ok(newErrors.length <= rows.length * 0.01, newErrors.join('\n'));
});

test('a fix causes no other problem', { skip: noCorpus }, () => {
  for (const { before_line: line } of rows) {
    const before = new Set(lintLine(line).map(({ rule }) => rule));
    const after = fixAll(line, context, { ...everyRule, reference: 'off' }).problems.filter(
      ({ rule }) => !before.has(rule),
    );
    assert.deepEqual(
      after.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      line,
    );
  }
});

/** Whether a line means nothing by itself, as in front matter or in a Liquid tag of several lines, or is unfinished. */
function isPartial({ before_line, after_line }: WriterFix): boolean {
  return /^(?:\u202a?---|\w+:)/.test(before_line) || /^\w+:|\bTK\b|^\{%[^%]*$/.test(after_line);
}
