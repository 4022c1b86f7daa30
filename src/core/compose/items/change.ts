import type { Entry } from '../../entry/entry.ts';
import { type Item, touchedItems } from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits, composeEdits, type Edit } from '../../text/text.ts';
import { renumber } from './renumber.ts';

/** A selection by offsets; a cursor where both are the same. */
export interface Selection {
  readonly anchor: number;
  /** Where the cursor blinks. */
  readonly active: number;
}

/** What a command does to an entry, ready to be made in one step. */
export interface Change {
  readonly ok: true;
  /** In order, without overlap. */
  readonly edits: readonly Edit[];
  /** In the text after the edits, one for each selection before. */
  readonly selections: readonly Selection[];
}

/** Why a command does nothing here, in one sentence. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
}

export type Outcome = Change | Refusal;

/** What is done at one place of an entry. */
export interface Step {
  readonly edits: readonly Edit[];
  /** Where an offset of the text before stands after it, where that is not simply as the edits have it. */
  readonly moved?: (offset: number) => number;
  /** Where the cursor of this place goes. */
  readonly cursor?: number;
}

export function refusal(message: string): Refusal {
  return { ok: false, message };
}

/** A cursor or a selection to work on; `index` is its place in the list of selections. */
export interface Place {
  readonly index: number;
  readonly at: number;
}

/** The cursors themselves, from the last to the first. */
export function cursors(selections: readonly Selection[]): Place[] {
  return selections.map(({ active }, index) => ({ index, at: active })).sort((a, b) => b.at - a.at);
}

/** One place in each item that the selections mean, in the order of the text; none in an item that stands in another of them. */
export function touchedPlaces(entry: Entry, selections: readonly Selection[]): Place[] | undefined {
  const found = new Map<Item, number>();
  for (const [index, { anchor, active }] of selections.entries()) {
    const items = touchedItems(entry, { from: Math.min(anchor, active), to: Math.max(anchor, active) });
    if (items.length === 0) return undefined;
    for (const item of items) if (!found.has(item)) found.set(item, index);
  }
  const isInside = (item: Item): boolean =>
    item.parent !== undefined && (found.has(item.parent) || isInside(item.parent));
  return [...found]
    .filter(([item]) => !isInside(item))
    .map(([item, index]) => ({ index, at: item.head.from }))
    .sort((a, b) => a.at - b.at);
}

/**
 * Does a step at each place, one after another, and numbers the sections anew after each. One that is refused refuses all.
 * The edits are those of all of them together.
 */
export function changeEach(
  entry: Entry,
  selections: readonly Selection[],
  places: readonly Place[],
  step: (entry: Entry, at: number) => Step | Refusal,
): Outcome {
  let current = entry;
  let edits: readonly Edit[] = [];
  let kept = [...selections];
  const left = places.map(({ at }) => at);
  for (const [turn, { index }] of places.entries()) {
    const made = step(current, left[turn] ?? 0);
    if ('ok' in made) return made;
    const before = current;
    const after = parseEntry(applyEdits(before.text, made.edits));
    const numbers = renumber(before, after);
    current = numbers.length > 0 ? parseEntry(applyEdits(after.text, numbers)) : after;
    edits = composeEdits(composeEdits(edits, made.edits), numbers);
    const moved = made.moved ?? ((offset: number) => offsetAfter(made.edits, offset));
    const follow = (offset: number) => offsetAfter(numbers, moved(offset));
    for (const [later, at] of left.entries()) left[later] = follow(at);
    kept = kept.map(({ anchor, active }) => ({ anchor: follow(anchor), active: follow(active) }));
    if (made.cursor !== undefined) {
      const cursor = offsetAfter(numbers, made.cursor);
      kept[index] = { anchor: cursor, active: cursor };
    }
  }
  return { ok: true, edits, selections: kept };
}

/** Where an offset stands after edits: behind what came in at it, and no further than the end of what replaced its place. */
export function offsetAfter(edits: readonly Edit[], offset: number): number {
  let result = offset;
  for (const { from, to, text } of edits) {
    if (to <= offset) result += text.length - (to - from);
    else if (from < offset) result += Math.min(offset - from, text.length) - (offset - from);
  }
  return result;
}
