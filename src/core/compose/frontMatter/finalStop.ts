import { isEastAsian } from '../../text/eastAsian.ts';

/**
 * The text without its final punctuation, inside closing quotes too: `left.` and `"no,"` become `left` and `"no"`. Question marks,
 * exclamation marks and the period of an abbreviation stay, and so does the full stop of other scripts.
 */
export function withoutFinalStop(text: string): string {
  const match = /[.,;:、，；：،؛]+(["”’']*)$/.exec(text);
  if (!match || ABBREVIATION.test(text.slice(0, match.index + 1))) return text;
  return text.slice(0, match.index) + match[1];
}

/**
 * The text with a final full stop, inside closing quotes: `"no"` becomes `"no."`. Unchanged if it already ends a sentence, or with a
 * Chinese, Japanese or Korean character, after which a quote needs none.
 */
export function withFinalStop(text: string): string {
  const unquoted = text.replace(/["”’'」』]+$/, '');
  const last = unquoted.at(-1) ?? ' ';
  if (FINAL_MARKS.includes(last) || isEastAsian(last.charCodeAt(0))) return text;
  return `${unquoted}.${text.slice(unquoted.length)}`;
}

/** The last two are Arabic's question mark and Urdu's full stop, the one before them Hindi's. */
const FINAL_MARKS = '.!?…。！？।؟۔';

const ABBREVIATION = /(?:(?:^|[^\p{L}])\p{L}(?:\.\p{L})+|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|No|Bros|St))\.$/u;
