import type { Entry } from '../../entry/entry.ts';
import { ASIDE_KINDS, type Item, isTopLevelKind, itemAt, siblingsOf } from '../../entry/items.ts';
import { endOfLine, hasBlankLineBetween } from '../../text/lineBounds.ts';
import type { Edit, Span } from '../../text/text.ts';
import { literalAround } from '../literalPlaces.ts';
import { type Change, type ChangeStep, changeEach, cursorTargets, refuse, type Selection } from './change.ts';
import { gapBetweenItems, nextItemPrefix } from './itemMarkup.ts';
import { shiftOrderedNumbers } from './orderedNumbers.ts';

/** How Enter writes the next item. */
export interface ContinueOptions {
  /** Whether the next item gets the asterisks of a headline if this one has a headline. */
  readonly withHeadline: boolean;
}

const WITHOUT_HEADLINE: ContinueOptions = { withHeadline: false };

/**
 * The effect of Enter at the end of an item: it starts the next item of the same form, or ends the list if the item is empty. Returns
 * undefined if Enter should insert a plain line break: anywhere else, or when something is selected.
 */
export function continueItem(
  entry: Entry,
  selections: readonly Selection[],
  options: ContinueOptions = WITHOUT_HEADLINE,
): Change | undefined {
  if (!canContinueItem(entry, selections)) return undefined;
  const outcome = changeEach(
    entry,
    selections,
    cursorTargets(selections),
    (current, offset) => stepAt(current, offset, options) ?? refuse('No item ends here.'),
  );
  return outcome.ok ? outcome : undefined;
}

/** Whether Enter continues or ends an item at every cursor. */
export function canContinueItem(entry: Entry, selections: readonly Selection[]): boolean {
  return selections.every(({ anchor, active }) => anchor === active && itemEndingAt(entry, active) !== undefined);
}

function stepAt(entry: Entry, offset: number, { withHeadline }: ContinueOptions): ChangeStep | undefined {
  const ending = itemEndingAt(entry, offset);
  if (!ending) return undefined;
  const { item, isEmpty, to } = ending;
  if (isEmpty) {
    const from = item.head.from - item.head.indent;
    const shifts = item.kind === 'ordered' ? shiftOrderedNumbers(entry, item, -1) : [];
    return { edits: [{ from, to, text: '' }, ...shifts], cursor: from };
  }
  const added = gapBetweenItems(entry, item) + nextItemPrefix(entry, item);
  const headlineEnd = withHeadline ? headlineEndOf(entry.text, item) : '';
  const shifts = item.kind === 'ordered' ? shiftOrderedNumbers(entry, item, 1) : [];
  const edit: Edit = { from: to, to, text: headlineEnd === '' ? added : `${added}**${headlineEnd}` };
  return { edits: [edit, ...shifts], cursor: to + edit.text.length - headlineEnd.length };
}

/** What follows the words of the next headline, as in the item above: `**. `, `**, `; empty if that one has no headline. */
function headlineEndOf(text: string, { head: { headline } }: Item): string {
  if (!headline?.close) return '';
  const following = text.charAt(headline.to);
  if (following === ' ') return '** ';
  return /[.,:;]/.test(following) ? `**${following} ` : '**. ';
}

interface EndingItem {
  readonly item: Item;
  readonly isEmpty: boolean;
  /** The end of its last line. */
  readonly to: number;
}

/**
 * The item whose last line ends at the offset, if Enter continues or ends it. Comments and definitions may follow the line. Nothing but
 * the closing asterisks of a headline may be between the offset and the end of the line.
 */
