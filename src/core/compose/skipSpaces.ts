import { isWhitespace } from '../text/characters.ts';

/** The offset after the white space at an offset, no-break spaces included; at most `limit`. */
export function skipSpaces(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset before the white space that ends at an offset, no-break spaces included; at least `limit`. */
export function skipSpacesBefore(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at > limit && isWhitespace(text.charCodeAt(at - 1))) at--;
  return at;
}
