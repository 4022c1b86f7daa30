/**
 * The text without its final punctuation, inside closing quotes too: `left.` and `"no,"` become `left` and `"no"`. Question marks,
 * exclamation marks and the period of an abbreviation stay.
 */
export function withoutFinalStop(text: string): string {
  const match = /[.,;:]+(["”’']*)$/.exec(text);
  if (!match || ABBREVIATION.test(text.slice(0, match.index + 1))) return text;
  return text.slice(0, match.index) + match[1];
}

/** The text with a final full stop, inside closing quotes: `"no"` becomes `"no."`. Unchanged if it already ends a sentence. */
export function withFinalStop(text: string): string {
  const unquoted = text.replace(/["”’']+$/, '');
  return '.!?…'.includes(unquoted.at(-1) ?? ' ') ? text : `${unquoted}.${text.slice(unquoted.length)}`;
}

const ABBREVIATION = /(?:(?:^|[^\p{L}])\p{L}(?:\.\p{L})+|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|No|Bros|St))\.$/u;
