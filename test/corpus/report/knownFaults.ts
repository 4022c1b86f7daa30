import { readFileSync } from 'node:fs';
import { corpusLines } from '../../support/corpus.ts';
import { RULES_FOR } from './faultClasses.ts';
import type { Archive, ArchiveProblem } from './lintArchive.ts';

/** A fault that is still in the archive: a row of `known-faults.jsonl`. */
interface KnownFault {
  readonly path: string;
  readonly line: number;
  readonly class: string;
  readonly severity: string;
  readonly col: number;
  readonly detail: string;
  readonly text: string;
}

/** The known faults of one class: how many the rules find, which they miss, and which are not really faults. */
export interface Recall {
  readonly class: string;
  readonly severity: string;
  readonly found: number;
  readonly missed: readonly KnownFault[];
  readonly rejected: readonly KnownFault[];
}

/** Computes the recall for each class of known faults. `unlisted` are the problems that match none of them. */
export function measureRecall({ problems }: Archive): {
  readonly classes: readonly Recall[];
  readonly unlisted: readonly ArchiveProblem[];
} {
  const byLine = new Map<string, ArchiveProblem[]>();
  for (const problem of problems) {
    for (let line = problem.line; line <= problem.lastLine; line++) {
      const location = `${problem.path}:${line}`;
      byLine.set(location, [...(byLine.get(location) ?? []), problem]);
    }
  }
  const inFrontMatter = new Map<string, ArchiveProblem[]>();
  for (const problem of problems.filter(({ rule }) => FRONT_MATTER_RULES.has(rule))) {
    inFrontMatter.set(problem.path, [...(inFrontMatter.get(problem.path) ?? []), problem]);
  }
  const listed = new Set<ArchiveProblem>();
  const classes = new Map<string, { severity: string; found: number; missed: KnownFault[]; rejected: KnownFault[] }>();
  for (const row of corpusLines<KnownFault>('known-faults.jsonl')) {
    const result = classes.get(row.class) ?? { severity: row.severity, found: 0, missed: [], rejected: [] };
    classes.set(row.class, result);
    // A value may span several lines, of which the row names the last, so look in the whole front matter.
    const candidates =
      row.severity === 'frontmatter' ? inFrontMatter.get(row.path) : byLine.get(`${row.path}:${row.line}`);
    const hits = (candidates ?? []).filter(({ rule }) => RULES_FOR[row.class]?.includes(rule));
    for (const hit of hits) listed.add(hit);
    if (hits.length > 0) result.found++;
    else if (isRejected(row)) result.rejected.push(row);
    else result.missed.push(row);
  }
  return {
    classes: [...classes].map(([kind, result]) => ({ class: kind, ...result })),
    unlisted: problems.filter((problem) => !listed.has(problem)),
  };
}

/** The reasons why rows are not faults, by `path:line:class`. */
const REJECTED_FAULTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('test/corpus/rejectedFaults.json', 'utf8'),
);

const FRONT_MATTER_RULES: ReadonlySet<string> = new Set([
  'description',
  'one-sentence',
  'image',
  'day-number',
  'date',
  'title',
]);

/** Whether a row is not a fault, because the entry format allows it or because a reviewer rejected it. */
function isRejected({ path, line, class: kind, text, detail }: KnownFault): boolean {
  if (`${path}:${line}:${kind}` in REJECTED_FAULTS) return true;
  switch (kind) {
    case 'name-noncanonical':
      return /^(?:The New Yorker|The New Republic|WIRED|VICE News|Stat News)\b/.test(detail);
    case 'group-escaped-paren':
      return true; // `\(`: the page shows an ordinary bracket
    case 'no-period-after-bold-headline':
      return /^\s*(?:[*-]|\d+\.) |^\s+\*\*|\\$/.test(text); // an item with nothing but a headline, or a row of a tracker
    case 'internal-anchor-dead':
      return !/com\/(?:2017|2018|2020|2021|2022|2024|2025)\//.test(detail); // links to a year that the corpus does not contain
    case 'url-nonascii-or-nbsp':
      return /#[^)\s]*[\u00a0\u2018-\u201d]/.test(text); // anchors contain the quotation marks of their headline
    case 'invisible-char':
      return /\\u20(?:0[0-9a]|2f)/.test(detail); // a thin space in prose is typography
    default:
      return false;
  }
}
