import type { Span } from '../text/text.ts';
import { anyLinkAt, escapedLinkAt, linkWithoutOpening } from './anyLink.ts';
import { type Brackets, matchBrackets } from './brackets.ts';
import type { Link } from './entry.ts';
import { startsAddress } from './linkAddress.ts';

/**
 * The links of a stretch of text, whole and broken, in order and without overlap. Linear in its length: every look
 * ahead stops at the next `[`.
 */
export function scanLinks(text: string, span: Span): readonly Link[] {
  const part = text.slice(span.from, span.to); // bounds the searches, which would run on to the end of the text
  // Every link, however broken, has an address or the brackets that meet between its name and its address.
  if (part.indexOf('](') < 0 && part.indexOf('ttp') < 0 && part.indexOf('www.') < 0) return NONE;
  const links: Link[] = [];
  const at = scanPlainLinks(text, span, part, links);
  if (at < span.to) scanAnyLinks(text, span, part, at, links);
  return links;
}

const NONE: readonly Link[] = [];

/** Takes plain links as long as no other bracket stands before the next one. Tells up to where that was so. */
function scanPlainLinks(text: string, { from, to }: Span, part: string, links: Link[]): number {
  for (let at = from; ; ) {
    const open = part.indexOf('[', at - from);
    if (open < 0) return part.indexOf('](', at - from) < 0 ? to : at;
    const start = from + open;
    const isFirst = part.indexOf(']', at - from) > open;
    const before = open > 0 ? text.charCodeAt(start - 1) : 0;
    const link = isFirst && before !== BACKSLASH && before !== EXCLAMATION ? plainLinkAt(text, start, to) : undefined;
    if (!link) return at;
    links.push(link);
    at = link.to;
  }
}

function scanAnyLinks(text: string, span: Span, part: string, from: number, links: Link[]): void {
  const find = (sign: string, at: number): number => {
    const found = part.indexOf(sign, at - span.from);
    return found < 0 ? span.to : found + span.from;
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
      if (startsAddress(text, close + 1) && !isEscaped(text, close, span.from)) {
        // An opening bracket before the last link is that of a broken one.
        const after = links.at(-1)?.to ?? span.from;
        const start = brackets().opens.get(close);
        if (start === undefined || start < after) link = linkWithoutOpening(text, close, span, after);
      }
      at = link?.to ?? close + 1;
    }
    if (link && !(link.from > 0 && text.charCodeAt(link.from - 1) === EXCLAMATION)) links.push(link);
    // The next citation of a group stands where the next search would find it.
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

const BACKSLASH = 92;
const EXCLAMATION = 33;

/**
 * The quick way for nearly every link: a plain name, a plain address. An expression is at its full speed from the first
 * link on, a loop over characters only when an archive is half read.
 */
function plainLinkAt(text: string, at: number, limit: number): Link | undefined {
  PLAIN.lastIndex = at;
  if (!PLAIN.test(text)) return undefined;
  const to = PLAIN.lastIndex;
  if (to > limit || (to < limit && text.charCodeAt(to) === BRACE)) return undefined;
  const close = text.indexOf(']', at);
  // One literal within another is made the slow way until the function is optimized.
  const name = { from: at + 1, to: close };
  const address = { from: close + 2, to: to - 1 };
  return { form: 'whole', from: at, to, name, address, plain: true };
}

/** Neither end of the name is a space, a bracket or a separator; the address is one of letters, digits and a few signs. */
const PLAIN =
  /\[[^\0- ()[\]/,;|^\\\u00a0\u2009](?:[^()[\]\\\n\r]*[^\0- ()[\]/,;|\\\u00a0\u2009])?\]\(https?:\/\/[\w-][\w./?=&%#~+@!$^-]*[^\W_]\/?\)/y;

const BRACE = 123;

function linkAt(text: string, at: number, span: Span, after: number, brackets: () => Brackets): Link | undefined {
  return plainLinkAt(text, at, span.to) ?? anyLinkAt(text, at, span, after, brackets);
}
