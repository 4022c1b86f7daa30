import type { Block } from '../../entry/entry.ts';
import { isCapital, isDigit, isLetter } from '../../text/characters.ts';
import { PERCENT, SPACE } from '../../text/charCodes.ts';
import { startOfLine } from '../../text/lineBounds.ts';
import type { Finding } from '../rule.ts';
import { isItem } from '../sections/blockPredicates.ts';
import type { AsteriskRun } from './asteriskRuns.ts';

/** Finds extra, misplaced and missing full stops and commas next to the bold markers of a block. */
export function punctuationFaults(text: string, block: Block, runs: readonly AsteriskRun[]): readonly Finding[] {
  const findings: Finding[] = [];
  const stray = strayBeforeHeadline(text, block);
  if (stray) findings.push(stray);
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (!run) break;
    if (next && isSplitMarker(text, block, run, next)) findings.push(splitMarker(text, run, next));
    if (!run.closesEmphasis || run.unpairedCount > 0 || run.to - run.from !== 2) continue;
    const fault =
      twoFullStops(text, run) ??
      fullStopAfterQuestion(text, run) ??
      twoPunctuationMarks(text, run) ??
      spaceBeforePunctuation(text, run) ??
      missingFullStop(text, block, run);
    if (fault) findings.push(fault);
  }
  return findings;
}

const PUNCTUATION = '.,;:';

