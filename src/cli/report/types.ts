import type { Problem } from '../../core/lint/rule.ts';

/** The result of checking one entry. The spans of the problems are in `text`. */
export interface CheckedEntry {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** How many problems were fixed before these were found. */
  readonly fixed: number;
}

/** Receives entries one at a time, so that the texts of an archive need not be kept in memory. */
export interface Reporter {
  readonly add: (entry: CheckedEntry) => void;
  /** Returns the whole report, after the last entry. */
  readonly end: () => string;
}
