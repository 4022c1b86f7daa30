import type { Entry } from '../../entry/entry.ts';
import { type Item, isHead, itemAt, siblingsOf, zonesOf } from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits, composeEdits, type Edit } from '../../text/text.ts';
import { type Outcome, refusal } from './change.ts';
import { moveItem } from './moveItem.ts';
import { NO_ITEM } from './names.ts';

/**
 * Moves the item at an offset to where the item at another one is: a section into the place of a section, a bullet into that of a
 * bullet or, where the other is a section, to the first place in its list. The selection of the outcome is on the moved item.
 */
export function moveItemTo(entry: Entry, at: number, target: number): Outcome {
  const item = itemAt(entry, at);
  const other = itemAt(entry, target);
  if (!item || !other) return refusal(NO_ITEM);
  const goal = goalOf(entry, item, other);
  if (goal === undefined) return refusal(OTHER_LIST);
  const direction = item.head.from < other.head.from ? 'down' : 'up';
  let current = entry;
  let edits: readonly Edit[] = [];
  let cursor = item.head.from;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const moving = itemAt(current, cursor);
    if (moving && placeOf(current, moving) === goal) {
      return { ok: true, edits, selections: [{ anchor: cursor, active: cursor }] };
    }
    const step = moveItem(current, [{ anchor: cursor, active: cursor }], direction);
    if (!step.ok) return steps === 0 ? step : refusal(OTHER_LIST);
    edits = composeEdits(edits, step.edits);
    current = parseEntry(applyEdits(current.text, step.edits));
    cursor = step.selections[0]?.active ?? cursor;
  }
  return refusal(OTHER_LIST);
}

const OTHER_LIST = 'An item cannot be moved into that list: a section goes among sections, a bullet among bullets.';

/** More items than an entry has. */
const MOST_STEPS = 500;

function goalOf(entry: Entry, item: Item, other: Item): string | undefined {
  if (isHead(item.kind) === isHead(other.kind)) return placeOf(entry, other);
  return isHead(other.kind) && item.parent ? `${placeOf(entry, other)}.0` : undefined;
}

/** Where an item stands, however its text moves: its zone, its place there, its place in its parent's list. */
function placeOf(entry: Entry, item: Item): string {
  const index = siblingsOf(entry, item).indexOf(item);
  if (item.parent) return `${placeOf(entry, item.parent)}.${index}`;
  return `${zonesOf(entry).findIndex(({ items }) => items.includes(item))}/${index}`;
}