/** `1/ .**The mayor resigned**`, `1/ **.The mayor resigned**` */
function strayBeforeHeadline(text: string, { content }: Block): Finding | undefined {
  const start = text.charAt(text.startsWith('**', content.from) ? content.from + 2 : content.from);
  if (!PUNCTUATION.includes(start)) return undefined; // nearly always
  const match = /^(?:([.,;:] *)\*\*(?![\s*])|\*\*([.,;:] *)(?=["“A-Z]))/.exec(
    text.slice(content.from, content.from + 8),
  );
  if (!match) return undefined;
  if (match[1]?.startsWith(': ') && startOfLine(text, content.from) === content.from) return undefined; // kramdown's list of definitions
  const from = match[1] === undefined ? content.from + 2 : content.from;
  const to = from + (match[1] ?? match[2] ?? '').length;
  return {
    from,
    to,
    message: `Stray "${text.charAt(from)}" before the headline.`,
    severity: 'warning',
    fix: { title: `Remove "${text.charAt(from)}"`, edits: [{ from, to, text: '' }] },
  };
}

/** `*.*The mayor resigned**`, `**The mayor resigned*.* She`: a punctuation mark between the two asterisks of a bold marker. */
function isSplitMarker(text: string, { content }: Block, first: AsteriskRun, second: AsteriskRun): boolean {
  if (first.to - first.from !== 1 || second.to - second.from !== 1 || second.from !== first.to + 1) return false;
  if (!PUNCTUATION.includes(text.charAt(first.to))) return false;
  if (first.from === content.from) return !second.spaceAfter;
  return first.closesEmphasis && second.closesEmphasis && second.spaceAfter;
}

function splitMarker(text: string, first: AsteriskRun, second: AsteriskRun): Finding {
  const mark = text.slice(first.to, second.from);
  return {
    from: first.from,
    to: second.to,
    message: `"${mark}" between the two asterisks: the text will not be bold.`,
    fix: {
      title: 'Join the asterisks',
      edits: [{ from: first.from, to: second.to, text: first.closesEmphasis ? `**${mark}` : '**' }],
    },
  };
}

/** `replacement.**. The`: the fix removes the first full stop, unless a quotation or an abbreviation needs it. */
function twoFullStops(text: string, { from, to }: AsteriskRun): Finding | undefined {
  if (text[to] !== '.' || text[to + 1] === '.') return undefined;
  const words = text.slice(Math.max(0, from - 8), from);
  if (!/(?<!\.)\.["”’']?$/.test(words)) return undefined;
  const keepsFirst = /["”’']$/.test(words) || /\b(?:[A-Z]|Jr|Sr|Inc|Corp|Co|Ltd|Bros|St|etc|vs|[ap]\.m)\.$/.test(words);
  const removeAt = keepsFirst ? to : from - 1;
  return {
    from: from - 1,
    to: to + 1,
    message: 'Two full stops at the end of the bold text.',
    severity: 'warning',
    fix: { title: 'Remove one full stop', edits: [{ from: removeAt, to: removeAt + 1, text: '' }] },
  };
}

/** `resign?**. The`: the fix removes the full stop, unless the mark belongs to a name. */
function fullStopAfterQuestion(text: string, { from, to }: AsteriskRun): Finding | undefined {
  const mark = text.charAt(from - 1);
  if ((mark !== '?' && mark !== '!') || text[to] !== '.' || text[to + 1] === '.') return undefined;
  if (NAME_WITH_EXCLAMATION_MARK.test(text.slice(Math.max(0, from - 16), from))) return undefined;
  return {
    from: from - 1,
    to: to + 1,
    message: `Full stop after ${mark === '?' ? 'a question mark' : 'an exclamation mark'}.`,
    severity: 'warning',
    fix: { title: 'Remove the full stop', edits: [{ from: to, to: to + 1, text: '' }] },
  };
}

const NAME_WITH_EXCLAMATION_MARK = /\b(?:Yahoo|Jeopardy|Oklahoma|Mamma Mia|E|Jeb|Panic|Airplane)!$/;

/** `resigned,**. She`, `resigned**., saying`: the fix keeps the mark that fits the text that follows. */
function twoPunctuationMarks(text: string, { from, to }: AsteriskRun): Finding | undefined {
  const firstAfter = text.charAt(to);
  if (firstAfter === '' || !PUNCTUATION.includes(firstAfter)) return undefined;
  const hasMarkInside = ',;:'.includes(text.charAt(from - 1));
  const secondAfter = text.charAt(to + 1);
  if (!hasMarkInside && (secondAfter === firstAfter || secondAfter === '' || !PUNCTUATION.includes(secondAfter))) {
    return undefined;
  }
  const sentenceContinues = /^\s*[a-z]/.test(text.slice(to + 2, to + 12));
  const marksAfter = firstAfter + secondAfter;
  const markToKeep = marksAfter.includes(':') ? ':' : sentenceContinues && marksAfter.includes(',') ? ',' : '.';
  const edit = hasMarkInside ? { from: from - 1, to: from, text: '' } : { from: to, to: to + 2, text: markToKeep };
  return {
    from: hasMarkInside ? from - 1 : from,
    to: hasMarkInside ? to + 1 : to + 2,
    message: 'Two punctuation marks at the end of the bold text.',
    severity: 'warning',
    fix: { title: 'Keep one punctuation mark', edits: [edit] },
  };
}

/** `resigned** . She`, `resigned** .She` */
function spaceBeforePunctuation(text: string, { from, to }: AsteriskRun): Finding | undefined {
  if (text.charCodeAt(to) !== SPACE) return undefined;
  const match = /^ +([.,])(?= ?["“A-Z]| [a-z])/.exec(text.slice(to, to + 8));
  if (!match) return undefined;
  const [spaceAndMark, mark = ''] = match;
  const end = to + spaceAndMark.length;
  const spaceAfter = text.charCodeAt(end) === SPACE ? '' : ' ';
  return {
    from,
    to: end,
    message: `Space before the ${mark === '.' ? 'full stop' : 'comma'}.`,
    severity: 'warning',
    fix: { title: 'Remove the space', edits: [{ from: to, to: end, text: `${mark}${spaceAfter}` }] },
  };
}

/** `**The mayor resigned** She left`: recognized by a capitalized word that begins sentences but not names. */
function missingFullStop(text: string, block: Block, { from, to }: AsteriskRun): Finding | undefined {
  if (block.headline?.close?.from !== from || !isItem(block) || !endsWord(text.charCodeAt(from - 1))) return undefined;
  const word = /^ ([A-Z][a-z]*) [a-z]/.exec(text.slice(to, to + 20))?.[1];
  if (word === undefined || !SENTENCE_OPENERS.has(word)) return undefined;
  return {
    from,
    to: to + 1 + word.length,
    message: 'Missing full stop after the headline.',
    severity: 'warning',
    fix: { title: 'Insert a full stop', edits: [{ from: to, to, text: '.' }] },
  };
}

function endsWord(code: number): boolean {
  return (isLetter(code) && !isCapital(code)) || isDigit(code) || code === PERCENT;
}

/** Words that are capitalized only at the beginning of a sentence. */
const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'The It He She They In An But However Meanwhile This That There These Those While If As On At After Before Under When ' +
    'Both Also And Although Because During Earlier Some Many Its His Her Their We'
  ).split(' '),
);
