import { matchLengthAt } from './commonmark/characterClasses.ts';

/** A start tag as kramdown reads it. */
interface StartTag {
  readonly name: string;
  /** The tag as kramdown writes it, without the `>`. */
  readonly markup: string;
  /** The length of the tag in the source. */
  readonly length: number;
  readonly isSelfClosing: boolean;
}

/** Escapes the characters that HTML reserves, but keeps character references. */
export function escapeText(text: string): string {
  return text.replace(
    /[<>]|&(?!(?:[\w:][\w:.-]*|#\d+|#x[\dA-Fa-f]+);)/g,
    (character) => ESCAPES[character] ?? character,
  );
}

/** Reads the start tag at an offset; undefined if there is none. */
export function startTagAt(source: string, at: number): StartTag | undefined {
  START_TAG.lastIndex = at;
  const match = START_TAG.exec(source);
  if (match === null) return undefined;
  const [tag, tagName = '', attributes = '', slash] = match;
  const name = tagName.toLowerCase();
  let markup = `<${name}`;
  for (const [, key = '', , quoted, unquoted] of attributes.matchAll(ATTRIBUTE)) {
    markup += ` ${key.toLowerCase()}="${escapeText(quoted ?? unquoted ?? '').replaceAll('"', '&quot;')}"`;
  }
  return { name, markup, length: tag.length, isSelfClosing: slash !== undefined || VOID_ELEMENTS.has(name) };
}

/** Writes an element from its start tag and its inner HTML. */
export function elementHtml({ name, markup }: StartTag, inner: string): string {
  return inner === '' && VOID_ELEMENTS.has(name) ? `${markup} />` : `${markup}>${inner}</${name}>`;
}

/** The length of the HTML comment at an offset; 0 if there is none. */
export function commentLengthAt(source: string, at: number): number {
  return at < lastCommentEndOf(source) ? matchLengthAt(COMMENT, source, at) : 0;
}

/** The offset of the last `-->`, remembered for one text: it keeps many comments that never close linear. */
function lastCommentEndOf(source: string): number {
  if (source !== lastCommentEnd.source) lastCommentEnd = { source, offset: source.lastIndexOf('-->') };
  return lastCommentEnd.offset;
}

let lastCommentEnd = { source: '', offset: -1 };

/** Whether kramdown treats the element as a block if no prose comes before it. `s` and `mark` are among these. */
export function isBlockTag({ name }: StartTag): boolean {
  return !SPAN_ELEMENTS.has(name);
}

/** Whether kramdown shows the tag as text inside prose. */
export function isEscapedInProse({ name }: StartTag): boolean {
  return BLOCK_ELEMENTS.has(name);
}

/** Whether the content of the element is copied as it is, with straight quotes. */
export function hasRawContent({ name }: StartTag): boolean {
  return RAW_ELEMENTS.has(name) || !(SPAN_ELEMENTS.has(name) || BLOCK_ELEMENTS.has(name));
}

/** Copies the content of an element up to its end tag, starting at an offset. `end` is the offset after the end tag. */
export function readRawContent(
  source: string,
  from: number,
  { name }: StartTag,
  depth = 0,
): { html: string; end: number } {
  let html = '';
  let at = from;
  while (at < source.length) {
    const commentLength = commentLengthAt(source, at);
    const endTagLength = matchLengthAt(END_TAG, source, at);
    const innerTag = depth < MAX_DEPTH ? startTagAt(source, at) : undefined;
    if (commentLength > 0) {
      html += source.slice(at, at + commentLength);
      at += commentLength;
    } else if (endTagLength > 0) {
      const endTagName = source
        .slice(at + 2, at + endTagLength - 1)
        .trim()
        .toLowerCase();
      at += endTagLength;
      // An end tag without a start tag is dropped.
      if (endTagName === name) return { html, end: at };
    } else if (innerTag !== undefined) {
      at += innerTag.length;
      const content = innerTag.isSelfClosing ? { html: '', end: at } : readRawContent(source, at, innerTag, depth + 1);
      html += innerTag.isSelfClosing ? `${innerTag.markup} />` : elementHtml(innerTag, content.html);
      at = content.end;
    } else {
      const next = source.indexOf('<', at + 1);
      const end = next < 0 ? source.length : next;
      html += escapeText(source.slice(at, end));
      at = end;
    }
  }
  return { html, end: at };
}

/** Elements nested deeper than this are treated as text. */
export const MAX_DEPTH = 100;

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

const START_TAG =
  /<([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}_][\p{L}\p{N}_.:-]*(?:\s*=\s*(?:\w+|"[^"]*"|'[^']*'))?)*)\s*(\/)?>/uy;
const ATTRIBUTE = /([\p{L}_][\p{L}\p{N}_.:-]*)(?:\s*=\s*(?:(["'])(.*?)\2|(\w+)))?/gsu;
const END_TAG = /<\/[\p{L}_][\p{L}\p{N}_.:-]*\s*>/uy;
const COMMENT = /<!--[\s\S]*?-->/y;

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const SPAN_ELEMENTS = wordSet(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label option q rb rbc rp rt rtc ruby samp select small span strong sub sup textarea tt var',
);
const BLOCK_ELEMENTS = wordSet(
  'address article aside applet body blockquote button caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend listing menu li map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul',
);
const RAW_ELEMENTS = wordSet('br code img input option textarea');
const VOID_ELEMENTS = wordSet('area base br col command embed hr img input keygen link meta param source track wbr');
