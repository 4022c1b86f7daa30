import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, itemAt, zoneOf, zonesOf } from '../../entry/items.ts';
import { endOfLine, lineBreak } from '../../text/lineBounds.ts';
import type { Edit, Span } from '../../text/text.ts';
import {
  changeEach,
  type Outcome,
  offsetAfter,
  type Refusal,
  refusal,
  type Selection,
  type Step,
  touchedPlaces,
} from './change.ts';
import { itemName, NO_ITEM } from './names.ts';
import { gapAfter } from './place.ts';
import { nextOrdered, numberOf } from './renumber.ts';

/** The heading of the shorter items, where an entry has none yet. */
const NOTABLES_HEADING = '### ✏️ Notables.';

/**
 * Sends the items at the selections to the end of the notables, a section's bullets behind it as notables of their own. Where
 * the entry has no notables, divider and heading are made, above the closing lines of the entry.
 */
export function sendToNotables(entry: Entry, selections: readonly Selection[], heading = NOTABLES_HEADING): Outcome {
  const places = touchedPlaces(entry, selections);
  if (!places) return refusal(NO_ITEM);
  return changeEach(entry, selections, places, (current, at) => send(current, at, heading));
}

function send(entry: Entry, at: number, heading: string): Step | Refusal {
  const item = itemAt(entry, at);
  if (!item) return refusal(NO_ITEM);
  if (item.kind === 'struck') return refusal('A section that was struck is no notable.');
  if (zoneOf(entry, item)?.notables) return refusal(`This ${itemName(item)} stands among the notables already.`);
  const { text } = entry;
  const target = targetFor(entry, item, heading);
  const added = target.lead + listItems(text, item, target);
  const inPlace = target.end === item.to;
  const removed = inPlace ? { from: startWithGap(entry, item), to: item.to } : removal(entry, item);
  const edits: Edit[] = inPlace
    ? [{ ...removed, text: added }]
    : [
        { ...removed, text: '' },
        { from: target.end, to: target.end, text: added },
      ];
  const shrunk = !inPlace && target.end >= removed.to ? removed.from - removed.to : 0;
  const start = (inPlace ? removed.from : target.end + shrunk) + target.lead.length + prefixAt(target, 0).length;
  const first = textStart(item);
  return {
    edits,
    moved(offset) {
      if (offset < item.from || offset > item.own.to) return offsetAfter(edits, offset);
      return start + Math.min(Math.max(0, offset - first), item.head.story.to - first);
    },
  };
}

/** The item and its children as items of the list. */
function listItems(text: string, item: Item, target: Target): string {
  const items = withChildren(item).map((each, index) => {
    const prefix = prefixAt(target, index);
    return prefix + asNotable(text, each, prefix.length);
  });
  return items.join(lineBreak(text).repeat(2));
}

function prefixAt({ number, counts }: Target, index: number): string {
  return number === undefined ? '* ' : `${number + (counts ? index : 0)}. `;
}

interface Target {
  /** Where the notable goes. */
  readonly end: number;
  /** What comes before it. */
  readonly lead: string;
  /** Its number; undefined where notables are bullets. */
  readonly number: number | undefined;
  readonly counts: boolean;
}

function targetFor(entry: Entry, item: Item, heading: string): Target {
  const { text } = entry;
  const gap = lineBreak(text).repeat(2);
  const zone = zonesOf(entry).findLast(({ notables }) => notables);
  const last = zone?.items.at(-1);
  if (last) {
    if (last.kind !== 'ordered') return { end: last.to, lead: gap, number: undefined, counts: false };
    const number = nextOrdered(entry, last);
    return { end: last.to, lead: gap, number, counts: number !== numberOf(text, last)?.number };
  }
  if (zone?.heading) return { end: endOfLine(text, zone.heading.to), lead: gap, number: 1, counts: true };
  return { end: endOfItems(entry, item), lead: `${gap}---${gap}${heading}${gap}`, number: 1, counts: true };
}

/** The end of the last block but the closing lines. */
function endOfItems({ text, blocks }: Entry, item: Item): number {
  const last = blocks.findLast(({ kind }) => !CLOSING.has(kind));
  return Math.max(item.to, last ? endOfLine(text, last.to) : 0);
}

const CLOSING: ReadonlySet<Block['kind']> = new Set(['signoff', 'note', 'footnote', 'divider']);

function withChildren(item: Item): Item[] {
  return [item, ...item.children.flatMap(withChildren)];
}

/** The item without its marker or number, what follows its head indented so that it stays with it. */
function asNotable(text: string, item: Item, width: number): string {
  const end = endOfLine(text, item.head.to);
  const rest = text.slice(end, item.own.to).replace(/\n(?=[^\r\n])/g, `\n${' '.repeat(width)}`);
  return text.slice(textStart(item), end) + rest;
}

/** Behind the marker or number; a poll keeps its label. */
function textStart({ head: { label, story } }: Item): number {
  return label && (label.kind === 'poll' || label.kind === 'named') ? label.from : story.from;
}

/** An item with the blank space behind it, or before it where it is the last. */
function removal(entry: Entry, item: Item): Span {
  const gap = gapAfter(entry, item.to);
  return gap.last ? { from: startWithGap(entry, item), to: item.to } : { from: item.from, to: gap.to };
}

/** Where an item starts with the blank space before it. */
function startWithGap({ text, blocks }: Entry, { from }: Item): number {
  const before = blocks.findLast((block) => block.to <= from);
  return before ? endOfLine(text, before.to) : from;
}
