// What the editor and the page say to each other. Types only: both sides import this file, neither the other.

/** A run of top-level blocks that replaces another one. */
export interface Splice {
  /** The index of the first block that is replaced, and how many are. */
  readonly start: number;
  readonly remove: number;
  /** The HTML of each block that comes in their place. */
  readonly blocks: readonly string[];
}

/** One part of the page, the head or the body, as it becomes. */
export interface Part {
  readonly splice: Splice;
  /**
   * For each block there is after the splice the source line (from 0) in which it begins and the one behind its last,
   * one pair after the other: `[6, 7, 8, 9]`.
   */
  readonly lines: readonly number[];
  /** For each list item the index of its block and the line in which it begins, one pair after the other; each is one `li`. */
  readonly items: readonly number[];
}

/** A problem, as words that are underlined. */
export interface Mark {
  /** Counts the blocks of the head and then those of the body. */
  readonly block: number;
  /** Offsets in the text of the block. */
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  /** Where the problem begins in the entry's text; the page gives it back. */
  readonly source: number;
}

export type Target = 'site' | 'email' | 'text';

/** How the page looks, whatever it shows. */
export interface Look {
  readonly theme: 'editor' | 'paper' | 'light' | 'dark' | 'contrast';
  /** In per cent. */
  readonly zoom: number;
  /** What stands before the address of a picture of the site, `/uploads/1.jpg`: the first that has it shows it. */
  readonly pictures: readonly string[];
}

/** From the editor to the page. */
export type ToPage =
  | {
      readonly type: 'update';
      /** Counts the updates; the page answers with it. */
      readonly version: number;
      readonly head: Part;
      readonly body: Part;
      /** Those of the version before, where they are by now. */
      readonly marks: readonly Mark[];
      /** Where the cursor will be when what was written is shown; undefined where nobody writes. A place as in `cursor`. */
      readonly cursor: number | undefined;
    }
  /** Those that the version shown really has, where they are others. */
  | { readonly type: 'marks'; readonly marks: readonly Mark[] }
  /** What is shown from now on, for the page to remember. */
  | { readonly type: 'shows'; readonly state: ShownState }
  | { readonly type: 'look'; readonly look: Look }
  /**
   * The cursor is in this place, a source line and how much of it is before: mark its block. While it is `written` it is kept in the
   * middle of the view; what was merely gone to is brought into view.
   */
  | { readonly type: 'cursor'; readonly place: number; readonly reveal: 'written' | 'seen' | 'no' }
  /** The text has been scrolled to this place; the page follows unless it has the focus. */
  | { readonly type: 'scroll'; readonly place: number }
  /** Put these on the clipboard. */
  | { readonly type: 'copy'; readonly html: string; readonly text: string };

/** From the page to the editor. */
export type FromPage =
  /** The page is loaded and shows nothing yet; `isNew` where it knows of no place to return to. */
  | { readonly type: 'ready'; readonly isNew: boolean }
  | { readonly type: 'received'; readonly version: number }
  /** That character of the block's text was clicked; blocks are counted as in `Mark`. */
  | { readonly type: 'clicked'; readonly block: number; readonly index: number }
  | { readonly type: 'followed'; readonly href: string }
  /** The page, which has the focus or the pointer, was scrolled to this place by the reader. */
  | { readonly type: 'scrolled'; readonly place: number }
  /** A problem was chosen: go to that offset of the entry, and where `fix` is set offer the repairs. */
  | { readonly type: 'problem'; readonly source: number; readonly fix: boolean }
  | { readonly type: 'copied'; readonly ok: boolean };

/** What a preview shows. */
export interface ShownState {
  /** The entry. */
  readonly uri: string;
  readonly target: Target;
  /** Whether it stays with its entry when another one is written in. */
  readonly locked: boolean;
}

/** What the page remembers over a reload, and the editor over a restart. */
export interface PageState extends ShownState {
  /** The place in the source at the top of the view; undefined where it was not scrolled. */
  readonly top?: number;
}
