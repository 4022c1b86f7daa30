import { readFileSync } from 'node:fs';
import { corpusLines } from '../../support/corpus.ts';
import type { Archive, Found } from './archive.ts';
import { RULES_FOR } from './classes.ts';

/** A fault that still stands in the archive: a row of `known-faults.jsonl`. */
export interface Known {
  readonly path: string;
  readonly line: number;
  readonly class: string;
  readonly severity: string;
  readonly col: number;
  readonly detail: string;
  readonly text: string;
}

/** How many rows of one class are found, which are not, and which are no faults. */
export interface Recall {
  readonly class: string;
  readonly severity: string;
  readonly found: number;
  readonly missed: readonly Known[];
  readonly unfit: readonly Known[];
}

export function knownFaults(): Known[] {
  return corpusLines<Known>('known-faults.jsonl');
}

/** The recall of each class, and the problems that no row speaks of. */
export function recall({ found }: Archive): {
  readonly classes: readonly Recall[];
  readonly unknown: readonly Found[];
} {
  const byLine = new Map<string, Found[]>();
  for (const problem of found) {
    for (let line = problem.line; line <= problem.lastLine; line++) {
      const place = `${problem.path}:${line}`;
      byLine.set(place, [...(byLine.get(place) ?? []), problem]);
    }
  }
  const inFrontMatter = new Map<string, Found[]>();
  for (const problem of found.filter(({ rule }) => FRONT_MATTER.has(rule))) {
    inFrontMatter.set(problem.path, [...(inFrontMatter.get(problem.path) ?? []), problem]);
  }
  const known = new Set<Found>();
  const classes = new Map<string, { severity: string; found: number; missed: Known[]; unfit: Known[] }>();
  for (const row of knownFaults()) {
    const result = classes.get(row.class) ?? { severity: row.severity, found: 0, missed: [], unfit: [] };
    classes.set(row.class, result);
    // A value may go over several lines, and the row names the last.
    const there = row.severity === 'frontmatter' ? inFrontMatter.get(row.path) : byLine.get(`${row.path}:${row.line}`);
    const hits = (there ?? []).filter(({ rule }) => RULES_FOR[row.class]?.includes(rule));
    for (const hit of hits) known.add(hit);
    if (hits.length > 0) result.found++;
    else if (isNoFault(row)) result.unfit.push(row);
    else result.missed.push(row);
  }
  return {
    classes: [...classes].map(([kind, result]) => ({ class: kind, ...result })),
    unknown: found.filter((problem) => !known.has(problem)),
  };
}

/** Why a row is no fault, by `path:line:class`. */
const NO_FAULTS: Readonly<Record<string, string>> = JSON.parse(readFileSync('test/corpus/noFaults.json', 'utf8'));

const FRONT_MATTER: ReadonlySet<string> = new Set([
  'description',
  'one-sentence',
  'image',
  'day-number',
  'date',
  'title',
]);

/** Rows of what the description of the format calls no faults, and those that a reader found wrong. */
function isNoFault({ path, line, class: kind, text, detail }: Known): boolean {
  if (`${path}:${line}:${kind}` in NO_FAULTS) return true;
  switch (kind) {
    case 'name-noncanonical':
      return /^(?:The New Yorker|The New Republic|WIRED|VICE News|Stat News)\b/.test(detail);
    case 'group-escaped-paren':
      return true; // `\(`: the page shows a bracket like any other
    case 'no-period-after-bold-headline':
      return /^\s*(?:[*-]|\d+\.) |^\s+\*\*|\\$/.test(text); // an item that is its headline alone, a tracker's row
    case 'internal-anchor-dead':
      return !/com\/(?:2017|2018|2020|2021|2022|2024|2025)\//.test(detail); // leads to a year that is kept aside
    case 'url-nonascii-or-nbsp':
      return /#[^)\s]*[\u00a0\u2018-\u201d]/.test(text); // an anchor has the quotation marks of its headline
    default:
      return false;
  }
}
