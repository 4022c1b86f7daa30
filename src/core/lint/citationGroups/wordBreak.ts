/**
 * Whether letters right after a link are the ending of its last word, as in `[deploy](…)ed` and `[plug](…)ins`, so that no space is
 * missing.
 */
export function isMidWord(words: string, next: string): boolean {
  return /\p{L}$/u.test(words) && ENDING.test(next);
}

const ENDING =
  /^(?:e?[snd]|e[dr]s?|ers|est|ings?|in|ins|ly|ally|al|ions?|able|ible|ments?|ness|ists?|isms?|ish|ies|ity|ize[sd]?|less|ful|ward|wise|like|based|ware)$/;

/**
 * Whether a space is certainly missing between the words before and after the edge of a link: one of the words there is a short common one,
 * or both are whole words, as a link that consists of several words hardly starts or ends inside one.
 */
export function isCertainlyMissing(before: string, after: string): boolean {
  const last = /\p{L}+$/u.exec(before)?.[0];
  const first = /^\p{L}+/u.exec(after)?.[0];
  if (last === undefined || first === undefined) return true; // a quotation mark or a full stop is between them
  if (COMMON_WORDS.has(last.toLowerCase()) || COMMON_WORDS.has(first.toLowerCase())) return true;
  const isPhrase = `${before}${after}`.includes(' ');
  const outside = before === last ? last : first;
  return isPhrase && outside.length >= MIN_WORD_CHARS && !PREFIX.test(outside);
}

const MIN_WORD_CHARS = 5;

const PREFIX =
  /^(?:inter|intra|super|hyper|micro|macro|multi|ultra|under|extra|trans|crypto|pseudo|infra|proto|counter|electro|photo)$/i;

/** Words that are neither prefixes nor endings of many others. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'the and she he they we you his her their that this was were are has had have who which with from by of said says told about after before because when while but so will would can could may'.split(
    ' ',
  ),
);
