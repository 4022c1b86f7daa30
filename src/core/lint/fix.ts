import { parseEntry } from '../entry/parse.ts';
import { lowerBound } from '../text/lowerBound.ts';
import { applyEdits, composeEdits, type Edit } from '../text/text.ts';
import { lint, type Severities } from './lint.ts';
import type { Problem, RuleContext } from './rule.ts';

/** A text after all certain fixes, and the problems that are left in it. */
interface Fixed {
  readonly text: string;
  /** What turns the text as it was into this one; in order, without overlap. */
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** How many fixes were made. */
  readonly count: number;
}

/**
 * Fixes what can be fixed with certainty until nothing of it is left. A fix whose edits touch those of an earlier one
 * waits for the next pass. The number of passes is bounded, so that two fixes that undo each other cannot hang it.
 */
export function fixAll(text: string, surroundings: RuleContext, severities: Severities = {}): Fixed {
  let fixed = text;
  let edits: readonly Edit[] = [];
  let count = 0;
  for (let pass = 0; ; pass++) {
    const problems = lint(parseEntry(fixed), surroundings, severities);
    const fixes = compatibleFixes(problems);
    if (fixes.length === 0 || pass === MOST_PASSES) return { text: fixed, edits, problems, count };
    const made = fixes.flatMap((problem) => problem.fix?.edits ?? []);
    edits = composeEdits(edits, made);
    fixed = applyEdits(fixed, made);
    count += fixes.length;
  }
}

const MOST_PASSES = 10;

/** The problems whose fixes can be made at once: no edit of one touches an edit of another. */
export function compatibleFixes(problems: readonly Problem[]): Problem[] {
  const taken: Edit[] = []; // in the order of the text
  const chosen: Problem[] = [];
  for (const problem of problems) {
    const edits = problem.fix?.edits;
    if (!edits || edits.some((edit) => touchesOne(edit, taken))) continue;
    for (const edit of edits) taken.splice(placeOf(edit, taken), 0, edit);
    chosen.push(problem);
  }
  return chosen;
}

function touchesOne(edit: Edit, taken: readonly Edit[]): boolean {
  const next = taken[placeOf(edit, taken)];
  return next !== undefined && next.from <= edit.to;
}

/** The index of the first that does not end before the edit. */
function placeOf({ from }: Edit, taken: readonly Edit[]): number {
  return lowerBound(taken, ({ to }) => to < from);
}
