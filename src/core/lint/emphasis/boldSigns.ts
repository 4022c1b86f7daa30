import type { Block } from '../../entry/entry.ts';
import { isCapital, isDigit, isLetter } from '../../text/characters.ts';
import type { Finding } from '../rule.ts';
import { isItem } from '../sections/items.ts';
import type { Asterisks } from './asterisks.ts';

/** What is wrong with the full stops and commas beside the asterisks of a story: one too many, one astray, none at all. */
export function* signFaults(text: string, block: Block, all: readonly Asterisks[]): Generator<Finding> {
  yield* strayAtStart(text, block);
  for (const [index, asterisks] of all.entries()) {
    const next = all[index + 1];
    if (next && isSplit(text, block, asterisks, next)) yield split(text, asterisks, next);
    if (!asterisks.ends || asterisks.left > 0 || asterisks.to - asterisks.from !== 2) continue;
    const fault =
      doubledStop(text, asterisks) ??
      doubledSign(text, asterisks) ??
      spacedStop(text, asterisks) ??
      missingStop(text, block, asterisks);
    if (fault) yield fault;
  }
}

const SIGNS = '.,;:';

/** `1/ .**The mayor resigned**`, `1/ **.The mayor resigned**` */
function* strayAtStart(text: string, { story }: Block): Generator<Finding> {
  const match = /^(?:([.,;:] *)\*\*(?![\s*])|\*\*([.,;:] *)(?=["“A-Z]))/.exec(text.slice(story.from, story.from + 8));
  if (!match) return;
  const from = match[1] === undefined ? story.from + 2 : story.from;
  const to = from + (match[1] ?? match[2] ?? '').length;
  yield {
    from,
    to,
    message: `A stray "${text.charAt(from)}" stands before the headline.`,
    severity: 'warning',
    fix: { title: 'Remove it', edits: [{ from, to, text: '' }] },
  };
}

/** `*.*The mayor resigned**`, `**The mayor resigned*.* She`: a sign fell between the two, and nothing is bold. */
function isSplit(text: string, { story }: Block, one: Asterisks, other: Asterisks): boolean {
  if (one.to - one.from !== 1 || other.to - other.from !== 1 || other.from !== one.to + 1) return false;
  if (!SIGNS.includes(text.charAt(one.to))) return false;
  return one.from === story.from ? !other.spaceBehind : one.ends && other.ends && other.spaceBehind;
}

function split(text: string, one: Asterisks, other: Asterisks): Finding {
  const sign = text.slice(one.to, other.from);
  return {
    from: one.from,
    to: other.to,
    message: `A "${sign}" stands between the two asterisks, and nothing is bold.`,
    fix: {
      title: 'Put the asterisks together',
      edits: [{ from: one.from, to: other.to, text: one.ends ? `**${sign}` : '**' }],
    },
  };
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

/** `resigned,**. She`, `resigned**., saying`: the sentence goes on behind a comma, and ends with a full stop. */
function doubledSign(text: string, { from, to }: Asterisks): Finding | undefined {
  const behind = text.charAt(to);
  if (behind === '' || !SIGNS.includes(behind)) return undefined;
  const isInside = ',;:'.includes(text.charAt(from - 1));
  const second = text.charAt(to + 1);
  if (!isInside && (second === behind || second === '' || !SIGNS.includes(second))) return undefined;
  const goesOn = /^\s*[a-z]/.test(text.slice(to + 2, to + 12));
  const both = behind + second;
  const kept = both.includes(':') ? ':' : goesOn && both.includes(',') ? ',' : '.';
  const edit = isInside ? { from: from - 1, to: from, text: '' } : { from: to, to: to + 2, text: kept };
  return {
    from: isInside ? from - 1 : from,
    to: isInside ? to + 1 : to + 2,
    message: 'Two signs end this bold.',
    severity: 'warning',
    fix: { title: 'Keep one of them', edits: [edit] },
  };
}

/** `resigned** . She`, `resigned** .She` */
function spacedStop(text: string, { from, to }: Asterisks): Finding | undefined {
  const stop = /^ +([.,])(?= ?["“A-Z]| [a-z])/.exec(text.slice(to, to + 8));
  if (!stop) return undefined;
  const end = to + stop[0].length;
  const space = text.charCodeAt(end) === 32 ? '' : ' ';
  return {
    from,
    to: end,
    message: `A space stands before the ${stop[1] === '.' ? 'full stop' : 'comma'}.`,
    severity: 'warning',
    fix: { title: 'Remove the space', edits: [{ from: to, to: end, text: `${stop[1]}${space}` }] },
  };
}

/** `**The mayor resigned** She left`: told by a word that begins sentences and no names. */
function missingStop(text: string, block: Block, { from, to }: Asterisks): Finding | undefined {
  if (block.headline?.close?.from !== from || !isItem(block) || !endsWord(text.charCodeAt(from - 1))) return undefined;
  const word = /^ ([A-Z][a-z]*) [a-z]/.exec(text.slice(to, to + 20))?.[1];
  if (word === undefined || !STARTS.has(word)) return undefined;
  return {
    from,
    to: to + 1 + word.length,
    message: 'No full stop ends the headline.',
    severity: 'warning',
    fix: { title: 'Insert a full stop', edits: [{ from: to, to, text: '.' }] },
  };
}

function endsWord(code: number): boolean {
  return (isLetter(code) && !isCapital(code)) || isDigit(code) || code === 37; // %
}

/** Words that begin a sentence, and in the middle of one are written small. */
const STARTS: ReadonlySet<string> = new Set(
  (
    'The It He She They In An But However Meanwhile This That There These Those While If As On At After Before Under When ' +
    'Both Also And Although Because During Earlier Some Many Its His Her Their We'
  ).split(' '),
);
