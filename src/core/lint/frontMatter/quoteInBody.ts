import { hasEastAsian } from '../../text/eastAsian.ts';

/**
 * Whether a quote appears in the body of an entry, apart from case, punctuation and a few words. Looks only around the
 * occurrences of the two longest words of the quote.
 */
export function isQuoteInBody(body: string, quote: string): boolean {
  const normalizedQuote = normalize(quote);
  if (normalizedQuote === '') return true;
  if (hasEastAsian(quote)) return withoutSpaces(body).includes(withoutSpaces(quote)); // there are no words to look for
  const words = quote.match(/[A-Za-z0-9\u00c0-\u024f]+/g) ?? quote.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const longestWords = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 2);
  const reach = quote.length + SLACK_CHARS;
  for (const word of longestWords) {
    const lower = word.toLowerCase();
    for (const spelling of new Set([
      lower,
      lower.slice(0, 1).toUpperCase() + lower.slice(1),
      word,
      word.toUpperCase(),
    ])) {
      let at = body.indexOf(spelling);
      for (let count = 0; at >= 0 && count < MAX_OCCURRENCES; count++) {
        const passage = normalize(body.slice(Math.max(0, at - reach), at + reach));
        if (passage.includes(normalizedQuote) || containsInOrder(passage.split(' '), normalizedQuote.split(' '))) {
          return true;
        }
        at = body.indexOf(spelling, at + 1);
      }
    }
  }
  return false;
}

function withoutSpaces(text: string): string {
  return normalize(text).replaceAll(' ', '');
}

/** How much longer than the quote a passage may be, because the quote leaves out words. */
const SLACK_CHARS = 60;

/** A more frequent word does not help to find the quote. */
const MAX_OCCURRENCES = 30;

/** Lower-case words and numbers, without punctuation, separated by single spaces. */
function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[\s"“”„«»「」『』.,:;!?…。、，：；！？،؛؟()[\]*_–—/\\-]+/g, ' ')
    .trim();
}

/** Whether most words of the quote appear in the passage in their order, with few other words between them. */
function containsInOrder(passageWords: readonly string[], quoteWords: readonly string[]): boolean {
  const windowLength = quoteWords.length + MAX_EXTRA_WORDS;
  const minMatches = Math.max(2, Math.ceil(quoteWords.length * MIN_SHARE_OF_WORDS));
  for (let start = 0; start < passageWords.length; start++) {
    if (passageWords[start] !== quoteWords[0] && passageWords[start] !== quoteWords[1]) continue;
    let next = 0;
    let matches = 0;
    for (const word of passageWords.slice(start, start + windowLength)) {
      if (next === quoteWords.length) break;
      const index = quoteWords.indexOf(word, next);
      if (index < 0 || index > next + 1) continue;
      matches++;
      next = index + 1;
    }
    if (matches >= minMatches) return true;
  }
  return false;
}

const MAX_EXTRA_WORDS = 8;
const MIN_SHARE_OF_WORDS = 0.75;
