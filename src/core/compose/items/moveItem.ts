import type { Block, Entry } from '../../entry/entry.ts';
import {
  allItems,
  type Item,
  isTopLevelKind,
  itemAt,
  RUN_ENDING_KINDS,
  siblingsOf,
  textBlocksOf,
} from '../../entry/items.ts';
import { parseEntry } from '../../entry/parse.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import { applyEdits, type Span, textOf } from '../../text/text.ts';
import { keepsLiterals } from '../literalPlaces.ts';
import {
  CHANGES_LITERAL,
  type ChangeOutcome,
  type ChangeStep,
  changeEach,
  type Refusal,
  refuse,
  type Selection,
  touchedItemTargets,
} from './change.ts';
import { itemName, NO_ITEM_AT_CURSOR } from './itemNames.ts';
import { orderedNumber } from './orderedNumbers.ts';

/**
 * Moves the selected items up or down by one place, each with everything that belongs to it. A section trades places with the next
 * section or poll, a bullet with the next bullet; a bullet at the end of its section moves into the next section.
 */
export function moveItem(entry: Entry, selections: readonly Selection[], direction: 'up' | 'down'): ChangeOutcome {
  const targets = touchedItemTargets(entry, selections);
  if (!targets) return refuse(NO_ITEM_AT_CURSOR);
  const orderedTargets = direction === 'down' ? targets.toReversed() : targets;
  return changeEach(entry, selections, orderedTargets, (current, offset) => move(current, offset, direction));
}

function move(entry: Entry, offset: number, direction: 'up' | 'down'): ChangeStep | Refusal {
  const item = itemAt(entry, offset);
  if (!item) return refuse(NO_ITEM_AT_CURSOR);
  const isDown = direction === 'down';
  const siblings = siblingsOf(entry, item);
  const neighbour = siblings[siblings.indexOf(item) + (isDown ? 1 : -1)];
  const step = neighbour
    ? swapSiblings(entry, isDown ? item : neighbour, isDown ? neighbour : item)
    : moveToNextSection(entry, item, direction);
  if (!step) return refuse(endOfListMessage(entry, item, direction));
  const changed = parseEntry(applyEdits(entry.text, step.edits));
  if (!keepsLiterals(entry, changed)) return refuse(CHANGES_LITERAL);
  const hasSameItems = itemListing(entry) === itemListing(changed);
  return hasSameItems ? step : refuse('Moving this item would change the items around it.');
}

/** `This is the last section before a divider.`, if there are more sections after that. */
function endOfListMessage(entry: Entry, item: Item, direction: 'up' | 'down'): string {
  const isDown = direction === 'down';
  const position = isDown ? 'last' : 'first';
  const isOfKind = ({ kind }: Item): boolean => (isTopLevelKind(item.kind) ? isTopLevelKind(kind) : kind === item.kind);
  const isBeyond = ({ from, to }: Span): boolean => (isDown ? from >= item.to : to <= item.from);
  const nextItem = allItems(entry).some((other) => isOfKind(other) && isBeyond(other));
  const isBarrier = (block: Block): boolean => RUN_ENDING_KINDS.has(block.kind) && isBeyond(block);
  const barrier = isDown ? entry.blocks.find(isBarrier) : entry.blocks.findLast(isBarrier);
  if (!nextItem || !barrier) return `This is already the ${position} ${itemName(item)}.`;
  return `This is the ${position} ${itemName(item)} ${isDown ? 'before' : 'after'} ${BARRIER_NAMES[barrier.kind] ?? 'a divider'}.`;
}

const BARRIER_NAMES: Readonly<Partial<Record<Block['kind'], string>>> = {
  heading: 'a heading',
  signoff: 'a line in italics',
  note: 'a line in bold',
};

/** Moves the last bullet of a section down into the next section, or the first one up into the previous section. */
function moveToNextSection(entry: Entry, item: Item, direction: 'up' | 'down'): ChangeStep | undefined {
  const { parent } = item;
  if (!parent || !isTopLevelKind(parent.kind)) return undefined;
  const sections = siblingsOf(entry, parent);
  const section = sections[sections.indexOf(parent) + (direction === 'down' ? 1 : -1)];
  if (!section) return undefined;
  return direction === 'down'
    ? swapWithSpaceBefore(entry, item, section.own)
    : swapWithSpaceBefore(entry, parent.own, item);
}

/** Swaps the texts of two neighbours in a list. What is between them stays in place, and so do the numbers of notables. */
function swapSiblings({ text }: Entry, first: Item, second: Item): ChangeStep {
  const [firstText, secondText] = textsWithNumbersSwapped(text, first, second);
  return swap(first, second, text.slice(first.to, second.from), firstText, secondText);
}

/** Swaps neighbours of two lists. Each takes the space before it along, so that blank lines stay where they are needed. */
function swapWithSpaceBefore({ text, blocks }: Entry, first: Span, second: Span): ChangeStep {
  const previous = blocks.findLast(({ to }) => to <= first.from);
  const firstWithSpace = { from: previous ? endOfLine(text, previous.to) : first.from, to: first.to };
  const secondWithSpace = { from: first.to, to: second.to };
  return swap(firstWithSpace, secondWithSpace, '', textOf(text, firstWithSpace), textOf(text, secondWithSpace));
}

function swap(first: Span, second: Span, between: string, firstText: string, secondText: string): ChangeStep {
  return {
    edits: [{ from: first.from, to: second.to, text: secondText + between + firstText }],
    mapOffset(offset) {
      if (offset < first.from || offset > second.to) return offset;
      if (offset >= second.from) return first.from + Math.min(offset - second.from, secondText.length);
      const firstStart = first.from + secondText.length + between.length;
      return offset <= first.to
        ? firstStart + Math.min(offset - first.from, firstText.length)
        : firstStart - between.length;
    },
  };
}

function textsWithNumbersSwapped(text: string, first: Item, second: Item): readonly [string, string] {
  const firstNumber = orderedNumber(text, first);
  const secondNumber = orderedNumber(text, second);
  if (!firstNumber || !secondNumber) return [textOf(text, first), textOf(text, second)];
  return [
    text.slice(first.from, firstNumber.from) + textOf(text, secondNumber) + text.slice(firstNumber.to, first.to),
    text.slice(second.from, secondNumber.from) + textOf(text, firstNumber) + text.slice(secondNumber.to, second.to),
  ];
}

/** Every item with its depth, sorted, so that listings of the same items in another order are equal. Definitions may be anywhere. */
function itemListing(entry: Entry): string {
  const { text } = entry;
  const textsOf = (item: Item): string[] =>
    textBlocksOf(text, item).map((block) => text.slice(block.content.from, block.to));
  return allItems(entry)
    .map((item) => `${depthOf(item)} ${item.kind} ${textsOf(item).join('\n')}`)
    .sort()
    .join('\n');
}

function depthOf({ parent }: Item): number {
  return parent ? depthOf(parent) + 1 : 0;
}
