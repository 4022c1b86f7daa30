import { isWhitespaceOrThinSpace } from '../text/characters.ts';
import { BACKSLASH, OPEN_PAREN, SLASH, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { GroupToken, Link } from './entry.ts';
import { groupTokenAt, groupTokens, isOutletLike, isTypo, lineEndsWithin } from './groupTokens.ts';
import { completesName } from './splitName.ts';

/** The longest gap between two links of a group, or before the first: room for several outlets without links. */
export const MAX_GAP_CHARS = 150;

/** The same for a gap that contains an address. */
export const MAX_GAP_WITH_ADDRESS_CHARS = 700;

/**
 * The tokens of a group before its first link: `(`, `((`, `(Name / `, `(NBC `. Looks back to the last parenthesis that only names and
 * separators separate from the link, but not further than the offset. Words that lead to the link, as in `(via [NPR](…))`, make the
 * parentheses those of a sentence.
 */
export function leadingTokens(text: string, from: number, link: Link): GroupToken[] {
  const to = link.from;
  if (to > from && text.charCodeAt(to - 1) === OPEN_PAREN && !isPrecededByParen(text, from, to - 1)) {
    return [{ kind: 'open', from: to - 1, to }];
  }
  const open = lastOpenParen(text, from, to);
  if (open !== undefined) {
    const tokens = groupTokens(text, open, to);
    const last = tokens.at(-1);
    const isName = last?.kind === 'name' && completesName(text, last, link);
    if (
      (last?.kind !== 'name' || isName) &&
      last?.kind !== 'literal' &&
      tokens.every((token, index) => isLeadingToken(text, tokens, index, token, to))
    )
      return tokens;
  }
  const slash = skipWhitespaceBack(text, to, from) - 1;
  const isSeparator =
    slash > from && text.charCodeAt(slash) === SLASH && isWhitespaceOrThinSpace(text.charCodeAt(slash - 1));
  return isSeparator ? [{ kind: 'separator', from: slash, to: slash + 1 }] : [];
}

/** Whether another parenthesis or a backslash comes before the parenthesis: `((`, `( (`, `\(`. */
function isPrecededByParen(text: string, from: number, at: number): boolean {
  const previous = at > from ? text.charCodeAt(at - 1) : 0;
  if (previous === OPEN_PAREN || previous === BACKSLASH) return true;
  return previous === SPACE && at - 1 > from && text.charCodeAt(at - 2) === OPEN_PAREN;
}

/** The last opening parenthesis before a link, or the first of several in a row; not further back than outlets may extend. */
function lastOpenParen(text: string, from: number, to: number): number | undefined {
  let limit = Math.max(from, to - MAX_GAP_CHARS);
  let near = text.slice(limit, to);
  if (limit > from && END_OF_ADDRESS.test(near)) {
    limit = Math.max(from, to - MAX_GAP_WITH_ADDRESS_CHARS);
    near = text.slice(limit, to);
  }
  let last = near.lastIndexOf('(');
  // `(CNN (https://…) / [NPR](…)`: the parentheses of an address are inside those of the group.
  while (last > 0 && near[last - 1] !== '(' && /^\((?:https?:\/\/|www\.)[^\s()]*\)/.test(near.slice(last)))
    last = near.lastIndexOf('(', last - 1);
  if (last < 0 || near.indexOf('\n', last) >= 0) return undefined;
  let at = limit + last;
  for (;;) {
    const previous = skipWhitespaceBack(text, at, from) - 1;
    if (previous < from || text.charCodeAt(previous) !== OPEN_PAREN) break;
    at = previous;
  }
  return at > from && text.charCodeAt(at - 1) === BACKSLASH ? at - 1 : at;
}

/** The end of an address that started further back, and a separator. */
const END_OF_ADDRESS = /^[^\s()]+\)? \/ $/;

