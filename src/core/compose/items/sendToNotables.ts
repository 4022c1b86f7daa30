import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, itemAt, itemRunOf, itemRunsOf } from '../../entry/items.ts';
import { endOfLine, lineBreakOf } from '../../text/lineBounds.ts';
import type { Edit, Span } from '../../text/text.ts';
import {
  type ChangeOutcome,
  type ChangeStep,
  changeEach,
  offsetAfterEdits,
  type Refusal,
  refuse,
  type Selection,
  touchedItemTargets,
} from './change.ts';
import { blankSpaceAfter, commentsAbove } from './itemMarkup.ts';
import { NO_ITEM_AT_CURSOR } from './itemNames.ts';
import { nextOrderedNumber, orderedNumber } from './orderedNumbers.ts';

/** The heading to add to an entry that has no notables yet. */
const NOTABLES_HEADING = '### ✏️ Notables.';

/**
 * Moves the selected items to the end of the notables; a section's bullets follow it as notables of their own. If the entry has no
 * notables, adds a divider and the heading before the closing lines of the entry.
 */
export function sendToNotables(
  entry: Entry,
  selections: readonly Selection[],
  heading = NOTABLES_HEADING,
): ChangeOutcome {
  const targets = touchedItemTargets(entry, selections);
  if (!targets) return refuse(NO_ITEM_AT_CURSOR);
  return changeEach(entry, selections, targets, (current, offset) => send(current, offset, heading));
}

function send(entry: Entry, itemOffset: number, heading: string): ChangeStep | Refusal {
  const item = itemAt(entry, itemOffset);
  if (!item) return refuse(NO_ITEM_AT_CURSOR);
  if (item.kind === 'struck') return refuse('A struck-through section cannot become a notable.');
  if (itemRunOf(entry, item)?.isNotables) return refuse('This item is already among the notables.');
  const { text } = entry;
  const place = notablesPlaceFor(entry, item, heading);
  const added = place.lead + asListItems(text, item, place);
  const isInPlace = place.offset === item.to;
  const removed = isInPlace ? { from: startWithSpaceBefore(entry, item), to: item.to } : spanToRemove(entry, item);
  const edits: Edit[] = isInPlace
    ? [{ ...removed, text: added }]
    : [
        { ...removed, text: '' },
        { from: place.offset, to: place.offset, text: added },
      ];
  const shift = !isInPlace && place.offset >= removed.to ? removed.from - removed.to : 0;
  const newItemStart = isInPlace ? removed.from : place.offset + shift;
  const newContentStart =
    newItemStart + place.lead.length + commentsAbove(text, item).length + prefixAt(place, 0).length;
  const contentStart = contentStartOf(item);
  return {
    edits,
    mapOffset(offset) {
      if (offset < item.from || offset > item.own.to) return offsetAfterEdits(edits, offset);
      return newContentStart + Math.min(Math.max(0, offset - contentStart), item.head.content.to - contentStart);
    },
  };
}

/** The item and its children as the text of list items. */
function asListItems(text: string, item: Item, place: NotablesPlace): string {
  const listItems = withDescendants(item).map((listItem, index) => {
    const prefix = prefixAt(place, index);
    const comments = commentsAbove(text, listItem);
    return reindent(comments, listItem.head.indent, 0) + prefix + asNotable(text, listItem, prefix.length);
  });
  return listItems.join(lineBreakOf(text).repeat(2));
}

function prefixAt({ number, countsUp }: NotablesPlace, index: number): string {
  return number === undefined ? '* ' : `${number + (countsUp ? index : 0)}. `;
}

/** Where and how new notables are written. */
interface NotablesPlace {
  readonly offset: number;
  /** The text before the first new notable. */
  readonly lead: string;
  /** The number of the first new notable; undefined if notables are bullets. */
  readonly number: number | undefined;
  /** False if all notables have the same number. */
  readonly countsUp: boolean;
}

function notablesPlaceFor(entry: Entry, item: Item, heading: string): NotablesPlace {
  const { text } = entry;
  const gap = lineBreakOf(text).repeat(2);
  const notables = itemRunsOf(entry).findLast((run) => run.isNotables);
  const lastNotable = notables?.items.at(-1);
  if (lastNotable) {
    const offset = lastNotable.to;
    if (lastNotable.kind !== 'ordered') return { offset, lead: gap, number: undefined, countsUp: false };
    const number = nextOrderedNumber(entry, lastNotable);
    return { offset, lead: gap, number, countsUp: number !== orderedNumber(text, lastNotable)?.number };
  }
  if (notables?.heading) {
    return { offset: endOfLine(text, notables.heading.to), lead: gap, number: 1, countsUp: true };
  }
  const lead = `${gap}---${gap}${heading}${gap}`;
  return { offset: endBeforeClosingLines(entry, item), lead, number: 1, countsUp: true };
}

/** The end of the last block before the closing lines, but at least the end of the item. */
function endBeforeClosingLines({ text, blocks }: Entry, item: Item): number {
  const lastBlock = blocks.findLast(({ kind }) => !CLOSING_KINDS.has(kind));
  return Math.max(item.to, lastBlock ? endOfLine(text, lastBlock.to) : 0);
}

/** The kinds of blocks that close an entry. */
export const CLOSING_KINDS: ReadonlySet<Block['kind']> = new Set([
  'signoff',
  'note',
  'footnote',
  'definition',
  'divider',
]);

function withDescendants(item: Item): Item[] {
  return [item, ...item.children.flatMap(withDescendants)];
}

/** The item without its marker or number. The lines after its first are indented by `width`, to stay part of the list item. */
function asNotable(text: string, item: Item, width: number): string {
  const { head } = item;
  const oldWidth = head.marker ? head.indent + (head.label?.from ?? head.content.from) - head.marker.from : 0;
  const start = contentStartOf(item);
  const lineEnd = endOfLine(text, start);
  return text.slice(start, lineEnd) + reindent(text.slice(lineEnd, item.own.to), oldWidth, width);
}

/** Changes the indentation of every line from one that is at least so many spaces, or less for lines outside the list, to another. */
function reindent(text: string, oldWidth: number, width: number): string {
  const oldIndent = new RegExp(`(^|\\n) {0,${oldWidth}}(?=[^\\r\\n])`, 'g');
  return text.replace(oldIndent, (_, lineBreak: string) => lineBreak + ' '.repeat(width));
}

/** The start of what is kept of an item: after its marker or number, but before the label of a poll or named item. */
function contentStartOf({ head: { label, content } }: Item): number {
  return label && (label.kind === 'poll' || label.kind === 'named') ? label.from : content.from;
}

/** An item with the blank space after it, or before it if it is the last. */
function spanToRemove(entry: Entry, item: Item): Span {
  const space = blankSpaceAfter(entry, item.to);
  return space.isAtEnd ? { from: startWithSpaceBefore(entry, item), to: item.to } : { from: item.from, to: space.to };
}

/** The start of the blank space before an item. */
function startWithSpaceBefore({ text, blocks }: Entry, { from }: Item): number {
  const previous = blocks.findLast((block) => block.to <= from);
  return previous ? endOfLine(text, previous.to) : from;
}
