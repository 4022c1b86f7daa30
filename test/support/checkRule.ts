import assert from 'node:assert/strict';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint, type Severities } from '../../src/core/lint/lint.ts';
import type { Finding, Rule, RuleContext } from '../../src/core/lint/rule.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { markRanges, readMarks } from './marked.ts';
import { ruleContext } from './ruleContext.ts';

/**
 * Runs one rule: it finds what is marked. With a second text, its fixes, applied one after the other, turn the first text into
 * the second, in which it finds nothing; without one, it fixes nothing.
 */
export function checkRule(rule: Rule, marked: string, fixed?: string, context = ruleContext()): void {
  const { text } = readMarks(marked);
  assert.equal(markRanges(text, findings(rule, text, context)), marked);
  assert.equal(fixedBy(rule, text, context), fixed ?? text);
  if (fixed !== undefined) checkSilent(rule, fixed, context);
}

/** Runs one rule: it finds nothing. */
export function checkSilent(rule: Rule, text: string, context = ruleContext()): void {
  assert.equal(markRanges(text, findings(rule, text, context)), text);
}

/** Runs one rule: it finds what is marked and fixes nothing; the suggestions of its first finding produce these texts. */
export function checkOffers(rule: Rule, marked: string, offered: readonly string[], context = ruleContext()): void {
  checkRule(rule, marked, undefined, context);
  assert.deepEqual(offers(rule, readMarks(marked).text, context), offered);
}

/**
 * Runs all rules: what is marked is all they report, and this rule reports it. With a second text, fix-all turns the first text
 * into the second; without one, it changes nothing.
 */
export function checkReported(rule: Rule, marked: string, fixed?: string, context = ruleContext()): void {
  const { text } = readMarks(marked);
  const problems = lint(parseEntry(text), context);
  assert.equal(markRanges(text, problems), marked);
  assert.deepEqual([...new Set(problems.map((problem) => problem.rule))], [rule.id]);
  assert.equal(fixAll(text, context).text, fixed ?? text);
}

/** Runs all rules: none reports anything, and fix-all changes nothing. */
export function checkNothingReported(text: string, context = ruleContext(), severities: Severities = {}): void {
  const problems = lint(parseEntry(text), context, severities);
  assert.deepEqual(
    problems.map(({ rule, from, to, message }) => `${rule}: “${text.slice(from, to)}”: ${message}`),
    [],
    text,
  );
  assert.equal(fixAll(text, context, severities).text, text);
}

/** What one rule finds in a text. */
export function findings(rule: Rule, text: string, context = ruleContext()): readonly Finding[] {
  return rule.check(parseEntry(text), context);
}

/** What the suggestions of the rule's first finding make of the text, in their order. */
export function offers(rule: Rule, text: string, context = ruleContext()): readonly string[] {
  const [finding] = findings(rule, text, context);
  return (finding?.suggestions ?? []).map(({ edits }) => applyEdits(text, edits));
}

function fixedBy(rule: Rule, text: string, context: RuleContext): string {
  let fixed = text;
  for (let turn = 0; turn < 9; turn++) {
    const fix = findings(rule, fixed, context).find((finding) => finding.fix)?.fix;
    if (!fix) break;
    fixed = applyEdits(fixed, fix.edits);
  }
  return fixed;
}
