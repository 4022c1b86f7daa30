import type { Block } from '../../entry/entry.ts';
import type { Span } from '../../text.ts';
import type { Finding, Rule } from '../rule.ts';

export const sentenceSpacing: Rule = {
  id: 'sentence-spacing',
  summary: 'A space follows a full stop or a comma, and a sentence ends with one full stop.',
  why: 'Glued words are hard to see while writing and plain to see on the page.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.The⟧ council met. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. The council met. ([Herald](https://herald.example/a))',
  *check(entry) {
    for (const block of entry.blocks) {
      if (block.kind === 'code' || block.kind === 'tweet' || block.kind === 'html' || block.kind === 'marker') continue;
      for (const span of prose(entry.text, block)) yield* inProse(entry.text, span);
    }
  },
};

/** The text a reader sees as sentences: no groups, no addresses. */
function* prose(text: string, block: Block): Generator<Span> {
  let at = block.story.from;
  let group = 0;
  for (const link of block.links) {
    while ((block.citations[group]?.to ?? Infinity) <= link.from) group++;
    const cited = block.citations[group];
    const end = cited && cited.from <= link.from ? cited.from : link.from;
    if (end > at) yield { from: at, to: end };
    // A name without a space in it may be a host: [daybook.In](…).
    if (!(cited && cited.from <= link.from) && text.slice(link.name.from, link.name.to).includes(' ')) yield link.name;
    at = Math.max(at, cited && cited.from <= link.from ? cited.to : link.to);
  }
  if (block.story.to > at) yield { from: at, to: block.story.to };
}

function* inProse(text: string, { from, to }: Span): Generator<Finding> {
  for (let at = from + 1; at < to - 1; at++) {
    const sign = text.charCodeAt(at);
    if (sign !== STOP && sign !== COMMA && sign !== QUESTION && sign !== EXCLAMATION && sign !== SEMICOLON) continue;
    const next = text.charCodeAt(at + 1);
    if (next === SPACE || next === LINE_FEED) continue;
    if (sign === STOP && next === STOP) {
      const end = endOfStops(text, at, to);
      if (end - at === 2 && isDoubled(text, at)) yield doubled(at);
      at = end - 1;
      continue;
    }
    const word = skipClosers(text, at + 1, to);
    if (word < to && startsWord(text.charCodeAt(word)) && isGlued(text, from, at, word, to))
      yield glued(text, from, at, word, to);
  }
}

const LINE_FEED = 10;
const SPACE = 32;
const EXCLAMATION = 33;
const COMMA = 44;
const STOP = 46;
const SEMICOLON = 59;
const QUESTION = 63;

/** A letter, `(` or `“`; nearly every sign is followed by something else. */
function startsWord(code: number): boolean {
  return code > 127 || code === 40 || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** Past closing quotation marks and the asterisks that end bold or italic text. */
function skipClosers(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && '"”’\'*'.includes(text[at] as string)) at++;
  return at;
}

/** Whether the sign at `at` ends a word and another word starts at `next` without a space between them. */
function isGlued(text: string, from: number, at: number, next: number, to: number): boolean {
  if (!/[\p{L}“(]/u.test(text[next] as string)) return false;
  const before = text.slice(Math.max(from, at - 40), at);
  const behind = text.slice(at, Math.min(to, at + 40));
  const token = (/[^\s([{"“]*$/.exec(before)?.[0] ?? '') + (/^\S*/.exec(behind)?.[0] ?? '');
  if (/:\/\/|www\.|@|\/|<|\{/.test(token)) return false; // an address, markup
  const word = /^["“(]?[\p{L}\d’'-]*/u.exec(text.slice(next, Math.min(to, next + 40)))?.[0] ?? '';
  const quote = text.slice(at + 1, next);
  if (text[at] === ',') {
    if (!/[\p{L}\d)%]$/u.test(before) || /^["”’']*[’']/.test(quote)) return false;
    return /^(?:["“(]\p{L}|\p{L}{2})/u.test(word) || quote !== '';
  }
  if (!/^["“(]?\p{Lu}/u.test(word) || ABBREVIATION.test(token)) return false;
  if (/[’']/.test(quote) && !/["”]/.test(quote)) return false;
  return quote === '' ? /(?:[\p{Ll}\d)%]|\p{Lu}{2})$/u.test(before) && word.length > 1 : /[\p{L}\d)%]$/u.test(before);
}

/** Words with a stop inside that are whole: names of sites and products, degrees, abbreviations. */
const ABBREVIATION =
  /(?:^|\W)(?:\p{L}\.){2,}|\.(?:com|org|net|gov|edu|io|co|news|tv|us|uk|eu|ai|fm|ly|me)\b|Ph\.D|e\.g|i\.e/iu;

function glued(text: string, from: number, at: number, next: number, to: number): Finding {
  const before = text.slice(Math.max(from, at - 40), at);
  const word = /^["“(]?[\p{L}\d’'-]*/u.exec(text.slice(next, Math.min(to, next + 40)))?.[0] ?? '';
  const name = text[at] === '.' ? 'full stop' : text[at] === ',' ? 'comma' : `"${text[at]}"`;
  return {
    from: at - (/[\p{L}\d%)’'-]*$/u.exec(before)?.[0].length ?? 0),
    to: next + word.length,
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
