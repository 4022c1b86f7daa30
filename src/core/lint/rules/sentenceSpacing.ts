import { isCapital, isDigit, isLetter } from '../../characters.ts';
import type { Block } from '../../entry/entry.ts';
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
    for (const block of entry.blocks) {
      if (block.kind !== 'code' && block.kind !== 'tweet' && block.kind !== 'html' && block.kind !== 'marker') {
        checkBlock(entry.text, block, findings);
      }
    }
    return findings;
  },
};

/** Looks at what a reader sees as sentences: no groups, no addresses. */
function checkBlock(text: string, { story, links, citations }: Block, findings: Finding[]): void {
  let at = story.from;
  let group = 0;
  for (const link of links) {
    let cited = citations[group];
    while (cited && cited.to <= link.from) cited = citations[++group];
    if (cited && cited.from <= link.from) {
      checkSpan(text, at, cited.from, findings);
      at = Math.max(at, cited.to);
    } else {
      checkSpan(text, at, link.from, findings);
      // A name without a space in it may be a host: [daybook.In](…).
      const name = text.slice(link.name.from, link.name.to);
      if (name.includes(' ')) checkSpan(text, link.name.from, link.name.to, findings);
      at = link.to;
    }
  }
  checkSpan(text, at, story.to, findings);
}

function checkSpan(text: string, from: number, to: number, findings: Finding[]): void {
  for (let at = nextSign(text, from + 1, to); at < to - 1; at = nextSign(text, at + 1, to)) {
    if (text.charCodeAt(at) === STOP && text.charCodeAt(at + 1) === STOP) {
      const end = endOfStops(text, at, to);
      if (end - at === 2 && isDoubled(text, at)) findings.push(doubled(at));
      at = end - 1;
    } else {
      const word = skipClosers(text, at + 1, to);
      if (word < to && startsWord(text.charCodeAt(word)) && !isInitial(text, at) && isGlued(text, from, at, word, to)) {
        findings.push(glued(text, from, at, word, to));
      }
    }
  }
}

/** A capital alone before a stop: `U.S.` is by far the commonest word that has stops in it. */
function isInitial(text: string, at: number): boolean {
  if (at < 2 || text.charCodeAt(at) !== STOP) return false;
  const before = text.charCodeAt(at - 1);
  const further = text.charCodeAt(at - 2);
  return before >= 65 && before <= 90 && (further <= 64 || further === 0x201c);
}

/** The next stop, comma or the like that no white space follows. */
function nextSign(text: string, from: number, to: number): number {
  const found = from < to ? text.slice(from, to).search(SIGN) : -1;
  return found < 0 ? to : from + found;
}

/** A regular expression is at its full speed from the first entry on; a loop over characters is not. */
const SIGN = /[.,;!?](?! |\n|$)/;

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
  const before = text.charCodeAt(at - 1);
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

function glued(text: string, from: number, at: number, next: number, to: number): Finding {
  const name = text[at] === '.' ? 'full stop' : text[at] === ',' ? 'comma' : `"${text[at]}"`;
  let start = at;
  while (start > from && (isWordCharacter(text.charCodeAt(start - 1)) || ')%'.includes(text[start - 1] as string)))
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
  return !/[\s[(.]/.test(text[at - 1] as string);
}

function doubled(at: number): Finding {
  return {
    from: at,
    to: at + 2,
    message: 'Two full stops end this sentence.',
    fix: { title: 'Remove the second full stop', edits: [{ from: at + 1, to: at + 2, text: '' }] },
  };
}
