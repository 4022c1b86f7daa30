import { isCapital, isDigit, isLetter } from '../../characters.ts';
import type { Block, Entry, Headline } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { type Asterisks, asterisksOf } from '../asterisks.ts';
import { lonelyFaults } from '../lonelyAsterisks.ts';
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
  if (isSpace(first) || first === ASTERISK || isSpace(last) || last === ASTERISK) return false;
  if (to >= text.length) return true;
  const behind = text.charCodeAt(to);
  if (behind === STOP) return !isEnd(last);
  return behind <= 32 || (behind < 64 && !isDigit(behind) && behind !== ASTERISK);
}

const ASTERISK = 42;
const STOP = 46;

/** `.` `"` `'` `’` `”` */
function isEnd(code: number): boolean {
  return code === STOP || code === 34 || code === 39 || code === 0x2019 || code === 0x201d;
}

function* faultsIn(entry: Entry, block: Block): Generator<Finding> {
  const { text } = entry;
  const all = asterisksOf(text, block);
  for (const asterisks of all) {
    if (!asterisks.ends || asterisks.left > 0 || asterisks.to - asterisks.from !== 2) continue;
    const fault = doubledStop(text, asterisks) ?? endInWord(text, asterisks);
    if (fault) yield fault;
  }
  yield* lonelyFaults(entry, block, all);
}

/** `replacement.**. The`: the one before the asterisks goes, unless a quotation or an abbreviation needs it. */
function doubledStop(text: string, { from, to }: Asterisks): Finding | undefined {
  if (text[to] !== '.' || text[to + 1] === '.') return undefined;
  const words = text.slice(Math.max(0, from - 8), from);
  if (!/(?<!\.)\.["”’']?$/.test(words)) return undefined;
  const outer = /["”’']$/.test(words) || /\b(?:[A-Z]|Jr|Sr|Inc|Corp|Co|Ltd|Bros|St|etc|vs|[ap]\.m)\.$/.test(words);
  const at = outer ? to : from - 1;
  return {
    from: from - 1,
    to: to + 1,
    message: 'Two full stops end this bold.',
    severity: 'warning',
    fix: { title: 'Remove one full stop', edits: [{ from: at, to: at + 1, text: '' }] },
  };
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
