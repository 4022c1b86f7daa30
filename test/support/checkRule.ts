import assert from 'node:assert/strict';
import { parseEntry } from '../../src/core/entry/parse.ts';
import type { Finding, Rule, Stage } from '../../src/core/lint/rule.ts';
import { applyEdits } from '../../src/core/text.ts';
import { markRanges, readMarks } from './marked.ts';
import { surroundings } from './surroundings.ts';

/**
 * The rule alone finds what is marked. With a second text, its fixes make that of the first, one after the other, and leave
 * it silent; without one it fixes nothing.
 */
export function checkRule(rule: Rule, marked: string, fixed?: string, stage: Stage = 'published'): void {
  const { text } = readMarks(marked);
  assert.equal(markRanges(text, findings(rule, text, stage)), marked);
  let made = text;
  for (let turn = 0; turn < 9; turn++) {
    const fix = findings(rule, made, stage).find((finding) => finding.fix)?.fix;
    if (!fix) break;
    made = applyEdits(made, fix.edits);
  }
  assert.equal(made, fixed ?? text);
  if (fixed !== undefined) checkSilent(rule, fixed, stage);
}

/** The rule alone has nothing to say. */
export function checkSilent(rule: Rule, text: string, stage: Stage = 'published'): void {
  assert.equal(markRanges(text, findings(rule, text, stage)), text);
}

/** What the offers of the rule's first finding make of the text, in their order. */
export function offers(rule: Rule, text: string, stage: Stage = 'published'): string[] {
  const [finding] = findings(rule, text, stage);
  return (finding?.suggestions ?? []).map(({ edits }) => applyEdits(text, edits));
}

function findings(rule: Rule, text: string, stage: Stage): Finding[] {
  return [...rule.check(parseEntry(text), surroundings(stage))];
}
