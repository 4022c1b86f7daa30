import { BACKSLASH, EXCLAMATION_MARK, OPEN_BRACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import { type Brackets, matchBrackets } from './brackets.ts';
import type { Link } from './entry.ts';
import { escapedLinkAt, lenientLinkAt, linkWithoutOpenBracket } from './lenientLink.ts';
import { opensAddress } from './linkAddress.ts';

/**
 * The links in a span of the text, whole and broken, in order and without overlap. Takes linear time, since every lookahead stops at
 * the next `[`.
 */
export function scanLinks(text: string, span: Span): readonly Link[] {
  const part = text.slice(span.from, span.to); // so that searches do not continue to the end of the text
  // Every link, however broken, has an address or the `](` between name and address.
  if (part.indexOf('](') < 0 && part.indexOf('ttp') < 0 && part.indexOf('www.') < 0) return NO_LINKS;
  const links: Link[] = [];
  const at = scanPlainLinks(text, span, part, links);
  if (at < span.to) scanLinksLeniently(text, span, part, at, links);
  return links;
}

const NO_LINKS: readonly Link[] = [];

/** Adds plain links until it meets some other bracket. Returns the offset up to which it has scanned. */
function scanPlainLinks(text: string, { from, to }: Span, part: string, links: Link[]): number {
  for (let at = from; ; ) {
    const open = part.indexOf('[', at - from);
    if (open < 0) return part.indexOf('](', at - from) < 0 ? to : at;
    const start = from + open;
    const isFirst = part.indexOf(']', at - from) > open;
    const previous = open > 0 ? text.charCodeAt(start - 1) : 0;
    const isLink = isFirst && previous !== BACKSLASH && previous !== EXCLAMATION_MARK;
    const link = isLink ? plainLinkAt(text, start, to) : undefined;
    if (!link) return at;
    links.push(link);
    at = link.to;
  }
}

function scanLinksLeniently(text: string, span: Span, part: string, from: number, links: Link[]): void {
  const find = (delimiter: string, at: number): number => {
    const index = part.indexOf(delimiter, at - span.from);
    return index < 0 ? span.to : index + span.from;
  };
  let matched: Brackets | undefined;
  const brackets = () => (matched ??= matchBrackets(text, span));
  let at = from;
  let open = find('[', at);
  let close = find('](', at);
  while (open < span.to || close < span.to) {
    let link: Link | undefined;
    if (open < close) {
      link = isEscaped(text, open, span.from)
        ? escapedLinkAt(text, open, span.to)
        : linkAt(text, open, span, links.at(-1)?.to ?? span.from, brackets);
      at = link?.to ?? open + 1;
    } else {
      if (opensAddress(text, close + 1) && !isEscaped(text, close, span.from)) {
        // If the matching bracket is before the last link, it belongs to another, broken link.
        const previousEnd = links.at(-1)?.to ?? span.from;
        const start = brackets().openByClose.get(close);
        if (start === undefined || start < previousEnd) link = linkWithoutOpenBracket(text, close, span, previousEnd);
      }
      at = link?.to ?? close + 1;
    }
    if (link && !(link.from > 0 && text.charCodeAt(link.from - 1) === EXCLAMATION_MARK)) links.push(link);
    // The next citation of a group follows right away, without another search.
    while (link && at + 3 < span.to && text.startsWith(' / [', at)) {
      link = linkAt(text, at + 3, span, at, brackets);
      if (link) links.push(link);
      at = link?.to ?? at;
    }
    if (open < at) open = find('[', at);
    if (close < at) close = find('](', at);
  }
}

function isEscaped(text: string, at: number, limit: number): boolean {
  let from = at;
  while (from > limit && text.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/**
 * A fast path for nearly every link: a plain name and a plain address. A regular expression runs at full speed from the first link on, a
 * loop over characters only after V8 has optimized it, halfway through an archive.
 */
function plainLinkAt(text: string, at: number, limit: number): Link | undefined {
  PLAIN_LINK.lastIndex = at;
  if (!PLAIN_LINK.test(text)) return undefined;
  const to = PLAIN_LINK.lastIndex;
  if (to > limit || (to < limit && text.charCodeAt(to) === OPEN_BRACE)) return undefined;
  const close = text.indexOf(']', at);
  // Nested object literals would be slow until V8 has optimized the function.
  const name = { from: at + 1, to: close };
  const address = { from: close + 2, to: to - 1 };
  return { form: 'whole', from: at, to, name, address, plain: true };
}

/**
 * The name neither starts nor ends with a space, bracket or separator; the address consists of letters, digits and a few other
 * characters.
 */
export const PLAIN_LINK =
  /\[[^\0- ()[\]/,;|^\\\u00a0\u2009](?:[^()[\]\\\n\r]*[^\0- ()[\]/,;|\\\u00a0\u2009])?\]\(https?:\/\/[\w-][\w./?=&%#~+@!$^-]*[^\W_]\/?\)/y;

function linkAt(text: string, at: number, span: Span, previousEnd: number, brackets: () => Brackets): Link | undefined {
  return plainLinkAt(text, at, span.to) ?? lenientLinkAt(text, at, span, previousEnd, brackets);
}
