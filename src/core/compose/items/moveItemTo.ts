import type { Entry } from '../../entry/entry.ts';
import { type Item, isTopLevelKind, itemAt, itemRunsOf, siblingsOf } from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits, composeEdits, type Edit } from '../../text/text.ts';
import { type ChangeOutcome, refuse } from './change.ts';
import { NO_ITEM_AT_CURSOR } from './itemNames.ts';
import { moveItem } from './moveItem.ts';

/**
 * Moves the item at an offset to the place of the item at another offset: a section to the place of a section, a bullet to that of a
 * bullet or, if the target is a section, to the first place in its list. The resulting selection is on the moved item.
 */
export function moveItemTo(entry: Entry, offset: number, targetOffset: number): ChangeOutcome {
  const item = itemAt(entry, offset);
  const target = itemAt(entry, targetOffset);
  if (!item || !target) return refuse(NO_ITEM_AT_CURSOR);
  const targetPosition = targetPositionOf(entry, item, target);
  if (targetPosition === undefined) return refuse(WRONG_LIST);
  const direction = item.head.from < target.head.from ? 'down' : 'up';
  let current = entry;
  let edits: readonly Edit[] = [];
  let cursor = item.head.from;
  for (let moves = 0; moves < MAX_MOVES; moves++) {
    const movingItem = itemAt(current, cursor);
    if (movingItem && positionOf(current, movingItem) === targetPosition) {
      return { ok: true, edits, selections: [{ anchor: cursor, active: cursor }] };
    }
    const outcome = moveItem(current, [{ anchor: cursor, active: cursor }], direction);
    if (!outcome.ok) return moves === 0 ? outcome : refuse(WRONG_LIST);
    edits = composeEdits(edits, outcome.edits);
    current = parseEntry(applyEdits(current.text, outcome.edits));
    cursor = outcome.selections[0]?.active ?? cursor;
  }
  return refuse(WRONG_LIST);
}

const WRONG_LIST = 'This item cannot be moved there. Sections go among sections, and bullets among bullets.';

/** More than any entry has items. */
const MAX_MOVES = 500;

function targetPositionOf(entry: Entry, item: Item, target: Item): string | undefined {
  if (isTopLevelKind(item.kind) === isTopLevelKind(target.kind)) return positionOf(entry, target);
  return isTopLevelKind(target.kind) && item.parent ? `${positionOf(entry, target)}.0` : undefined;
}

/** An item's position by indexes rather than offsets: `2/0.1` is the second bullet of the first section of the third run. */
function positionOf(entry: Entry, item: Item): string {
  const index = siblingsOf(entry, item).indexOf(item);
  if (item.parent) return `${positionOf(entry, item.parent)}.${index}`;
  return `${itemRunsOf(entry).findIndex(({ items }) => items.includes(item))}/${index}`;
}
