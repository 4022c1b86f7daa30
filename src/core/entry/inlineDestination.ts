import { BACKSLASH, CLOSE_PAREN, LESS_THAN, OPEN_PAREN, SPACE } from '../text/charCodes.ts';

/**
 * The end of the destination and title of an inline link, after their closing parenthesis; `paren` is the offset of the opening one, and
 * `bareEnd` the end of the destination if it is not in angle brackets. Undefined if they are not valid in CommonMark or end after `limit`.
 */
export function endOfInlineDestination(
  content: string,
  paren: number,
  bareEnd: number | undefined,
  limit: number = content.length,
): number | undefined {
  const from = skipWhitespace(content, paren + 1);
  const end = content.charCodeAt(from) === LESS_THAN ? endOfPointyDestination(content, from) : bareEnd;
  if (end === undefined) return undefined;
  let at = skipWhitespace(content, end);
  if (at > end) {
    TITLE.lastIndex = at;
    if (TITLE.test(content)) at = skipWhitespace(content, TITLE.lastIndex);
  }
  return at < limit && content.charCodeAt(at) === CLOSE_PAREN ? at + 1 : undefined;
}

const TITLE = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)/y;

/** The end of `<https://…>`. */
function endOfPointyDestination(content: string, from: number): number | undefined {
  POINTY_DESTINATION.lastIndex = from;
  return POINTY_DESTINATION.test(content) ? POINTY_DESTINATION.lastIndex : undefined;
}

const POINTY_DESTINATION = /<(?:\\.|[^<>\\\n])*>/y;

/**
 * For each opening parenthesis the end of the destination that may follow it: the offset of the parenthesis that closes it, or of the first
 * whitespace, if the parentheses between balance. One pass finds them all, which keeps many broken links linear.
 */
export function bareDestinationEnds(content: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  let isLeading = false; // whitespace right after a parenthesis
  for (let at = 0; at < content.length; at++) {
    const code = content.charCodeAt(at);
    if (code <= SPACE) {
      const paren = open.at(-1);
      if (paren === undefined) continue;
      if (!isLeading) ends.set(paren, at);
      open = isLeading ? [paren] : [];
      continue;
    }
    isLeading = code === OPEN_PAREN;
    if (code === BACKSLASH) at++;
    else if (code === OPEN_PAREN) open.push(at);
    else if (code === CLOSE_PAREN) {
      const paren = open.pop();
      if (paren !== undefined) ends.set(paren, at);
    }
  }
  return ends;
}

function skipWhitespace(content: string, from: number): number {
  let at = from;
  while (at < content.length && content.charCodeAt(at) <= SPACE) at++;
  return at;
}
