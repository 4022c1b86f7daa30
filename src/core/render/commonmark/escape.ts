import Parser from 'markdown-it';

/** Escapes what HTML reserves; an apostrophe stays. */
export function escapeHtml(text: string): string {
  return RESERVED.test(text) ? text.replace(EVERY_RESERVED, (character) => ENTITIES[character] ?? character) : text;
}

/** A link's address as cmark writes it into an attribute: percent-encoded where a URL needs it, `&` and `'` as entities. */
export function escapeHref(address: string): string {
  if (!UNSAFE.test(address)) return address;
  return address
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(EVERY_UNSAFE, (unsafe) => HREF_ENTITIES[unsafe] ?? encodeURIComponent(unsafe));
}

/** One HTML character reference as the text it stands for; undefined if there is no such name. */
export function decodeReference(reference: string): string | undefined {
  if (reference[1] !== '#') {
    const decoded = UTILITIES.unescapeAll(reference);
    return decoded === reference ? undefined : decoded;
  }
  const hexadecimal = reference[2] === 'x' || reference[2] === 'X';
  const code = hexadecimal ? Number.parseInt(reference.slice(3), 16) : Number.parseInt(reference.slice(2), 10);
  const exists = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return String.fromCodePoint(exists ? code : 0xfffd);
}

export function unescapeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(EVERY_REFERENCE, (reference) => decodeReference(reference) ?? reference);
}

/** What an address or a title means: references decoded first, backslash escapes taken off after, as cmark does. */
export function unescapeText(text: string): string {
  return UTILITIES.unescapeMd(unescapeReferences(text));
}

/** A label as link definitions and footnotes compare it: without case, and with single spaces. */
export function normalizeLabel(label: string): string {
  return UTILITIES.normalizeReference(label);
}

/** markdown-it lends its table of names only through an instance. */
const UTILITIES = new Parser('zero').utils;

const RESERVED = /[&<>"]/;
const EVERY_RESERVED = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const UNSAFE = /[^\w!#$%()*+,\-./:;=?@~]/;
const EVERY_UNSAFE = /[&']|[^\w!#$%&'()*+,\-./:;=?@~]+/g;
const HREF_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', "'": '&#x27;' };
const LONE_SURROGATE = /\p{Surrogate}/gu;

const EVERY_REFERENCE = /&(?:#(?:[xX][\dA-Fa-f]{1,6}|\d{1,7})|[A-Za-z][\dA-Za-z]{1,31});/g;
