import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeDay } from '../../../src/core/compose/days/changeDay.ts';
import { publishPlan } from '../../../src/core/compose/days/publish.ts';
import {
  descriptionEdit,
  descriptionSuggestions,
} from '../../../src/core/compose/frontMatter/descriptionSuggestions.ts';
import {
  todayInOneSentence,
  todayInOneSentenceEdit,
} from '../../../src/core/compose/frontMatter/todayInOneSentence.ts';
import { numberSections } from '../../../src/core/compose/items/numberSections.ts';
import { findTimeZone } from '../../../src/core/dates/timeZone.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { DEFAULT_FOLDERS } from '../../../src/core/files/folders.ts';
import { DEFAULT_CONVENTIONS } from '../../../src/core/newsroom/conventions.ts';
import { readiness } from '../../../src/core/reports/readiness.ts';
import { applyEdits, type Edit, type Span } from '../../../src/core/text/text.ts';
import { anyText } from '../../support/arbitraryTexts.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const known = ruleContext('draft', 'day-12.markdown');

test('for any text, all spans and edits are inside it, and edits do not overlap', () => {
  fc.assert(fc.property(anyText, checkAll), { seed: 7, numRuns: 1500 });
});

function checkAll(text: string): void {
  const zone = findTimeZone('America/Los_Angeles');
  assert.ok(zone);
  const entry = parseEntry(text);
  const numbers = numberSections(entry);
  checkEdits(text, numbers);
  assert.deepEqual(numberSections(parseEntry(applyEdits(text, numbers))), [], 'numbering is idempotent');
  for (const offer of descriptionSuggestions(entry)) {
    checkSpan(text, offer);
    checkEdits(text, [descriptionEdit(entry, offer)]);
  }
  const sentence = todayInOneSentence(entry);
  if (sentence !== undefined) checkEdits(text, [todayInOneSentenceEdit(entry, sentence)]);
  for (const problem of readiness(entry, known)) {
    checkSpan(text, problem);
    for (const { edits } of problem.suggestions ?? []) checkEdits(text, edits);
  }
  const request = { zone, folders: DEFAULT_FOLDERS, path: '_drafts/day-12.markdown' };
  const now = { date: '2031-01-31', time: '09:30' };
  const plan = publishPlan(entry, {
    ...request,
    now,
    ruleContext: known,
    conventions: DEFAULT_CONVENTIONS,
    withSentence: true,
  });
  checkEdits(text, plan.edits);
  for (const left of [...plan.blockers, ...plan.warnings]) checkSpan(text, left);
  const epochs = [{ from: '2031-01-20', day: 1 }];
  const changed = changeDay(entry, {
    ...request,
    ...now,
    conventions: DEFAULT_CONVENTIONS,
    siteUrl: undefined,
    epochs,
    days: [],
  });
  if (changed.ok) checkEdits(text, changed.edits);
}

function checkSpan(text: string, { from, to }: Span): void {
  assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to} in ${JSON.stringify(text)}`);
}

function checkEdits(text: string, edits: readonly Edit[]): void {
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    checkSpan(text, edit);
    assert.ok(at <= edit.from, `two edits overlap in ${JSON.stringify(text)}`);
    at = edit.to;
  }
}
