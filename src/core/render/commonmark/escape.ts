import Parser from 'markdown-it';

/** Escapes the characters that HTML reserves, except the apostrophe. */
export function escapeHtml(text: string): string {
  return RESERVED_CHARACTER.test(text)
    ? text.replace(RESERVED_CHARACTERS, (character) => ENTITIES[character] ?? character)
    : text;
}

/** Escapes a URL for an attribute as cmark does: percent-encodes unsafe characters, and writes `&` and `'` as entities. */
export function escapeHref(url: string): string {
  if (!UNSAFE_CHARACTER.test(url)) return url;
  return url
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(UNSAFE_CHARACTERS, (unsafe) => HREF_ENTITIES[unsafe] ?? encodeURIComponent(unsafe));
}

/** Decodes one HTML character reference; undefined if its name is unknown. */
export function decodeReference(reference: string): string | undefined {
  if (reference[1] !== '#') {
    const decoded = MARKDOWN_IT_UTILS.unescapeAll(reference);
    return decoded === reference ? undefined : decoded;
  }
  const hexadecimal = reference[2] === 'x' || reference[2] === 'X';
  const code = hexadecimal ? Number.parseInt(reference.slice(3), 16) : Number.parseInt(reference.slice(2), 10);
  const exists = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return String.fromCodePoint(exists ? code : 0xfffd);
}

/** Decodes all HTML character references in a text; unknown ones stay. */
export function unescapeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(CHARACTER_REFERENCES, (reference) => decodeReference(reference) ?? reference);
}

/** Decodes a URL or a title as cmark does: first the character references, then the backslash escapes. */
export function unescapeText(text: string): string {
  return MARKDOWN_IT_UTILS.unescapeMd(unescapeReferences(text));
}

/** Decodes the text after a fence. White space written as a character reference is trimmed like any other. */
export function unescapeInfo(info: string): string {
  return MARKDOWN_IT_UTILS.unescapeMd(unescapeReferences(info).trim());
}

/** Normalizes a label for comparison: folds case and white space. */
export function normalizeLabel(label: string): string {
  return MARKDOWN_IT_UTILS.normalizeReference(label);
}

/** markdown-it exposes its table of entity names only on an instance. */
const MARKDOWN_IT_UTILS = new Parser('zero').utils;

const RESERVED_CHARACTER = /[&<>"]/;
const RESERVED_CHARACTERS = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const UNSAFE_CHARACTER = /[^\w!#$%()*+,\-./:;=?@~]/;
const UNSAFE_CHARACTERS = /[&']|[^\w!#$%&'()*+,\-./:;=?@~]+/g;
const HREF_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', "'": '&#x27;' };
const LONE_SURROGATES = /\p{Surrogate}/gu;

const CHARACTER_REFERENCES = /&(?:#(?:[xX][\dA-Fa-f]{1,6}|\d{1,7})|[A-Za-z][\dA-Za-z]{1,31});/g;
