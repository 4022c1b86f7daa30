import { parseEntry } from '../entry/parse.ts';
import { lowerBound } from '../text/lowerBound.ts';
import { applyEdits, composeEdits, type Edit } from '../text/text.ts';
import { lint, type Severities } from './lint.ts';
import type { Problem, RuleContext } from './rule.ts';

/** A text after all certain fixes. */
interface FixResult {
  readonly text: string;
  /** The edits that turn the original text into the fixed one: in order, without overlap. */
  readonly edits: readonly Edit[];
  /** The problems that remain in the fixed text. */
  readonly problems: readonly Problem[];
  /** The number of fixes applied. */
  readonly count: number;
}

/**
 * Applies all certain fixes until none is left. A fix whose edits touch those of an earlier one waits for the next pass.
 * The number of passes is limited, so two fixes that undo each other cannot loop forever.
 */
export function fixAll(text: string, context: RuleContext, severities: Severities = {}): FixResult {
  let fixedText = text;
  let edits: readonly Edit[] = [];
  let count = 0;
  for (let pass = 0; ; pass++) {
    const problems = lint(parseEntry(fixedText), context, severities);
    const fixable = compatibleFixes(problems);
    if (fixable.length === 0 || pass === MAX_PASSES) return { text: fixedText, edits, problems, count };
    const passEdits = fixable.flatMap((problem) => problem.fix?.edits ?? []);
    edits = composeEdits(edits, passEdits);
    fixedText = applyEdits(fixedText, passEdits);
    count += fixable.length;
  }
}

const MAX_PASSES = 10;

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
