import type { Block } from '../../entry/entry.ts';
import { isAsciiLetter, isCapital, isDigit, isLetter } from '../../text/characters.ts';
import {
  APOSTROPHE,
  ASTERISK,
  AT_SIGN,
  CLOSE_PAREN,
  CLOSING_CURLY_QUOTE,
  COMMA,
  CURLY_APOSTROPHE,
  DOUBLE_QUOTE,
  FULL_STOP,
  OPEN_PAREN,
  OPENING_CURLY_QUOTE,
  PERCENT,
  UPPER_A,
  UPPER_Z,
} from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import { blockAt, isWordCharacter, proseAround } from '../prose.ts';
import type { Finding, Rule } from '../rule.ts';

export const sentenceSpacing: Rule = {
  id: 'sentence-spacing',
  summary: 'A space follows each full stop and comma, and a sentence ends with one full stop.',
  why: 'Words that run together are hard to see while writing, and obvious on the page.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.The⟧ council met. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. The council met. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    const { text } = entry;
    let stopsEnd = 0;
    for (const { index: at } of text.matchAll(CANDIDATES)) {
      const isStops = text.charCodeAt(at) === FULL_STOP && text.charCodeAt(at + 1) === FULL_STOP;
      if (at < stopsEnd || at < entry.body.from || (!isStops && isInitial(text, at))) continue;
      const block = blockAt(entry, at);
      const span = block && !WITHOUT_SENTENCES.has(block.kind) ? proseAround(text, block, at) : undefined;
      if (!span || at === span.from || at + 1 >= span.to) continue;
      if (isStops) {
        stopsEnd = endOfStops(text, at, span.to);
        if (stopsEnd - at === 2 && isDoubled(text, at)) findings.push(doubledStop(at));
      } else {
        const finding = runTogetherWords(text, span, at);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
};

/**
 * The end of a sentence with a capital directly after it or its closing quotation marks, a comma with any word after it, and two full
 * stops. One search through the whole text is quickest.
 */
const CANDIDATES = /,["'*’”]*["“(]?[A-Za-z\u00c0-\u1fff]|[.;!?](?:["'*’”]*["“(]?[A-Z\u00c0-\u1fff]|\.)/g;

/** Kinds of blocks without prose. */
const WITHOUT_SENTENCES: ReadonlySet<Block['kind']> = new Set(['code', 'tweet', 'html', 'marker']);

/** Reports two words that run together at the punctuation mark at `at`. */
function runTogetherWords(text: string, { from, to }: Span, at: number): Finding | undefined {
  const word = skipClosers(text, at + 1, to);
  if (word >= to || !mayStartWord(text.charCodeAt(word)) || !isSpaceMissing(text, from, at, word, to)) return undefined;
  return missingSpaceFinding(text, from, at, insertionPoint(text, at, word), to);
}

/** Whether a single capital precedes the full stop. `U.S.` is by far the most common word with full stops in it. */
function isInitial(text: string, at: number): boolean {
  if (at < 2 || text.charCodeAt(at) !== FULL_STOP) return false;
  const letter = text.charCodeAt(at - 1);
  const before = text.charCodeAt(at - 2);
  return letter >= UPPER_A && letter <= UPPER_Z && (before <= AT_SIGN || before === OPENING_CURLY_QUOTE);
}

/** A cheap test for a letter, `(` or `“`. Few punctuation marks are followed by one. */
function mayStartWord(code: number): boolean {
  return code > 127 || code === OPEN_PAREN || isAsciiLetter(code);
}

/** Skips closing quotation marks and the asterisks that end bold or italic text. */
function skipClosers(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isCloser(text.charCodeAt(at))) at++;
  return at;
}

/** `"` `'` `*` `’` `”` */
function isCloser(code: number): boolean {
  return (
    code === DOUBLE_QUOTE ||
    code === APOSTROPHE ||
    code === ASTERISK ||
    code === CURLY_APOSTROPHE ||
    code === CLOSING_CURLY_QUOTE
  );
}

/** Whether the punctuation mark at `at` ends a word, and another word starts at `next` without a space between them. */
function isSpaceMissing(text: string, from: number, at: number, next: number, to: number): boolean {
  const opener = isOpener(text.charCodeAt(next));
  const first = next + (opener ? 1 : 0);
  if (first >= to || !isLetter(text.charCodeAt(first))) return false;
  const token = tokenAt(text, from, at, to);
  if (/:\/\/|www\.|@|\/|<|\{/.test(token)) return false; // an address or markup
  const before = text.charCodeAt(endOfBold(text, from, at) - 1);
  const endsWord = isLetter(before) || isDigit(before) || before === CLOSE_PAREN || before === PERCENT;
  if (!endsWord) return false;
  const quote = text.slice(at + 1, next);
  const isSingle = /[’']/.test(quote) && !/["”]/.test(quote);
  const length = endOfWord(text, first, to) - first;
  if (text.charCodeAt(at) === COMMA)
    return !isSingle && !/^["”’']*[’']/.test(quote) && (opener || length > 1 || quote !== '');
  if (isSingle || !isCapital(text.charCodeAt(first)) || ABBREVIATION.test(token)) return false;
  if (quote !== '') return true;
  const isAcronym = isCapital(before) && at - 2 >= from && isCapital(text.charCodeAt(at - 2));
  return (opener || length > 1) && (!isCapital(before) || isAcronym);
}

/** The end of the word before a full stop, skipping asterisks between them: `resigned**.The`. */
function endOfBold(text: string, from: number, at: number): number {
  let end = at;
  while (end > from + 1 && text.charCodeAt(end - 1) === ASTERISK) end--;
  return end;
}

/** `"` `“` `(` */
function isOpener(code: number): boolean {
  return code === DOUBLE_QUOTE || code === OPEN_PAREN || code === OPENING_CURLY_QUOTE;
}

/** Everything between the white space or brackets around the punctuation mark. */
function tokenAt(text: string, from: number, at: number, to: number): string {
  const before = /[^\s([{"“]*$/.exec(text.slice(Math.max(from, at - 40), at))?.[0] ?? '';
  return before + (/^\S*/.exec(text.slice(at, Math.min(to, at + 40)))?.[0] ?? '');
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWordCharacter(text.charCodeAt(at))) at++;
  return at;
}

/** Words with a full stop inside: names of sites and products, degrees, abbreviations. */
const ABBREVIATION =
  /(?:^|\W)(?:[a-z]\.){2,}|\.(?:com|org|net|gov|edu|io|co|news|tv|us|uk|eu|ai|fm|ly|me)\b|Ph\.D|e\.g|i\.e/i;

/**
 * Where the space belongs: before the word, or before its opening quotation mark. A straight mark opens a quotation if an even number
 * of them precedes it on the line.
 */
function insertionPoint(text: string, at: number, word: number): number {
  const mark = text.indexOf('"', at + 1);
  if (mark < 0 || mark >= word) return word;
  let marksBefore = 0;
  const start = Math.max(at - MAX_LINE_CHARS, 0);
  const line = start + text.slice(start, at).lastIndexOf('\n') + 1;
  for (let next = text.indexOf('"', line); next >= 0 && next < mark; next = text.indexOf('"', next + 1)) marksBefore++;
  const isOpening = marksBefore % 2 === 0;
  if (isOpening) return mark;
  return text[mark + 1] === '"' ? mark + 1 : word;
}

/** Hardly any line of prose is longer. In one that is, only the marks at its end are counted. */
const MAX_LINE_CHARS = 1500;

function missingSpaceFinding(text: string, from: number, at: number, next: number, to: number): Finding {
  const name = text[at] === '.' ? 'full stop' : text[at] === ',' ? 'comma' : `"${text[at]}"`;
  let start = at;
  while (start > from && (isWordCharacter(text.charCodeAt(start - 1)) || ')%'.includes(text.charAt(start - 1))))
    start--;
  return {
    from: start,
    to: endOfWord(text, next + (isOpener(text.charCodeAt(next)) ? 1 : 0), to),
    message: `Missing space after the ${name}.`,
    fix: { title: 'Insert a space', edits: [{ from: next, to: next, text: ' ' }] },
  };
}

function endOfStops(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === FULL_STOP) at++;
  return at;
}

/** Whether the two full stops follow a word. `[..]` is a short ellipsis in a quotation. */
function isDoubled(text: string, at: number): boolean {
  return !/[\s[(.]/.test(text.charAt(at - 1));
}

function doubledStop(at: number): Finding {
  return {
    from: at,
    to: at + 2,
    message: 'Two full stops at the end of the sentence.',
    fix: { title: 'Remove the second full stop', edits: [{ from: at + 1, to: at + 2, text: '' }] },
  };
}
