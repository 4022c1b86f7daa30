import type { Span } from '../text/text.ts';

/**
 * One file, one day. The running example of the spans below is this line:
 *
 *     1/ **Mayor resigns**. She left today. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))
 *
 * What is missing in the text is missing in the tree; nothing here says whether that is a fault.
 */
export interface Entry {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Everything after the front matter. */
  readonly body: Span;
  /** In the order of the text; they do not overlap. What lies between them is blank. */
  readonly blocks: readonly Block[];
  /** Those of the blocks that are not `regular`, for rules that have nothing to say of the others. */
  readonly irregular: readonly Block[];
}

/** From the opening `---` to the end of the closing line, its line break included. */
export interface FrontMatter extends Span {
  /** What stands behind the opening `---` on its line, as `js` in `---js`. */
  readonly language: Span | undefined;
  /** Between the two fences, without the line breaks at either end. */
  readonly content: Span;
  /** The closing `---`. */
  readonly close: Span | undefined;
  readonly keys: readonly Key[];
}

/** A top-level key and its value: `title: Day 1080`. The span covers both and every line of the value. */
export interface Key extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, quotes included, spaces and comment around it not; empty where nothing stands. */
  readonly value: Span;
}

export type BlockKind =
  | 'section' // 1/ …, TK/ …
  | 'poll' // poll/ …
  | 'named' // study/ …
  | 'bullet' // * …
  | 'ordered' // 1. …
  | 'heading'
  | 'divider'
  | 'tweet' // {% twitter … %} and every other line that is a Liquid tag
  | 'quote'
  | 'marker' // <!-- … -->
  | 'html'
  | 'code'
  | 'footnote' // [^1]: …
  | 'signoff' // *See you tomorrow.*
  | 'note' // **Nov. 5**: Election Day. \
  | 'paragraph';

/** A run of lines that belong together: one item, one heading, one paragraph. Ends before its last line break. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** White space before the block, in columns. */
  readonly indent: number;
  /** `* `, `1. `, `## `, `> `: what Markdown takes off. */
  readonly marker: Span | undefined;
  readonly label: Label | undefined;
  /** What follows marker and label, without white space at either end: `**Mayor resigns**. …)`. */
  readonly story: Span;
  readonly headline: Headline | undefined;
  /** Every link of the story, those in citation groups included. */
  readonly links: readonly Link[];
  readonly citations: readonly CitationGroup[];
  /**
   * Whether it reads as nearly every item does: a headline, and at the end, behind a full stop, its one citation group, which is
   * regular and has all its links, plain ones. Rules on the form of citations have nothing to say of it.
   */
  readonly regular: boolean;
}

/** `1/`, `poll/`, `TK/`: from its first character to its last slash. */
export interface Label extends Span {
  readonly kind: 'number' | 'poll' | 'named' | 'placeholder';
  /** The label without its slash: `1`. */
  readonly name: Span;
}

/** The bold run, asterisks included. `close` is missing where the bold never ends. */
export interface Headline extends Span {
  /** Between the asterisks: `Mayor resigns`. */
  readonly words: Span;
  readonly close: Span | undefined;
}

/**
 * How much of `[name](address)` is there:
 * `whole`; `no-bracket` `[CNN(https://…)`; `spaced` `[CNN] (https://…)`; `parted` `[CNN].(https://…)` and `[CNN]h(ttps://…)`;
 * `reversed` `(CNN)[https://…]`; `open-address` `[CNN](https://…` without its bracket; `no-opening` `CNN](https://…)`; `doubled`
 * `[CNN]](https://…)` and `[CNN]((https://…)`; `no-paren` `[CNN]https://…)`, `[CNN][https://…)` and `[CNNhttps://…)`; `escaped`
 * `\[CNN\](https://…)`, which shows as it stands.
 */
export type LinkForm =
  | 'whole'
  | 'no-bracket'
  | 'spaced'
  | 'parted'
  | 'reversed'
  | 'open-address'
  | 'no-opening'
  | 'doubled'
  | 'no-paren'
  | 'escaped';

/** An inline link or a citation: `[Herald](https://herald.example/a)`. */
export interface Link extends Span {
  readonly form: LinkForm;
  /** The text shown, here the outlet: `Herald`. */
  readonly name: Span;
  /** `https://herald.example/a`, as written: it may hold backslash escapes. */
  readonly address: Span;
  /** Whether it is whole, with a name and a web address in which nothing stands that a rule would have to look at closer. */
  readonly plain: boolean;
}

/**
 * The bracketed group: `([Herald](…) / [KXYZ](…))`, or what is left of one. A chain of links joined by ` / `
 * without any bracket (`* **Live blogs**: [A](…) / [B](…)`) is a group too.
 */
export interface CitationGroup extends Span {
  /** Everything in it but white space, in order: brackets, separators, links, and whatever else stands there. */
  readonly pieces: readonly Piece[];
  /** Whether it reads `(link / link / …)` to the letter, so that no rule on its shape has to look closer. */
  readonly regular: boolean;
}

export type Piece = Citation | GroupToken;

/** One link of a group. */
export interface Citation extends Span {
  readonly kind: 'citation';
  readonly link: Link;
}

/**
 * `open` `(`, `close` `)`, `separator` `/`, `other-separator` (`,` `;` `|` `and` `&`), `name` (an outlet that has no
 * link, or the part of one that stands outside it), `address` (a pasted one), `stray` (anything else).
 */
export interface GroupToken extends Span {
  readonly kind: 'open' | 'close' | 'separator' | 'other-separator' | 'name' | 'address' | 'stray';
}
