import { isAsciiLetter, isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';

/**
 * Whether a joiner or another character of no width, in a run of that length, changes what a reader sees between two characters, or where
 * the line may break. `after` is NaN at the end of the text.
 */
export function isNeededJoiner(code: number, before: number, after: number, runLength: number): boolean {
  switch (code) {
    case 0x200b: // zero-width space: an opportunity to break the line
      return isUnspacedScript(before) || isUnspacedScript(after);
    case 0x2060: // word joiner: of no use within a word
      return !(isAsciiLetter(before) && isAsciiLetter(after));
    case 0x200d:
      return runLength === 1 && ((mayBeEmoji(before) && mayBeEmoji(after)) || needsJoiners(before));
    case 0x200c:
      return runLength === 1 && needsJoiners(before) && needsJoiners(after);
    default:
      return false;
  }
}

/** Half of a surrogate pair, a symbol, or the variation selector that makes it an emoji. */
function mayBeEmoji(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || (code >= 0x2190 && code <= 0x2bff) || code === 0xfe0f;
}

/** A character of the scripts from Hebrew to those of South Asia, or an Arabic presentation form. */
function needsJoiners(code: number): boolean {
  return (code >= 0x590 && code <= 0x109f) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

/** A character of the scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese. */
function isUnspacedScript(code: number): boolean {
  return (
    (code >= 0xe00 && code <= 0xeff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xff00 && code <= 0xffef)
  );
}

/**
 * Whether asterisks next to the characters in the span may open or close emphasis only because of them: an invisible character is
 * neither a space nor a mark, and bold text must not end between a mark and a letter.
 */
export function mayChangeEmphasis(text: string, { from, to }: Span): boolean {
  const isEmphasisAt = (at: number) => text[at] === '*' || text[at] === '_';
  if (isEmphasisAt(to)) {
    let end = to;
    while (isEmphasisAt(end)) end++;
    return !isPlainAt(text, from - 1) && !(isSpaceAt(text, from - 1) && isPlainAt(text, end));
  }
  if (!isEmphasisAt(from - 1)) return false;
  let start = from - 1;
  while (isEmphasisAt(start - 1)) start--;
  return !isPlainAt(text, to) && !(isSpaceAt(text, to) && isPlainAt(text, start - 1));
}

/** A letter, a digit or half of a surrogate pair, which is mostly an emoji. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code) || mayBeEmoji(code);
}

function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isWhitespaceOrThinSpace(text.charCodeAt(at));
}
