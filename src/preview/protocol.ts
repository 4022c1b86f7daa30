// What the editor and the page say to each other. Types only: both sides import this file, neither the other.

/** A run of top-level blocks that replaces another one. */
export interface Splice {
  /** The index of the first block that is replaced, and how many are. */
  readonly start: number;
  readonly remove: number;
  /** The HTML of each block that comes in their place. */
  readonly blocks: readonly string[];
}

/** What stands above the body. */
export interface Head {
  readonly title: string;
  readonly description: string;
  readonly date: string;
}

/** From the editor to the page. */
export type ToPage =
  | {
      readonly type: 'update';
      /** Counts the updates; the page answers with it. */
      readonly version: number;
      readonly head: Head;
      readonly splice: Splice;
      /** The source line (from 0) of each block's start, for all blocks there are after the splice. */
      readonly lines: readonly number[];
    }
  /** The cursor is in this source line (from 0): keep its block in view, and mark it. */
  | { readonly type: 'cursor'; readonly line: number };

/** From the page to the editor. */
export type FromPage =
  /** The page is loaded and shows nothing yet. */
  | { readonly type: 'ready' }
  | { readonly type: 'received'; readonly version: number }
  /** The block that starts in this source line was clicked. */
  | { readonly type: 'clicked'; readonly line: number }
  | { readonly type: 'followed'; readonly href: string };

/** What the page remembers over a reload, and the editor over a restart. */
export interface PageState {
  /** The entry that is shown. */
  readonly uri: string;
  /** The source line at the top of the view, with the part of its block that is above. */
  readonly top: number;
}
