import { anchorsIn } from '../../../src/core/entry/anchor.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import type { Problem, RuleContext } from '../../../src/core/lint/rule.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { readSiteConfig } from '../../../src/core/newsroom/siteConfig.ts';
import { citedOutlets } from '../../../src/core/outlets/citedOutlets.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { lazy } from '../../../src/core/text/lazy.ts';
import { lineAt, lineStarts } from '../../../src/core/text/lineIndex.ts';
import { fixPasses } from '../../support/fixSteps.ts';
import type { ForeignLog } from '../../support/foreign.ts';
import { type Harm, harmDone } from '../../support/harm.ts';

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

/** Returns the context of each entry of a log, as the command line has it. */
function contextsOf({ entries, config }: ForeignLog): (path: string) => RuleContext {
  const parsed = entries.map(({ path, text }) => ({ path, text, entry: parseEntry(text) }));
  const byPath = new Map(parsed.map((entry) => [entry.path, entry]));
  const site = readSiteConfig(config);
  const newsroom = newsroomOf(
    parsed.map(({ path, entry }) => readDay(entry, path, false)),
    {
      timezone: site.timezone,
      markdown: site.markdown,
      epochs: [],
      systemZone: () => 'UTC',
      outlets: lazy(() => learnOutlets(citedOutlets(entries.map(({ text }) => text)))),
      anchorsOf(path) {
        const target = byPath.get(path);
        return target && anchorsIn(renderBody(target.text.slice(target.entry.body.from)));
      },
    },
  );
  return (path) => ruleContextOf(newsroom, path, 'published');
}

/** Checks and fixes the entries of a log. */
export function reportForeignLog(log: ForeignLog): ForeignReport {
  const contextOf = contextsOf(log);
  const problems: ForeignProblem[] = [];
  const fixes: ForeignFix[] = [];
  const harm: ForeignReport['harm'][number][] = [];
  for (const { path, text } of log.entries) {
    const context = contextOf(path);
    const starts = lineStarts(text);
    for (const problem of lint(parseEntry(text), context)) {
      problems.push({ ...problem, path, line: lineAt(starts, problem.from) + 1, excerpt: excerptOf(text, problem) });
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
  edits: readonly { readonly from: number; readonly to: number; readonly text: string }[],
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

/** The text of a problem between `«` and `»`, with some text before and after it. */
function excerptOf(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const part = (start: number, end: number) => text.slice(Math.max(0, start), end).replaceAll('\n', '⏎');
  return `${part(from - 60, from)}«${part(from, Math.min(to, from + 90))}»${part(to, to + 50)}`;
}
