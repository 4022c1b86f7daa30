import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { reportForeignLog } from '../corpus/report/foreignLog.ts';
import { foreignLogs, noForeign } from '../support/foreign.ts';

// Checks and fixes logs of other writers, in forms that ours do not have. `UPDATE=1 npm run test:unit` updates the counts. `npm run corpus`
// lists what is found and edited.

const COUNTS = 'test/foreign/findings.json';

const reports = foreignLogs().map(reportForeignLog);

for (const { name, harm } of reports) {
  test(`fix-all of ${name} changes no code, HTML, address, title, date or word that is not at fault`, () => {
    assert.deepEqual(harm, []);
  });
}

test('the number of problems and edits of each rule in other logs has not changed since the last review', {
  skip: noForeign,
}, () => {
  const counts = Object.fromEntries(
    reports.map(({ name, problems, fixes }) => [
      name,
      {
        errors: countByRule(problems.filter(({ severity }) => severity === 'error')),
        warnings: countByRule(problems.filter(({ severity }) => severity === 'warning')),
        edits: countByRule(fixes),
      },
    ]),
  );
  if (process.env['UPDATE']) writeFileSync(COUNTS, `${JSON.stringify(counts, null, 2)}\n`);
  assert.deepEqual(counts, JSON.parse(readFileSync(COUNTS, 'utf8')));
});

function countByRule(items: readonly { readonly rule: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule } of items) counts[rule] = (counts[rule] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
