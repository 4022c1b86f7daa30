import {
  DIGIT_0,
  DIGIT_9,
  EN_QUAD,
  HAIR_SPACE,
  LOWER_A,
  LOWER_Z,
  MATHEMATICAL_SPACE,
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
  SPACE,
  UPPER_A,
  UPPER_Z,
} from './charCodes.ts';

// Classes of characters by UTF-16 code unit. Regular expressions with Unicode classes would do the same, but V8 needs longer to
// compile them than an archive takes to lint.

/** ASCII whitespace and control characters, and the no-break space. */
export function isWhitespace(code: number): boolean {
  return code <= SPACE || code === NO_BREAK_SPACE;
}

/** As `isWhitespace`, and the typographic spaces: thin, narrow no-break and the like. Some sites put them between citations. */
export function isWhitespaceOrThinSpace(code: number): boolean {
  return code <= SPACE || (code >= NO_BREAK_SPACE && (code === NO_BREAK_SPACE || isTypographicSpace(code)));
}

/** A space of another width, from the en quad to the hair space, or the narrow no-break space or the mathematical one. */
export function isTypographicSpace(code: number): boolean {
  return code >= EN_QUAD && (code <= HAIR_SPACE || code === NARROW_NO_BREAK_SPACE || code === MATHEMATICAL_SPACE);
}

/** An ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9;
}

/** An ASCII letter. */
export function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= LOWER_A && lower <= LOWER_Z;
}

/** A letter that has an upper and a lower case, in any script. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code | 0x20) >= LOWER_A && (code | 0x20) <= LOWER_Z;
  if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) return false; // half of an emoji, for instance
  const char = String.fromCharCode(code);
  return char.toLowerCase() !== char.toUpperCase();
}

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** An upper-case letter, in any script. */
export function isCapital(code: number): boolean {
  if (code < 128) return code >= UPPER_A && code <= UPPER_Z;
  const char = String.fromCharCode(code);
  return char.toLowerCase() !== char;
}
