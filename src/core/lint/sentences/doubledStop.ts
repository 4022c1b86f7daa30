import { FULL_STOP } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Fix } from '../rule.ts';

/** The end of a run of full stops. */
export function endOfStops(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === FULL_STOP) at++;
  return at;
}

/**
 * Reports exactly two full stops from `at` to `end` at the end of a sentence. They are no fault in `[..]`, a short ellipsis in a quotation,
 * nor between two words, as in `1..10`. Before a word in lower case they may be meant as an ellipsis.
 */
export function doubledStop(text: string, { from }: Span, at: number, end: number): Finding | undefined {
  if (end - at !== 2 || /[\s[({<./\\]/.test(text.charAt(at - 1))) return undefined;
  const before = /[^\s()[\]{}"“”]*$/.exec(text.slice(Math.max(from, at - MAX_WORD_CHARS), at))?.[0] ?? '';
  const after = text.slice(end, end + MAX_WORD_CHARS);
  if (OPENED_QUOTE.test(text.slice(Math.max(from, at - 2), at))) return undefined; // `the '..' pattern`
  const isRange = /^\d*$|^\w$/.test(before) && /^[)\]}]/.test(after);
  if (isRange || !WORD_BORDER.test(after)) return undefined;
  const fix: Fix = { title: 'Remove the second full stop', edits: [{ from: at + 1, to: end, text: '' }] };
  return {
    from: at,
    to: end,
    message: 'Two full stops at the end of the sentence.',
    ...(SENTENCE_START.test(after) ? { fix } : { suggestions: [fix, ellipsis(end)] }),
  };
}

const MAX_WORD_CHARS = 40;

/** A quotation mark that opens, or stands alone. */
const OPENED_QUOTE = /(?:^|[\s([{])["'“‘«„]$/;

/** What may follow a sentence: the end of the text, white space, or a mark. Not a letter, a digit, nor anything that is not prose. */
const WORD_BORDER = /^(?:$|[\s"'’”*_)\]:,;!?–—-])/;

/** The end of the text, or a new sentence or a citation group, after closing marks. */
const SENTENCE_START = /^["'’”*_)\]]*(?:$|\s+(?:$|[^\p{Ll}\s\ufffc]))/u;

function ellipsis(end: number): Fix {
  return { title: 'Replace with an ellipsis', edits: [{ from: end, to: end, text: '.' }] };
}
