import type { Entry } from '../../entry/entry.ts';
import { type Item, siblingsOf } from '../../entry/items.ts';
import type { Edit, Span } from '../../text/text.ts';

/** The number of an item in an ordered list and its span: `3` of `3. `. Returns undefined for any other item. */
export function orderedNumber(text: string, { head }: Item): (Span & { readonly number: number }) | undefined {
  const { marker } = head;
  if (head.kind !== 'ordered' || !marker) return undefined;
  return { from: marker.from, to: marker.to - 1, number: Number(text.slice(marker.from, marker.to - 1)) };
}

/** The number for an item after the given one: the next, or the same in a list whose items all have the same number. */
export function nextOrderedNumber(entry: Entry, item: Item): number {
  const number = orderedNumber(entry.text, item)?.number ?? 1;
  const list = orderedSiblingsOf(entry, item);
  const index = list.indexOf(item);
  const neighbour = list[index - 1] ?? list[index + 1];
  return neighbour && orderedNumber(entry.text, neighbour)?.number === number ? number : number + 1;
}

/**
 * The edits that raise or lower the numbers after an item by one, to make room for a new item or to close the gap of a removed one.
 * They stop at the first number that does not follow from the one before, as in a list whose items are all `1.`.
 */
export function shiftOrderedNumbers(entry: Entry, item: Item, by: 1 | -1): Edit[] {
  const list = orderedSiblingsOf(entry, item);
  const number = orderedNumber(entry.text, item)?.number;
  const edits: Edit[] = [];
  if (number === undefined) return edits;
  let expected = number + 1;
  for (const laterItem of list.slice(list.indexOf(item) + 1)) {
    const laterNumber = orderedNumber(entry.text, laterItem);
    if (laterNumber?.number !== expected) break;
    edits.push({ from: laterNumber.from, to: laterNumber.to, text: `${expected + by}` });
    expected++;
  }
  return edits;
}

function orderedSiblingsOf(entry: Entry, item: Item): Item[] {
  return siblingsOf(entry, item).filter(({ kind }) => kind === 'ordered');
}
