import {
  AMPERSAND,
  BACKSLASH,
  COLON,
  HASH,
  LOWER_H,
  QUESTION_MARK,
  SLASH,
  SPACE,
  UPPER_A,
  UPPER_Z,
} from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { unescapeBackslashes } from '../text/unescapeBackslashes.ts';
import { queryWithoutTracking } from './trackingParameters.ts';

/** The host of a web address in lower case without `www.`: `example.org`. Undefined if the text is not a web address. */
export function hostOf(address: string): string | undefined {
  return hostAt(address, { from: 0, to: address.length });
}

/** As `hostOf`, for the address in the span. */
export function hostAt(text: string, { from, to }: Span): string | undefined {
  const start = hostStart(text, from);
  const slash = start === from ? -1 : text.indexOf('/', start);
  if (slash > start && slash < to && slash - start <= MAX_HOST_CHARS) {
    const host = text.slice(start, slash);
    if (PLAIN_HOST.test(host)) return host;
  }
  let end = start;
  let isLower = true;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (endsHost(code)) break;
    if (code >= UPPER_A && code <= UPPER_Z) isLower = false;
  }
  if (start === from || end <= start || end - start > MAX_HOST_CHARS) return undefined;
  const host = text.slice(start, end);
  return isLower ? host : host.toLowerCase();
}

/** A host in the form that nearly all addresses have. */
const PLAIN_HOST = /^[a-z0-9.-]+$/;

/** The limit of the domain name system. */
const MAX_HOST_CHARS = 253;

/** The part of an address that identifies the page, which starts at the host. */
export function pageSpan(text: string, { from, to }: Span): Span {
  return { from: hostStart(text, from), to };
}

/**
 * The first character of a page, which is the same for all addresses that `mayBeSamePage`, as a code. Undefined if it may not be part of
 * the page.
 */
export function initialOf(text: string, { from, to }: Span): number | undefined {
  const code = from < to ? text.charCodeAt(from) : HASH;
  return mayEndPage(code) ? undefined : code | 0x20; // without case
}

/** A fast check whether two addresses, given from their hosts on, may lead to the same page. Rules out nearly all pairs. */
export function mayBeSamePage(text: string, a: Span, b: Span): boolean {
  let left = a.from;
  let right = b.from;
  for (; left < a.to && right < b.to; left++, right++) {
    const leftCode = text.charCodeAt(left);
    const rightCode = text.charCodeAt(right);
    if (mayEndPage(leftCode) || mayEndPage(rightCode)) return true;
    if ((leftCode | 0x20) !== (rightCode | 0x20)) return false; // compares ASCII letters without case
  }
  return true;
}

/**
 * A key that is the same for all addresses of a page: without scheme, `www.`, backslash escapes, tracking, fragment and final slash.
 * Undefined if the text is not a web address.
 */
export function pageKeyOf(address: string): string | undefined {
  const from = hostStart(address, 0);
  if (from === 0) return undefined;
  const written = address.slice(from);
  const isEscaped = written.includes('\\') || written.includes('&amp;');
  const page = withoutFragment(isEscaped ? unescapeAddress(written) : written);
  const query = page.indexOf('?');
  const path = withoutFinalSlash(query < 0 ? page : page.slice(0, query));
  const slash = path.indexOf('/');
  const hostEnd = slash < 0 ? path.length : slash;
  const key = path.slice(0, hostEnd).toLowerCase() + path.slice(hostEnd);
  return query < 0 ? key : key + queryWithoutTracking(page, query);
}

/** The fragment of an address, such as `link-1` in `…#link-1`; empty if there is none. */
export function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? '' : unescapeAddress(address.slice(at + 1));
}

/** The offset of the host, after the scheme and `www.`; `from` itself if there is no scheme. */
export function hostStart(text: string, from: number): number {
  if ((text.charCodeAt(from) | 0x20) !== LOWER_H) return from;
  let start = from;
  if (text.startsWith('https://', from)) start += 8;
  else if (text.startsWith('http://', from)) start += 7;
  else start += /^https?:\/\//i.exec(text.slice(from, from + 8))?.[0].length ?? 0;
  return start > from && text.startsWith('www.', start) ? start + 4 : start;
}

/** Whether what follows may not be part of the page, or may be an escape. */
function mayEndPage(code: number): boolean {
  return code === QUESTION_MARK || code === HASH || code === BACKSLASH || code === AMPERSAND;
}

function endsHost(code: number): boolean {
  return (
    code === SLASH || code === QUESTION_MARK || code === HASH || code === COLON || code === BACKSLASH || code <= SPACE
  );
}

/** The address without Markdown's backslash escapes and with `&` for `&amp;`. */
export function unescapeAddress(address: string): string {
  return unescapeBackslashes(address).replaceAll('&amp;', '&');
}

function withoutFragment(page: string): string {
  const at = page.indexOf('#');
  return at < 0 ? page : page.slice(0, at);
}

function withoutFinalSlash(path: string): string {
  if (path.endsWith('/')) return path.slice(0, -1);
  return path.endsWith('/index.html') ? path.slice(0, -'/index.html'.length) : path;
}
