import type { Outlets } from '../../outlets/outlets.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { hostOf } from '../../urls/url.ts';
import { citedPage } from './citedPages.ts';

/** The part of `Outlets` that is needed to name a citation. */
type OutletNames = Pick<Outlets, 'suggestName'>;

/** A link to be written as a citation. */
export interface LinkToCite {
  readonly address: string;
  /** Plain text; undefined to look up the outlet's name. */
  readonly name?: string | undefined;
}

/**
 * Formats a citation group, `([Reuters](https://…) / [NPR](https://…))`, with outlet names, clean addresses and no repeated pages.
 * Returns an empty text if there are no addresses. `tracking` lists the newsroom's own tracking parameters.
 */
export function formatCitationGroup(
  addresses: readonly string[],
  outlets: OutletNames,
  tracking?: readonly string[],
): string {
  const links = addresses.map((address) => ({ address }));
  const citations = formatCitations(links, outlets, tracking);
  return citations.length === 0 ? '' : `(${citations.join(CITATION_SEPARATOR)})`;
}

/** The separator between two citations of a group. */
export const CITATION_SEPARATOR = ' / ';

/** Formats each link as a citation, `[Reuters](https://…)`, and leaves out repeated pages. */
export function formatCitations(
  links: readonly LinkToCite[],
  outlets: OutletNames,
  tracking?: readonly string[],
): string[] {
  const citedPages = new Set<string>();
  const citations: string[] = [];
  for (const { address, name } of links) {
    const url = canonicalUrl(address, tracking);
    const page = citedPage(url, tracking);
    if (citedPages.has(page)) continue;
    citedPages.add(page);
    citations.push(formatLink(name ?? outlets.suggestName(url) ?? '', url));
  }
  return citations;
}

/** `[name](address)`, escaped. The name is plain text. */
function formatLink(name: string, address: string): string {
  return `[${escapeLinkName(name)}](${escapeLinkAddress(address)})`;
}

/** Escapes plain text for use as the name of a link. */
export function escapeLinkName(name: string): string {
  return name.replace(/[\\[\]]/g, '\\$&');
}

/**
 * Escapes an address for use between the parentheses of a link: percent-encodes whatever would end it or means something to Markdown
 * or Liquid. Balanced parentheses stay, and so do the backslash escapes of an address copied from an entry.
 */
export function escapeLinkAddress(address: string): string {
  const escaped = UNSAFE_CHARACTERS.test(address)
    ? address.replace(/\\(?![!-/:-@[-`{-~])|\{(?=[{%])|[\s<>`[\]]/g, percentEncode)
    : address;
  if (!PARENTHESES.test(escaped) || hasBalancedParentheses(escaped)) return escaped;
  return escaped.replace(/\\?([()])/g, (_, parenthesis) => percentEncode(parenthesis));
}

const UNSAFE_CHARACTERS = /[\s<>`[\]{\\]/;
const PARENTHESES = /[()]/;

function percentEncode(character: string): string {
  return character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character);
}

/** Whether every unescaped parenthesis has its partner. Deep nesting counts as unbalanced: no real address has it. */
function hasBalancedParentheses(address: string): boolean {
  let depth = 0;
  for (let at = 0; at < address.length; at++) {
    const character = address[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) return false;
    if (depth > MAX_PARENTHESIS_DEPTH) return false;
  }
  return depth === 0;
}

const MAX_PARENTHESIS_DEPTH = 3;

/**
 * Reads a word that is nothing but a web address: `https://…`, `<https://…>` or `www.…`. Returns undefined if it is not one that a
 * reader could open.
 */
export function parseWebAddress(word: string): string | undefined {
  const bare = word.startsWith('<') && word.endsWith('>') ? word.slice(1, -1) : word;
  const address = /^www\./i.test(bare) ? `https://${bare}` : bare;
  if (!/^https?:\/\//i.test(address) || /[\s<>]/.test(address)) return undefined;
  return HOST_NAME.test(hostOf(address) ?? '') ? address : undefined;
}

/** Two or more labels separated by dots, with letters of any script. */
const HOST_NAME = /^(?:[^\s.!-,/:-@[-^`{-~]+\.)+[^\s.!-,/:-@[-^`{-~\d][^\s.!-,/:-@[-^`{-~]+$/;
