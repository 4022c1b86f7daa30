/** The Unicode character that starts at the offset; a line feed behind the end. */
export function characterAt(text: string, offset: number): number {
  return offset < text.length ? (text.codePointAt(offset) ?? LINE_FEED) : LINE_FEED;
}

/** The Unicode character that ends at the offset; a line feed before the start. */
export function characterBefore(text: string, offset: number): number {
  if (offset <= 0) return LINE_FEED;
  const last = text.charCodeAt(offset - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isLowSurrogate && offset > 1 ? characterAt(text, offset - 2) : last;
}

/** White space around a delimiter: Unicode's separators and ASCII's, without the vertical tab. */
export function isSpace(character: number): boolean {
  if (character < 128) return character === 32 || (character >= 9 && character <= 13 && character !== 11);
  return (
    character === 0xa0 ||
    character === 0x1680 ||
    (character >= 0x2000 && character <= 0x200a) ||
    character === 0x202f ||
    character === 0x205f ||
    character === 0x3000
  );
}

/** ASCII punctuation and Unicode's category P. Currency signs and emoji are none, unlike in later CommonMark. */
export function isPunctuation(character: number): boolean {
  if (character < 128) return isAsciiPunctuation(character);
  // The dashes, quotes and dots of prose, spared the regular expression.
  if (character >= 0x2010 && character <= 0x2027) return true;
  return PUNCTUATION.test(String.fromCodePoint(character));
}

export function isAsciiPunctuation(character: number): boolean {
  return (
    (character >= 33 && character <= 47) ||
    (character >= 58 && character <= 64) ||
    (character >= 91 && character <= 96) ||
    (character >= 123 && character <= 126)
  );
}

/** How many characters the pattern, which must be sticky, takes at the offset; 0 if it does not match. */
export function lengthOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex - offset : 0;
}

const LINE_FEED = 10;
const PUNCTUATION = /\p{P}/u;
