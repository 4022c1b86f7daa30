import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readDay } from '../../src/core/archive/readDay.ts';
import { openSearch } from '../../src/core/archive/search.ts';
import { searchedEntry } from '../../src/core/archive/searched.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

/** Questions as a writer puts them, and the dates of the entries that are meant. */
const QUESTIONS: readonly (readonly [question: string, ...dates: readonly string[]])[] = [
  ['drone strike Soleimani', '2020-01-05'],
  ['Ruth Bader Ginsburg died', '2020-09-19'],
  ['Signal group chat Yemen', '2025-03-24', '2025-03-25'],
  ['Charlottesville both sides', '2017-08-15'],
  ['inject disinfectant', '2020-04-24'],
  ['Trump shot rally Butler', '2024-07-13'],
  ['Access Hollywood tape fake', '2017-11-28'],
  ['Kavanaugh 50-48', '2018-10-08'],
  ['longest government shutdown ends', '2025-11-13'],
  ['Afghanistan withdrawal completed', '2021-08-30'],
  ['leaked draft opinion Roe', '2022-05-03'],
  ['FBI empty folders', '2022-09-06'],
  ['family separation pilot program', '2018-06-29'],
  ['mistakenly deported Maryland resident', '2025-04-01'],
  ['festering anger at Comey', '2017-05-11'],
  ['Lafayette Square tear gas Rose Garden', '2020-06-02'],
  ['Biden withdraws from race endorses Harris', '2024-07-21'],
  ['travel ban judge puts on hold', '2017-02-04'],
  ['Liz Cheney removed from leadership', '2021-05-12'],
  ['Flynn pleads guilty', '2017-12-01'],
  ['Manafort convicted', '2018-08-21'],
  ['infrastructure law signed', '2021-11-15'],
  ['Scaramucci fired', '2017-07-31'],
  ['anonymous op-ed total meltdown', '2018-09-06'],
];

const options = { skip: noCorpus };
const search = openSearch();
let built = 0;

before(() => {
  if (noCorpus) return;
  for (const { path, text } of corpusEntries()) {
    const entry = parseEntry(text);
    const begin = performance.now();
    search.put(searchedEntry(entry, readDay(entry, path, false)));
    built += performance.now() - begin;
  }
});

for (const [question, ...dates] of QUESTIONS) {
  test(`the entry meant is among the first three: ${question}`, options, () => {
    const found = search.find(question, 3).map(({ date }) => date ?? '');
    assert.ok(
      dates.some((date) => found.includes(date)),
      found.join(', '),
    );
  });
}

test('an answer takes less than 10 milliseconds', options, (context) => {
  const times = QUESTIONS.map(([question]) =>
    Math.min(...[1, 2, 3, 4, 5].map(() => timed(() => search.find(question)))),
  );
  const sorted = times.sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  const slowest = sorted.at(-1) ?? 0;
  context.diagnostic(`${middle.toFixed(1)} ms, at most ${slowest.toFixed(1)} ms; ${Math.round(built)} ms to build`);
  assert.ok(slowest < 10);
});

function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
