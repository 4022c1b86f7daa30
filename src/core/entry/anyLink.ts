import type { Span } from '../text/text.ts';
import type { Brackets } from './brackets.ts';
import type { Link, LinkForm } from './entry.ts';
import { addressAt, skipSpaces, startsAddress, startsWithScheme, trim } from './linkAddress.ts';

/**
 * The link, whole or broken, whose name begins behind the `[` at that offset. `after` is where the link before it ends; `brackets`
 * are asked for only where a name has brackets of its own.
 */
export function anyLinkAt(
  text: string,
  at: number,
  span: Span,
  after: number,
  brackets: () => Brackets,
): Link | undefined {
  if (text.startsWith('^', at + 1)) return undefined; // a footnote
  const end = endOfName(text, at + 1, span.to);
  if (end !== undefined && text.charCodeAt(end) !== CLOSE) {
    const paren = text.charCodeAt(end) === PAREN_OPEN ? end : end + 1;
    const address = addressAt(text, paren, span.to);
    return {
      form: 'no-bracket',
      from: at,
      to: address.to,
      name: trim(text, at + 1, withoutSlip(text, at + 1, end)),
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
    if (startsAddress(text, close + 3) && text.charCodeAt(close + 2) === PAREN_CLOSE)
      return linkWithAddress(text, at, close, close + 3, span.to, 'doubled');
    if (startsWithScheme(text, close + 3) && text.charCodeAt(close + 2) === PAREN_CLOSE)
      return linkWithoutParen(text, at, close, close + 2, span.to);
    // Two reversed links in a row: (CNN)[https://…](NPR)[https://…]
    const reversed = startsAddress(text, close + 1) ? undefined : reversedLink(text, at, close, after);
    return reversed ?? linkWithAddress(text, at, close, close + 1, span.to, 'whole');
  }
  if (text.charCodeAt(close + 1) === CLOSE && startsAddress(text, close + 2)) {
    return linkWithAddress(text, at, close, close + 2, span.to, 'doubled');
  }
  const unopened = startsWithScheme(text, close + 1) ? close : isOtherParen(text, close + 1) ? close + 1 : undefined;
  if (unopened !== undefined) return linkWithoutParen(text, at, withoutSlip(text, at + 1, close), unopened, span.to);
  const next = skipSpaces(text, close + 1, span.to);
  if (next > close + 1 && startsAddress(text, next)) return linkWithAddress(text, at, close, next, span.to, 'spaced');
  if (startsAddress(text, close + 2) || isSwapped(text, close + 1))
    return linkWithAddress(text, at, close, close + 2, span.to, 'parted');
  return reversedLink(text, at, close, after);
}

/** Where a name ends that a wrong key or a misplaced bracket follows, `[CNN}(…)`, `[CNN(]…`; `KXYZ (Portland)` has its own. */
function withoutSlip(text: string, from: number, to: number): number {
  const isSlip =
    '}|>({<'.includes(text.charAt(to - 1)) ||
    (text.charCodeAt(to - 1) === PAREN_CLOSE && !text.slice(from, to).includes('('));
  return isSlip && to - 1 > from ? to - 1 : to;
}

/** `[CNN][https://…)`, `[CNN]{https://…)`, `[CNN]9https://…)`: another bracket, or the key without its shift. */
function isOtherParen(text: string, at: number): boolean {
  return '[{<9'.includes(text.charAt(at)) && startsWithScheme(text, at + 1);
}

/** `[CNN]h(ttps://…)` */
function isSwapped(text: string, at: number): boolean {
  return text.startsWith('h(ttp', at);
}

/** The address of a link as it was meant: `https://…` also of `[CNN]h(ttps://…)`. */
export function addressIn(text: string, { form, address: { from, to } }: Link): string {
  return form === 'parted' && isSwapped(text, from - 2) ? `h${text.slice(from, to)}` : text.slice(from, to);
}

/** Up to the `]` that ends a name, or the `(` of an address that follows it directly, or with a `\` for the `]`; undefined at a nested `[`. */
function endOfName(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) {
      if (startsAddress(text, at + 1)) return at;
      at++;
    } else if (char === CLOSE) return at;
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
  const name = { from: from + 1, to: close };
  const bare = withoutOtherBracket(text, span);
  const takesNext = closed && bare.to < span.to && to === limit; // the only bracket behind it is the group's
  if (closed && !takesNext) return { form, from, to, name, address: span, plain: false };
  return { form: 'open-address', from, to: takesNext ? span.to : to, name, address: bare, plain: false };
}

/** Where another bracket closes the address than the one that should, or an opening one came along: `[CNN](https://…]`, `…()`. */
function withoutOtherBracket(text: string, span: Span): Span {
  const { from, to } = span;
  const open = OPENED_BY[text.charAt(to - 1)];
  if (open === undefined) return span;
  if (open === '(') return text.startsWith('()', to - 2) ? { from, to: to - 2 } : span;
  return text.slice(from, to).includes(open) ? span : { from, to: to - 1 };
}

const OPENED_BY: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** `[CNN]((https://…)`: a second bracket behind it is the link's where the group goes on or has one of its own. */
function linkWithDoubledParen(text: string, from: number, close: number, paren: number, limit: number): Link {
  const link = linkWithAddress(text, from, close, paren, limit, 'doubled');
  const { to } = link;
  const isClosedTwice =
    to + 1 < limit && text.charCodeAt(to) === PAREN_CLOSE && /^(?:\)| \/ )/.test(text.slice(to + 1, to + 4));
  return isClosedTwice ? { ...link, to: to + 1 } : link;
}

/** `[CNN]https://…)`, `[CNN]{https://…)`, `[CNN]()https://…)`: the address begins behind `before`, and may have no bracket at its end either. */
function linkWithoutParen(text: string, from: number, close: number, before: number, limit: number): Link {
  return { ...linkWithAddress(text, from, close, before, limit, 'no-paren'), form: 'no-paren' };
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
export function escapedLinkAt(text: string, at: number, limit: number): Link | undefined {
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

/**
 * `CNN](https://…)`: the name goes back to the nearest bracket, separator or other link. Another bracket may stand for its own:
 * `{CNN](https://…)`.
 */
export function linkWithoutOpening(text: string, close: number, span: Span, after: number): Link {
  const limit = Math.max(after, close - LONGEST_NAME);
  let from = close;
  while (from > limit && !'()[]/'.includes(text[from - 1] ?? '')) from--;
  const isName = from > limit || from === after;
  const { to, span: address } = addressAt(text, close + 1, span.to);
  const link = { form: 'no-opening', to, address, plain: false } as const;
  if (!isName) return { ...link, from: close, name: { from: close, to: close } };
  const name = trim(text, from, close);
  if ('{<'.includes(text.charAt(name.from)) && name.to > name.from)
    return { ...link, from: name.from, name: trim(text, name.from + 1, close) };
  return { ...link, from: isOtherOpening(text, from - 1, after) ? from - 1 : name.from, name };
}

/** `((CNN](…)`, `/ (CNN](…)`: where a group is open, or must have been, another bracket is that of a link. */
function isOtherOpening(text: string, at: number, after: number): boolean {
  if (at <= after || text.charCodeAt(at) !== PAREN_OPEN) return false;
  const before = text.slice(Math.max(after, at - 2), at).trimEnd();
  return before.endsWith('(') || before.endsWith('/');
}

const CLOSE = 93;
const OPEN = 91;
const PAREN_OPEN = 40;
const PAREN_CLOSE = 41;
const BACKSLASH = 92;
