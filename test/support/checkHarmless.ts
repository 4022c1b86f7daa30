import assert from 'node:assert/strict';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { lint } from '../../src/core/lint/lint.ts';
import type { Document } from './arbitraryDocuments.ts';
import { fixPasses } from './fixSteps.ts';
import { harmDone } from './harm.ts';

/** More passes than fix-all takes. */
const TOO_MANY_PASSES = 11;

/** Each pass of fix-all must do no harm, and after at most ten nothing is left to fix. */
export function checkHarmless({ text, context }: Document): void {
  let passes = 0;
  for (const { before, after, fixed } of fixPasses(text, context, {}, TOO_MANY_PASSES)) {
    const harm = harmDone(before, after, fixed);
    if (harm.length > 0) {
      const fixes = fixed.map(({ rule, message }) => `${rule}: ${message}`);
      const kinds = harm.map(({ kind, description }) => `${kind}: ${description}`);
      assert.fail([...kinds, ...fixes, JSON.stringify(before), JSON.stringify(after)].join('\n'));
    }
    passes++;
  }
  assert.ok(passes < TOO_MANY_PASSES, `fix-all does not end: ${JSON.stringify(text)}`);
}

/** Whatever a part of a text contains that is not prose, no rule may find anything in it, and fix-all leaves it as it is. */
export function checkUntouched({ text, context }: Document, part: string): void {
  const from = text.indexOf(part);
  const to = from + part.length;
  const inside = lint(parseEntry(text), context).filter((problem) => from < problem.from && problem.to < to);
  assert.deepEqual(
    inside.map((problem) => `${problem.rule}: ${text.slice(problem.from, problem.to)}: ${problem.message}`),
    [],
    JSON.stringify(text),
  );
  for (const { after } of fixPasses(text, context)) assert.ok(after.includes(part), JSON.stringify(text));
}
