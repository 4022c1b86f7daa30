import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkFixing, checkProblems, checkSpans } from '../support/invariants.ts';
import { damageOnce, randomExcerpt, randomFrom } from '../support/randomEdits.ts';
import { everyRule, ruleContext } from '../support/ruleContext.ts';

// Edits real entries at random: nothing throws, no span is outside the text, and fixing ends. A million edits take some minutes:
// `DAYBOOK_EDITS=1000000 npm test -- unit --match lintRandomEdits --level slow`.

const EDITS = Number(process.env['DAYBOOK_EDITS'] ?? 10_000);

const NAME = '2031-01-31-day-12.markdown';
const CONTEXTS = [ruleContext('published', NAME), ruleContext('draft', NAME)] as const;

test(`excerpts of real entries are parsed and checked after each of ${EDITS} random edits`, {
  skip: noCorpus,
}, () => {
  const random = randomFrom(1080);
  const texts = corpusEntries().map(({ text }) => text);
  for (let edit = 0; edit < EDITS; ) {
    const text = texts[random(texts.length)] ?? '';
    let part = randomExcerpt(text, random);
    for (let turn = 0; turn < 25 && edit < EDITS; turn++, edit++) {
      part = damageOnce(part, random);
      check(part, edit, turn === 24);
    }
  }
});

test('whole entries are parsed and checked after every fifty random edits', { skip: noCorpus }, () => {
  const random = randomFrom(2039);
  const texts = corpusEntries().map(({ text }) => text);
  for (let edit = 0; edit < EDITS / 2; ) {
    let text = texts[random(texts.length)] ?? '';
    for (let turn = 0; turn < 4; turn++) {
      for (let count = 0; count < 50; count++, edit++) text = damageOnce(text, random);
      check(text, edit, turn === 3);
    }
  }
});

function check(text: string, edit: number, isFixed: boolean): void {
  const context = CONTEXTS[edit % 2 === 0 ? 0 : 1];
  try {
    const entry = parseEntry(text);
    checkSpans(entry);
    checkProblems(text, lint(entry, context, everyRule));
    if (isFixed) checkFixing(text, context, everyRule);
  } catch (error) {
    assert.fail(`edit ${edit}: ${error instanceof Error ? error.message : error}\n${JSON.stringify(text)}`);
  }
}
