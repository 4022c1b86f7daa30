import type { Span } from '../text/text.ts';
import { withoutTracking } from './trackingParameters.ts';

/** `example.org` of `https://www.example.org/a`, in lower case; undefined where no web address stands. */
export function hostOf(address: string): string | undefined {
  return hostAt(address, { from: 0, to: address.length });
}

/** The host of the address that stands in the span. */
export function hostAt(text: string, { from, to }: Span): string | undefined {
  const start = hostStart(text, from);
  const slash = start === from ? -1 : text.indexOf('/', start);
  if (slash > start && slash < to && slash - start <= LONGEST_HOST) {
    const host = text.slice(start, slash);
    if (PLAIN_HOST.test(host)) return host;
  }
  let end = start;
  let isLower = true;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (endsHost(code)) break;
    if (code >= 65 && code <= 90) isLower = false;
  }
  if (start === from || end <= start || end - start > LONGEST_HOST) return undefined;
  const host = text.slice(start, end);
  return isLower ? host : host.toLowerCase();
}

/** As nearly all are written, before a path. */
const PLAIN_HOST = /^[a-z0-9.-]+$/;

/** As names of hosts go. */
const LONGEST_HOST = 253;

/** Where an address tells its page: from its host on. */
export function pageAt(text: string, { from, to }: Span): Span {
  return { from: hostStart(text, from), to };
}

/** The quick way past: whether two addresses, from their hosts on, may lead to one page, as hardly any two of a group do. */
export function mayBeSamePage(text: string, a: Span, b: Span): boolean {
  let left = a.from;
  let right = b.from;
  for (; left < a.to && right < b.to; left++, right++) {
    const code = text.charCodeAt(left);
    const other = text.charCodeAt(right);
    if (endsPage(code) || endsPage(other)) return true;
    if ((code | 32) !== (other | 32)) return false;
  }
  return true;
}

/**
 * What two addresses of the same page have in common: no scheme, no `www.`, no backslash escapes, no tracking, no fragment
 * and no slash at the end. Undefined where no web address stands.
 */
export function pageOf(address: string): string | undefined {
  const from = hostStart(address, 0);
  if (from === 0) return undefined;
  let page = address.slice(from);
  if (page.includes('\\') || page.includes('&amp;')) page = unescaped(page);
  page = withoutFragment(page);
  if (page.includes('?')) page = withoutTracking(page);
  const query = page.indexOf('?');
  const path = withoutEnd(query < 0 ? page : page.slice(0, query));
  const host = path.indexOf('/') < 0 ? path.length : path.indexOf('/');
  return path.slice(0, host).toLowerCase() + path.slice(host) + (query < 0 ? '' : page.slice(query));
}

/** The place in a page that an address leads to, as `link-1` in `…#link-1`; empty where it leads to the page's top. */
export function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? '' : unescaped(address.slice(at + 1));
}

/** Where the host begins, behind the scheme and `www.`; the beginning itself where there is no scheme. */
function hostStart(text: string, from: number): number {
  let start = from;
  if (text.startsWith('https://', from)) start += 8;
  else if (text.startsWith('http://', from)) start += 7;
  else start += /^https?:\/\//i.exec(text.slice(from, from + 8))?.[0].length ?? 0;
  return start > from && text.startsWith('www.', start) ? start + 4 : start;
}

/** `?` `#` `\` and `&`: what follows may be no part of the page, or is written in another way. */
function endsPage(code: number): boolean {
  return code === 63 || code === 35 || code === 92 || code === 38;
}

/** `/` `?` `#` `:` `\` and white space. */
function endsHost(code: number): boolean {
  return code === 47 || code === 63 || code === 35 || code === 58 || code === 92 || code <= 32;
}

function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
}

function withoutFragment(page: string): string {
  const at = page.indexOf('#');
  return at < 0 ? page : page.slice(0, at);
}

function withoutEnd(path: string): string {
  if (path.endsWith('/')) return path.slice(0, -1);
  return path.endsWith('/index.html') ? path.slice(0, -'/index.html'.length) : path;
}
