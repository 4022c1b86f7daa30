import type { Block, Entry, Headline } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { isCapital, isDigit, isLetter } from '../../text/characters.ts';
import { type Asterisks, asterisksOf } from '../emphasis/asterisks.ts';
import { signFaults } from '../emphasis/boldSigns.ts';
import { lonelyFaults } from '../emphasis/lonelyAsterisks.ts';
import { addAll, type Finding, type Fix, type Rule } from '../rule.ts';

export const headlineBold: Rule = {
  id: 'headline-bold',
  summary: 'Bold text opens and closes at a word, and one full stop ends it.',
  why: 'A space on the wrong side of the asterisks is enough: the bold does not close, and the page shows the asterisks.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned⟦ **⟧at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned** at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    let next = text.indexOf('*', entry.body.from);
    for (const block of blocks) {
      if (next >= 0 && next < block.story.from) next = text.indexOf('*', block.story.from);
      if (next < 0) break;
      if (next >= block.story.to || SKIPPED.has(block.kind)) continue;
      next = afterHeadline(text, block);
      if (next < 0 || next >= block.story.to) continue;
      addAll(findings, faultsIn(entry, block));
    }
    return findings;
  },
};

const SKIPPED: ReadonlySet<Block['kind']> = new Set(['divider', 'tweet', 'marker', 'html', 'code']);

/** The quick way past nearly every item: its only asterisks are those of a headline with nothing wrong about it. */
function afterHeadline(text: string, { story, headline }: Block): number {
  if (!headline?.close || headline.from !== story.from || !isSound(text, headline)) return story.from;
  return text.indexOf('*', headline.to);
}

/** Nothing but words inside, and behind it white space or a sign that may follow what stands before it. */
function isSound(text: string, { words, close, to }: Headline): boolean {
  if (!close || close.from - words.from < 2) return false;
  const first = text.charCodeAt(words.from);
  const last = text.charCodeAt(words.to - 1);
  if (isSpace(first) || first === ASTERISK || isSign(first) || isSpace(last) || last === ASTERISK) return false;
  if (to + 1 >= text.length) return true;
  const behind = text.charCodeAt(to);
  const next = text.charCodeAt(to + 1);
  if (behind === STOP) return !isEnd(last) && !isSign(next);
  if (behind === COMMA) return !isSign(last) && !isSign(next);
  // Where a sentence may begin there, one must have ended.
  if (behind === SPACE) return next !== STOP && next !== COMMA && (!isCapital(next) || isEnd(last));
  return behind < 32 || (behind < 64 && !isDigit(behind) && behind !== ASTERISK);
}

const ASTERISK = 42;
const STOP = 46;
const COMMA = 44;
const SPACE = 32;

/** `.` `,` `:` `;` */
function isSign(code: number): boolean {
  return code === STOP || code === COMMA || code === 58 || code === 59;
}

/** A sign, or what may stand behind one: `"` `'` `’` `”` */
function isEnd(code: number): boolean {
  return isSign(code) || code === 34 || code === 39 || code === 0x2019 || code === 0x201d;
}

function* faultsIn(entry: Entry, block: Block): Generator<Finding> {
  const { text } = entry;
  const all = asterisksOf(text, block);
  for (const asterisks of all) {
    if (!asterisks.ends || asterisks.left > 0 || asterisks.to - asterisks.from !== 2) continue;
    const fault = endInWord(text, asterisks);
    if (fault) yield fault;
  }
  yield* signFaults(text, block, all);
  yield* lonelyFaults(entry, block, all);
}

/** `Biden**and`, `repea**l`: whether a space or a letter slipped, only a word that is plainly one can tell. */
function endInWord(text: string, { from, to }: Asterisks): Finding | undefined {
  if (to >= text.length || !isLetter(text.charCodeAt(to))) return undefined;
  const word = /^[\p{L}’']+/u.exec(text.slice(to, to + 40))?.[0] ?? '';
  const space: Fix = { title: 'Insert a space', edits: [{ from: to, to, text: ' ' }] };
  const whole: Fix = {
    title: 'End the bold behind the word',
    edits: [
      { from, to, text: '' },
      { from: to + word.length, to: to + word.length, text: '**' },
    ],
  };
  // Behind a sign, a letter keeps the asterisks from closing, and the page shows them.
  const before = text.charCodeAt(from - 1);
  const closes = isLetter(before) || isDigit(before);
  const isWord = isCapital(text.charCodeAt(to)) || WORDS.has(word);
  const isRest = word.length === 1;
  return {
    from,
    to: to + word.length,
    message: `The bold ends where "${word}" begins, without a space.`,
    ...(closes && { severity: 'warning' as const }),
    ...(isWord ? { fix: space } : isRest ? { fix: whole } : { suggestions: [space, whole] }),
  };
}

/** Words that follow a headline in the middle of its sentence. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'a about after against amid among an and are as at because before but by despite during for from had has have he ' +
    'her his if in including into is it its more not of on or over saying she since so than that the their they this ' +
    'to under until was were when where which while who will with without would'
  ).split(' '),
);
