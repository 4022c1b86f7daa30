/** The options and extensions of commonmarker (the Ruby library around GitHub's cmark) that change what a page shows. */
export interface CommonMarkOptions {
  /** `SMART`: quotes curl, hyphens become dashes, and three dots become an ellipsis. */
  readonly smart: boolean;
  /** `UNSAFE`: raw HTML is kept. Otherwise a comment says that it was omitted. */
  readonly unsafe: boolean;
  /** `FOOTNOTES` */
  readonly footnotes: boolean;
  /** What a line break in a paragraph becomes: a line break (`HARDBREAKS`), a space (`NOBREAKS`), or a line feed. */
  readonly softBreak: '<br />\n' | ' ' | '\n';
  /** `GITHUB_PRE_LANG`: the language of a code block is an attribute of its `pre`. */
  readonly preLang: boolean;
  /** The extension `strikethrough`, and whether it needs two tildes (`STRIKETHROUGH_DOUBLE_TILDE`). */
  readonly strikethrough: boolean;
  readonly doubleTilde: boolean;
  /** The extensions of the same names. */
  readonly table: boolean;
  readonly tasklist: boolean;
  readonly autolink: boolean;
  readonly tagfilter: boolean;
  /** Whether headings have ids made of their text, as GitHub Pages' `CommonMarkGhPages` gives them. */
  readonly headingIds: boolean;
}

/** commonmarker without options and extensions. */
export const PLAIN_COMMONMARK: CommonMarkOptions = {
  smart: false,
  unsafe: false,
  footnotes: false,
  softBreak: '\n',
  preLang: false,
  strikethrough: false,
  doubleTilde: false,
  table: false,
  tasklist: false,
  autolink: false,
  tagfilter: false,
  headingIds: false,
};

/** How Daybook reads Markdown where nothing names an engine: with typography, footnotes, strikethrough and raw HTML. */
export const DEFAULT_COMMONMARK: CommonMarkOptions = {
  ...PLAIN_COMMONMARK,
  smart: true,
  unsafe: true,
  footnotes: true,
  strikethrough: true,
};

/** GitHub's dialect. */
export const GFM: CommonMarkOptions = {
  ...PLAIN_COMMONMARK,
  unsafe: true,
  footnotes: true,
  strikethrough: true,
  table: true,
  tasklist: true,
  autolink: true,
  tagfilter: true,
};