function isLeadingToken(
  text: string,
  tokens: readonly GroupToken[],
  index: number,
  token: GroupToken,
  end: number,
): boolean {
  if (token.kind === 'name') return isOutletLike(text, token) && tokens[index + 1]?.kind !== 'name';
  if (token.kind === 'stray') {
    // `([[CNN](…)`, `({[CNN](…)`; `(.[CNN](…)`, `(x[CNN](…)`
    const isWrongKey = '[{'.includes(text.charAt(token.from))
      ? isTypo(text, token)
      : isTypo(text, token) && token.from === tokens[0]?.to && token.to === token.from + 1;
    return token.to === end && isWrongKey;
  }
  if (token.kind === 'other-separator') return token.to === token.from + 1 && ',;|'.includes(text.charAt(token.from));
  return token.kind !== 'close' || closesAddress(tokens, index);
}

/** Whether the parenthesis closes an address after a name: `CNN (https://…)`. */
function closesAddress(tokens: readonly GroupToken[], index: number): boolean {
  const kinds = tokens.slice(Math.max(0, index - 3), index).map(({ kind }) => kind);
  return kinds.join(' ') === 'name open address';
}

/**
 * The tokens of a group after its last link. Undefined if prose follows inside the parentheses, so that they are not those of a group.
 */
export function trailingTokens(
  text: string,
  from: number,
  to: number,
  isOpened: boolean,
  hasSeparator: boolean,
): GroupToken[] | undefined {
  const tokens: GroupToken[] = [];
  let isClosed = false;
  let token = groupTokenAt(text, from, to);
  while (token) {
    const next = groupTokenAt(text, token.to, to);
    const bracketed = addressAfterName(text, token, next, to);
    if (bracketed && tokens.at(-1)?.kind === 'separator' && isOutletLike(text, token)) {
      tokens.push(token, ...bracketed);
      token = groupTokenAt(text, bracketed.at(-1)?.to ?? to, to);
      continue;
    }
    if (!isTrailingToken(text, tokens, token, next)) break;
    isClosed ||= token.kind === 'close';
    tokens.push(token);
    token = next;
  }
  // A single character is that of a key beside the parenthesis.
  const isProse = token && !(token.to === token.from + 1 && lineEndsWithin(text, token.to, to, 0));
  if (isProse && !isClosed && isOpened && !hasSeparator) return undefined;
  return token && !isClosed && !isOpened ? [] : tokens;
}

/** The tokens of the address in parentheses after a name, as in `CNN (https://…)`. */
function addressAfterName(
  text: string,
  token: GroupToken,
  open: GroupToken | undefined,
  to: number,
): readonly GroupToken[] | undefined {
  if (token.kind !== 'name' || open?.kind !== 'open') return undefined;
  const address = groupTokenAt(text, open.to, to);
  const close = address?.kind === 'address' ? groupTokenAt(text, address.to, to) : undefined;
  return address && close?.kind === 'close' ? [open, address, close] : undefined;
}

/** Whether a token after the last link still belongs to the group; prose does not. */
function isTrailingToken(
  text: string,
  tokensBefore: readonly GroupToken[],
  { kind, from, to }: GroupToken,
  next: GroupToken | undefined,
): boolean {
  const previous = tokensBefore.at(-1);
  const isAtEnd = next === undefined || next.kind === 'close' || next.kind === 'separator';
  switch (kind) {
    case 'close':
    case 'separator':
    case 'address':
      return true;
    case 'name':
      if (previous?.kind !== 'separator') return false;
      return isOutletLike(text, { from, to })
        ? isAtEnd || next.kind === 'address'
        : next?.kind === 'close' && isSingleWord(text, { from, to });
    case 'literal':
      return previous?.kind === 'separator' && isAtEnd;
    case 'other-separator':
    case 'stray': // after the closing parenthesis it is prose, perhaps a `:)`
      return isAtEnd && next !== undefined && to - from <= 2 && !tokensBefore.some((token) => token.kind === 'close');
    case 'open':
      return next?.kind === 'close' && next.from === to; // an empty pair
  }
}

/** `npr`: in the place of a name, any word is one. */
function isSingleWord(text: string, { from, to }: Span): boolean {
  return to - from <= MAX_WORD_CHARS && /^[a-z][\w.'’-]*$/i.test(text.slice(from, to));
}

const MAX_WORD_CHARS = 20;

function skipWhitespaceBack(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && isWhitespaceOrThinSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
