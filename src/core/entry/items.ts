import { isDigit } from '../text/characters.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import type { Block, Entry } from './entry.ts';

/**
 * A section, poll, named item, bullet or notable with everything that belongs to it: the paragraphs, quotes and posts after it, and its
 * bullets. From the start of the first line to the end of the last, without its line break.
 */
export interface Item extends Span {
  readonly kind: ItemKind;
  /** The block with the label or marker. */
  readonly head: Block;
  /** The item without its children: the head, the blocks after it, and any comments above it that silence a rule. */
  readonly own: Span;
  /** The blocks within `own`, from the head on. */
  readonly blocks: readonly Block[];
  /** The bullets of a section, or the items nested in a bullet. */
  readonly children: readonly Item[];
  readonly parent: Item | undefined;
}

/** `struck` is a retracted section, left in the text struck through: `~~4/ …~~`. */
export type ItemKind = 'section' | 'struck' | 'poll' | 'named' | 'bullet' | 'ordered';

/** Consecutive items, within which items can be moved. A run ends at a divider, a heading or a closing line. */
interface ItemRun {
  /** The heading right above the items. */
  readonly heading: Block | undefined;
  /** Whether the heading is that of the notables. */
  readonly isNotables: boolean;
  /** The number of dividers and headings before the run. The numbers of sections may start over after each. */
  readonly part: number;
  /** The top-level items in the order of the text, which include bullets only if they come before any section. */
  readonly items: readonly Item[];
}

/** The runs of items in an entry. A heading without items has an empty run. */
export function itemRunsOf(entry: Entry): readonly ItemRun[] {
  const cached = cache.get(entry);
  if (cached) return cached;
  const runs = findItemRuns(entry);
  cache.set(entry, runs);
  return runs;
}

const cache = new WeakMap<Entry, readonly ItemRun[]>();

/** An item whose blocks are still being collected. */
interface MutableItem extends Item {
  to: number;
  readonly own: { readonly from: number; to: number };
  readonly blocks: Block[];
  readonly children: MutableItem[];
}

function findItemRuns({ text, blocks }: Entry): ItemRun[] {
  const runs: ItemRun[] = [];
  let items: MutableItem[] = [];
  let open: MutableItem[] = []; // the last item, preceded by the items that contain it
  let heading: Block | undefined;
  let part = 0;
  let comment: Block | undefined; // silences a rule for the next block
  const finishRun = () => {
    if (items.length > 0 || heading) runs.push({ heading, isNotables: isNotablesHeading(text, heading), part, items });
    items = [];
    open = [];
    heading = undefined;
    comment = undefined;
  };
  for (const block of blocks) {
    const kind = itemKind(text, block);
    if (kind) {
      let parent = open.at(-1);
      while (parent && !canContain(parent, block, kind)) {
        open.pop();
        parent = open.at(-1);
      }
      const item = newItem(text, block, kind, comment ?? block, parent);
      (parent?.children ?? items).push(item);
      open.push(item);
    } else if (block.kind === 'marker' && text.startsWith('<!-- daybook-disable-next', block.from)) {
      comment ??= block;
      continue;
    } else if (RUN_ENDING_KINDS.has(block.kind)) {
      finishRun();
      if (block.kind === 'heading' || block.kind === 'divider') part++;
      if (block.kind === 'heading') heading = block;
      continue;
    } else {
      const last = open.at(-1);
      if (last) last.own.to = endOfLine(text, block.to);
      last?.blocks.push(block);
    }
    comment = undefined;
    for (const item of open) item.to = endOfLine(text, block.to);
  }
  finishRun();
  return runs;
}

/** The kinds of blocks that no item extends across. */
const RUN_ENDING_KINDS: ReadonlySet<Block['kind']> = new Set([
  'divider',
  'heading',
  'marker',
  'footnote',
  'signoff',
  'note',
]);

function newItem(
  text: string,
  head: Block,
  kind: ItemKind,
  first: Block,
  parent: MutableItem | undefined,
): MutableItem {
  const from = startOfLine(text, first.from);
  const to = endOfLine(text, head.to);
  return { kind, head, from, to, own: { from, to }, blocks: [head], children: [], parent };
}

function itemKind(text: string, block: Block): ItemKind | undefined {
  const { kind, label, from } = block;
  if (kind === 'section') return label && isDigit(text.charCodeAt(label.to)) ? undefined : kind; // not `9/11`
  if (kind === 'poll' || kind === 'named' || kind === 'bullet' || kind === 'ordered') return kind;
  return kind === 'paragraph' && text.startsWith('~~', from) && struckLabel(text, block) ? 'struck' : undefined;
}

/** The number of a struck section. */
export function struckLabel(text: string, { from }: Span): Span | undefined {
  const digits = /^~~(\d{1,3})\//.exec(text.slice(from, from + 6))?.[1];
  return digits === undefined ? undefined : { from: from + 2, to: from + 2 + digits.length };
}

/** Whether items of the kind are never nested in another item. */
export function isTopLevelKind(kind: ItemKind): boolean {
  return kind !== 'bullet' && kind !== 'ordered';
}

function canContain({ kind, head }: MutableItem, block: Block, inner: ItemKind): boolean {
  if (isTopLevelKind(inner)) return false;
  const width = head.marker ? head.marker.to - head.marker.from + 1 : 0;
  return isTopLevelKind(kind) || block.indent >= head.indent + width;
}

function isNotablesHeading(text: string, heading: Block | undefined): boolean {
  return heading !== undefined && /notable/i.test(text.slice(heading.from, heading.to));
}

/** Every item in the order of the text, so that each comes before its children. */
export function allItems(entry: Entry): Item[] {
  const all: Item[] = [];
  const add = (item: Item) => {
    all.push(item);
    item.children.forEach(add);
  };
  for (const { items } of itemRunsOf(entry)) items.forEach(add);
  return all;
}

/** The innermost item whose lines contain the offset. */
export function itemAt(entry: Entry, offset: number): Item | undefined {
  return touchedItems(entry, { from: offset, to: offset })[0];
}

/** The items that a selection refers to: those that it touches, on one level; the outermost level if it touches several. */
export function touchedItems(entry: Entry, span: Span): readonly Item[] {
  const touchedAmong = (items: readonly Item[]): readonly Item[] => {
    const touched = items.filter(({ from, to }) => from <= span.to && span.from <= to);
    const [only] = touched;
    if (!only || touched.length > 1 || span.from <= only.own.to) return touched;
    return touchedAmong(only.children);
  };
  return touchedAmong(itemRunsOf(entry).flatMap(({ items }) => items));
}

/** The run that contains an item of the entry. */
export function itemRunOf(entry: Entry, item: Item): ItemRun | undefined {
  let top = item;
  while (top.parent) top = top.parent;
  return itemRunsOf(entry).find(({ items }) => items.includes(top));
}

/** The items that an item can change places with, including itself: those of its kind and level in its run. */
export function siblingsOf(entry: Entry, item: Item): readonly Item[] {
  const level = item.parent?.children ?? itemRunOf(entry, item)?.items ?? [];
  return level.filter(({ kind }) => isTopLevelKind(kind) === isTopLevelKind(item.kind));
}
