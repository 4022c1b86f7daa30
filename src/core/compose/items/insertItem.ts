import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, isHead, itemAt, zoneOf, zonesOf } from '../../entry/items.ts';
import { endOfLine, lineBreak } from '../../text/lineBounds.ts';
import { changeEach, cursors, type Outcome, type Selection, type Step } from './change.ts';
import { gapAfter, gapLike, prefixLike, usualSign } from './place.ts';
import { nextLabel, shiftOrdered } from './renumber.ts';

/**
 * Begins an item at each cursor: a section or poll behind the one the cursor is in, a bullet behind the bullet or right below
 * the section. Outside of items it goes behind the last one above. The cursor goes behind its label.
 */
export function insertItem(
  entry: Entry,
  selections: readonly Selection[],
  form: 'section' | 'poll' | 'bullet',
): Outcome {
  return changeEach(entry, selections, cursors(selections), (current, at) => insert(current, at, form));
}

function insert(entry: Entry, at: number, form: 'section' | 'poll' | 'bullet'): Step {
  const near = nearest(entry, at);
  const breaks = lineBreak(entry.text).repeat(2);
  if (form === 'bullet') {
    if (near.item && !isHead(near.item.kind)) return behindSibling(entry, near.item, at);
    return put(entry, near.item?.own.to ?? near.end, breaks, `${usualSign(entry, at)} `, at);
  }
  const top = near.item && topOf(near.item);
  const isNotable = top !== undefined && !isHead(top.kind) && zoneOf(entry, top)?.notables;
  const item = isNotable ? lastSection(entry, at) : top;
  const end = isNotable && !item ? startOfItems(entry) : (item?.to ?? near.end);
  return put(entry, end, breaks, `${form === 'poll' ? 'poll' : nextLabel(entry, end + 1)}/ `, at);
}

/** What the cursor is in or behind: an item, or where a block ends that is none. */
function nearest(entry: Entry, at: number): { readonly item: Item | undefined; readonly end: number } {
  const block = entry.blocks.findLast(({ from, indent }) => from - indent <= at);
  if (!block) return { item: undefined, end: startOfItems(entry) };
  return { item: itemAt(entry, block.from), end: endOfLine(entry.text, block.to) };
}

function topOf(item: Item): Item {
  return item.parent ? topOf(item.parent) : item;
}

function lastSection(entry: Entry, at: number): Item | undefined {
  return zonesOf(entry)
    .flatMap((zone) => zone.items)
    .findLast(({ kind, from }) => isHead(kind) && from <= at);
}

function behindSibling(entry: Entry, item: Item, at: number): Step {
  const step = put(entry, item.to, gapLike(entry, item), prefixLike(entry, item), at);
  const shifts = item.kind === 'ordered' ? shiftOrdered(entry, item, 1) : [];
  return { ...step, edits: [...step.edits, ...shifts] };
}

/** Where the first item of an entry without one goes: behind what stands at the top of its body. */
function startOfItems({ text, body, blocks }: Entry): number {
  const first = blocks[0];
  if (!first || !LEADS.has(first.kind)) return body.from;
  return endOfLine(text, first.to);
}

const LEADS: ReadonlySet<Block['kind']> = new Set(['heading', 'html', 'paragraph', 'quote', 'tweet']);

/**
 * A line behind the one that ends at `end`. Where the cursor stands on a blank line there, the line takes the place of the
 * blank ones.
 */
function put(entry: Entry, end: number, gap: string, line: string, cursor: number): Step {
  const { text, body } = entry;
  const breaks = lineBreak(text);
  const blank = gapAfter(entry, end);
  const atTop = end === body.from;
  const lead = atTop ? (end > 0 ? breaks : '') : gap;
  const isInGap = atTop || (cursor > end && cursor <= blank.to);
  if (!isInGap) {
    const isTight = !blank.last && gap.length > breaks.length && text.slice(end, blank.to).split('\n').length < 3;
    return {
      edits: [{ from: end, to: end, text: lead + line + (isTight ? breaks : '') }],
      cursor: end + lead.length + line.length,
    };
  }
  const tail = blank.last ? (text.slice(end, blank.to).includes('\n') && !atTop ? breaks : '') : gap;
  return { edits: [{ ...blank, text: lead + line + tail }], cursor: end + lead.length + line.length };
}
