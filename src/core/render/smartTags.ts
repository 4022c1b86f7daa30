import { lengthOfMatch } from './commonmark/characters.ts';

/** A start tag as kramdown reads it: `markup` is how it is written again, without the `>`. */
interface OpenTag {
  readonly name: string;
  readonly markup: string;
  readonly length: number;
  readonly isClosed: boolean;
}

/** Text between tags: what HTML reserves is escaped, but character references stay. */
export function escapeText(text: string): string {
  return text.replace(
    /[<>]|&(?!(?:[\w:][\w:.-]*|#\d+|#x[\dA-Fa-f]+);)/g,
    (character) => ESCAPES[character] ?? character,
  );
}

/** The start tag at the offset. */
export function openTag(source: string, at: number): OpenTag | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  if (match === null) return undefined;
  const [written, spelling = '', attributes = '', slash] = match;
  const name = spelling.toLowerCase();
  let markup = `<${name}`;
  for (const [, key = '', , quoted, bare] of attributes.matchAll(ATTRIBUTE)) {
    markup += ` ${key.toLowerCase()}="${escapeText(quoted ?? bare ?? '').replaceAll('"', '&quot;')}"`;
  }
  return { name, markup, length: written.length, isClosed: slash !== undefined || EMPTY.has(name) };
}

/** The element whose start tag it is, around HTML. */
export function element({ name, markup }: OpenTag, inner: string): string {
  return inner === '' && EMPTY.has(name) ? `${markup} />` : `${markup}>${inner}</${name}>`;
}

/** The comment's length at the offset; 0 if there is none. */
export function commentLength(source: string, at: number): number {
  return lengthOfMatch(COMMENT, source, at);
}

/** Whether kramdown takes such an element for a block where no prose stands before it; `s` and `mark` are among them. */
export function startsBlock({ name }: OpenTag): boolean {
  return !PHRASES.has(name);
}

/** Whether such a tag inside prose is shown as text. */
export function isOutOfPlace({ name }: OpenTag): boolean {
  return BLOCKS.has(name);
}

/** Whether quotes stay as they are inside such an element. */
export function isRaw({ name }: OpenTag): boolean {
  return VERBATIM.has(name) || !(PHRASES.has(name) || BLOCKS.has(name));
}

/** Everything from the offset to the tag's end tag as it is, and the offset behind that. */
export function rawContent(source: string, from: number, { name }: OpenTag, depth = 0): { html: string; end: number } {
  let html = '';
  let at = from;
  while (at < source.length) {
    const comment = commentLength(source, at);
    const close = lengthOfMatch(CLOSE, source, at);
    const inner = depth < DEPTH_LIMIT ? openTag(source, at) : undefined;
    if (comment > 0) {
      html += source.slice(at, at + comment);
      at += comment;
    } else if (close > 0) {
      const closed = source
        .slice(at + 2, at + close - 1)
        .trim()
        .toLowerCase();
      at += close;
      // An end tag without a start is dropped.
      if (closed === name) return { html, end: at };
    } else if (inner !== undefined) {
      at += inner.length;
      const content = inner.isClosed ? { html: '', end: at } : rawContent(source, at, inner, depth + 1);
      html += inner.isClosed ? `${inner.markup} />` : element(inner, content.html);
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

/** How deep elements nest; what is deeper is text. */
export const DEPTH_LIMIT = 100;

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

const TAG =
  /<([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}_][\p{L}\p{N}_.:-]*(?:\s*=\s*(?:\w+|"[^"]*"|'[^']*'))?)*)\s*(\/)?>/uy;
const ATTRIBUTE = /([\p{L}_][\p{L}\p{N}_.:-]*)(?:\s*=\s*(?:(["'])(.*?)\2|(\w+)))?/gsu;
const CLOSE = /<\/[\p{L}_][\p{L}\p{N}_.:-]*\s*>/uy;
const COMMENT = /<!--[\s\S]*?-->/y;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PHRASES = words(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label option q rb rbc rp rt rtc ruby samp select small span strong sub sup textarea tt var',
);
const BLOCKS = words(
  'address article aside applet body blockquote button caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend listing menu li map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul',
);
const VERBATIM = words('br code img input option textarea');
const EMPTY = words('area base br col command embed hr img input keygen link meta param source track wbr');
