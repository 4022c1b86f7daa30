import { anchorsIn } from '../../../src/core/entry/anchor.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import type { Problem, RuleContext } from '../../../src/core/lint/rule.ts';
import { rules } from '../../../src/core/lint/rules/index.ts';
import { unsilenced } from '../../../src/core/lint/suppress.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { renderBody } from '../../../src/core/render/body.ts';
import { lineAt, lineStarts } from '../../../src/core/text/lineIndex.ts';
import { corpusEntries } from '../../support/corpus.ts';

/** A problem of the archive with the lines that it covers, counted from 1. */
export interface Found extends Problem {
  readonly path: string;
  readonly line: number;
  readonly lastLine: number;
  /** `_posts/2031-01-31-day-12.markdown:7:citation-outlet` */
  readonly key: string;
  /** What is marked, between `«` and `»`, and a little around it. */
  readonly excerpt: string;
}

/** The real archive as the rules see it. */
export interface Archive {
  readonly entries: readonly { readonly path: string; readonly text: string; readonly entry: Entry }[];
  readonly around: (path: string) => RuleContext;
  readonly found: readonly Found[];
}

/** Reads the corpus and lints it with every rule there is. */
export function readArchive(): Archive {
  const entries = corpusEntries().map(({ path, text }) => ({ path, text, entry: parseEntry(text) }));
  const byPath = new Map(entries.map((one) => [one.path, one]));
  const anchors = new Map<string, readonly string[]>();
  const newsroom = newsroomOf(
    entries.map(({ path, entry }) => readDay(entry, path, false)),
    {
      timezone: undefined,
      epochs: [],
      systemZone: () => 'UTC',
      countdowns: [{ phrase: 'midterm elections', date: '2026-11-03' }],
      anchors(path) {
        const target = byPath.get(path);
        if (!target) return undefined;
        const known = anchors.get(path) ?? anchorsIn(renderBody(target.text.slice(target.entry.body.from)));
        anchors.set(path, known);
        return known;
      },
    },
  );
  const around = (path: string) => ruleContextOf(newsroom, path, 'published');
  const found = entries.flatMap(({ path, text, entry }) => {
    const starts = lineStarts(text);
    return problemsOf(entry, around(path)).map((problem): Found => {
      const line = lineAt(starts, problem.from) + 1;
      const lastLine = lineAt(starts, problem.to) + 1;
      return {
        ...problem,
        path,
        line,
        lastLine,
        key: `${path}:${line}:${problem.rule}`,
        excerpt: excerptOf(text, problem),
      };
    });
  });
  return { entries, around, found };
}

/** What all rules say, each as loud as it is by itself, whether or not it has to be asked for. */
export function problemsOf(entry: Entry, surroundings: RuleContext): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const usual = rule.severity[surroundings.stage];
    if (usual === 'off') continue;
    for (const finding of rule.check(entry, surroundings)) {
      problems.push({ ...finding, rule: rule.id, severity: finding.severity ?? usual });
    }
  }
  return unsilenced(entry, problems).sort((a, b) => a.from - b.from || a.to - b.to);
}

function excerptOf(text: string, { from, to }: Problem): string {
  const part = (start: number, end: number) => text.slice(Math.max(0, start), end).replaceAll('\n', '⏎');
  return `${part(from - 60, from)}«${part(from, Math.min(to, from + 90))}»${part(to, to + 50)}`;
}
