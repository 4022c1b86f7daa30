import assert from 'node:assert/strict';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { findingsOf } from '../../src/core/lint/findingsOf.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint, type Severities } from '../../src/core/lint/lint.ts';
import type { Finding, Rule, RuleContext } from '../../src/core/lint/rule.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { markRanges, readMarks } from './markedText.ts';
import { ruleContext } from './ruleContext.ts';

/**
 * Runs one rule, which must report exactly the marked ranges. With a second text, its fixes, applied one by one, must turn the first
 * text into the second, in which it reports nothing; without one, it must not fix anything.
 */
export function checkRule(rule: Rule, marked: string, fixed?: string, context = ruleContext()): void {
  const { text } = readMarks(marked);
  assert.equal(markRanges(text, findings(rule, text, context)), marked);
  assert.equal(fixedBy(rule, text, context), fixed ?? text);
  if (fixed !== undefined) checkSilent(rule, fixed, context);
}

/** Runs one rule, which must report nothing. */
export function checkSilent(rule: Rule, text: string, context = ruleContext()): void {
  assert.equal(markRanges(text, findings(rule, text, context)), text);
}

/** Runs one rule, which must report the marked ranges and fix nothing; the suggestions of its first finding must yield these texts. */
export function checkSuggestions(
  rule: Rule,
  marked: string,
  suggested: readonly string[],
  context = ruleContext(),
): void {
  checkRule(rule, marked, undefined, context);
  assert.deepEqual(suggestedTexts(rule, readMarks(marked).text, context), suggested);
}

/**
 * Runs all rules, which must report exactly the marked ranges, all by this rule. With a second text, fix-all must turn the first text
 * into the second; without one, it must change nothing.
 */
export function checkReported(rule: Rule, marked: string, fixed?: string, context = ruleContext()): void {
  const { text } = readMarks(marked);
  const problems = lint(parseEntry(text), context);
  assert.equal(markRanges(text, problems), marked);
  assert.deepEqual([...new Set(problems.map((problem) => problem.rule))], [rule.id]);
  assert.equal(fixAll(text, context).text, fixed ?? text);
}

/** Runs all rules, which must report nothing, and fix-all must change nothing. */
export function checkNothingReported(text: string, context = ruleContext(), severities: Severities = {}): void {
  const problems = lint(parseEntry(text), context, severities);
  assert.deepEqual(
    problems.map(({ rule, from, to, message }) => `${rule}: “${text.slice(from, to)}”: ${message}`),
    [],
    text,
  );
  assert.equal(fixAll(text, context, severities).text, text);
}

/** The findings of one rule in a text. Each has the usual severity or one that the rule states. */
export function findings(rule: Rule, text: string, context = ruleContext()): readonly Finding[] {
  const found = findingsOf(rule, parseEntry(text), context);
  const stated = new Set([
    ...Object.values(rule.severity),
    ...(rule.otherSeverities ?? []).map(({ severity }) => severity),
  ]);
  for (const { severity, message } of found) assert.ok(severity === undefined || stated.has(severity), message);
  return found;
}

/** The text after each suggestion of the rule's first finding. */
export function suggestedTexts(rule: Rule, text: string, context = ruleContext()): readonly string[] {
  const [finding] = findings(rule, text, context);
  return (finding?.suggestions ?? []).map(({ edits }) => applyEdits(text, edits));
}

function fixedBy(rule: Rule, text: string, context: RuleContext): string {
  let fixed = text;
  for (let round = 0; round < 9; round++) {
    const fix = findings(rule, fixed, context).find((finding) => finding.fix)?.fix;
    if (!fix) break;
    fixed = applyEdits(fixed, fix.edits);
  }
  return fixed;
}
