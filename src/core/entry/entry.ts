import type { Span } from '../text/text.ts';
import type { Literal } from './literals.ts';

/**
 * One file, one day. The running example for the spans below is this line:
 *
 *     1/ **Mayor resigns**. She left today. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))
 *
 * Parts missing from the text are missing from the tree. Whether that is a problem is for the rules to say.
 */
export interface Entry {
  readonly text: string;
  /** The text with everything that is not prose masked, of the same length. Links and their addresses are not masked. */
  readonly prose: string;
  /** What is masked: code, HTML, comments, Liquid, definitions and the like, in order. */
  readonly literals: readonly Literal[];
  readonly frontMatter: FrontMatter | undefined;
  /** From the end of the front matter to the end of the text. */
  readonly body: Span;
  /** In the order of the text, without overlap, and with nothing but blank lines between them. */
  readonly blocks: readonly Block[];
  /** The blocks that are not `wellFormed`, for rules that never report anything in the others. */
  readonly nonstandard: readonly Block[];
}

/** From the opening `---` to the end of the closing line, including its line break. */
export interface FrontMatter extends Span {
  /** The text after the opening `---` on its line, such as `js` in `---js`; or the opening `+++` of TOML. Its keys are not read. */
  readonly language: Span | undefined;
  /** Between the two fences, without the line breaks at the start and end. */
  readonly content: Span;
  /** The closing `---`; undefined if it is missing. */
  readonly close: Span | undefined;
  readonly keys: readonly Key[];
}

/** A top-level key and its value: `title: Day 1080`. The span covers both, including every line of the value. */
export interface Key extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, with quotes but without surrounding spaces and comment; empty if there is no value. */
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
  | 'tweet' // {% twitter … %} and any other Liquid tag on a line of its own
  | 'quote'
  | 'marker' // <!-- … -->
  | 'html'
  | 'code'
  | 'definition' // [label]: https://…
  | 'footnote' // [^1]: …
  | 'signoff' // *See you tomorrow.*
  | 'note' // **Nov. 5**: Election Day. \
  | 'paragraph';

/** Consecutive lines that form one item, one heading or one paragraph. Ends before its last line break. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Whitespace before the block, in characters. */
  readonly indent: number;
  /** `*`, `1.`, `##`, `>`: the Markdown marker, without the space after it. */
  readonly marker: Span | undefined;
  readonly label: Label | undefined;
  /** The text after marker and label, without whitespace at either end: `**Mayor resigns**. …)`. */
  readonly content: Span;
  readonly headline: Headline | undefined;
  /** Every link of the content, including those in citation groups. */
  readonly links: readonly Link[];
  readonly citationGroups: readonly CitationGroup[];
  /**
   * Whether it has the form of nearly every item: a headline and, at the end, after a full stop, its only citation group, which is well
   * formed and contains all its links, which are plain. Rules about the form of citations never report anything in such a block.
   */
  readonly wellFormed: boolean;
}

/** `1/`, `poll/`, `TK/`: from the first character to the last slash. */
export interface Label extends Span {
  readonly kind: 'number' | 'poll' | 'named' | 'placeholder';
  /** Without the slash: `1`. */
  readonly name: Span;
}

/** The bold text at the start of an item, including the asterisks. */
export interface Headline extends Span {
  /** Between the asterisks: `Mayor resigns`. */
  readonly words: Span;
  /** The closing asterisks; undefined if the bold text never ends. */
  readonly close: Span | undefined;
}

/**
 * Which parts of `[name](address)` are there:
 * `whole` all of them; `no-bracket` `[CNN(https://…)`; `spaced` `[CNN] (https://…)`; `parted` `[CNN].(https://…)` and `[CNN]h(ttps://…)`;
 * `reversed` `(CNN)[https://…]`; `open-address` `[CNN](https://…` without its bracket; `no-opening` `CNN](https://…)`; `doubled`
 * `[CNN]](https://…)` and `[CNN]((https://…)`; `no-paren` `[CNN]https://…)`, `[CNN][https://…)` and `[CNNhttps://…)`; `escaped`
 * `\[CNN\](https://…)`, which is displayed literally.
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
  /** The link text, here the outlet: `Herald`. */
  readonly name: Span;
  /** `https://herald.example/a`, as written: with backslash escapes, but without the angle brackets of `<…>` and a title after it. */
  readonly address: Span;
  /** Whether the link is whole and its name and web address contain nothing that a rule would have to examine further. */
  readonly plain: boolean;
}

/**
 * The citations of an item: `([Herald](…) / [KXYZ](…))`, or what remains of such a group. A chain of links joined by ` / ` without
 * parentheses (`* **Live blogs**: [A](…) / [B](…)`) is a group as well.
 */
export interface CitationGroup extends Span {
  /** Everything in the group but whitespace, in order: parentheses, separators, citations, and anything else. */
  readonly pieces: readonly Piece[];
  /** Whether it is exactly `(link / link / …)`, so that rules about its form need not examine it further. */
  readonly wellFormed: boolean;
}

export type Piece = Citation | GroupToken;

/** One link of a group, together with a remark right after it in brackets: `[Der Spiegel](…) (German)`. */
export interface Citation extends Span {
  readonly kind: 'citation';
  readonly link: Link;
}

/**
 * A part of a group that is not a link: `open` `(`, `close` `)`, `separator` `/`, `other-separator` (`,` `;` `|` `and` `&`), `name` (an
 * outlet without a link, or a part of its name outside the link), `address` (a pasted one), `literal` (a source that is masked, such as
 * the reference `[CNN][c]`), `stray` (anything else).
 */
export interface GroupToken extends Span {
  readonly kind: 'open' | 'close' | 'separator' | 'other-separator' | 'name' | 'address' | 'literal' | 'stray';
}
