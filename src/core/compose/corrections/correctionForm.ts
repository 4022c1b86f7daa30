import type { Block, Entry } from '../../entry/entry.ts';
import { startOfLine } from '../../text/lineBounds.ts';

/**
 * How an archive writes a correction. The running example is `\[*Correction (Jan 31): She left on Monday.*\]`, within the words of an item and
 * before its sources.
 */
export interface CorrectionForm {
  /** `words`: within the words of an item; the others are lines of their own below it. */
  readonly place: 'words' | 'paragraph' | 'quote' | 'bullet';
  /** Whether it comes before the citation group that ends the words. */
  readonly isBeforeSources: boolean;
  /** `\[*` */
  readonly open: string;
  /** `Correction` */
  readonly word: string;
  /** The date after the word, if there is one. */
  readonly date: CorrectionDate | undefined;
  /** Everything between the word and the text but the date: ` (`, `):` */
  readonly beforeDate: string;
  readonly afterDate: string;
  /** `*\]` */
  readonly close: string;
}

/** How a date is written: `2031-01-31`, `Jan 31`, `Jan. 31`, `January 31`, `31 January` or `1/31`; with the year or not. */
export interface CorrectionDate {
  readonly form: 'iso' | 'month-day' | 'day-month' | 'numbers';
  readonly month: 'short' | 'dotted' | 'long';
  readonly hasYear: boolean;
}

/** The form for an archive without corrections: `*Correction, Jan 31: She left on Monday.*` below the item. */
export const DEFAULT_CORRECTION: CorrectionForm = {
  place: 'paragraph',
  isBeforeSources: false,
  open: '*',
  word: 'Correction',
  date: { form: 'month-day', month: 'short', hasYear: false },
  beforeDate: ', ',
  afterDate: ':',
  close: '*',
};

/** A correction, update or note in an entry, and how it is written. */
export interface UsedCorrection extends CorrectionForm {
  /** Whether its word says that something was wrong. Updates and editor's notes serve as corrections in archives that have no other. */
  readonly kind: 'correction' | 'other';
}

/** The form to use, from what the latest entries have, the newest first: corrections before updates and notes, the most frequent one. */
export function correctionForm(used: readonly UsedCorrection[]): CorrectionForm {
  const corrections = used.filter(({ kind }) => kind === 'correction');
  const candidates = (corrections.length > 0 ? corrections : used).slice(0, MAX_CORRECTIONS);
  const counts = new Map<string, number>();
  for (const candidate of candidates) counts.set(keyOf(candidate), (counts.get(keyOf(candidate)) ?? 0) + 1);
  const [mostUsed] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return candidates.find((candidate) => keyOf(candidate) === mostUsed) ?? DEFAULT_CORRECTION;
}

/** Only the latest count: an archive's form changes over the years. */
const MAX_CORRECTIONS = 20;

/** What makes two corrections the same form: all but capitals, apostrophes and how the date is written. */
function keyOf({ place, open, word, date, beforeDate, afterDate, close }: CorrectionForm): string {
  const plainWord = word
    .toLowerCase()
    .replace('’', "'")
    .replace(/(?:ed|s)$/, '');
  return JSON.stringify([place, open, plainWord, date !== undefined, beforeDate, afterDate, close]);
}

/** The corrections, updates and editor's notes in an entry, in the order of the text. */
export function usedCorrections(entry: Entry): UsedCorrection[] {
  return entry.blocks.flatMap((block) =>
    MAY_HAVE.test(entry.prose.slice(block.from, block.to)) ? inBlock(entry, block) : [],
  );
}

