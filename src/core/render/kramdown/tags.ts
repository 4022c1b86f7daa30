import { isAsciiWhitespace, matchLengthAt } from '../commonmark/characterClasses.ts';
import type { Attributes } from './attributes.ts';
import type { ContentModel } from './element.ts';
import { findWith, type Scanner, skipWhitespace } from './scanner.ts';

/** A start tag as kramdown reads it. */
export interface StartTag {
  /** In lower case if HTML knows it. */
  readonly name: string;
  readonly attributes: Attributes;
  /** The offset after the tag. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** Reads the start tag at an offset. Values without quotes must be words, so `<a href=http://x>` is none. */
export function startTagAt(text: string, from: number): StartTag | undefined {
  const nameLength = text[from] === '<' ? matchLengthAt(NAME, text, from + 1) : 0;
  if (nameLength === 0) return undefined;
  let end = from + 1 + nameLength;
  const written = text.slice(from + 1, end);
  const name = knownName(written);
  const isKnown = isKnownElement(name);
  const attributes: Attributes = new Map();
  while (isAsciiWhitespace(text.charCodeAt(end))) {
    const start = skipWhitespace(text, end);
    const length = matchLengthAt(NAME, text, start);
    if (length === 0) break;
    const key = text.slice(start, start + length);
    const value = attributeValueAt(text, start + length);
    attributes.set(isKnown ? key.toLowerCase() : key, value?.text ?? '');
    end = value?.end ?? start + length;
  }
  end = skipWhitespace(text, end);
  const isClosed = text[end] === '/';
  if (isClosed) end++;
  return text[end] === '>' ? { name, attributes, end: end + 1, isClosed } : undefined;
}

/** Reads `="value"`; undefined if there is none. */
function attributeValueAt(text: string, from: number): { readonly text: string; readonly end: number } | undefined {
  const equals = skipWhitespace(text, from);
  if (text[equals] !== '=') return undefined;
  const start = skipWhitespace(text, equals + 1);
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    return close < 0 ? undefined : { text: text.slice(start + 1, close), end: close + 1 };
  }
  const length = matchLengthAt(WORD, text, start);
  return length === 0 ? undefined : { text: text.slice(start, start + length), end: start + length };
}

/** Reads the end tag at an offset. Its name is in lower case if HTML knows it. */
export function endTagAt(text: string, from: number): { readonly name: string; readonly end: number } | undefined {
  if (text[from] !== '<' || text[from + 1] !== '/') return undefined;
  const nameLength = matchLengthAt(NAME, text, from + 2);
  if (nameLength === 0) return undefined;
  const end = skipWhitespace(text, from + 2 + nameLength);
  return text[end] === '>' ? { name: knownName(text.slice(from + 2, from + 2 + nameLength)), end: end + 1 } : undefined;
}

/** The offset of the next end tag of an element, in any case; -1 if there is none. */
export function findEndTag(scanner: Scanner, name: string, from: number): number {
  return findWith(scanner, `</${name}`, from, () => {
    for (let at = scanner.text.indexOf('</', from); at >= 0; at = scanner.text.indexOf('</', at + 2)) {
      if (endTagAt(scanner.text, at)?.name.toLowerCase() === name.toLowerCase()) return at;
    }
    return -1;
  });
}

/** Whether a tag, an end tag or a comment may start at an offset. */
export function startsTag(text: string, from: number): boolean {
  return matchLengthAt(TAG_START, text, from) > 0;
}

/** Whether a line that starts with this tag ends a paragraph. Those of inline elements do not. */
export function isBlockTagAt(text: string, from: number): boolean {
  return matchLengthAt(BLOCK_TAG, text, from) > 0;
}

/** The offset after the HTML comment at an offset; -1 if there is none. */
export function commentEndAt(scanner: Scanner, from: number): number {
  if (!scanner.text.startsWith('<!--', from)) return -1;
  const close = findWith(scanner, '-->', from + 4, () => scanner.text.indexOf('-->', from + 4));
  return close < 0 ? -1 : close + 3;
}

export function isSpanTag(name: string): boolean {
  return SPAN_ELEMENTS.has(name.toLowerCase());
}

/** Whether the element is shown as text inside prose. */
export function isBlockTag(name: string): boolean {
  return BLOCK_ELEMENTS.has(name);
}

export function isVoidTag(name: string): boolean {
  return VOID_ELEMENTS.has(name);
}

/** What the content of an element is read as if it is read as Markdown. */
export function contentModelOf(name: string): ContentModel {
  if (BLOCK_CONTENT.has(name)) return 'block';
  return SPAN_CONTENT.has(name) ? 'span' : 'raw';
}

/** What `markdown="…"` at an element says about its content; undefined if it says nothing known. */
export function contentModelFrom(value: string | undefined, name: string): ContentModel | undefined {
  if (value === '1') return contentModelOf(name);
  if (value === '0') return 'raw';
  return value === 'span' || value === 'block' ? value : undefined;
}

function knownName(name: string): string {
  const lowerCase = name.toLowerCase();
  return isKnownElement(lowerCase) ? lowerCase : name;
}

function isKnownElement(name: string): boolean {
  return (
    SPAN_ELEMENTS.has(name) ||
    BLOCK_ELEMENTS.has(name) ||
    VOID_ELEMENTS.has(name) ||
    BLOCK_CONTENT.has(name) ||
    SPAN_CONTENT.has(name) ||
    OTHER_RAW_CONTENT.has(name)
  );
}

const NAME_CHARACTERS = String.raw`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_.-]*`;
const QUALIFIED_NAME = `(?:${NAME_CHARACTERS}:)?${NAME_CHARACTERS}`;
const NAME = new RegExp(QUALIFIED_NAME, 'uy');
const TAG_START = new RegExp(`<(?:${QUALIFIED_NAME}|!--|!\\[CDATA\\[|/)`, 'uy');
const WORD = /[\p{L}\p{M}\p{Nd}\p{Pc}]+/uy;

const SPAN_ELEMENT_NAMES =
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp select small span strong sub sup time tt u var';
const NOT_SPAN = String.raw`(?!(?:${SPAN_ELEMENT_NAMES.replaceAll(' ', '|')}|script)(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]))`;
const BLOCK_TAG = new RegExp(String.raw`<${NOT_SPAN}${QUALIFIED_NAME}|</${NOT_SPAN}${QUALIFIED_NAME}[ \t-\r]*>`, 'uy');

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const SPAN_ELEMENTS = wordSet(SPAN_ELEMENT_NAMES);
const BLOCK_ELEMENTS = wordSet(
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul',
);
const VOID_ELEMENTS = wordSet('area base br col command embed hr img input keygen link meta param source track wbr');
const BLOCK_CONTENT = wordSet(
  'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe li main map menu nav noscript object section summary td',
);
const SPAN_CONTENT = wordSet(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt',
);
const OTHER_RAW_CONTENT = wordSet('script style math option textarea pre code kbd samp var');
