import { BACKSLASH, CLOSE_PAREN, LESS_THAN, OPEN_PAREN, SPACE } from '../text/charCodes.ts';
import { endAfterTitle, endOfPointyAddress, skipWhitespace } from './linkAddress.ts';

/**
 * The end of the destination and title of an inline link, after their closing parenthesis; `paren` is the offset of the opening one, and
 * `bareEnd` the end of the destination if it is not in angle brackets. Undefined if they are not valid in CommonMark.
 */
export function endOfInlineDestination(
  content: string,
  paren: number,
  bareEnd: number | undefined,
): number | undefined {
  const from = skipWhitespace(content, paren + 1, content.length);
  const end = content.charCodeAt(from) === LESS_THAN ? endOfPointyAddress(content, from) : bareEnd;
  return end === undefined ? undefined : endAfterTitle(content, end, content.length);
}

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
