import { isDigit, isLetter, isWhitespaceOrThinSpace } from '../text/characters.ts';
import { BACKSLASH } from '../text/charCodes.ts';

/**
 * Whether a text has formulas between dollar signs. Most dollar signs are prices, so only a formula with signs that no price has counts: a
 * command (`\alpha`), a superscript or a subscript. Takes one search where there is no dollar sign, and linear time.
 */
export function mayHaveMath(text: string, from: number): boolean {
  for (let at = text.indexOf('$', from); at >= 0; ) {
    const end = text.charCodeAt(at - 1) === BACKSLASH ? -1 : endOfMath(text, at);
    if (end > 0 && MATH_SIGN.test(text.slice(at, end))) return true;
    at = text.indexOf('$', text.charAt(at + 1) === '$' ? at + 2 : at + 1);
  }
  return false;
}

const MATH_SIGN = /\\[A-Za-z]|\^|[\w)}\]]_[\w{\\]/;

/**
 * The end of the formula that starts at the dollar sign, as Pandoc reads it: `$$…$$`, or `$…$` with no space inside either end and neither
 * a letter nor a digit outside. Negative if it is no formula.
 */
export function endOfMath(text: string, at: number): number {
  const isDisplay = text.charAt(at + 1) === '$';
  const start = at + (isDisplay ? 2 : 1);
  const marks = isDisplay ? '$$' : '$';
  let close = text.indexOf(marks, start);
  while (close > start && close - start < MAX_MATH_CHARS && text.charCodeAt(close - 1) === BACKSLASH)
    close = text.indexOf(marks, close + 1);
  if (close <= start || close - start > MAX_MATH_CHARS) return -1;
  // Before the expression below, because nearly every dollar sign is that of a price, and the next one as well.
  if (!isDisplay && !mayEnclose(text, at, close)) return -1;
  return NO_MATH.test(text.slice(start, close)) ? -1 : close + marks.length;
}

/** Whether two dollar signs may be those of a formula, judging by the characters around them. */
function mayEnclose(text: string, open: number, close: number): boolean {
  const next = text.charCodeAt(close + 1);
  const isOutsideFree = !isDigit(next) && !isLetter(next) && !isLetter(text.charCodeAt(open - 1));
  return (
    isOutsideFree &&
    !isWhitespaceOrThinSpace(text.charCodeAt(open + 1)) &&
    !isWhitespaceOrThinSpace(text.charCodeAt(close - 1))
  );
}

/** No formula is so long; keeps hostile input linear. */
const MAX_MATH_CHARS = 10_000;

/** A blank line, code, or the address of a link. */
const NO_MATH = /\n[ \t>]*\r?\n|`|\]\((?:https?:|\/)/;
