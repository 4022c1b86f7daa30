import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { noCorpus } from '../support/corpus.ts';
import { measureRecall } from './report/knownFaults.ts';
import { lintArchive } from './report/lintArchive.ts';
import type { Verdict } from './report/printReport.ts';

// Checks seven years of real entries. `UPDATE=1 npm run test:unit` updates the counts. `npm run corpus` lists the problems.

const COUNTS = 'test/corpus/findings.json';

const archive = noCorpus ? undefined : lintArchive();
const problems = archive?.problems ?? [];
const { classes, unlisted } = archive ? measureRecall(archive) : { classes: [], unlisted: [] };

test('the number of problems of each rule has not changed since the last review', { skip: noCorpus }, () => {
  const counts: Record<string, number> = {};
  for (const { rule } of problems) counts[rule] = (counts[rule] ?? 0) + 1;
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (process.env['UPDATE']) writeFileSync(COUNTS, `${JSON.stringify(sorted, null, 2)}\n`);
  assert.deepEqual(sorted, JSON.parse(readFileSync(COUNTS, 'utf8')));
});

for (const severity of ['hard', 'soft', 'text', 'frontmatter', 'lint']) {
  test(`97 % of known faults are found: ${severity}`, { skip: noCorpus }, (context) => {
    const group = classes.filter((recall) => recall.severity === severity);
    const missed = group.flatMap((recall) => recall.missed);
    const all = missed.length + group.reduce((sum, recall) => sum + recall.found, 0);
    context.diagnostic(`${all - missed.length} of ${all}`);
    assert.ok(all > 0);
    const locations = missed.map(({ path, line, class: kind }) => `${kind} ${path}:${line}`);
    assert.ok(missed.length <= all * 0.03, locations.join('\n'));
  });
}

test('every error and warning that is not a known fault has been reviewed, and very few are false', {
  skip: noCorpus,
}, () => {
  const reviewed: Record<string, Verdict> = JSON.parse(readFileSync('test/corpus/reviewed.json', 'utf8'));
  for (const [severity, maxShare] of [
    ['error', 0.005],
    ['warning', 0.03],
  ] as const) {
    const verdicts = unlisted
      .filter((problem) => problem.severity === severity)
      .map(({ key, message }) => ({ key, message, verdict: reviewed[key] }));
    const unreviewed = verdicts.filter(({ verdict }) => verdict === undefined);
    assert.deepEqual(unreviewed, [], 'review them and add your verdicts to reviewed.json');
    const falseProblems = verdicts.filter(({ verdict }) => verdict === 'false');
    const all = problems.filter((problem) => problem.severity === severity).length;
    assert.ok(falseProblems.length <= all * maxShare, falseProblems.map(({ key }) => key).join('\n'));
  }
});
