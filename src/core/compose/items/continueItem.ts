import type { Entry } from '../../entry/entry.ts';
import { type Item, isHead, itemAt, siblingsOf } from '../../entry/items.ts';
import type { Edit } from '../../text/text.ts';
import { type Change, changeEach, refusal, type Selection, type Step } from './change.ts';
import { gapLike, prefixLike } from './place.ts';
import { shiftOrdered } from './renumber.ts';

/**
 * What Enter does at the end of items: it begins the next of the same form, and on one that is still empty it ends the list.
 * Undefined where Enter is to be a plain line break: anywhere else, and with anything selected.
 */
export function continueItem(entry: Entry, selections: readonly Selection[]): Change | undefined {
  if (!continues(entry, selections)) return undefined;
  const places = selections.map(({ active }, index) => ({ index, at: active })).sort((a, b) => b.at - a.at);
  const outcome = changeEach(
    entry,
    selections,
    places,
    (current, at) => stepAt(current, at) ?? refusal('No item ends here.'),
  );
  return outcome.ok ? outcome : undefined;
}

/** Whether Enter continues or ends an item at every cursor. */
export function continues(entry: Entry, selections: readonly Selection[]): boolean {
  return selections.every(({ anchor, active }) => anchor === active && endingAt(entry, active) !== undefined);
}

function stepAt(entry: Entry, at: number): Step | undefined {
  const ending = endingAt(entry, at);
  if (!ending) return undefined;
  const { item, isEmpty } = ending;
  if (isEmpty) {
    const from = item.head.from - item.head.indent;
    const shifts = item.kind === 'ordered' ? shiftOrdered(entry, item, -1) : [];
    return { edits: [{ from, to: item.to, text: '' }, ...shifts], cursor: from };
  }
  const added = gapLike(entry, item) + prefixLike(entry, item);
  const shifts = item.kind === 'ordered' ? shiftOrdered(entry, item, 1) : [];
  const edit: Edit = { from: at, to: at, text: added };
  return { edits: [edit, ...shifts], cursor: at + added.length };
}

/** The item whose last line ends at the cursor, if Enter has something to do with it. */
function endingAt(entry: Entry, at: number): { readonly item: Item; readonly isEmpty: boolean } | undefined {
  const item = itemAt(entry, at);
  if (!item || item.kind === 'struck' || item.blocks.length > 1) return undefined;
  const { head, own } = item;
  if (at !== own.to || entry.text.slice(head.story.to, own.to).trim() !== '') return undefined;
  const isEmpty = head.story.from === head.story.to;
  if (isEmpty) {
    const isFirst = siblingsOf(entry, item)[0] === item && !item.parent;
    const behindLabel = at >= (head.label ?? head.marker ?? head).to;
    return behindLabel && !isFirst && item.children.length === 0 ? { item, isEmpty } : undefined;
  }
  // The end of a section with bullets is behind the last of them.
  return isHead(item.kind) && item.children.length > 0 ? undefined : { item, isEmpty };
}

/**
 * The same where the line break has been typed already at `at`, and perhaps more behind it: the edits that turn it into what Enter
 * does. `now` is the text as it has become. Undefined where something else has changed in it, and where a second line break was
 * typed: that is a new paragraph already.
 */
export function continueTyped(before: Entry, at: number, now: string): readonly Edit[] | undefined {
  const { text } = before;
  const typed = now.length - text.length;
  const change = continueItem(before, [{ anchor: at, active: at }]);
  const line = /^\r?\n/.exec(now.slice(at, at + 2))?.[0] ?? '';
  if (!change || line === '' || !now.startsWith(text.slice(0, at)) || !now.endsWith(text.slice(at))) return undefined;
  const behind = at + line.length;
  if (now.slice(behind, at + typed).includes('\n')) return undefined;
  return change.edits.map((edit) => {
    if (edit.from > at) return { from: edit.from + typed, to: edit.to + typed, text: edit.text };
    if (edit.from < at) return { from: edit.from, to: behind, text: edit.text };
    return { from: behind, to: behind, text: edit.text.replace(/^\r?\n/, '') };
  });
}
