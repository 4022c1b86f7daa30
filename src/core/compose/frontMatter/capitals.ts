import type { Entry } from '../../entry/entry.ts';
import { isCapital, isDigit, isLetter } from '../../text/characters.ts';

/** How often words stand with a capital and how often without one, in the middle of sentences. */
export interface Capitals {
  readonly uses: ReadonlyMap<string, Uses>;
}

interface Uses {
  readonly capital: number;
  readonly small: number;
}

/** What texts (headlines, paragraphs) show of the spelling of words. The start of a sentence or of a quote shows nothing. */
export function learnCapitals(texts: Iterable<string>): Capitals {
  const uses = new Map<string, { capital: number; small: number }>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      if (!isLetter(text.charCodeAt(at))) continue;
      const from = at;
      at = endOfWord(text, from);
      if (!isBehindWord(text, from)) continue;
      const key = keyOf(baseOf(text.slice(from, at)), nextIsCapital(text, at));
      const known = uses.get(key);
      const isWithCapital = isCapital(text.charCodeAt(from));
      if (!known) uses.set(key, { capital: isWithCapital ? 1 : 0, small: isWithCapital ? 0 : 1 });
      else if (isWithCapital) known.capital++;
      else known.small++;
    }
  }
  return { uses };
}

/** The prose of an entry, without its citations: what `learnCapitals` takes. */
export function proseOf({ text, blocks }: Entry): string[] {
  return blocks.map(({ story, citations }) => text.slice(story.from, citations[0]?.from ?? story.to));
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && isInWord(text.charCodeAt(at))) at++;
  return at;
}

function isInWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === HYPHEN || code === APOSTROPHE || code === CURLY_APOSTROPHE;
}

const HYPHEN = 45;
const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;
const SPACE = 32;
const COMMA = 44;

/** One space behind another word, or behind a comma. */
function isBehindWord(text: string, from: number): boolean {
  if (from < 2 || text.charCodeAt(from - 1) !== SPACE) return false;
  const code = text.charCodeAt(from - 2);
  return code === COMMA || (code !== HYPHEN && isInWord(code));
}

/** Whether the next word has a capital; in a title that may be the one behind `of`. */
function nextIsCapital(text: string, end: number): boolean {
  if (end >= text.length || text.charCodeAt(end) !== SPACE) return false;
  const next = text.startsWith(' of ', end) ? end + 4 : end + 1;
  return next < text.length && isCapital(text.charCodeAt(next));
}

/**
 * The text as it goes on in the middle of a sentence: its first letter small, unless its first word is a name, an acronym or a
 * quote. What most uses in the sources show is taken for right; a word that none of them has is a name, save those that never
 * are.
 */
export function inMidSentence(text: string, sources: readonly Capitals[]): string {
  if (text === '' || !isCapital(text.charCodeAt(0))) return text;
  const end = endOfWord(text, 0);
  const word = text.slice(0, end);
  if (isAcronym(word) || isName(baseOf(word), nextIsCapital(text, end), sources)) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Another capital or a digit follows within the word: `FBI`, `McConnell`, `U.S.`. A word may be joined of several: `Trump-Era`. */
function isAcronym(word: string): boolean {
  const [first = ''] = word.split('-');
  for (let at = 1; at < first.length; at++) {
    const code = first.charCodeAt(at);
    if (!isLetter(code) && !"’'".includes(first.charAt(at))) return true;
    if (isCapital(code)) return true;
  }
  return false;
}

/** Beside a capital a word may be part of a title that it is not elsewhere: `Attorney General Reyes`, `attorneys said`. */
function isName(word: string, besideCapital: boolean, sources: readonly Capitals[]): boolean {
  for (const key of [keyOf(word, besideCapital), keyOf(word, !besideCapital)]) {
    let capital = 0;
    let small = 0;
    for (const { uses } of sources) {
      const found = uses.get(key);
      capital += found?.capital ?? 0;
      small += found?.small ?? 0;
    }
    if (capital + small > 0) return capital > small;
  }
  const hyphen = word.indexOf('-');
  return hyphen > 0 ? isName(word.slice(0, hyphen), false, sources) : !NEVER_NAMES.has(word);
}

function keyOf(word: string, besideCapital: boolean): string {
  return besideCapital ? `${word} A` : word;
}

/** In small letters, without `’s`. */
function baseOf(word: string): string {
  return word.replace(/[’']s?$/, '').toLowerCase();
}

/** English words that begin sentences and are no names. */
// biome-ignore format: a list of words
const NEVER_NAMES: ReadonlySet<string> = new Set([
  'a', 'about', 'after', 'all', 'although', 'among', 'an', 'and', 'another', 'any', 'as', 'at', 'because', 'before', 'both', 'but',
  'by', 'despite', 'during', 'each', 'every', 'few', 'fewer', 'for', 'former', 'from', 'half', 'he', 'her', 'his', 'how', 'if', 'in',
  'it', 'its', 'just', 'least', 'less', 'many', 'more', 'most', 'nearly', 'new', 'no', 'nobody', 'not', 'nothing', 'of', 'on', 'one',
  'only', 'or', 'our', 'over', 'she', 'since', 'some', 'that', 'the', 'their', 'there', 'these', 'they', 'this', 'those', 'three',
  'to', 'two', 'under', 'until', 'we', 'what', 'when', 'where', 'while', 'who', 'why', 'with', 'without', 'you', 'your',
]);
