import type { Entry } from '../../entry/entry.ts';
import { type Item, itemRunsOf, struckLabel } from '../../entry/items.ts';
import type { CountedLabel } from '../../lint/sections/sectionLists.ts';
import type { Edit } from '../../text/text.ts';

/**
 * The edits that number the sections of `after` the way those of `before` were numbered: from 1 without gaps, and from 1 again where
 * the count started over. Labels without a number get none. If it is not clear which labels count, the list is left as it is.
 */
export function renumberAfterChange(before: Entry, after: Entry): Edit[] {
  const restarts = restartsIn(before);
  const listsBefore = labelListsIn(before, restarts);
  const edits: Edit[] = [];
  for (const [index, list] of labelListsIn(after, restarts).entries()) {
    const numbering = numberingOf(before.text, listsBefore[index] ?? []);
    const isAllNumbered = list.every(({ kind }) => kind === 'number');
    let ordinal = 0;
    for (const [position, { kind, name }] of list.entries()) {
      if (kind === 'number') ordinal++;
      const isCounted = kind === 'number' || (kind === 'struck' && numbering === 'by-position');
      const number =
        isAllNumbered || numbering === 'by-position' ? position + 1 : numbering === 'by-number' ? ordinal : undefined;
      if (isCounted && number !== undefined && after.text.slice(name.from, name.to) !== `${number}`) {
        edits.push({ from: name.from, to: name.to, text: `${number}` });
      }
    }
  }
  return edits;
}

/** The label, without its slash, for a new section at an offset: `TK` if the sections around it have no numbers yet. */
export function nextSectionLabel(entry: Entry, offset: number): string {
  const labels = labelsByPart(entry)
    .map(([, label]) => label)
    .filter(({ kind }) => kind !== 'struck');
  const previous = labels.findLast(({ from }) => from < offset);
  const nearest = previous ?? labels[0];
  if (nearest?.kind !== 'number') return 'TK';
  return previous ? `${Number(entry.text.slice(previous.name.from, previous.name.to)) + 1}` : '1';
}

/** The labels that count, each with the part of the entry (see `ItemRun`) that it is in. */
function labelsByPart(entry: Entry): (readonly [part: number, label: CountedLabel])[] {
  return itemRunsOf(entry).flatMap(({ part, items }) =>
    items.flatMap((item) => {
      const label = countedLabel(entry.text, item);
      return label ? [[part, label] as const] : [];
    }),
  );
}

function countedLabel(text: string, { kind, head }: Item): CountedLabel | undefined {
  if (kind === 'section') return head.label;
  const name = kind === 'struck' ? struckLabel(text, head) : undefined;
  return name && { kind: 'struck', from: name.from, to: name.to + 1, name };
}

/** The parts of an entry in which the count of sections starts over. */
function restartsIn(entry: Entry): ReadonlySet<number> {
  const restarts = new Set<number>();
  let previousPart: number | undefined;
  for (const [part, { name }] of labelsByPart(entry)) {
    const isNewPart = part !== previousPart && previousPart !== undefined;
    if (isNewPart && entry.text.slice(name.from, name.to) === '1') restarts.add(part);
    previousPart = part;
  }
  return restarts;
}

/** The labels of an entry as lists, each of which is counted from 1. */
function labelListsIn(entry: Entry, restarts: ReadonlySet<number>): readonly (readonly CountedLabel[])[] {
  const lists: CountedLabel[][] = [[]];
  let previousPart: number | undefined;
  for (const [part, label] of labelsByPart(entry)) {
    if (part !== previousPart && restarts.has(part)) lists.push([]);
    lists.at(-1)?.push(label);
    previousPart = part;
  }
  return lists;
}

/**
 * How a list is numbered: `by-position` counts every label, those without a number and struck-through ones included; `by-number` counts
 * only those with a number. Undefined if it is neither.
 */
function numberingOf(text: string, list: readonly CountedLabel[]): 'by-position' | 'by-number' | undefined {
  const numbers = list.map(({ name }) => Number(text.slice(name.from, name.to)));
  const isByPosition = list.every(({ kind }, index) => kind === 'placeholder' || numbers[index] === index + 1);
  if (isByPosition) return 'by-position';
  const labelNumbers = numbers.filter((_, index) => list[index]?.kind === 'number');
  return labelNumbers.every((number, ordinal) => number === ordinal + 1) ? 'by-number' : undefined;
}
