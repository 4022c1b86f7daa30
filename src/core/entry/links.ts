import type { Span } from '../text.ts';
import type { Link, LinkForm } from './entry.ts';

/**
 * The links of a stretch of text, whole and broken, in order and without overlap. Linear in its length: every look
 * ahead stops at the next `[`.
 */
export function scanLinks(text: string, span: Span): readonly Link[] {
  const part = text.slice(span.from, span.to); // bounds the searches, which would run on to the end of the text
  // Every link, however broken, has an address or the brackets that meet between its name and its address.
  if (part.indexOf('](') < 0 && part.indexOf('http') < 0 && part.indexOf('www.') < 0) return NONE;
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
const OPEN = 91;
const CLOSE = 93;
const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const EXCLAMATION = 33;

/** Which `]` closes which `[`, nested ones included; escaped ones do not count. */
interface Brackets {
  readonly closes: ReadonlyMap<number, number>;
  readonly opens: ReadonlyMap<number, number>;
}

function matchBrackets(text: string, span: Span): Brackets {
  const closes = new Map<number, number>();
  const opens = new Map<number, number>();
  const open: number[] = [];
  for (let at = span.from; at < span.to; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at++;
    else if (char === OPEN) open.push(at);
    else if (char === CLOSE) {
      const start = open.pop();
      if (start === undefined) continue;
      closes.set(start, at);
      opens.set(at, start);
    }
  }
  return { closes, opens };
}

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

function anyLinkAt(text: string, at: number, span: Span, after: number, brackets: () => Brackets): Link | undefined {
  if (text.startsWith('^', at + 1)) return undefined; // a footnote
  const end = endOfName(text, at + 1, span.to);
  if (end !== undefined && text.charCodeAt(end) === PAREN_OPEN) {
    const address = addressAt(text, end, span.to);
    return {
      form: 'no-bracket',
      from: at,
      to: address.to,
      name: trim(text, at + 1, end),
      address: address.span,
      plain: false,
    };
  }
  const close = end ?? brackets().closes.get(at);
  if (close === undefined) return linkWithoutBrackets(text, at, span.to);
  if (close + 1 >= span.to) return reversedLink(text, at, close, after);
  if (text.charCodeAt(close + 1) === PAREN_OPEN) {
    const second = skipSpaces(text, close + 2, span.to);
    if (startsAddress(text, second)) return linkWithDoubledParen(text, at, close, second, span.to);
    // Two reversed links in a row: (CNN)[https://…](NPR)[https://…]
    const reversed = startsAddress(text, close + 1) ? undefined : reversedLink(text, at, close, after);
    return reversed ?? linkWithAddress(text, at, close, close + 1, span.to, 'whole');
  }
  if (text.charCodeAt(close + 1) === CLOSE && startsAddress(text, close + 2)) {
    return linkWithAddress(text, at, close, close + 2, span.to, 'doubled');
  }
  if (startsWithScheme(text, close + 1))
    return { ...linkWithAddress(text, at, close, close, span.to, 'no-paren'), form: 'no-paren' };
  const next = skipSpaces(text, close + 1, span.to);
  if (next > close + 1 && startsAddress(text, next)) return linkWithAddress(text, at, close, next, span.to, 'spaced');
  return reversedLink(text, at, close, after);
}

/** Up to the `]` that ends a name, or the `(` of an address that follows it directly; undefined at a nested `[`. */
function endOfName(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at++;
    else if (char === CLOSE) return at;
    else if (char === OPEN) return undefined;
    else if (char === PAREN_OPEN && startsAddress(text, at)) return at;
  }
  return undefined;
}

function linkWithAddress(
  text: string,
  from: number,
  close: number,
  paren: number,
  limit: number,
  form: LinkForm,
): Link {
  const { span, to, closed } = addressAt(text, paren, limit);
  return {
    form: closed ? form : 'open-address',
    from,
    to,
    name: { from: from + 1, to: close },
    address: span,
    plain: false,
  };
}

/** `[CNN]((https://…)`: a second bracket behind it is the link's where the group goes on or has one of its own. */
function linkWithDoubledParen(text: string, from: number, close: number, paren: number, limit: number): Link {
  const link = linkWithAddress(text, from, close, paren, limit, 'doubled');
  const { to } = link;
  const isClosedTwice =
    to + 1 < limit && text.charCodeAt(to) === PAREN_CLOSE && /^(?:\)| \/ )/.test(text.slice(to + 1, to + 4));
  return isClosedTwice ? { ...link, to: to + 1 } : link;
}

/** `[CNNhttps://…)`: only where a bracket closes what never opened. */
function linkWithoutBrackets(text: string, at: number, limit: number): Link | undefined {
  const [, name] = GLUED.exec(text.slice(at + 1, Math.min(limit, at + LONGEST_NAME))) ?? [];
  if (name === undefined) return undefined;
  const end = at + 1 + name.length;
  const { span, to, closed } = addressAt(text, end - 1, limit);
  if (!closed) return undefined;
  return { form: 'no-paren', from: at, to, name: trim(text, at + 1, end), address: span, plain: false };
}

const GLUED = /^([^[\]()/\n]+?)(?:https?:\/\/|www\.)/;

