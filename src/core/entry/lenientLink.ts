import { BACKSLASH, CLOSE_BRACKET, CLOSE_PAREN, OPEN_BRACKET, OPEN_PAREN, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { Brackets } from './brackets.ts';
import type { Link, LinkForm } from './entry.ts';
import { addressAt, opensAddress, skipWhitespace, startsWithScheme, trimSpan } from './linkAddress.ts';

/**
 * The link, whole or broken, whose name follows the `[` at the offset; `content` is the span that it may extend over. `previousEnd` is
 * the end of the previous link. `brackets` is only called for names that contain brackets.
 */
export function lenientLinkAt(
  text: string,
  at: number,
  content: Span,
  previousEnd: number,
  brackets: () => Brackets,
): Link | undefined {
  if (text.startsWith('^', at + 1)) return undefined; // a footnote
  const limit = content.to;
  const end = endOfName(text, at + 1, limit);
  if (end !== undefined && text.charCodeAt(end) !== CLOSE_BRACKET) {
    const paren = text.charCodeAt(end) === OPEN_PAREN ? end : end + 1;
    const address = addressAt(text, paren, limit);
    return {
      form: 'no-bracket',
      from: at,
      to: address.to,
      name: trimSpan(text, at + 1, withoutTypo(text, at + 1, end)),
      address: address.span,
      plain: false,
    };
  }
  const close = end ?? brackets().closeByOpen.get(at);
  if (close === undefined) return linkWithoutBrackets(text, at, limit);
  if (close + 1 >= limit) return reversedLink(text, at, close, previousEnd);
  if (text.charCodeAt(close + 1) === OPEN_PAREN) {
    const second = skipWhitespace(text, close + 2, limit);
    if (opensAddress(text, second)) return linkWithDoubledParen(text, at, close, second, content);
    if (opensAddress(text, close + 3) && text.charCodeAt(close + 2) === CLOSE_PAREN)
      return linkWithAddress(text, at, close, close + 3, limit, 'doubled');
    if (startsWithScheme(text, close + 3) && text.charCodeAt(close + 2) === CLOSE_PAREN)
      return linkWithoutParen(text, at, close, close + 2, limit);
    // Two reversed links in a row: (CNN)[https://…](NPR)[https://…]
    const reversed = opensAddress(text, close + 1) ? undefined : reversedLink(text, at, close, previousEnd);
    return reversed ?? linkWithAddress(text, at, close, close + 1, limit, 'whole');
  }
  if (text.charCodeAt(close + 1) === CLOSE_BRACKET && opensAddress(text, close + 2)) {
    return linkWithAddress(text, at, close, close + 2, limit, 'doubled');
  }
  const beforeAddress = startsWithScheme(text, close + 1)
    ? close
    : isWrongParen(text, close + 1)
      ? close + 1
      : undefined;
  if (beforeAddress !== undefined)
    return linkWithoutParen(text, at, withoutTypo(text, at + 1, close), beforeAddress, limit);
  const next = skipWhitespace(text, close + 1, limit);
  if (next > close + 1 && opensAddress(text, next)) return linkWithAddress(text, at, close, next, limit, 'spaced');
  if (opensAddress(text, close + 2) || hasParenInScheme(text, close + 1))
    return linkWithAddress(text, at, close, close + 2, limit, 'parted');
  return reversedLink(text, at, close, previousEnd);
}

/**
 * The end of a name without a mistyped key or misplaced parenthesis after it, as in `[CNN}(…)` and `[CNN(]…`. The parentheses of
 * `KXYZ (Portland)` are part of the name.
 */
function withoutTypo(text: string, from: number, to: number): number {
  const isTypo =
    '}|>({<'.includes(text.charAt(to - 1)) ||
    (text.charCodeAt(to - 1) === CLOSE_PAREN && !text.slice(from, to).includes('('));
  return isTypo && to - 1 > from ? to - 1 : to;
}

/** `[CNN][https://…)`, `[CNN]{https://…)`, `[CNN]9https://…)`: another bracket, or the key without Shift. */
function isWrongParen(text: string, at: number): boolean {
  return '[{<9'.includes(text.charAt(at)) && startsWithScheme(text, at + 1);
}

/** `[CNN]h(ttps://…)` */
function hasParenInScheme(text: string, at: number): boolean {
  return text.startsWith('h(ttp', at);
}

/** The address that a link was meant to have: `https://…` even for `[CNN]h(ttps://…)`. */
export function intendedAddress(text: string, { form, address: { from, to } }: Link): string {
  return form === 'parted' && hasParenInScheme(text, from - 2) ? `h${text.slice(from, to)}` : text.slice(from, to);
}

/**
 * The `]` that ends a name, or the `(` of an address right after a name without a `]`, or the `\` in the place of the `]`. Undefined if
 * there is another `[` before.
 */
function endOfName(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) {
      if (opensAddress(text, at + 1)) return at;
      at++;
    } else if (char === CLOSE_BRACKET) return at;
    else if (char === OPEN_BRACKET) return undefined;
    else if (char === OPEN_PAREN && opensAddress(text, at) && !isAddressInName(text, from, at, to)) return at;
  }
  return undefined;
}

