import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { everyRule, ruleContext } from '../support/ruleContext.ts';
import { FIXABLE_TYPOS, type Pick, type Typo, UNFIXABLE_TYPOS } from '../support/typos.ts';
import { lintWithEveryRule } from './report/lintArchive.ts';

// Makes one typo in a clean line of the archive. Each kind of typo must be exactly one problem, and a certain fix must restore the line.

const LINES = 40;
/** The share of lines that must pass. It is below 1 because a typo sometimes yields correct text. */
const MIN_SHARE = 0.95;

const context = ruleContext('published');
const lines = noCorpus ? [] : cleanLines();

test('the archive has enough clean lines', { skip: noCorpus }, () => {
  assert.ok(lines.length > 1000, `${lines.length}`);
});

for (const [kind, makeTypo] of Object.entries(FIXABLE_TYPOS)) {
  test(`is one problem and fixed: ${kind}`, { skip: noCorpus }, () => checkTypo(kind, makeTypo, true));
}

for (const [kind, makeTypo] of Object.entries(UNFIXABLE_TYPOS)) {
  test(`is one problem: ${kind}`, { skip: noCorpus }, () => checkTypo(kind, makeTypo, false));
}

function checkTypo(kind: string, makeTypo: Typo, isFixable: boolean): void {
  const pick = createPick(kind);
  let count = 0;
  const failures: string[] = [];
  for (let turn = 0; turn < LINES * 20 && count < LINES; turn++) {
    const line = pick(lines);
    const damaged = makeTypo(line, pick);
    if (damaged === undefined || damaged === line) continue;
    count++;
    const problems = problemsIn(damaged);
    const messages = problems.map(({ rule, message }) => `${rule}: ${message}`).join(' ');
    const isRestored = !isFixable || fixAll(damaged, context, everyRule).text === line;
    if (problems.length !== 1 || !isRestored) failures.push(`${messages || 'no problem'} ${damaged}`);
  }
  assert.equal(count, LINES);
  assert.ok(failures.length <= LINES * (1 - MIN_SHARE), failures.join('\n'));
}

/** Returns items that end with a citation group and have no problems on their own. */
function cleanLines(): readonly string[] {
  return corpusEntries()
    .filter((_, index) => index % 4 === 0)
    .flatMap(({ text }) => text.split('\n').map((line) => line.replace(/^\d+\/ /, '1/ ')))
    .filter((line) =>
      /^1\/ \*\*.*[a-z]\. \(\[[^()[\]]*\]\(http[^()\s]*\)(?: \/ \[[^()[\]]*\]\(http[^()\s]*\))*\)$/.test(line),
    )
    .filter((line) => problemsIn(line).length === 0);
}

/** The problems in a line, without those about its missing front matter. */
function problemsIn(text: string): readonly Problem[] {
  return lintWithEveryRule(parseEntry(text), context).filter(({ rule }) => !rule.startsWith('front-matter'));
}

/** Returns a function that makes pseudo-random choices, the same ones for the same kind of typo. */
function createPick(kind: string): Pick {
  let state = [...kind].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2 ** 31, 7);
  return (options) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const chosen = options[(state >>> 8) % options.length];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
}
