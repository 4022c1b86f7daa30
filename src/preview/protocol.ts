// The messages between the editor and the page. Types only: both sides import this file, and neither imports the other.
// Source lines are fractional and start at 0: 6.5 is half-way down the seventh line, since page and editor wrap lines differently.

/** A run of top-level blocks that replaces another one. */
export interface Splice {
  /** The index of the first block to replace. */
  readonly start: number;
  /** The number of blocks to replace. */
  readonly remove: number;
  /** The HTML of each new block. */
  readonly blocks: readonly string[];
}

/** The next version of one part of the page: its head or its body. */
export interface Part {
  readonly splice: Splice;
  /** The source lines of each block after the splice, as pairs of first line and line after the last: `[6, 7, 8, 9]`. */
  readonly lines: readonly number[];
  /** The list items, as pairs of the block's index and the item's first line. Each is one `li`. */
  readonly items: readonly number[];
}

/** A problem, shown as underlined text. */
export interface Mark {
  /** The index of the block, counted through head and body. */
  readonly block: number;
  /** Offsets in the text of the block. */
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  /** The offset of the problem in the entry's text; the page sends it back. */
  readonly source: number;
}

export type Target = 'site' | 'email' | 'text';

/** What the page looks like, whatever it shows. */
export interface Appearance {
  readonly theme: 'editor' | 'paper' | 'light' | 'dark' | 'contrast';
  /** In per cent. */
  readonly zoom: number;
  readonly images: ImageSources;
  /** Whether Restricted Mode leaves out the newsroom's own style sheets. */
  readonly isWithoutStyles: boolean;
}

/** Where the page gets its images. */
export interface ImageSources {
  /** The address of the newsroom's folder, for images of the site such as `/uploads/1.jpg`; undefined outside newsrooms. */
  readonly folder: string | undefined;
  /** The address of the site, for those that the folder does not have; undefined if it is not known. */
  readonly site: string | undefined;
  /** Whether images are loaded from other machines or, if not, why: the setting is off, or the folder is not trusted. */
  readonly remote: 'loaded' | 'off' | 'restricted';
}

/**
 * How to scroll to the cursor: while its line is being `written`, keep it in the middle of the view; if the cursor only moved
 * there (`seen`), bring the block into view; or not at all.
 */
export type CursorReveal = 'written' | 'seen' | 'no';

/** From the editor to the page. */
export type ToPage =
  | {
      readonly type: 'update';
      /** Counts the updates; the page answers with it. */
      readonly version: number;
      readonly head: Part;
      readonly body: Part;
      /** The problems of the previous version, shifted to where they are now. */
      readonly marks: readonly Mark[];
      /** The source line where the cursor will be once this text is shown; undefined unless somebody is writing. */
      readonly cursor: number | undefined;
    }
  /** The problems of the version shown, if they differ from those sent with it. */
  | { readonly type: 'marks'; readonly marks: readonly Mark[] }
  /** Whether the entry's file is gone, and its text only here. */
  | { readonly type: 'gone'; readonly isGone: boolean }
  /** What is shown from now on, for the page to remember. */
  | { readonly type: 'shows'; readonly state: ShownState }
  | { readonly type: 'look'; readonly look: Appearance }
  /** The cursor is on this source line. */
  | { readonly type: 'cursor'; readonly line: number; readonly reveal: CursorReveal }
  /** The editor was scrolled to this source line. The page follows unless it has the focus. */
  | { readonly type: 'scroll'; readonly line: number }
  /** Put this on the clipboard. */
  | { readonly type: 'copy'; readonly html: string; readonly text: string };

/** From the page to the editor. */
export type FromPage =
  /** The page is loaded and empty. `isNew` unless it remembers a scroll position. */
  | { readonly type: 'ready'; readonly isNew: boolean }
  | { readonly type: 'received'; readonly version: number }
  /** A character of a block's text was clicked; blocks are counted as in `Mark`. */
  | { readonly type: 'clicked'; readonly block: number; readonly index: number }
  | { readonly type: 'followed'; readonly href: string }
  /** The reader, whose focus or pointer is in the page, scrolled it to this source line. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** A problem was chosen: go to that offset of the entry and, with `fix`, offer the fixes. */
  | { readonly type: 'problem'; readonly source: number; readonly fix: boolean }
  | { readonly type: 'copied'; readonly ok: boolean }
  /** The reader wants to trust the folder. */
  | { readonly type: 'manageTrust' };

/** What a preview shows. */
export interface ShownState {
  /** The entry. */
  readonly uri: string;
  readonly target: Target;
  /** Whether it stays on its entry when another one becomes active. */
  readonly locked: boolean;
}

/** What the page remembers when it is reloaded, and the editor when it restarts. */
export interface PageState extends ShownState {
  /** The source line at the top of the view; undefined if it was never scrolled. */
  readonly top?: number;
  /** Whether the notice about Restricted Mode was closed. */
  readonly isNoticeClosed?: boolean;
}
