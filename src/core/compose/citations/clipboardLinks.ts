import { scanLinks } from '../../entry/scanLinks.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { textOf } from '../../text/text.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { hostOf } from '../../urls/url.ts';
import { type LinkToCite, parseWebAddress } from './formatCitations.ts';

/** The contents of the clipboard, or what is dropped into the editor. */
export interface ClipboardContent {
  readonly text: string;
  readonly html?: string | undefined;
}

/**
 * Reads the links on the clipboard: web addresses, Markdown links, or the links of a copied page. Returns undefined if there is
 * anything but links and separators.
 */
export function parseClipboardLinks({ text, html }: ClipboardContent): readonly LinkToCite[] | undefined {
  const links = text.length <= MAX_CLIPBOARD_CHARS ? linksInText(text) : undefined;
  if (links) return links;
  return html !== undefined && html.length <= MAX_CLIPBOARD_CHARS ? linksInHtml(html) : undefined;
}

/** Longer content is a whole page, not a list of links. */
const MAX_CLIPBOARD_CHARS = 100_000;

/** The link with its name only if that names an outlet, rather than being a headline or the label of a button. */
export function keepOutletName({ address, name }: LinkToCite, outlets: Outlets): LinkToCite {
  const linkName = name?.replace(/\s+/g, ' ').trim();
  const host = hostOf(canonicalUrl(address));
  if (linkName === undefined || host === undefined) return { address };
  const outlet = outlets.forHost(host);
  const isOutlet = outlet?.names.includes(linkName) || outlets.hostsOf(linkName).length > 0;
  return isOutlet || (!outlet && looksLikeName(linkName)) ? { address, name: linkName } : { address };
}

/** Whether a text is a few words that begin with a capital: `Valley Post`, but not `read more`. */
function looksLikeName(text: string): boolean {
  return (
    text.length <= MAX_NAME_CHARS &&
    text.split(' ').length <= MAX_NAME_WORDS &&
    /^[\p{Lu}\d]/u.test(text) &&
    parseWebAddress(text) === undefined
  );
}

const MAX_NAME_CHARS = 40;
const MAX_NAME_WORDS = 4;

function linksInText(text: string): readonly LinkToCite[] | undefined {
  const links: LinkToCite[] = [];
  let at = 0;
  for (const link of scanLinks(text, { from: 0, to: text.length })) {
    const address = parseWebAddress(textOf(text, link.address));
    if (link.form !== 'whole' || address === undefined) return undefined;
    if (!collectAddresses(text.slice(at, link.from), links)) return undefined;
    const name = textOf(text, link.name).replace(/\\([\\[\]])/g, '$1');
    links.push({ address, name });
    at = link.to;
  }
  return collectAddresses(text.slice(at), links) && links.length > 0 ? links : undefined;
}

/** Adds the bare addresses in a text to the links. Returns false if a word is neither an address nor a separator. */
function collectAddresses(text: string, links: LinkToCite[]): boolean {
  for (const word of text.split(/\s+/)) {
    if (SEPARATOR_WORD.test(word)) continue;
    const address = parseWebAddress(word.replace(/[,;]+$/, ''));
    if (address === undefined) return false;
    links.push({ address });
  }
  return true;
}

/** A word that separates links on pages and in entries, list markers included. */
const SEPARATOR_WORD = /^[/|,;()[\]•·*–—+-]*$/;

function linksInHtml(html: string): readonly LinkToCite[] | undefined {
  const links: LinkToCite[] = [];
  let openLink: { readonly address: string; name: string } | undefined;
  let hiddenTag: string | undefined;
  const acceptText = (text: string): boolean => {
    if (hiddenTag !== undefined) return true;
    if (!openLink) return text.split(/\s+/).every((word) => SEPARATOR_WORD.test(word));
    openLink.name += text;
    return true;
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (!acceptText(decodeEntities(html.slice(at, open < 0 ? html.length : open)))) return undefined;
    if (open < 0) break;
    const isComment = html.startsWith('<!--', open);
    const end = html.indexOf(isComment ? '-->' : '>', open);
    if (end < 0) break;
    at = end + (isComment ? 3 : 1);
    const [, slash, name = ''] = /^<(\/?)([a-z\d]+)/i.exec(html.slice(open, open + 20)) ?? [];
    const tag = name.toLowerCase();
    if (HIDDEN_TAGS.has(tag)) hiddenTag = slash ? undefined : tag;
    if (tag !== 'a' || hiddenTag !== undefined) continue;
    if (openLink) links.push(openLink);
    openLink = undefined;
    if (slash) continue;
    const address = parseWebAddress(hrefOf(html.slice(open, at)));
    if (address === undefined) return undefined;
    openLink = { address, name: '' };
  }
  if (openLink) links.push(openLink);
  return links.length > 0 ? links : undefined;
}

const HIDDEN_TAGS: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template']);

function hrefOf(tag: string): string {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag);
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
}

function decodeEntities(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (entity, decimal, hex, name) => {
      if (name !== undefined) return NAMED_ENTITIES[String(name).toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
