import { scanLinks } from '../../entry/links.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { textOf } from '../../text/text.ts';
import { canonicalUrl } from '../../urls/canonicalUrl.ts';
import { hostOf } from '../../urls/url.ts';
import { addressIn, type Source } from './cite.ts';

/** What is on the clipboard, or dropped. */
export interface Clipboard {
  readonly text: string;
  readonly html?: string | undefined;
}

/**
 * The sources on the clipboard: addresses, Markdown links, or the links of a copied page, with nothing but separators between
 * them. Undefined where anything else is there.
 */
export function sourcesOn({ text, html }: Clipboard): readonly Source[] | undefined {
  const written = text.length <= LONGEST ? sourcesInText(text) : undefined;
  if (written) return written;
  return html !== undefined && html.length <= LONGEST ? sourcesInHtml(html) : undefined;
}

/** Nobody cites so much at once; what is longer is a page. */
const LONGEST = 100_000;

/** The name that came with a source, where it is an outlet's and not a headline's or a button's. */
export function withOutletName({ address, name }: Source, outlets: Outlets): Source {
  const given = name?.replace(/\s+/g, ' ').trim();
  const host = hostOf(canonicalUrl(address));
  if (given === undefined || host === undefined) return { address };
  const outlet = outlets.at(host);
  const isOutlet = outlet?.names.includes(given) || outlets.homesOf(given).length > 0;
  return isOutlet || (!outlet && isNameLike(given)) ? { address, name: given } : { address };
}

/** A few words with a capital first: `Valley Post`, and not `read more`. */
function isNameLike(text: string): boolean {
  return text.length <= 40 && text.split(' ').length <= 4 && /^[\p{Lu}\d]/u.test(text) && addressIn(text) === undefined;
}

function sourcesInText(text: string): readonly Source[] | undefined {
  const sources: Source[] = [];
  let at = 0;
  for (const link of scanLinks(text, { from: 0, to: text.length })) {
    const address = addressIn(textOf(text, link.address));
    if (link.form !== 'whole' || address === undefined || !takeWords(text.slice(at, link.from), sources))
      return undefined;
    const name = textOf(text, link.name).replace(/\\([\\[\]])/g, '$1');
    sources.push({ address, name });
    at = link.to;
  }
  return takeWords(text.slice(at), sources) && sources.length > 0 ? sources : undefined;
}

/** Adds the addresses among the words; false where there is a word that is neither address nor separator. */
function takeWords(text: string, sources: Source[]): boolean {
  for (const word of text.split(/\s+/)) {
    if (SEPARATORS.test(word)) continue;
    const address = addressIn(word.replace(/[,;]+$/, ''));
    if (address === undefined) return false;
    sources.push({ address });
  }
  return true;
}

/** What stands between links on pages and in entries, list marks included. */
const SEPARATORS = /^[/|,;()[\]•·*–—+-]*$/;

function sourcesInHtml(html: string): readonly Source[] | undefined {
  const sources: Source[] = [];
  let link: { readonly address: string; name: string } | undefined;
  let hidden: string | undefined;
  const takeText = (part: string): boolean => {
    if (hidden !== undefined) return true;
    if (!link) return part.split(/\s+/).every((word) => SEPARATORS.test(word));
    link.name += part;
    return true;
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (!takeText(decodeEntities(html.slice(at, open < 0 ? html.length : open)))) return undefined;
    if (open < 0) break;
    const isComment = html.startsWith('<!--', open);
    const end = html.indexOf(isComment ? '-->' : '>', open);
    if (end < 0) break;
    at = end + (isComment ? 3 : 1);
    const [, slash, name = ''] = /^<(\/?)([a-z\d]+)/i.exec(html.slice(open, open + 20)) ?? [];
    const tag = name.toLowerCase();
    if (UNSEEN.has(tag)) hidden = slash ? undefined : tag;
    if (tag !== 'a' || hidden !== undefined) continue;
    if (link) sources.push(link);
    link = undefined;
    if (slash) continue;
    const address = addressIn(hrefOf(html.slice(open, at)));
    if (address === undefined) return undefined;
    link = { address, name: '' };
  }
  if (link) sources.push(link);
  return sources.length > 0 ? sources : undefined;
}

const UNSEEN: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template']);

function hrefOf(tag: string): string {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag);
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
}

function decodeEntities(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