/** Whether the address in parentheses is the end of a link's text: `[the council (www.council.example)](https://council.example)`. */
function isAddressInName(text: string, from: number, paren: number, to: number): boolean {
  if (paren > from && text.charCodeAt(paren - 1) !== SPACE) return false;
  let at = paren + 1;
  while (at < to && !ENDS_ADDRESS_IN_NAME.test(text.charAt(at))) at++;
  return text.startsWith(')](', at);
}

const ENDS_ADDRESS_IN_NAME = /[\s()[\]]/;

function linkWithAddress(
  text: string,
  from: number,
  close: number,
  paren: number,
  limit: number,
  form: LinkForm,
): Link {
  const { span, to, isClosed, isDelimited } = addressAt(text, paren, limit);
  const name = { from: from + 1, to: close };
  if (isDelimited) return { form, from, to, name, address: span, plain: false };
  const isInGroup = text.charCodeAt(from - 1) === OPEN_PAREN || text.slice(Math.max(0, from - 3), from) === ' / ';
  const address = withoutWrongBracket(text, span, isInGroup);
  // If the address ends with a wrong bracket and nothing follows its parenthesis, that parenthesis is the group's.
  const closesGroup = isClosed && address.to < span.to && to === limit;
  if (isClosed && !closesGroup) return { form, from, to, name, address: span, plain: false };
  return { form: 'open-address', from, to: closesGroup ? span.to : to, name, address, plain: false };
}

/**
 * The address without a wrong bracket in the place of the closing parenthesis, or in a group with an extra pair: `[CNN](https://…]`, `…()`.
 */
function withoutWrongBracket(text: string, span: Span, isInGroup: boolean): Span {
  const { from, to } = span;
  const open = OPENING_BRACKETS[text.charAt(to - 1)];
  if (open === undefined) return span;
  if (open === '(') return isInGroup && text.startsWith('()', to - 2) ? { from, to: to - 2 } : span;
  return text.slice(from, to).includes(open) ? span : { from, to: to - 1 };
}

/** The opening bracket for each closing one. */
const OPENING_BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/**
 * `[CNN]((https://…)`. A second closing parenthesis belongs to the link unless it closes the group: if the group continues or has one of
 * its own, or if there is no group.
 */
function linkWithDoubledParen(text: string, from: number, close: number, paren: number, content: Span): Link {
  const limit = content.to;
  const link = linkWithAddress(text, from, close, paren, limit, 'doubled');
  const { to } = link;
  if (to >= limit || text.charCodeAt(to) !== CLOSE_PAREN) return link;
  const isClosedTwice = /^(?:\)| \/ )/.test(text.slice(to + 1, to + 4)) || !isInParentheses(text, content.from, from);
  return isClosedTwice ? { ...link, to: to + 1 } : link;
}

/** Whether a parenthesis before the offset, not too far away, is still open there. */
function isInParentheses(text: string, from: number, at: number): boolean {
  let closed = 0;
  for (let index = at - 1; index >= Math.max(from, at - MAX_GROUP_CHARS); index--) {
    const code = text.charCodeAt(index);
    if (code === CLOSE_PAREN) closed++;
    else if (code === OPEN_PAREN && closed-- === 0) return true;
  }
  return false;
}

