import { anchorsIn } from '../../../src/core/entry/anchor.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay, withCountdowns } from '../../../src/core/entry/readDay.ts';
import { findingsOf } from '../../../src/core/lint/findingsOf.ts';
import type { Problem, RuleContext } from '../../../src/core/lint/rule.ts';
import { rules } from '../../../src/core/lint/rules/index.ts';
import { withoutSuppressed } from '../../../src/core/lint/suppress.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { lineAt, lineStarts } from '../../../src/core/text/lineIndex.ts';
import { corpusEntries } from '../../support/corpus.ts';

/** A problem in the archive. Lines count from 1. */
export interface ArchiveProblem extends Problem {
  readonly path: string;
  readonly line: number;
  readonly lastLine: number;
  /** Path, line and rule: `_posts/2031-01-31-day-12.markdown:7:citation-outlet`. */
  readonly key: string;
  /** The text of the problem between `«` and `»`, with some text before and after it. */
  readonly excerpt: string;
}

/** The entries of the corpus and their problems. */
export interface Archive {
  readonly entries: readonly { readonly path: string; readonly text: string; readonly entry: Entry }[];
  readonly contextOf: (path: string) => RuleContext;
  readonly problems: readonly ArchiveProblem[];
}

/** Reads the corpus and checks it with all rules. */
export function lintArchive(): Archive {
  const entries = corpusEntries().map(({ path, text }) => ({ path, text, entry: parseEntry(text) }));
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const anchors = new Map<string, readonly string[]>();
  const newsroom = newsroomOf(
    entries.map(({ path, entry }) => withCountdowns(readDay(entry, path, false), entry)),
    {
      timezone: undefined,
      epochs: [],
      systemZone: () => 'UTC',
      anchorsOf(path) {
        const target = byPath.get(path);
        if (!target) return undefined;
        const targetAnchors = anchors.get(path) ?? anchorsIn(renderBody(target.text.slice(target.entry.body.from)));
        anchors.set(path, targetAnchors);
        return targetAnchors;
      },
    },
  );
  const contextOf = (path: string) => ruleContextOf(newsroom, path, 'published');
  const problems = entries.flatMap(({ path, text, entry }) => {
    const starts = lineStarts(text);
    return lintWithEveryRule(entry, contextOf(path)).map((problem): ArchiveProblem => {
      const line = lineAt(starts, problem.from) + 1;
      const lastLine = lineAt(starts, problem.to) + 1;
      return {
        ...problem,
        path,
        line,
        lastLine,
        key: `${path}:${line}:${problem.rule}`,
        excerpt: excerptAround(text, problem),
      };
    });
  });
  return { entries, contextOf, problems };
}

/** Checks an entry with all rules at their default severities, whatever the settings. */
export function lintWithEveryRule(entry: Entry, context: RuleContext): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const defaultSeverity = rule.severity[context.stage];
    if (defaultSeverity === 'off') continue;
    for (const finding of findingsOf(rule, entry, context)) {
      problems.push({ ...finding, rule: rule.id, severity: finding.severity ?? defaultSeverity });
    }
  }
  return withoutSuppressed(entry, problems).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The text of a problem between `«` and `»`, with some text before and after it. */
export function excerptAround(text: string, { from, to }: Problem): string {
  const part = (start: number, end: number) => text.slice(Math.max(0, start), end).replaceAll('\n', '⏎');
  return `${part(from - 60, from)}«${part(from, Math.min(to, from + 90))}»${part(to, to + 50)}`;
}
