import type { Entry } from '../../entry/entry.ts';
import { isCapital, isDigit, isLetter } from '../../text/characters.ts';
import { APOSTROPHE, COMMA, CURLY_APOSTROPHE, HYPHEN, SPACE } from '../../text/charCodes.ts';

/** How often words are capitalized in the middle of sentences, where only names are. */
export interface Capitalization {
  readonly counts: ReadonlyMap<string, CaseCounts>;
}

interface CaseCounts {
  readonly capital: number;
  readonly small: number;
}

/** Counts capitalized words in texts such as headlines or paragraphs. The first word of a sentence or quote does not count. */
export function learnCapitalization(texts: Iterable<string>): Capitalization {
  const countsByKey = new Map<string, { capital: number; small: number }>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      if (!isLetter(text.charCodeAt(at))) continue;
      const from = at;
      at = endOfWord(text, from);
      if (!followsWord(text, from)) continue;
      const key = keyFor(stemOf(text.slice(from, at)), isNextCapitalized(text, at));
      const counts = countsByKey.get(key);
      const isCapitalized = isCapital(text.charCodeAt(from));
      if (!counts) countsByKey.set(key, { capital: isCapitalized ? 1 : 0, small: isCapitalized ? 0 : 1 });
      else if (isCapitalized) counts.capital++;
      else counts.small++;
    }
  }
  return { counts: countsByKey };
}

/** The prose of an entry without its citations and code, as input for `learnCapitalization`. */
export function proseOf({ prose, blocks }: Entry): string[] {
  return blocks.map(({ content, citationGroups }) => prose.slice(content.from, citationGroups[0]?.from ?? content.to));
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && isWordCharacter(text.charCodeAt(at))) at++;
  return at;
}

function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === HYPHEN || code === APOSTROPHE || code === CURLY_APOSTROPHE;
}

/** Whether exactly one space separates the word from another word or a comma before it. */
function followsWord(text: string, from: number): boolean {
  if (from < 2 || text.charCodeAt(from - 1) !== SPACE) return false;
  const code = text.charCodeAt(from - 2);
  return code === COMMA || (code !== HYPHEN && isWordCharacter(code));
}

/** Whether the next word is capitalized; after `of`, as in titles, the one after that. */
function isNextCapitalized(text: string, end: number): boolean {
  if (end >= text.length || text.charCodeAt(end) !== SPACE) return false;
  const next = text.startsWith(' of ', end) ? end + 4 : end + 1;
  return next < text.length && isCapital(text.charCodeAt(next));
}

/**
 * The text for use in the middle of a sentence: its first letter becomes small unless its first word is a name, an acronym or a quote.
 * The majority of the uses in the evidence decides what is a name. A word without any use counts as a name unless it never is one.
 */
export function asMidSentence(text: string, evidence: readonly Capitalization[]): string {
  if (text === '' || !isCapital(text.charCodeAt(0))) return text;
  const end = endOfWord(text, 0);
  const word = text.slice(0, end);
  if (isAcronym(word) || isName(stemOf(word), isNextCapitalized(text, end), evidence)) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Whether a word has another capital or a digit: `FBI`, `McConnell`, `G7`. Of a compound such as `Trump-Era`, the first part counts. */
function isAcronym(word: string): boolean {
  const [firstPart = ''] = word.split('-');
  for (let at = 1; at < firstPart.length; at++) {
    const code = firstPart.charCodeAt(at);
    if (code === APOSTROPHE || code === CURLY_APOSTROPHE) continue;
    if (!isLetter(code) || isCapital(code)) return true;
  }
  return false;
}

/** Words before a capital are counted apart, since they may belong to a title: `Attorney General Reyes`, but `attorneys said`. */
function isName(word: string, isBeforeCapital: boolean, evidence: readonly Capitalization[]): boolean {
  for (const key of [keyFor(word, isBeforeCapital), keyFor(word, !isBeforeCapital)]) {
    let capital = 0;
    let small = 0;
    for (const { counts } of evidence) {
      const wordCounts = counts.get(key);
      capital += wordCounts?.capital ?? 0;
      small += wordCounts?.small ?? 0;
    }
    if (capital + small > 0) return capital > small;
  }
  const hyphen = word.indexOf('-');
  return hyphen > 0 ? isName(word.slice(0, hyphen), false, evidence) : !NEVER_NAMES.has(word);
}

function keyFor(word: string, isBeforeCapital: boolean): string {
  return isBeforeCapital ? `${word} A` : word;
}

/** The word in lower case, without `’s`. */
function stemOf(word: string): string {
  return word.replace(/[’']s?$/, '').toLowerCase();
}

/** Words that often begin headlines and are never names. */
// biome-ignore format: a list of words
const NEVER_NAMES: ReadonlySet<string> = new Set([
  'a', 'about', 'after', 'all', 'although', 'among', 'an', 'and', 'another', 'any', 'as', 'at', 'because', 'before', 'both', 'but',
  'by', 'despite', 'during', 'each', 'every', 'few', 'fewer', 'for', 'former', 'from', 'half', 'he', 'her', 'his', 'how', 'if', 'in',
  'it', 'its', 'just', 'least', 'less', 'many', 'more', 'most', 'nearly', 'new', 'no', 'nobody', 'not', 'nothing', 'of', 'on', 'one',
  'only', 'or', 'our', 'over', 'she', 'since', 'some', 'that', 'the', 'their', 'there', 'these', 'they', 'this', 'those', 'three',
  'to', 'two', 'under', 'until', 'we', 'what', 'when', 'where', 'while', 'who', 'why', 'with', 'without', 'you', 'your',
]);
