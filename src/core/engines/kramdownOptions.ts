/**
 * The options of kramdown that change what a page shows, by their own names in camel case. `_config.yml` sets them below `kramdown:`; an
 * entry may change some in `{::options … /}`.
 */
export interface KramdownOptions {
  /** Which parser reads the text: GitHub's dialect (fences, strikethrough, tables, hard wraps), as in Jekyll, or kramdown's own. */
  readonly input: 'GFM' | 'kramdown';
  /** Whether every line break in a paragraph is a `<br />`. Only the GFM parser knows it. */
  readonly hardWrap: boolean;
  /** What the GFM parser does otherwise than kramdown: `paragraph_end` lets a list, a heading or a fence end a paragraph. */
  readonly gfmQuirks: readonly string[];
  /** Whether headings have ids made of their text. */
  readonly autoIds: boolean;
  readonly autoIdPrefix: string;
  /** Whether markup is left out of ids. */
  readonly autoIdStripping: boolean;
  /** The opening and closing single quotes, then the double ones: `‘’“”`, as characters. */
  readonly smartQuotes: readonly [string, string, string, string];
  /** Replacements for typographic symbols: `{ hellip: '...', mdash: '---' }`. Those that are not named become the characters. */
  readonly typographicSymbols: Readonly<Record<string, string>>;
  readonly footnoteNr: number;
  readonly footnotePrefix: string;
  /** The text of the link back from a footnote; empty for none. As HTML: `&#8617;`. */
  readonly footnoteBacklink: string;
  /** Whether the link back is at the end of a footnote's last paragraph even if something else follows. */
  readonly footnoteBacklinkInline: boolean;
  /** Added to the level of every heading. */
  readonly headerOffset: number;
  /** The levels of the headings that `{:toc}` lists. */
  readonly tocLevels: readonly number[];
  /** Whether Markdown inside block-level HTML is read without `markdown="1"`. */
  readonly parseBlockHtml: boolean;
  /** Whether Markdown inside inline HTML is read. */
  readonly parseSpanHtml: boolean;
  /** Whether a line break between Chinese, Japanese or Korean characters is removed. */
  readonly removeLineBreaksForCjk: boolean;
  /** Link definitions that every page has: `{ label: { url, title } }`. */
  readonly linkDefinitions: Readonly<Record<string, { readonly url: string; readonly title?: string }>>;
}

/** What Jekyll sets where `_config.yml` sets nothing. */
export const JEKYLL_KRAMDOWN: KramdownOptions = {
  input: 'GFM',
  hardWrap: false,
  gfmQuirks: ['paragraph_end'],
  autoIds: true,
  autoIdPrefix: '',
  autoIdStripping: false,
  smartQuotes: ['‘', '’', '“', '”'],
  typographicSymbols: {},
  footnoteNr: 1,
  footnotePrefix: '',
  footnoteBacklink: '&#8617;',
  footnoteBacklinkInline: false,
  headerOffset: 0,
  tocLevels: [1, 2, 3, 4, 5, 6],
  parseBlockHtml: false,
  parseSpanHtml: true,
  removeLineBreaksForCjk: false,
  linkDefinitions: {},
};
