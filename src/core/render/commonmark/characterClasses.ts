import {
  AT_SIGN,
  BACKTICK,
  CARRIAGE_RETURN,
  COLON,
  EXCLAMATION_MARK,
  LINE_FEED,
  NO_BREAK_SPACE,
  OPEN_BRACE,
  OPEN_BRACKET,
  SLASH,
  SPACE,
  TAB,
  TILDE,
} from '../../text/charCodes.ts';

/** The code point at the offset; a line feed after the end of the text. */
export function characterAt(text: string, offset: number): number {
  return offset < text.length ? (text.codePointAt(offset) ?? LINE_FEED) : LINE_FEED;
}

/** The code point that ends at the offset; a line feed before the start of the text. */
export function characterBefore(text: string, offset: number): number {
  if (offset <= 0) return LINE_FEED;
  const last = text.charCodeAt(offset - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isLowSurrogate && offset > 1 ? characterAt(text, offset - 2) : last;
}

/** ASCII white space as C's `isspace` defines it: the space, and tab to carriage return. */
export function isAsciiWhitespace(character: number): boolean {
  return character === SPACE || (character >= TAB && character <= CARRIAGE_RETURN);
}

/** White space around a delimiter: ASCII white space without the vertical tab, and Unicode's space separators. */
export function isUnicodeWhitespace(character: number): boolean {
  if (character < 128) return isAsciiWhitespace(character) && character !== VERTICAL_TAB;
  return (
    character === NO_BREAK_SPACE ||
    character === 0x1680 ||
    (character >= 0x2000 && character <= 0x200a) ||
    character === 0x202f ||
    character === 0x205f ||
    character === 0x3000
  );
}

/** ASCII punctuation and Unicode's category P. Unlike in later versions of CommonMark, currency signs and emoji do not count. */
export function isPunctuation(character: number): boolean {
  if (character < 128) return isAsciiPunctuation(character);
  // The dashes, quotes and dots of prose, without the slower regular expression.
  if (character >= 0x2010 && character <= 0x2027) return true;
  return PUNCTUATION.test(String.fromCodePoint(character));
}

export function isAsciiPunctuation(character: number): boolean {
  return (
    (character >= EXCLAMATION_MARK && character <= SLASH) ||
    (character >= COLON && character <= AT_SIGN) ||
    (character >= OPEN_BRACKET && character <= BACKTICK) ||
    (character >= OPEN_BRACE && character <= TILDE)
  );
}

/** The length of the match of a sticky pattern at the offset; 0 if it does not match. */
export function matchLengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex - offset : 0;
}

const VERTICAL_TAB = 0x0b;
const PUNCTUATION = /\p{P}/u;
