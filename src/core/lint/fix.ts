import type { Entry } from '../entry/entry.ts';
import { parseEntry } from '../entry/parse.ts';
import { lowerBound } from '../text/lowerBound.ts';
import { applyEdits, composeEdits, type Edit } from '../text/text.ts';
import { keepsTheRest } from './keepsTheRest.ts';
import { lint, type Severities } from './lint.ts';
import type { Problem, RuleContext } from './rule.ts';
import { rules } from './rules/index.ts';

/** A text after all certain fixes. */
interface FixResult {
  readonly text: string;
  /** The edits that turn the original text into the fixed one: in order, without overlap. */
  readonly edits: readonly Edit[];
  /** The problems that remain in the fixed text. None of them has a fix. */
  readonly problems: readonly Problem[];
  /** The number of fixes applied. */
  readonly count: number;
}

/**
 * Applies all certain fixes until none is left. A fix whose edits touch those of an earlier one waits for the next pass, and one that
 * would change anything else is left out. Ends for any rules: it stops when a text comes back, as when two fixes undo each other.
 */
export function fixAll(text: string, context: RuleContext, severities: Severities = {}): FixResult {
  let entry = parseEntry(text);
  let edits: readonly Edit[] = [];
  let count = 0;
  const seen = new Set([text]);
  for (;;) {
    const problems = lint(entry, context, severities);
    const fixed = problemsToFix(entry, problems);
    const passEdits = fixed.flatMap(editsOf);
    const next = passEdits.length === 0 ? entry : parseEntry(applyEdits(entry.text, passEdits));
    if (seen.has(next.text) || seen.size > MAX_PASSES) {
      return { text: entry.text, edits, problems: problems.map(withoutFix), count };
    }
    seen.add(next.text);
    edits = composeEdits(edits, passEdits);
    count += fixed.length;
    entry = next;
  }
}

/** The problems that one pass of fix-all fixes: their fixes neither touch each other nor change anything else. */
export function problemsToFix(entry: Entry, problems: readonly Problem[]): readonly Problem[] {
  return harmlessFixes(entry, compatibleFixes(problems));
}

/** Far more than any text needs: a fix rarely uncovers more than one other fault. */
const MAX_PASSES = 100;

function editsOf({ fix }: Problem): readonly Edit[] {
  return fix?.edits ?? [];
}

function withoutFix({ fix: _, ...problem }: Problem): Problem {
  return problem;
}

/** The problems whose fixes together change nothing but what they edit. If they do not, each half is tried on its own, and so on. */
function harmlessFixes(entry: Entry, problems: readonly Problem[]): readonly Problem[] {
  let remainingTries = MAX_TRIES;
  const isHarmless = (candidates: readonly Problem[]): boolean => {
    if (remainingTries-- <= 0) return false;
    const [lineFixes, textFixes] = [true, false].map((isLine) =>
      candidates.filter(({ rule }) => RULES_ABOUT_LINES.has(rule) === isLine).flatMap(editsOf),
    );
    return keepsTheRest(entry, lineFixes ?? [], textFixes);
  };
  const harmlessAmong = (candidates: readonly Problem[]): readonly Problem[] => {
    if (candidates.length === 0 || isHarmless(candidates)) return candidates;
    if (candidates.length === 1) return [];
    const half = candidates.length >> 1;
    const first = harmlessAmong(candidates.slice(0, half));
    const second = harmlessAmong(candidates.slice(half));
    const both = [...first, ...second];
    return first.length === 0 || second.length === 0 || isHarmless(both) ? both : first;
  };
  return harmlessAmong(problems);
}

const RULES_ABOUT_LINES: ReadonlySet<string> = new Set(
  rules.filter(({ reaches }) => reaches?.includes('line')).map(({ id }) => id),
);

/** Each try parses the entry. Only a hostile text has so many fixes of which so many would do harm. */
const MAX_TRIES = 200;

/** Returns the problems whose fixes can be applied together: no edit of one touches an edit of another. */
export function compatibleFixes(problems: readonly Problem[]): Problem[] {
  const acceptedEdits: Edit[] = []; // in text order
  const fixable: Problem[] = [];
  for (const problem of problems) {
    const edits = problem.fix?.edits;
    if (!edits || edits.some((edit) => touchesAny(edit, acceptedEdits))) continue;
    for (const edit of edits) acceptedEdits.splice(insertionIndex(edit, acceptedEdits), 0, edit);
    fixable.push(problem);
  }
  return fixable;
}

function touchesAny(edit: Edit, acceptedEdits: readonly Edit[]): boolean {
  const next = acceptedEdits[insertionIndex(edit, acceptedEdits)];
  return next !== undefined && next.from <= edit.to;
}

/** The index of the first accepted edit that does not end before this one. */
function insertionIndex({ from }: Edit, acceptedEdits: readonly Edit[]): number {
  return lowerBound(acceptedEdits, ({ to }) => to < from);
}
