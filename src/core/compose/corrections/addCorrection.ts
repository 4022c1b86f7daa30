import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, itemAt, textBlocksOf } from '../../entry/items.ts';
import { endOfLine, lineBreakOf } from '../../text/lineBounds.ts';
import type { Edit } from '../../text/text.ts';
import { CLOSING_KINDS } from '../items/sendToNotables.ts';
import { literalAround } from '../literalPlaces.ts';
import type { CorrectionDate, CorrectionForm } from './correctionForm.ts';

/** The edit that adds a correction, with the place for its words as an offset in the edit's text. */
interface CorrectionEdit extends Edit {
  readonly caret: number;
}

/**
 * Adds a correction without its words to the item at the cursor, or at the end of the entry if there is none. `today` is `YYYY-MM-DD`, and
 * `date` the entry's own: the year is written if it is another. Undefined if the item ends in code, HTML or the like that is not closed.
 */
export function addCorrection(
  entry: Entry,
  offset: number,
  form: CorrectionForm,
  { today, date }: { readonly today: string; readonly date: string | undefined },
): CorrectionEdit | undefined {
  const { text } = entry;
  const isOtherYear = date !== undefined && date.slice(0, 4) !== today.slice(0, 4);
  const written = form.date === undefined ? '' : dateIn(form.date, today, isOtherYear);
  const head = `${form.open}${form.word}${form.beforeDate}${written}${form.afterDate} `;
  const item = itemAt(entry, offset);
  if (item && form.place === 'words') {
    const edit = amongWords(entry, item, offset, form, head);
    if (edit) return edit;
  }
  const gap = lineBreakOf(text).repeat(2);
  const at = item ? item.own.to : endBeforeClosing(entry, form);
  if (literalAround(entry, at)) return undefined;
  const before =
    at === 0 || /(?:^|\n)\r?\n$/.test(text.slice(0, at)) ? '' : text[at - 1] === '\n' ? lineBreakOf(text) : gap;
  const lead =
    before + (form.place === 'bullet' ? bulletBelow(item) : indentIn(item) + (form.place === 'quote' ? '> ' : ''));
  return { from: at, to: at, text: lead + head + form.close, caret: lead.length + head.length };
}

/** Within the words of the item: in the paragraph of the cursor, else its first. */
function amongWords(
  { text }: Entry,
  item: Item,
  offset: number,
  { isBeforeSources, close }: CorrectionForm,
  head: string,
): CorrectionEdit | undefined {
  const blocks = textBlocksOf(text, item);
  const block = blocks.find(({ from, to }) => from <= offset && offset <= endOfLine(text, to)) ?? item.head;
  if (block !== item.head && block.kind !== 'paragraph') return undefined;
  const group = block.citationGroups.at(-1);
  const isAtEnd = group && text.slice(group.to, block.to).trim() === '';
  if (isBeforeSources && group && isAtEnd && group.from > block.from) {
    return { from: group.from, to: group.from, text: `${head}${close} `, caret: head.length };
  }
  const at = block.content.to;
  return { from: at, to: at, text: ` ${head}${close}`, caret: 1 + head.length };
}

/** Below the last block that does not close the entry, and below earlier corrections. */
function endBeforeClosing({ text, blocks, body }: Entry, { open, word }: CorrectionForm): number {
  const isCorrection = ({ content }: Block) => text.startsWith(open + word, content.from);
  const last = blocks.findLast((block) => !CLOSING_KINDS.has(block.kind) || isCorrection(block));
  return last ? endOfLine(text, last.to) : body.from;
}

/** The indentation of a paragraph that belongs to a list item. */
function indentIn(item: Item | undefined): string {
  const marker = item?.head.marker;
  return item && marker ? ' '.repeat(item.head.indent + marker.to - marker.from + 1) : '';
}

/** A bullet of the item, or next to it if that is one itself. */
function bulletBelow(item: Item | undefined): string {
  return `${' '.repeat(item?.head.marker ? item.head.indent : 0)}* `;
}

function dateIn({ form, month, hasYear }: CorrectionDate, today: string, isOtherYear: boolean): string {
  const [year = '', monthDigits = '', dayDigits = ''] = today.split('-');
  const name = MONTHS[Number(monthDigits) - 1] ?? '';
  const short = name.slice(0, 3);
  const monthName = month === 'long' ? name : month === 'dotted' && name !== short ? `${short}.` : short;
  const day = String(Number(dayDigits));
  const withYear = hasYear || isOtherYear;
  if (form === 'iso') return today;
  if (form === 'numbers') return `${Number(monthDigits)}/${day}${withYear ? `/${year}` : ''}`;
  if (form === 'day-month') return `${day} ${monthName}${withYear ? ` ${year}` : ''}`;
  return `${monthName} ${day}${withYear ? `, ${year}` : ''}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
