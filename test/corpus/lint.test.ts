import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { noCorpus } from '../support/corpus.ts';
import { readArchive } from './report/archive.ts';
import { recall } from './report/known.ts';
import type { Verdict } from './report/print.ts';

// What the rules say of seven years of real entries. `UPDATE=1 npm run test:unit` writes the counts anew; `npm run corpus`
// says what stands behind them.

const COUNTS = 'test/corpus/findings.json';

const archive = noCorpus ? undefined : readArchive();
const found = archive?.found ?? [];
const { classes, unknown } = archive ? recall(archive) : { classes: [], unknown: [] };

test('each rule finds in the archive what it found when somebody last read it', { skip: noCorpus }, () => {
  const counts: Record<string, number> = {};
  for (const { rule } of found) counts[rule] = (counts[rule] ?? 0) + 1;
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (process.env['UPDATE']) writeFileSync(COUNTS, `${JSON.stringify(sorted, null, 2)}\n`);
  assert.deepEqual(sorted, JSON.parse(readFileSync(COUNTS, 'utf8')));
});

for (const severity of ['hard', 'soft', 'text', 'frontmatter', 'lint']) {
  test(`97 of 100 known faults are found: ${severity}`, { skip: noCorpus }, (context) => {
    const own = classes.filter((one) => one.severity === severity);
    const missed = own.flatMap((one) => one.missed);
    const all = missed.length + own.reduce((sum, one) => sum + one.found, 0);
    context.diagnostic(`${all - missed.length} of ${all}`);
    assert.ok(all > 0);
    const places = missed.map(({ path, line, class: kind }) => `${kind} ${path}:${line}`);
    assert.ok(missed.length <= all * 0.03, places.join('\n'));
  });
}

test('every error and warning that is not known has been read, and hardly any is false', { skip: noCorpus }, () => {
  const reviewed: Record<string, Verdict> = JSON.parse(readFileSync('test/corpus/reviewed.json', 'utf8'));
  for (const [severity, most] of [
    ['error', 0.005],
    ['warning', 0.03],
  ] as const) {
    const own = unknown.filter((one) => one.severity === severity);
    const verdicts = own.map(({ key, message }) => ({ key, message, verdict: reviewed[key] }));
    const unread = verdicts.filter(({ verdict }) => verdict === undefined);
    assert.deepEqual(unread, [], 'read them, and write what you think into reviewed.json');
    const wrong = verdicts.filter(({ verdict }) => verdict === 'false');
    const all = found.filter((one) => one.severity === severity).length;
    assert.ok(wrong.length <= all * most, wrong.map(({ key }) => key).join('\n'));
  }
});
