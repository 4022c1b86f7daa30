import type { Entry } from '../../entry/entry.ts';
import { allItems, type Item, isHead, itemAt, siblingsOf } from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import { applyEdits, type Span } from '../../text/text.ts';
import { changeEach, type Outcome, type Refusal, refusal, type Selection, type Step, touchedPlaces } from './change.ts';
import { itemName, NO_ITEM } from './names.ts';
import { numberOf } from './renumber.ts';

/**
 * Moves the items at the selections up or down by one place, each with everything that belongs to it. A section changes places
 * with the next section or poll; a bullet with the next bullet, and from the end of its section's into the next section.
 */
export function moveItem(entry: Entry, selections: readonly Selection[], direction: 'up' | 'down'): Outcome {
  const places = touchedPlaces(entry, selections);
  if (!places) return refusal(NO_ITEM);
  const ordered = direction === 'down' ? places.toReversed() : places;
  return changeEach(entry, selections, ordered, (current, at) => move(current, at, direction));
}

function move(entry: Entry, at: number, direction: 'up' | 'down'): Step | Refusal {
  const item = itemAt(entry, at);
  if (!item) return refusal(NO_ITEM);
  const down = direction === 'down';
  const siblings = siblingsOf(entry, item);
  const other = siblings[siblings.indexOf(item) + (down ? 1 : -1)];
  const step = other ? (down ? swap(entry, item, other) : swap(entry, other, item)) : cross(entry, item, direction);
  if (!step) return refusal(`This is the ${down ? 'last' : 'first'} ${itemName(item)} here.`);
  return keepsItems(entry, step) ? step : refusal('Moving this item would change what stands around it.');
}

/** A bullet at the end of its section's list goes into the next section, one at the beginning into the one before. */
function cross(entry: Entry, item: Item, direction: 'up' | 'down'): Step | undefined {
  const { parent } = item;
  if (!parent || !isHead(parent.kind)) return undefined;
  const heads = siblingsOf(entry, parent);
  const other = heads[heads.indexOf(parent) + (direction === 'down' ? 1 : -1)];
  if (!other) return undefined;
  return direction === 'down' ? rotate(entry, item, other.own) : rotate(entry, parent.own, item);
}

/** The texts of two neighbours of one list in each other's place. What stands between them stays, numbers of notables too. */
function swap({ text }: Entry, first: Item, second: Item): Step {
  const [a, b] = exchangeNumbers(text, first, second);
  return turn(first, second, text.slice(first.to, second.from), a, b);
}

/** The same for neighbours of two lists: each takes the space before it along, so that a blank line stays where one is needed. */
function rotate({ text, blocks }: Entry, first: Span, second: Span): Step {
  const before = blocks.findLast(({ to }) => to <= first.from);
  const from = before ? endOfLine(text, before.to) : first.from;
  return turn(
    { from, to: first.to },
    { from: first.to, to: second.to },
    '',
    text.slice(from, first.to),
    text.slice(first.to, second.to),
  );
}

function turn(first: Span, second: Span, between: string, a: string, b: string): Step {
  return {
    edits: [{ from: first.from, to: second.to, text: b + between + a }],
    moved(offset) {
      if (offset < first.from || offset > second.to) return offset;
      if (offset >= second.from) return first.from + Math.min(offset - second.from, b.length);
      const start = first.from + b.length + between.length;
      return offset <= first.to ? start + Math.min(offset - first.from, a.length) : start - between.length;
    },
  };
}

function exchangeNumbers(text: string, first: Item, second: Item): readonly [string, string] {
  const a = text.slice(first.from, first.to);
  const b = text.slice(second.from, second.to);
  const one = numberOf(text, first);
  const two = numberOf(text, second);
  if (!one || !two) return [a, b];
  return [
    text.slice(first.from, one.from) + text.slice(two.from, two.to) + text.slice(one.to, first.to),
    text.slice(second.from, two.from) + text.slice(one.from, one.to) + text.slice(two.to, second.to),
  ];
}

/** Whether the entry has the same items after a step as before, in whatever order. */
function keepsItems(entry: Entry, { edits }: Step): boolean {
  const after = parseEntry(applyEdits(entry.text, edits));
  return listed(entry) === listed(after);
}

/** Every item with how deep it stands, in no order. */
function listed(entry: Entry): string {
  return allItems(entry)
    .map((item) => `${depthOf(item)} ${item.kind} ${entry.text.slice(item.head.story.from, item.own.to)}`)
    .sort()
    .join('\n');
}

function depthOf({ parent }: Item): number {
  return parent ? depthOf(parent) + 1 : 0;
}
