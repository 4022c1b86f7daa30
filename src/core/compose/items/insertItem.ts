import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, isTopLevelKind, itemAt, itemRunOf, itemRunsOf } from '../../entry/items.ts';
import { endOfLine, lineBreakOf } from '../../text/lineBounds.ts';
import { type ChangeOutcome, type ChangeStep, changeEach, cursorTargets, type Selection } from './change.ts';
import { blankSpaceAfter, gapBetweenItems, nextItemPrefix, usualBulletPrefix } from './itemMarkup.ts';
import { shiftOrderedNumbers } from './orderedNumbers.ts';
import { nextSectionLabel } from './renumberAfterChange.ts';

/**
 * Starts an item at each cursor: a section or poll after the one that the cursor is in, a bullet after the cursor's bullet or right
 * below its section. Outside of items, it goes after the nearest item above. The cursor goes after the new label.
 */
export function insertItem(
  entry: Entry,
  selections: readonly Selection[],
  form: 'section' | 'poll' | 'bullet',
): ChangeOutcome {
  return changeEach(entry, selections, cursorTargets(selections), (current, cursor) => insert(current, cursor, form));
}

function insert(entry: Entry, cursor: number, form: 'section' | 'poll' | 'bullet'): ChangeStep {
  const previous = itemOrBlockBefore(entry, cursor);
  const gap = lineBreakOf(entry.text).repeat(2);
  if (form === 'bullet') {
    if (previous.item && !isTopLevelKind(previous.item.kind)) return insertSibling(entry, previous.item, cursor);
    return insertLine(entry, previous.item?.own.to ?? previous.end, gap, usualBulletPrefix(entry, cursor), cursor);
  }
  const topLevelItem = previous.item && topLevelAncestorOf(previous.item);
  const isNotable =
    topLevelItem !== undefined && !isTopLevelKind(topLevelItem.kind) && itemRunOf(entry, topLevelItem)?.isNotables;
  const item = isNotable ? lastSectionBefore(entry, cursor) : topLevelItem;
  const end = isNotable && !item ? startOfItems(entry) : (item?.to ?? previous.end);
  const label = form === 'poll' ? 'poll' : nextSectionLabel(entry, end + 1);
  return insertLine(entry, end, gap, `${label}/ `, cursor);
}

/** The item that the cursor is in or after, and where it ends; if the block there belongs to no item, where that block ends. */
function itemOrBlockBefore(entry: Entry, cursor: number): { readonly item: Item | undefined; readonly end: number } {
  const block = entry.blocks.findLast(({ from, indent }) => from - indent <= cursor);
  if (!block) return { item: undefined, end: startOfItems(entry) };
  return { item: itemAt(entry, block.from), end: endOfLine(entry.text, block.to) };
}

function topLevelAncestorOf(item: Item): Item {
  return item.parent ? topLevelAncestorOf(item.parent) : item;
}

function lastSectionBefore(entry: Entry, offset: number): Item | undefined {
  return itemRunsOf(entry)
    .flatMap(({ items }) => items)
    .findLast(({ kind, from }) => isTopLevelKind(kind) && from <= offset);
}

function insertSibling(entry: Entry, item: Item, cursor: number): ChangeStep {
  const step = insertLine(entry, item.to, gapBetweenItems(entry, item), nextItemPrefix(entry, item), cursor);
  const shifts = item.kind === 'ordered' ? shiftOrderedNumbers(entry, item, 1) : [];
  return { ...step, edits: [...step.edits, ...shifts] };
}

/** Where the first item of an entry goes: at the top of the body, but after an introduction. */
function startOfItems({ text, body, blocks }: Entry): number {
  const [firstBlock] = blocks;
  if (!firstBlock || !INTRODUCTION_KINDS.has(firstBlock.kind)) return body.from;
  return endOfLine(text, firstBlock.to);
}

const INTRODUCTION_KINDS: ReadonlySet<Block['kind']> = new Set(['heading', 'html', 'paragraph', 'quote', 'tweet']);

/** Inserts a line after the one that ends at `end`. If the cursor is on a blank line there, the new line replaces the blank ones. */
function insertLine(entry: Entry, end: number, gap: string, line: string, cursor: number): ChangeStep {
  const { text, body } = entry;
  const lineBreak = lineBreakOf(text);
  const blank = blankSpaceAfter(entry, end);
  const isAtTop = end === body.from;
  const lead = isAtTop ? (end > 0 ? lineBreak : '') : gap;
  const newCursor = end + lead.length + line.length;
  const isInBlankSpace = isAtTop || (cursor > end && cursor <= blank.to);
  if (!isInBlankSpace) {
    const isTight = !blank.isAtEnd && gap.length > lineBreak.length && text.slice(end, blank.to).split('\n').length < 3;
    return { edits: [{ from: end, to: end, text: lead + line + (isTight ? lineBreak : '') }], cursor: newCursor };
  }
  const endsWithLineBreak = text.slice(end, blank.to).includes('\n') && !isAtTop;
  const tail = blank.isAtEnd ? (endsWithLineBreak ? lineBreak : '') : gap;
  return { edits: [{ from: blank.from, to: blank.to, text: lead + line + tail }], cursor: newCursor };
}
