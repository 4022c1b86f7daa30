import { parseEntry } from '../../src/core/entry/parse.ts';
import { problemsToFix } from '../../src/core/lint/fix.ts';
import { lint, type Severities } from '../../src/core/lint/lint.ts';
import type { Problem, RuleContext } from '../../src/core/lint/rule.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import type { Fixed } from './harm.ts';

/** One pass of fix-all: the problems that it fixes together. */
export interface FixPass {
  readonly before: string;
  readonly after: string;
  readonly fixed: readonly (Fixed & Pick<Problem, 'message'>)[];
}

/** The passes of fix-all over a text, one after the other; at most so many. */
export function* fixPasses(
  text: string,
  context: RuleContext,
  severities: Severities = {},
  limit = 12,
): Generator<FixPass> {
  let before = text;
  for (let pass = 0; pass < limit; pass++) {
    const entry = parseEntry(before);
    const fixed = problemsToFix(entry, lint(entry, context, severities)).map(({ rule, message, from, to, fix }) => ({
      rule,
      message,
      from,
      to,
      edits: fix?.edits ?? [],
    }));
    if (fixed.length === 0) return;
    const after = applyEdits(
      before,
      fixed.flatMap(({ edits }) => edits),
    );
    yield { before, after, fixed };
    before = after;
  }
}
