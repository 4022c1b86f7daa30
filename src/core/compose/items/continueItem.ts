import type { Entry } from '../../entry/entry.ts';
import { ASIDE_KINDS, type Item, isTopLevelKind, itemAt, siblingsOf } from '../../entry/items.ts';
import { endOfLine, hasBlankLineBetween } from '../../text/lineBounds.ts';
import type { Edit } from '../../text/text.ts';
import { literalAround } from '../literalPlaces.ts';
import { type Change, type ChangeStep, changeEach, cursorTargets, refuse, type Selection } from './change.ts';
import { gapBetweenItems, nextItemPrefix } from './itemMarkup.ts';
import { shiftOrderedNumbers } from './orderedNumbers.ts';

/**
 * The effect of Enter at the end of an item: it starts the next item of the same form, or ends the list if the item is empty. Returns
 * undefined if Enter should insert a plain line break: anywhere else, or when something is selected.
 */
export function continueItem(entry: Entry, selections: readonly Selection[]): Change | undefined {
  if (!canContinueItem(entry, selections)) return undefined;
  const outcome = changeEach(
    entry,
    selections,
    cursorTargets(selections),
    (current, offset) => stepAt(current, offset) ?? refuse('No item ends here.'),
  );
  return outcome.ok ? outcome : undefined;
}

/** Whether Enter continues or ends an item at every cursor. */
export function canContinueItem(entry: Entry, selections: readonly Selection[]): boolean {
  return selections.every(({ anchor, active }) => anchor === active && itemEndingAt(entry, active) !== undefined);
}

function stepAt(entry: Entry, offset: number): ChangeStep | undefined {
  const ending = itemEndingAt(entry, offset);
  if (!ending) return undefined;
  const { item, isEmpty } = ending;
  if (isEmpty) {
    const from = item.head.from - item.head.indent;
    const shifts = item.kind === 'ordered' ? shiftOrderedNumbers(entry, item, -1) : [];
    return { edits: [{ from, to: offset, text: '' }, ...shifts], cursor: from };
  }
  const added = gapBetweenItems(entry, item) + nextItemPrefix(entry, item);
  const shifts = item.kind === 'ordered' ? shiftOrderedNumbers(entry, item, 1) : [];
  const edit: Edit = { from: offset, to: offset, text: added };
  return { edits: [edit, ...shifts], cursor: offset + added.length };
}

/** The item whose last line ends at the offset, if Enter continues or ends it. Comments and definitions may follow the line. */
function itemEndingAt(entry: Entry, offset: number): { readonly item: Item; readonly isEmpty: boolean } | undefined {
  const item = itemAt(entry, offset);
  if (!item || item.kind === 'struck' || literalAround(entry, offset)) return undefined;
  const { head, blocks } = item;
  const end = endOfLine(entry.text, head.to);
  if (offset !== end || entry.text.slice(head.content.to, end).trim() !== '') return undefined;
  const next = blocks[1];
  if (next && !(ASIDE_KINDS.has(next.kind) && hasBlankLineBetween(entry.text, end, next.from))) return undefined;
  const isEmpty = head.content.from === head.content.to;
  if (isEmpty) {
    const isFirst = siblingsOf(entry, item)[0] === item && !item.parent;
    const isAfterLabel = offset >= (head.label ?? head.marker ?? head).to;
    return isAfterLabel && !isFirst && item.children.length === 0 ? { item, isEmpty } : undefined;
  }
  // A section with bullets ends after the last of them.
  return isTopLevelKind(item.kind) && item.children.length > 0 ? undefined : { item, isEmpty };
}

/**
 * As `continueItem`, for a line break that has already been typed at `offset`, perhaps with more text after it: the edits that turn it
 * into what Enter would have done. `textNow` is the text including what was typed. Returns undefined if anything else has changed, or
 * if a second line break was typed, since that starts a new paragraph.
 */
export function continueAfterTypedBreak(before: Entry, offset: number, textNow: string): readonly Edit[] | undefined {
  const { text } = before;
  const typedChars = textNow.length - text.length;
  const change = continueItem(before, [{ anchor: offset, active: offset }]);
  const lineBreak = /^\r?\n/.exec(textNow.slice(offset, offset + 2))?.[0] ?? '';
  if (!change || lineBreak === '') return undefined;
  if (!textNow.startsWith(text.slice(0, offset)) || !textNow.endsWith(text.slice(offset))) return undefined;
  const afterBreak = offset + lineBreak.length;
  if (textNow.slice(afterBreak, offset + typedChars).includes('\n')) return undefined;
  return change.edits.map((edit) => {
    if (edit.from > offset) return { from: edit.from + typedChars, to: edit.to + typedChars, text: edit.text };
    if (edit.from < offset) return { from: edit.from, to: afterBreak, text: edit.text };
    return { from: afterBreak, to: afterBreak, text: edit.text.replace(/^\r?\n/, '') };
  });
}