const WORD = /(?:correction|corrected|clarification|update|updated|editor['’]s note)s?(?![\p{L}\d])/giu;
const MAY_HAVE = new RegExp(WORD.source, 'iu');

function inBlock({ prose }: Entry, block: Block): UsedCorrection[] {
  const found: UsedCorrection[] = [];
  for (const match of prose.slice(block.from, block.to).matchAll(WORD)) {
    const from = block.from + match.index;
    const correction = at(prose, block, from, match[0]);
    if (correction) found.push(correction);
  }
  return found;
}

/** The correction whose word is at an offset; undefined if the word is one of a sentence. */
function at(prose: string, block: Block, from: number, word: string): UsedCorrection | undefined {
  if (!/^\p{Lu}/u.test(word)) return undefined;
  const line = prose.slice(startOfLine(prose, from), from);
  const open = OPEN.exec(line.slice(-MAX_OPEN_CHARS))?.[0] ?? '';
  const lead = line.slice(0, line.length - open.length);
  const end = from + word.length;
  const tail = tailOf(open, prose.slice(end, Math.min(block.to, end + MAX_TAIL_CHARS)));
  const place = placeOf(lead, startOfLine(prose, from) === startOfLine(prose, block.from));
  if (!tail || !place || (place === 'words' && (open === '' || tail.isLabel))) return undefined;
  const { date, beforeDate, afterDate, close } = tail;
  if (close !== '' && !prose.slice(end + tail.length, block.to).includes(close.slice(-1))) return undefined;
  const isNote = /note/i.test(word);
  if (place === 'bullet' && isNote) return undefined; // an item of its own
  const sources = block.citationGroups.at(-1);
  return {
    kind: isNote || /^update/i.test(word) ? 'other' : 'correction',
    place,
    isBeforeSources: sources !== undefined && end <= sources.from,
    open,
    word,
    date,
    beforeDate,
    afterDate,
    close,
  };
}

/** Brackets and asterisks right before the word. */
const OPEN = /(?:\\?[[(]|[*_]{1,3})*$/;
const MAX_OPEN_CHARS = 12;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const DATE = `\\d{4}-\\d{2}-\\d{2}|${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${MONTH}(?: \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?`;

const AFTER_WORD = `^([*_]{0,3})(?:([ ,([–—-]{1,3})(${DATE})([)\\]]?))?`;

/** From the word to the text: `** (Jan 31):`. */
const WITH_COLON = new RegExp(`${AFTER_WORD}([*_]{0,3}):([*_]{0,3})(?=\\s|$)`);

/** The same for a word in brackets: `\[Correction\] She left on Monday.` */
const AS_LABEL = new RegExp(`${AFTER_WORD}([*_]{0,3}\\\\?[\\])][*_]{0,3})(?=\\s|$)`);

const MAX_TAIL_CHARS = 40;

interface Tail extends Pick<CorrectionForm, 'date' | 'beforeDate' | 'afterDate' | 'close'> {
  readonly length: number;
  /** Whether the word is in brackets, which end before the text. */
  readonly isLabel: boolean;
}

/** Reads what comes after the word. */
function tailOf(open: string, rest: string): Tail | undefined {
  const match = WITH_COLON.exec(rest) ?? AS_LABEL.exec(rest);
  if (!match) return undefined;
  const [whole, emphasis = '', between = '', date = '', , closing = '', afterColon = ''] = match;
  const isLabel = !whole.includes(':');
  const close = isLabel ? '' : closeOf(open, emphasis + closing + afterColon);
  if (close === undefined || (isLabel && closeOf(open, '') !== emphasis + closing)) return undefined;
  return {
    length: whole.length,
    isLabel,
    date: date === '' ? undefined : dateFormOf(date),
    beforeDate: emphasis + between,
    afterDate: whole.slice(emphasis.length + between.length + date.length),
    close,
  };
}

function placeOf(lead: string, isFirstLine: boolean): CorrectionForm['place'] | undefined {
  if (/^\s*>[\s>]*$/.test(lead)) return 'quote';
  if (/^\s*[*+-]\s+$/.test(lead)) return isFirstLine ? 'bullet' : undefined;
  if (lead.trim() === '') return isFirstLine ? 'paragraph' : undefined; // else a line that an editor has broken
  return /\s$/.test(lead) ? 'words' : undefined;
}

/** The brackets and asterisks that are still to be closed; undefined if more are closed than open. */
function closeOf(open: string, closed: string): string | undefined {
  const tokens = open.match(/\\?[[(]|\*+|_+/g) ?? [];
  let remaining = closed;
  const closers: string[] = [];
  for (const token of tokens.reverse()) {
    const bracket = token.at(-1) === '[' ? ']' : token.at(-1) === '(' ? ')' : undefined;
    if (bracket) {
      closers.push(token.startsWith('\\') ? `\\${bracket}` : bracket);
      continue;
    }
    const count = Math.min(token.length, remaining.length);
    if (remaining.slice(0, count) !== token.slice(0, count)) return undefined;
    remaining = remaining.slice(count);
    if (count < token.length) closers.push(token.slice(count));
  }
  return remaining === '' ? closers.join('') : undefined;
}

function dateFormOf(date: string): CorrectionDate {
  const month = new RegExp(MONTH).exec(date)?.[0] ?? '';
  return {
    form: /^\d{4}-/.test(date) ? 'iso' : month === '' ? 'numbers' : /^\d/.test(date) ? 'day-month' : 'month-day',
    month: month.endsWith('.') ? 'dotted' : month.length > 3 ? 'long' : 'short',
    hasYear: /\d{4}|\/\d+\//.test(date),
  };
}
