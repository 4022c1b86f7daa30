import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import type { Problem } from '../../../src/core/lint/rule.ts';
import { lineAt, lineStarts } from '../../../src/core/text/lineIndex.ts';
import type { Edit } from '../../../src/core/text/text.ts';
import { archiveContexts } from '../../support/archiveContexts.ts';
import { fixPasses } from '../../support/fixSteps.ts';
import type { ForeignLog } from '../../support/foreign.ts';
import { type Harm, harmDone } from '../../support/harm.ts';
import { excerptAround } from './lintArchive.ts';

/** A problem as the command line reports it. Lines count from 1. */
interface ForeignProblem extends Problem {
  readonly path: string;
  readonly line: number;
  readonly excerpt: string;
}

/** A fix of fix-all: the lines that it changed, before and after. */
interface ForeignFix {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
  readonly before: string;
  readonly after: string;
}

/** What the rules find in a log of another writer, and what fix-all would do to it. */
export interface ForeignReport {
  readonly name: string;
  readonly entryCount: number;
  readonly problems: readonly ForeignProblem[];
  readonly fixes: readonly ForeignFix[];
  readonly harm: readonly (Harm & { readonly path: string; readonly rules: readonly string[] })[];
}

/** Checks and fixes the entries of a log. */
export function reportForeignLog(log: ForeignLog): ForeignReport {
  const contextOf = archiveContexts(log.entries, log.config);
  const problems: ForeignProblem[] = [];
  const fixes: ForeignFix[] = [];
  const harm: ForeignReport['harm'][number][] = [];
  for (const { path, text } of log.entries) {
    const context = contextOf(path, 'published');
    const starts = lineStarts(text);
    for (const problem of lint(parseEntry(text), context)) {
      problems.push({
        ...problem,
        path,
        line: lineAt(starts, problem.from) + 1,
        excerpt: excerptAround(text, problem),
      });
    }
    for (const { before, after, fixed } of fixPasses(text, context)) {
      for (const { rule, message, edits } of fixed) fixes.push({ path, rule, message, ...changedLines(before, edits) });
      const rules = [...new Set(fixed.map(({ rule }) => rule))];
      for (const each of harmDone(before, after, fixed)) harm.push({ ...each, path, rules });
    }
  }
  return { name: log.name, entryCount: log.entries.length, problems, fixes, harm };
}

/** The first of the lines that edits change, and their text before and after. */
function changedLines(
  text: string,
  edits: readonly Edit[],
): { readonly line: number; readonly before: string; readonly after: string } {
  const sorted = [...edits].sort((a, b) => a.from - b.from);
  const first = sorted[0]?.from ?? 0;
  const last = Math.max(...sorted.map(({ to }) => to));
  const from = Math.max(text.lastIndexOf('\n', first - 1) + 1, first - CONTEXT_CHARS);
  const lineEnd = text.indexOf('\n', last);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, last + CONTEXT_CHARS);
  let after = '';
  let at = from;
  for (const edit of sorted) {
    after += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return {
    line: lineAt(lineStarts(text), first) + 1,
    before: text.slice(from, to),
    after: after + text.slice(at, to),
  };
}

const CONTEXT_CHARS = 60;
