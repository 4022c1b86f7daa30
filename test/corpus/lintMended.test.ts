import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint } from '../../src/core/lint/lint.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { corpusLines, noCorpus } from '../support/corpus.ts';
import { surroundings } from '../support/surroundings.ts';

// What writers mended themselves, line by line: the line before is found, the line after is let be.

interface Mended {
  readonly class: string;
  readonly before_line: string;
  readonly after_line: string;
}

/** Faults that one line shows by itself. */
const CLASSES: ReadonlySet<string> = new Set([
  'group-missing-close-paren',
  'group-trailing-separator',
  'group-missing-both-parens',
  'group-name-only',
  'name-without-link',
  'name-empty',
  'close-paren-inside-name',
  'open-paren-inside-name',
  'link-missing-close-bracket',
  'link-space-before-url',
  'link-reversed',
  'url-missing-close-paren',
  'url-scheme',
  'url-glued',
  'url-is-prose',
  'missing-space-after-period',
  'missing-space-after-comma',
  'double-period',
  'tk-label',
  'tk-inline',
  'tk-variant',
]);

const around = surroundings('published');
const rows = noCorpus
  ? []
  : corpusLines<Mended>('fixes.jsonl').filter((row) => row.before_line !== row.after_line && !isPartial(row));
const found = (line: string): readonly Problem[] => lint(parseEntry(line), around);

test('97 of 100 faults that writers mended are found before they did', { skip: noCorpus }, (context) => {
  const known = rows.filter((row) => CLASSES.has(row.class));
  const missed = known.filter((row) => isSubset(found(row.before_line), found(row.after_line)));
  context.diagnostic(`${known.length - missed.length} of ${known.length} found`);
  assert.ok(missed.length <= known.length * 0.03, missed.map((row) => `${row.class}: ${row.before_line}`).join('\n'));
});

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
    const after = fixAll(line, around).problems.filter(({ rule }) => !before.has(rule));
    assert.deepEqual(
      after.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      line,
    );
  }
});

/** Whether nothing is found in the one line that is not found in the other too. */
function isSubset(some: readonly Problem[], others: readonly Problem[]): boolean {
  return some.every((one) => others.some(({ rule, message }) => rule === one.rule && message === one.message));
}

/** A line of front matter, or of a Liquid tag of several lines, says nothing by itself; where TK stands, work goes on. */
function isPartial({ before_line, after_line }: Mended): boolean {
  return /^(?:\u202a?---|\w+:)/.test(before_line) || /^\w+:|\bTK\b|^\{%[^%]*$/.test(after_line);
}
