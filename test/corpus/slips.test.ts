import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { everyRule, ruleContext } from '../support/ruleContext.ts';
import { FOUND, MENDED, type Pick, type Slip } from '../support/slips.ts';
import { problemsOf } from './report/archive.ts';

// One slip of the finger in a clean line of the archive, of every kind that fingers know: it is one problem, and where a fix
// is certain it gives the line back.

const LINES = 40;
/** So many in a hundred: a slip now and then makes something that is right as well. */
const MOST = 0.95;

const around = ruleContext('published');
const lines = noCorpus ? [] : cleanLines();

test('there are clean lines to slip in', { skip: noCorpus }, () => {
  assert.ok(lines.length > 1000, `${lines.length}`);
});

for (const [kind, slip] of Object.entries(MENDED)) {
  test(`is one problem, and mended: ${kind}`, { skip: noCorpus }, () => check(kind, slip, true));
}

for (const [kind, slip] of Object.entries(FOUND)) {
  test(`is one problem: ${kind}`, { skip: noCorpus }, () => check(kind, slip, false));
}

function check(kind: string, slip: Slip, isMended: boolean): void {
  const pick = picks(kind);
  let count = 0;
  const bad: string[] = [];
  for (let turn = 0; turn < LINES * 20 && count < LINES; turn++) {
    const line = pick(lines);
    const slipped = slip(line, pick);
    if (slipped === undefined || slipped === line) continue;
    count++;
    const problems = problemsIn(slipped);
    const said = problems.map(({ rule, message }) => `${rule}: ${message}`).join(' ');
    const isBack = !isMended || fixAll(slipped, around, everyRule).text === line;
    if (problems.length !== 1 || !isBack) bad.push(`${said || 'nothing'} ${slipped}`);
  }
  assert.equal(count, LINES);
  assert.ok(bad.length <= LINES * (1 - MOST), bad.join('\n'));
}

/** Items that end with a group and have no problem, whatever they stand beside. */
function cleanLines(): readonly string[] {
  return corpusEntries()
    .filter((_, index) => index % 4 === 0)
    .flatMap(({ text }) => text.split('\n').map((line) => line.replace(/^\d+\/ /, '1/ ')))
    .filter((line) =>
      /^1\/ \*\*.*[a-z]\. \(\[[^()[\]]*\]\(http[^()\s]*\)(?: \/ \[[^()[\]]*\]\(http[^()\s]*\))*\)$/.test(line),
    )
    .filter((line) => problemsIn(line).length === 0);
}

/** But for front matter, which a line has none of. */
function problemsIn(text: string): readonly Problem[] {
  return problemsOf(parseEntry(text), around).filter(({ rule }) => !rule.startsWith('front-matter'));
}

/** A row of choices of its own for each kind. */
function picks(kind: string): Pick {
  let state = [...kind].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2 ** 31, 7);
  return (options) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const chosen = options[(state >>> 8) % options.length];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
}