/** Further back, the group of a link is not looked for. */
const MAX_GROUP_CHARS = 1000;

/**
 * `[CNN]https://…)`, `[CNN]{https://…)`, `[CNN]()https://…)`: the address starts after the offset `beforeAddress`, and its closing
 * parenthesis may be missing as well.
 */
function linkWithoutParen(text: string, from: number, close: number, beforeAddress: number, limit: number): Link {
  return { ...linkWithAddress(text, from, close, beforeAddress, limit, 'no-paren'), form: 'no-paren' };
}

/** `[CNNhttps://…)`: a link only if a parenthesis closes it. */
function linkWithoutBrackets(text: string, at: number, limit: number): Link | undefined {
  const [, name] = NAME_AND_ADDRESS.exec(text.slice(at + 1, Math.min(limit, at + MAX_NAME_CHARS))) ?? [];
  if (name === undefined) return undefined;
  const end = at + 1 + name.length;
  const { span, to, isClosed } = addressAt(text, end - 1, limit);
  if (!isClosed) return undefined;
  return { form: 'no-paren', from: at, to, name: trimSpan(text, at + 1, end), address: span, plain: false };
}

const NAME_AND_ADDRESS = /^([^[\]()/\n]+?)(?:https?:\/\/|www\.)/;

/** `\[CNN\](https://…)`; the offset is that of the `[`. */
export function escapedLinkAt(text: string, at: number, limit: number): Link | undefined {
  const [, name] = ESCAPED_LINK.exec(text.slice(at + 1, Math.min(limit, at + MAX_NAME_CHARS))) ?? [];
  if (name === undefined) return undefined;
  const end = at + 1 + name.length;
  const { span, to } = addressAt(text, end + 2, limit);
  return { form: 'escaped', from: at - 1, to, name: { from: at + 1, to: end }, address: span, plain: false };
}

const ESCAPED_LINK = /^([^[\]()\\\n]+)\\\]\(http/;

/** `(CNN)[https://…]`; the offset is that of the `[`. */
function reversedLink(text: string, at: number, close: number, limit: number): Link | undefined {
  if (at === limit || text.charCodeAt(at - 1) !== CLOSE_PAREN || !/^https?:/.test(text.slice(at + 1, at + 7)))
    return undefined;
  const start = Math.max(limit, at - MAX_NAME_CHARS);
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

/** The longest name looked for in a link that has no brackets around its name, or wrong ones. */
const MAX_NAME_CHARS = 60;

/**
 * `CNN](https://…)`: the name extends back to the nearest bracket, separator or other link. A wrong bracket may be in the place of the
 * opening one: `{CNN](https://…)`.
 */
export function linkWithoutOpenBracket(text: string, close: number, content: Span, previousEnd: number): Link {
  const limit = Math.max(previousEnd, close - MAX_NAME_CHARS);
  let from = close;
  while (from > limit && !'()[]/'.includes(text[from - 1] ?? '')) from--;
  const isName = from > limit || from === previousEnd;
  const { to, span: address } = addressAt(text, close + 1, content.to);
  const link = { form: 'no-opening', to, address, plain: false } as const;
  if (!isName) return { ...link, from: close, name: { from: close, to: close } };
  const name = trimSpan(text, from, close);
  if ('{<'.includes(text.charAt(name.from)) && name.to > name.from)
    return { ...link, from: name.from, name: trimSpan(text, name.from + 1, close) };
  return { ...link, from: isWrongOpenBracket(text, from - 1, previousEnd) ? from - 1 : name.from, name };
}

/** `((CNN](…)`, `/ (CNN](…)`: if the group is already open, another parenthesis is in the place of the link's bracket. */
function isWrongOpenBracket(text: string, at: number, previousEnd: number): boolean {
  if (at <= previousEnd || text.charCodeAt(at) !== OPEN_PAREN) return false;
  const textBefore = text.slice(Math.max(previousEnd, at - 2), at).trimEnd();
  return textBefore.endsWith('(') || textBefore.endsWith('/');
}
