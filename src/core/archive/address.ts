import { withoutTracking } from './tracking.ts';

/** `example.org` of `https://www.example.org/a`, in lower case; undefined where no web address stands. */
export function hostOf(address: string): string | undefined {
  const from = hostStart(address);
  if (from === 0) return undefined;
  let to = from;
  while (to < address.length && !endsHost(address.charCodeAt(to))) to++;
  return to > from ? address.slice(from, to).toLowerCase() : undefined;
}

/**
 * What two addresses of the same page have in common: no scheme, no `www.`, no backslash escapes, no tracking, no fragment
 * and no slash at the end. Undefined where no web address stands.
 */
export function pageOf(address: string): string | undefined {
  const from = hostStart(address);
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

/** Where the host begins, behind the scheme and `www.`; 0 where there is none. */
function hostStart(address: string): number {
  let from = 0;
  if (address.startsWith('https://')) from = 8;
  else if (address.startsWith('http://')) from = 7;
  else from = /^https?:\/\//i.exec(address)?.[0].length ?? 0;
  return from > 0 && address.startsWith('www.', from) ? from + 4 : from;
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