function itemEndingAt(entry: Entry, offset: number): EndingItem | undefined {
  const item = itemAt(entry, offset);
  if (!item || item.kind === 'struck' || literalAround(entry, offset)) return undefined;
  const { text } = entry;
  const { head, blocks } = item;
  const to = endOfLine(text, head.to);
  if (offset > to || text.slice(head.content.to, to).trim() !== '') return undefined;
  const isEmptyHeadline = EMPTY_HEADLINE.test(text.slice(head.content.from, to)) && offset >= head.content.from;
  if (
    offset < to &&
    !isEmptyHeadline &&
    !(head.headline?.close?.from === offset && HEADLINE_END.test(text.slice(offset, to)))
  )
    return undefined;
  const next = blocks[1];
  if (next && !(ASIDE_KINDS.has(next.kind) && hasBlankLineBetween(text, to, next.from))) return undefined;
  if (head.content.from === head.content.to || isEmptyHeadline) {
    const isFirst = siblingsOf(entry, item)[0] === item && !item.parent;
    const isAfterLabel = offset >= (head.label ?? head.marker ?? head).to;
    return isAfterLabel && !isFirst && item.children.length === 0 ? { item, isEmpty: true, to } : undefined;
  }
  // A section with bullets ends after the last of them.
  return isTopLevelKind(item.kind) && item.children.length > 0 ? undefined : { item, isEmpty: false, to };
}

const EMPTY_HEADLINE = /^\*{4}[.,:;]?[ \t]*$/;
const HEADLINE_END = /^\*\*[.,:;]?[ \t]*$/;

/** A line break that was just typed: where, and all that was inserted, such as the indentation of the new line or a list marker. */
export interface TypedBreak {
  readonly offset: number;
  readonly inserted: string;
}

/** What turns a typed line break into the next item: edits, and a replacement after which the cursor is between two texts. */
export interface ContinuedItem {
  readonly edits: readonly Edit[];
  /** To be applied first. The edits do not overlap it; those after it have to be moved along. */
  readonly template: (Span & { readonly before: string; readonly after: string }) | undefined;
}

/**
 * As `continueItem`, for a line break that has already been typed, perhaps with more text after it. `textNow` is the text including
 * what was typed. Returns undefined if anything else has changed, or if a second line break was typed, since that starts a new paragraph.
 */
export function continueAfterTypedBreak(
  entryBefore: Entry,
  { offset, inserted }: TypedBreak,
  textNow: string,
  options: ContinueOptions = WITHOUT_HEADLINE,
): ContinuedItem | undefined {
  const { text } = entryBefore;
  const ending = itemEndingAt(entryBefore, offset);
  const change = ending && continueItem(entryBefore, [{ anchor: offset, active: offset }], options);
  if (!change || !textNow.startsWith(text.slice(0, offset) + inserted) || !textNow.endsWith(text.slice(offset))) {
    return undefined;
  }
  const addedChars = textNow.length - text.length;
  const typed = textNow.slice(offset + inserted.length, offset + addedChars);
  if (typed.includes('\n')) return undefined;
  const { isEmpty, to } = ending;
  const main = change.edits.find((edit) => edit.from <= to && edit.to >= to);
  const shifted = (edit: Edit): Edit => ({ from: edit.from + addedChars, to: edit.to + addedChars, text: edit.text });
  const edits = change.edits.filter((edit) => edit !== main).map((edit) => (edit.from > to ? shifted(edit) : edit));
  if (!main) return undefined;
  if (isEmpty) {
    const rest = { from: offset + addedChars, to: to + addedChars, text: '' };
    const line = { from: main.from, to: offset + inserted.length, text: '' };
    return { edits: [line, ...(rest.from < rest.to ? [rest] : []), ...edits], template: undefined };
  }
  const afterCursor = to + main.text.length - (change.selections[0]?.active ?? 0);
  const split = main.text.length - afterCursor;
  const [before, after] = [main.text.slice(0, split), main.text.slice(split)];
  const lineBreak = /^\r?\n/.exec(before)?.[0].length ?? 0;
  if (after === '' && offset === to) {
    // Replaces what follows the line break, so that the cursor stays behind it.
    const label = { from: offset + lineBreak, to: offset + inserted.length, text: before.slice(lineBreak) };
    return { edits: [label, ...edits], template: undefined };
  }
  const endOfHeadline = text.slice(offset, to).trimEnd();
  const template = { from: offset, to: to + addedChars, before: endOfHeadline + before + typed, after };
  return { edits, template };
}
