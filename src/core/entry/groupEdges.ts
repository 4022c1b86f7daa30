import { isWhitespaceOrThinSpace } from '../text/characters.ts';
import { BACKSLASH, OPEN_PAREN, SLASH, SPACE } from '../text/charCodes.ts';
import type { Span } from '../text/text.ts';
import type { GroupToken } from './entry.ts';
import { groupTokenAt, groupTokens, isOutletLike, isTypo, lineEndsWithin } from './groupTokens.ts';

/** The longest gap between two links of a group, or before the first: room for several outlets without links. */
export const MAX_GAP_CHARS = 150;

/** The same for a gap that contains an address. */
export const MAX_GAP_WITH_ADDRESS_CHARS = 700;

/**
 * The tokens of a group before its first link: `(`, `((`, `(Name / `, `(NBC `. Looks back to the last parenthesis that only names and
 * separators separate from the link. The range ends at the link.
 */
export function leadingTokens(text: string, from: number, to: number): GroupToken[] {
  if (to > from && text.charCodeAt(to - 1) === OPEN_PAREN && !isPrecededByParen(text, from, to - 1)) {
    return [{ kind: 'open', from: to - 1, to }];
  }
  const open = lastOpenParen(text, from, to);
  if (open !== undefined) {
    const tokens = groupTokens(text, open, to);
    if (tokens.every((token, index) => isLeadingToken(text, tokens, index, token, to))) return tokens;
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
  const last = near.lastIndexOf('(');
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
const END_OF_ADDRESS = /^[^\s()]+ \/ $/;

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
      ? isTypo(token)
      : token.from === tokens[0]?.to && token.to === token.from + 1;
    return token.to === end && isWrongKey;
  }
  return token.kind !== 'close';
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
    if (!isTrailingToken(text, tokens.at(-1), token, next)) break;
    isClosed ||= token.kind === 'close';
    tokens.push(token);
    token = next;
  }
  // A single character is that of a key beside the parenthesis.
  const isProse = token && !(token.to === token.from + 1 && lineEndsWithin(text, token.to, to, 0));
  if (isProse && !isClosed && isOpened && !hasSeparator) return undefined;
  return token && !isClosed && !isOpened ? [] : tokens;
}

/** Whether a token after the last link still belongs to the group; prose does not. */
function isTrailingToken(
  text: string,
  previous: GroupToken | undefined,
  { kind, from, to }: GroupToken,
  next: GroupToken | undefined,
): boolean {
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
    case 'other-separator':
    case 'stray':
      return isAtEnd && next !== undefined && to - from <= 2;
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
