import type { Block } from '../../entry/entry.ts';
import { isCapital, isDigit, isLetter } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import { blockAt, proseAround } from '../prose.ts';
import type { Finding, Rule } from '../rule.ts';

export const sentenceSpacing: Rule = {
  id: 'sentence-spacing',
  summary: 'A space follows a full stop or a comma, and a sentence ends with one full stop.',
  why: 'Glued words are hard to see while writing and plain to see on the page.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.The⟧ council met. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. The council met. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    const { text } = entry;
    let after = 0;
    for (const { index: at } of text.matchAll(GLUED)) {
      const isStops = text.charCodeAt(at) === STOP && text.charCodeAt(at + 1) === STOP;
      if (at < after || at < entry.body.from || (!isStops && isInitial(text, at))) continue;
      const block = blockAt(entry, at);
      const span = block && !WITHOUT_SENTENCES.has(block.kind) ? proseAround(text, block, at) : undefined;
      if (!span || at === span.from || at + 1 >= span.to) continue;
      if (isStops) {
        after = endOfStops(text, at, span.to);
        if (after - at === 2 && isDoubled(text, at)) findings.push(doubled(at));
      } else {
        const found = gluedAt(text, span, at);
        if (found) findings.push(found);
      }
    }
    return findings;
  },
};

/**
 * A sign with another sentence right behind it and behind what closes there, a comma with any word, a stop with a stop. One
 * search through the whole text is the quickest way.
 */
const GLUED = /,["'*’”]*["“(]?[A-Za-z\u00c0-\u1fff]|[.;!?](?:["'*’”]*["“(]?[A-Z\u00c0-\u1fff]|\.)/g;

const WITHOUT_SENTENCES: ReadonlySet<Block['kind']> = new Set(['code', 'tweet', 'html', 'marker']);

/** What a reader sees as two sentences. */
function gluedAt(text: string, { from, to }: Span, at: number): Finding | undefined {
  const word = skipClosers(text, at + 1, to);
  if (word >= to || !startsWord(text.charCodeAt(word)) || !isGlued(text, from, at, word, to)) return undefined;
  return glued(text, from, at, wordStart(text, at, word), to);
}

/** A capital alone before a stop: `U.S.` is by far the commonest word that has stops in it. */
function isInitial(text: string, at: number): boolean {
  if (at < 2 || text.charCodeAt(at) !== STOP) return false;
  const before = text.charCodeAt(at - 1);
  const further = text.charCodeAt(at - 2);
  return before >= 65 && before <= 90 && (further <= 64 || further === 0x201c);
}

const COMMA = 44;
const STOP = 46;

/** A letter, `(` or `“`; nearly every sign is followed by something else. */
function startsWord(code: number): boolean {
  return code > 127 || code === 40 || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** Past closing quotation marks and the asterisks that end bold or italic text. */
function skipClosers(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isCloser(text.charCodeAt(at))) at++;
  return at;
}

/** `"` `'` `*` `’` `”` */
function isCloser(code: number): boolean {
  return code === 34 || code === 39 || code === 42 || code === 0x2019 || code === 0x201d;
}

/** Whether the sign at `at` ends a word and another word starts at `next` without a space between them. */
function isGlued(text: string, from: number, at: number, next: number, to: number): boolean {
  const opener = isOpener(text.charCodeAt(next));
  const first = next + (opener ? 1 : 0);
  if (first >= to || !isLetter(text.charCodeAt(first))) return false;
  const token = tokenAt(text, from, at, to);
  if (/:\/\/|www\.|@|\/|<|\{/.test(token)) return false; // an address, markup
  const before = text.charCodeAt(endOfBold(text, from, at) - 1);
  const endsWord = isLetter(before) || isDigit(before) || before === 41 || before === 37; // ) %
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

/** Where the word ends that a stop belongs to: asterisks may stand between them, as in `resigned**.The`. */
function endOfBold(text: string, from: number, at: number): number {
  let end = at;
  while (end > from + 1 && text.charCodeAt(end - 1) === ASTERISK) end--;
  return end;
}

const ASTERISK = 42;

/** `"` `“` `(` */
function isOpener(code: number): boolean {
  return code === 34 || code === 40 || code === 0x201c;
}

/** Everything up to the white space or brackets around the sign. */
function tokenAt(text: string, from: number, at: number, to: number): string {
  const before = /[^\s([{"“]*$/.exec(text.slice(Math.max(from, at - 40), at))?.[0] ?? '';
  return before + (/^\S*/.exec(text.slice(at, Math.min(to, at + 40)))?.[0] ?? '');
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWordCharacter(text.charCodeAt(at))) at++;
  return at;
}

function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 39 || code === 45 || code === 0x2019; // ' - ’
}

/** Words with a stop inside that are whole: names of sites and products, degrees, abbreviations. */
const ABBREVIATION =
  /(?:^|\W)(?:[a-z]\.){2,}|\.(?:com|org|net|gov|edu|io|co|news|tv|us|uk|eu|ai|fm|ly|me)\b|Ph\.D|e\.g|i\.e/i;

/**
 * Where the next word begins: with its opening quotation mark, where the marks between sign and word do not all close
 * something. Straight ones tell by how many stand before them.
 */
function wordStart(text: string, at: number, word: number): number {
  const mark = text.indexOf('"', at + 1);
  if (mark < 0 || mark >= word) return word;
  let before = 0;
  const start = Math.max(at - LONG, 0);
  const line = start + text.slice(start, at).lastIndexOf('\n') + 1;
  for (let next = text.indexOf('"', line); next >= 0 && next < mark; next = text.indexOf('"', next + 1)) before++;
  const isOpening = before % 2 === 0;
  if (isOpening) return mark;
  return text[mark + 1] === '"' ? mark + 1 : word;
}

/** Hardly a line of prose is longer; of one that is, the end is enough to guess by. */
const LONG = 1500;

function glued(text: string, from: number, at: number, next: number, to: number): Finding {
  const name = text[at] === '.' ? 'full stop' : text[at] === ',' ? 'comma' : `"${text[at]}"`;
  let start = at;
  while (start > from && (isWordCharacter(text.charCodeAt(start - 1)) || ')%'.includes(text.charAt(start - 1))))
    start--;
  return {
    from: start,
    to: endOfWord(text, next + (isOpener(text.charCodeAt(next)) ? 1 : 0), to),
    message: `No space follows the ${name} here.`,
    fix: { title: 'Insert a space', edits: [{ from: next, to: next, text: ' ' }] },
  };
}

function endOfStops(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === STOP) at++;
  return at;
}

/** Two stops behind a word; not the short ellipsis of a quotation, `[..]`. */
function isDoubled(text: string, at: number): boolean {
  return !/[\s[(.]/.test(text.charAt(at - 1));
}

function doubled(at: number): Finding {
  return {
    from: at,
    to: at + 2,
    message: 'Two full stops end this sentence.',
    fix: { title: 'Remove the second full stop', edits: [{ from: at + 1, to: at + 2, text: '' }] },
  };
}
