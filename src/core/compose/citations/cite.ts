import type { Outlets } from '../../outlets/outlets.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { fragmentOf, hostOf, pageOf } from '../../urls/url.ts';

/** What `cite` needs to know of outlets. */
type OutletNames = Pick<Outlets, 'nameFor'>;

/** One citation to be written: an address, and the name that came with it. */
export interface Source {
  readonly address: string;
  /** As plain text; undefined where the outlet's name is to be looked up. */
  readonly name?: string | undefined;
}

/**
 * A citation group, `([Reuters](https://…) / [NPR](https://…))`: outlets named, addresses clean, each page once. Without an
 * address there is no group, and the text is empty. `tracking` is the newsroom's own list of it.
 */
export function cite(addresses: readonly string[], outlets: OutletNames, tracking?: readonly string[]): string {
  const sources = addresses.map((address) => ({ address }));
  const citations = citationsOf(sources, outlets, tracking);
  return citations.length === 0 ? '' : `(${citations.join(SEPARATOR)})`;
}

/** What stands between two citations. */
export const SEPARATOR = ' / ';

/** The citations of several sources, each page once, as `[Reuters](https://…)`. */
export function citationsOf(sources: readonly Source[], outlets: OutletNames, tracking?: readonly string[]): string[] {
  const seen = new Set<string>();
  const citations: string[] = [];
  for (const { address, name } of sources) {
    const proper = canonicalUrl(address, tracking);
    const page = `${pageOf(proper) ?? proper}#${fragmentOf(proper)}`;
    if (seen.has(page)) continue;
    seen.add(page);
    citations.push(link(name ?? outlets.nameFor(proper) ?? '', proper));
  }
  return citations;
}

/** `[name](address)`, with nothing in either that would end it early. The name is plain text. */
function link(name: string, address: string): string {
  return `[${safeName(name)}](${safeAddress(address)})`;
}

/** Plain text as it can stand in the name of a link. */
export function safeName(name: string): string {
  return name.replace(/[\\[\]]/g, '\\$&');
}

/**
 * An address as it can stand between the brackets of a link: what would end it, or mean something to Markdown or Liquid, is
 * written as a percent escape. Brackets that balance stay, as do the backslash escapes of an address that comes from an entry.
 */
export function safeAddress(address: string): string {
  const safe = UNSAFE.test(address) ? address.replace(/\\(?![!-/:-@[-`{-~])|\{(?=[{%])|[\s<>`[\]]/g, percent) : address;
  return BRACKETS.test(safe) && !isBalanced(safe) ? safe.replace(/\\?([()])/g, (_, sign) => percent(sign)) : safe;
}

const UNSAFE = /[\s<>`[\]{\\]/;
const BRACKETS = /[()]/;

function percent(sign: string): string {
  return sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign);
}

/** Whether each bracket has its partner; escaped ones need none. No address has more than a few levels. */
function isBalanced(address: string): boolean {
  let depth = 0;
  for (let at = 0; at < address.length; at++) {
    const sign = address[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && depth-- === 0) return false;
    if (depth > 3) return false;
  }
  return depth === 0;
}

/**
 * The web address that a word is: `https://…`, `<https://…>`, `www.…`, and no more than that. Undefined where it is none that
 * a reader could open.
 */
export function addressIn(word: string): string | undefined {
  const bare = word.startsWith('<') && word.endsWith('>') ? word.slice(1, -1) : word;
  const address = /^www\./i.test(bare) ? `https://${bare}` : bare;
  if (!/^https?:\/\//i.test(address) || /[\s<>]/.test(address)) return undefined;
  return HOST.test(hostOf(address) ?? '') ? address : undefined;
}

/** Labels with a dot between them; letters of any script. */
const HOST = /^(?:[^\s.!-,/:-@[-^`{-~]+\.)+[^\s.!-,/:-@[-^`{-~\d][^\s.!-,/:-@[-^`{-~]+$/;
