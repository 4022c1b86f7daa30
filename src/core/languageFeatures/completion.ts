import type { ArchiveIndex } from '../archive/archiveIndex.ts';
import type { OutletUsages } from '../archive/outletUsage.ts';
import type { Day } from '../entry/day.ts';
import type { Outlets } from '../outlets/outlets.ts';
import type { Span } from '../text/text.ts';

/** A text that can be inserted at the caret. */
export interface Completion {
  readonly kind: 'outlet' | 'label' | 'day' | 'item' | 'snippet';
  /** The text in the list of completions. */
  readonly label: string;
  readonly detail: string;
  /** The span to replace. It is on the caret's line and includes the caret. */
  readonly span: Span;
  /** For a snippet, in the editor's syntax for snippets: with tab stops such as `${1:Outlet}`. */
  readonly insertText: string;
  /** Where the caret goes, as an offset in `insertText`; by default, to its end. */
  readonly caret?: number;
  /** The text that is matched with what is typed; by default, the label. */
  readonly filterText?: string;
}

/** Everything that completions need beyond the entry. */
export interface CompletionContext {
  readonly outlets: Outlets;
  readonly trackingParameters: readonly string[];
  /** Undefined until the newest entries of the archive have been read, as is `archive`. */
  readonly outletUsages: OutletUsages | undefined;
  readonly archive: Pick<ArchiveIndex, 'days' | 'summary'> | undefined;
  /** Whether the archive is still being read, so that its citations cannot be counted. */
  readonly isPartial?: boolean;
  /** The part of an address before the path of an entry: `https://log.example`, or empty. */
  readonly site: string;
  /** Whether the editor offers the contributed snippets by itself, so that only those with a number are missing. */
  readonly hasContributedSnippets?: boolean;
  /** The entry's own day. */
  readonly ownDay: Day;
}

/** The caret's line: the caret as an offset in the entry, and the text on either side of it. */
export interface LineContext {
  readonly caret: number;
  readonly before: string;
  readonly after: string;
}

/** The maximum number of completions of a kind; as more is typed, they are computed again. */
export const MAX_COMPLETIONS = 500;

/**
 * Completes the name of a link that has been started with `[`. Adds the rest of the link, `]()`, with the caret between the parentheses,
 * unless it is already there. `to` is the end of the span to replace.
 */
export function completeLinkName(
  name: string,
  { caret, after }: LineContext,
): { readonly text: string; readonly to: number; readonly caret?: number } {
  const restOfName = /^([^[\]()]*)\]/.exec(after)?.[1];
  if (restOfName !== undefined && after[restOfName.length + 1] === '(') {
    return { text: name, to: caret + restOfName.length };
  }
  const to = restOfName === undefined ? caret : caret + restOfName.length + 1;
  return { text: `${name}]()`, to, caret: name.length + 2 };
}
