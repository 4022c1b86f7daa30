import type { Entry } from '../../entry/entry.ts';
import { type Item, siblingsOf, struckLabel, zonesOf } from '../../entry/items.ts';
import type { Counted } from '../../lint/sections/sectionLists.ts';
import type { Edit, Span } from '../../text/text.ts';

/**
 * The edits that number the sections of `after` as those of `before` were: from 1 without a gap, again from 1 where the
 * count began anew. Labels that have no number yet get none; where it cannot be known whether they count, a list is left
 * as it is.
 */
export function renumber(before: Entry, after: Entry): Edit[] {
  const restarts = restartsOf(before);
  const lists = listsOf(before, restarts);
  const edits: Edit[] = [];
  for (const [index, list] of listsOf(after, restarts).entries()) {
    const way = wayOfCounting(before.text, lists[index] ?? []);
    const isPlain = list.every(({ kind }) => kind === 'number');
    let ordinal = 0;
    for (const [place, { kind, name }] of list.entries()) {
      if (kind === 'number') ordinal++;
      const counts = kind === 'number' || (kind === 'struck' && way === 'by-place');
      const number = isPlain || way === 'by-place' ? place + 1 : way === 'by-number' ? ordinal : undefined;
      if (counts && number !== undefined && after.text.slice(name.from, name.to) !== `${number}`) {
        edits.push({ from: name.from, to: name.to, text: `${number}` });
      }
    }
  }
  return edits;
}

/** The label, without its slash, of a section to come at an offset: `TK` where those around it have no number yet. */
export function nextLabel(entry: Entry, offset: number): string {
  const labels = countedLabels(entry)
    .flatMap(([, label]) => label)
    .filter(({ kind }) => kind !== 'struck');
  const before = labels.findLast(({ from }) => from < offset);
  const near = before ?? labels[0];
  if (near?.kind !== 'number') return 'TK';
  return before ? `${Number(entry.text.slice(before.name.from, before.name.to)) + 1}` : '1';
}

/**
 * The edits that make room in (`by` 1) or take a place from (`by` -1) an ordered list behind one of its items. Numbers that do
 * not count on from it stay, as in lists in which every item is a `1.`.
 */
export function shiftOrdered(entry: Entry, item: Item, by: 1 | -1): Edit[] {
  const list = siblingsOf(entry, item).filter(({ kind }) => kind === 'ordered');
  const first = numberOf(entry.text, item)?.number;
  const edits: Edit[] = [];
  if (first === undefined) return edits;
  let next = first + 1;
  for (const later of list.slice(list.indexOf(item) + 1)) {
    const mark = numberOf(entry.text, later);
    if (mark?.number !== next) break;
    edits.push({ from: mark.from, to: mark.to, text: `${next + by}` });
    next++;
  }
  return edits;
}

/** The number of the notable that follows one: the next, or the same in a list in which every item has the same. */
export function nextOrdered(entry: Entry, item: Item): number {
  const number = numberOf(entry.text, item)?.number ?? 1;
  const list = siblingsOf(entry, item).filter(({ kind }) => kind === 'ordered');
  const at = list.indexOf(item);
  const neighbour = list[at - 1] ?? list[at + 1];
  return neighbour && numberOf(entry.text, neighbour)?.number === number ? number : number + 1;
}

/** The number of an ordered item and where it stands: `3` of `3. `. */
export function numberOf(text: string, { head }: Item): (Span & { readonly number: number }) | undefined {
  const { marker } = head;
  if (head.kind !== 'ordered' || !marker) return undefined;
  return { from: marker.from, to: marker.to - 1, number: Number(text.slice(marker.from, marker.to - 1)) };
}

/** The counted labels with the part of the entry in which each stands. */
function countedLabels(entry: Entry): (readonly [part: number, label: Counted])[] {
  return zonesOf(entry).flatMap(({ part, items }) =>
    items.flatMap((item) => {
      const label = countedLabel(entry.text, item);
      return label ? [[part, label] as const] : [];
    }),
  );
}

function countedLabel(text: string, { kind, head }: Item): Counted | undefined {
  if (kind === 'section') return head.label;
  const name = kind === 'struck' ? struckLabel(text, head) : undefined;
  return name && { kind: 'struck', from: name.from, to: name.to + 1, name };
}

/** The parts of an entry in which the count of its sections begins anew. */
function restartsOf(entry: Entry): ReadonlySet<number> {
  const restarts = new Set<number>();
  let last: number | undefined;
  for (const [part, { name }] of countedLabels(entry)) {
    if (part !== last && last !== undefined && entry.text.slice(name.from, name.to) === '1') restarts.add(part);
    last = part;
  }
  return restarts;
}

/** The labels that count on from one another. */
function listsOf(entry: Entry, restarts: ReadonlySet<number>): readonly (readonly Counted[])[] {
  const lists: Counted[][] = [[]];
  let last: number | undefined;
  for (const [part, label] of countedLabels(entry)) {
    if (part !== last && restarts.has(part)) lists.push([]);
    lists.at(-1)?.push(label);
    last = part;
  }
  return lists;
}

/** Whether labels without a number, and struck ones, take one in the count of the others, take none, or neither can be said. */
function wayOfCounting(text: string, list: readonly Counted[]): 'by-place' | 'by-number' | undefined {
  const numbers = list.map(({ name }) => Number(text.slice(name.from, name.to)));
  if (list.every(({ kind }, place) => kind === 'placeholder' || numbers[place] === place + 1)) return 'by-place';
  const own = numbers.filter((_, place) => list[place]?.kind === 'number');
  return own.every((number, ordinal) => number === ordinal + 1) ? 'by-number' : undefined;
}