/** `\[CNN\](https://…)`, seen from its `[`. */
function escapedLinkAt(text: string, at: number, limit: number): Link | undefined {
  const [, name] = ESCAPED.exec(text.slice(at + 1, Math.min(limit, at + LONGEST_NAME))) ?? [];
  if (name === undefined) return undefined;
  const end = at + 1 + name.length;
  const { span, to } = addressAt(text, end + 2, limit);
  return { form: 'escaped', from: at - 1, to, name: { from: at + 1, to: end }, address: span, plain: false };
}

const ESCAPED = /^([^[\]()\\\n]+)\\\]\(http/;

/** `(CNN)[https://…]`, seen from its `[`. */
function reversedLink(text: string, at: number, close: number, limit: number): Link | undefined {
  if (at === limit || text.charCodeAt(at - 1) !== PAREN_CLOSE || !/^https?:/.test(text.slice(at + 1, at + 7)))
    return undefined;
  const start = Math.max(limit, at - LONGEST_NAME);
  const paren = start + text.slice(start, at).lastIndexOf('(');
  if (paren < start) return undefined;
  return {
    form: 'reversed',
    from: paren,
    to: close + 1,
    name: { from: paren + 1, to: at - 1 },
    address: { from: at + 1, to: close },
    plain: false,
  };
}

const LONGEST_NAME = 60;

/** `CNN](https://…)`: the name goes back to the nearest bracket, separator or other link. */
function linkWithoutOpening(text: string, close: number, span: Span, after: number): Link {
  const limit = Math.max(after, close - LONGEST_NAME);
  let from = close;
  while (from > limit && !'()[]/'.includes(text[from - 1] ?? '')) from--;
  const isName = from > limit || from === after;
  const name = isName ? trim(text, from, close) : { from: close, to: close };
  const address = addressAt(text, close + 1, span.to);
  return { form: 'no-opening', from: name.from, to: address.to, name, address: address.span, plain: false };
}

/**
 * The address in brackets from the `(` at `paren`. Brackets inside it balance. At white space the address is either
 * prose that somebody put there (`](Some words.)`) or its bracket was forgotten (`](https://… / [Next](…)`).
 */
function addressAt(text: string, paren: number, limit: number): { span: Span; to: number; closed: boolean } {
  const from = skipSpaces(text, paren + 1, limit);
  let depth = 0;
  let at = nextBreak(text, from, limit);
  for (; at < limit; at = nextBreak(text, at, limit)) {
    const char = text.charCodeAt(at++);
    if (char === BACKSLASH) at = Math.min(at + 1, limit);
    else if (char === PAREN_OPEN) depth++;
    else if (char !== PAREN_CLOSE) break;
    else if (depth-- === 0) return { span: { from, to: at - 1 }, to: withAttributes(text, at), closed: true };
  }
  const end = at < limit ? at - 1 : limit;
  const close = text.charCodeAt(paren) === PAREN_OPEN ? closeOfProse(text, end, limit) : undefined;
  return close === undefined
    ? { span: { from, to: end }, to: end, closed: false }
    : { span: trim(text, from, close), to: withAttributes(text, close + 1), closed: true };
}

/**
 * The next bracket, backslash or white space: nearly always the bracket that ends the address. Searched for by what the
 * engine has built in, which in a short run is several times as fast as a loop over characters.
 */
function nextBreak(text: string, from: number, limit: number): number {
  const part = text.slice(from, Math.min(limit, from + LONGEST_STEP));
  const close = part.indexOf(')');
  const other = (close < 0 ? part : part.slice(0, close)).search(BREAK);
  if (other >= 0) return from + other;
  if (close >= 0) return from + close;
  return part.length < LONGEST_STEP ? limit : nextBreak(text, from + LONGEST_STEP, limit);
}

const BREAK = /[\s(\\]/;
const LONGEST_STEP = 4096;

function closeOfProse(text: string, from: number, limit: number): number | undefined {
  const first = skipSpaces(text, from, limit);
  if (text[first] === '/' || text[first] === '[' || text.slice(from, first).includes('\n')) return undefined;
  const end = Math.min(limit, first + LONGEST_PROSE);
  for (let at = first; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === PAREN_CLOSE) return at;
    if (char === OPEN || char === 10 || char === 13) return undefined;
  }
  return undefined;
}

/** Further on, a bracket is some other sentence's. */
const LONGEST_PROSE = 500;

/** Kramdown's `{:target="_blank"}` behind a link belongs to it. */
function withAttributes(text: string, at: number): number {
  if (!text.startsWith('{:', at)) return at;
  return at + text.slice(at, at + LONGEST_NAME).indexOf('}') + 1;
}

function startsWithScheme(text: string, at: number): boolean {
  return text.startsWith('http://', at) || text.startsWith('https://', at);
}

function startsAddress(text: string, at: number): boolean {
  return (
    at < text.length &&
    text.charCodeAt(at) === PAREN_OPEN &&
    (text.startsWith('http', at + 1) || text.startsWith('www.', at + 1))
  );
}

function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) <= 32) at++;
  return at;
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return { from: start, to: end };
}
