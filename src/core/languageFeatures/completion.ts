import type { ArchiveIndex } from '../archive/archiveIndex.ts';
import type { OutletUsages } from '../archive/outletUsage.ts';
import type { Day } from '../entry/day.ts';
import type { Outlets } from '../outlets/outlets.ts';
import type { Span } from '../text/text.ts';

/** Something that can stand at the caret. */
export interface Completion {
  readonly kind: 'outlet' | 'label' | 'day' | 'item';
  /** What the writer picks it by. */
  readonly label: string;
  readonly detail: string;
  /** What it replaces, on the caret's line and around the caret. */
  readonly span: Span;
  readonly text: string;
  /** Where in the text writing goes on; behind it where nothing is said. */
  readonly caret?: number;
  /** What is typed is held against this; against the label where nothing is said. */
  readonly filter?: string;
}

/** What is known beyond the entry. */
export interface CompletionContext {
  readonly outlets: Outlets;
  readonly tracking: readonly string[];
  /** Undefined until the archive is read, as is `archive`. */
  readonly uses: OutletUsages | undefined;
  readonly archive: Pick<ArchiveIndex, 'days' | 'summary'> | undefined;
  /** What stands before an entry's path: `https://log.example`, or nothing. */
  readonly site: string;
  /** The entry's own day. */
  readonly own: Day;
}

/** The caret's line, by its parts on either side of the caret. */
export interface LineContext {
  readonly caret: number;
  readonly before: string;
  readonly after: string;
}

/** So many are offered at once; when more is typed, those that fit it. */
export const MOST = 500;

/** `Day 12`, or the date of an entry without a number. */
export function dayName({ number, date, path }: Day): string {
  return number === undefined ? (date ?? path) : `Day ${number}`;
}

/**
 * The name of a link that was begun behind its opening bracket, with what it takes to make a whole link of it: where there are no
 * brackets for an address yet, they come with the name, and the caret goes between them.
 */
export function linkName(
  name: string,
  { caret, after }: LineContext,
): { readonly text: string; readonly to: number; readonly caret?: number } {
  const rest = /^([^[\]()]*)\]/.exec(after)?.[1];
  if (rest !== undefined && after[rest.length + 1] === '(') return { text: name, to: caret + rest.length };
  const to = rest === undefined ? caret : caret + rest.length + 1;
  return { text: `${name}]()`, to, caret: name.length + 2 };
}
