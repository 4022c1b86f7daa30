import { isDigit } from '../text/characters.ts';
import { TAB } from '../text/charCodes.ts';
import { endOfLine, hasBlankLineBetween, startOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import type { Block, Entry } from './entry.ts';

/**
 * A section, poll, named item, bullet or notable with everything that belongs to it: the paragraphs, quotes, posts, code, comments and
 * definitions after it, and its bullets. From the start of the first line to the end of the last, without its line break.
 */
export interface Item extends Span {
  readonly kind: ItemKind;
  /** The block with the label or marker. */
  readonly head: Block;
  /** The item without its children: the head, the blocks after it, and the comments above it that are about it. */
  readonly own: Span;
  /** The blocks within `own`, from the head on. */
  readonly blocks: readonly Block[];
  /** The bullets of a section, or the items nested in a bullet. */
  readonly children: readonly Item[];
  readonly parent: Item | undefined;
}

/** `struck` is a retracted section, left in the text struck through: `~~4/ …~~`. */
export type ItemKind = 'section' | 'struck' | 'poll' | 'named' | 'bullet' | 'ordered';

/** Consecutive items, within which items can be moved. A run ends at a divider, a heading, or a line in bold or italics. */
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
  let asides: Block[] = []; // comments and definitions of which it is not known yet what they belong to
  const addToLast = (block: Block) => {
    const last = open.at(-1);
    if (last) last.own.to = endOfLine(text, block.to);
    last?.blocks.push(block);
    for (const item of open) item.to = endOfLine(text, block.to);
  };
  const finishRun = (next: Block | undefined) => {
    const above = asides.slice(0, startOfCommentsAbove(text, asides, next));
    const definition = above.findIndex(({ kind }) => kind !== 'marker');
    // Definitions at the end belong to no item, so that they stay there.
    for (const aside of definition < 0 ? above : above.slice(0, definition)) addToLast(aside);
    asides = [];
    if (items.length > 0 || heading) runs.push({ heading, isNotables: isNotablesHeading(text, heading), part, items });
    items = [];
    open = [];
    heading = undefined;
  };
  for (const block of blocks) {
    const kind = itemKind(text, block);
    if (kind) {
      const commentsFrom = startOfCommentsAbove(text, asides, block);
      for (const aside of asides.slice(0, commentsFrom)) addToLast(aside);
      const first = asides[commentsFrom] ?? block;
      asides = [];
      let parent = open.at(-1);
      while (parent && !canContain(text, parent, block, kind)) {
        open.pop();
        parent = open.at(-1);
      }
      const item = newItem(text, block, kind, first, parent);
      (parent?.children ?? items).push(item);
      open.push(item);
      for (const outer of open) outer.to = item.to;
    } else if (RUN_ENDING_KINDS.has(block.kind)) {
      finishRun(block);
      if (block.kind === 'heading' || block.kind === 'divider') part++;
      if (block.kind === 'heading') heading = block;
    } else if (isAside(text, block, asides.at(-1), open.at(-1))) {
      asides.push(block);
    } else {
      for (const aside of asides) addToLast(aside);
      asides = [];
      addToLast(block);
    }
  }
  finishRun(undefined);
  return runs;
}

/** The kinds of blocks that no item extends across. */
export const RUN_ENDING_KINDS: ReadonlySet<Block['kind']> = new Set(['divider', 'heading', 'signoff', 'note']);

/** The kinds of blocks that only the source shows at their place: comments, link definitions and footnotes. */
export const ASIDE_KINDS: ReadonlySet<Block['kind']> = new Set(['marker', 'definition', 'footnote']);

/** Comments and definitions between items, unless they are indented as part of a list item. */
function isAside(text: string, block: Block, previous: Block | undefined, item: MutableItem | undefined): boolean {
  const { kind, indent } = block;
  const isContinued = previous?.kind === 'footnote' && columnOf(text, block) >= FOOTNOTE_COLUMNS;
  if (!ASIDE_KINDS.has(kind)) return isContinued;
  return indent === 0 || item?.head.marker === undefined;
}

/** The indentation of the further paragraphs of a footnote. */
const FOOTNOTE_COLUMNS = 4;

/**
 * The index in `asides` of the first of the comments that are about the block below them: those that silence a rule in it, and those
 * right above it without a blank line.
 */
function startOfCommentsAbove(text: string, asides: readonly Block[], block: Block | undefined): number {
  let start = asides.length;
  for (let next = block; next && start > 0; start--) {
    const aside: Block | undefined = asides[start - 1];
    if (aside?.kind !== 'marker') break;
    const isAbout = text.startsWith('<!-- daybook-disable-next', aside.from);
    if (!isAbout && hasBlankLineBetween(text, aside.to, next.from)) break;
    next = aside;
  }
  return start;
}

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

function canContain(text: string, { kind, head }: MutableItem, block: Block, inner: ItemKind): boolean {
  if (isTopLevelKind(inner)) return false;
  const width = head.marker ? head.marker.to - head.marker.from + 1 : 0;
  return isTopLevelKind(kind) || columnOf(text, block) >= columnOf(text, head) + width;
}

/** The column at which a block starts, counted from 0. A tab extends to the next multiple of four. */
function columnOf(text: string, { from, indent }: Block): number {
  let column = 0;
  for (let at = from - indent; at < from; at++) column += text.charCodeAt(at) === TAB ? 4 - (column % 4) : 1;
  return column;
}

function isNotablesHeading(text: string, heading: Block | undefined): boolean {
  return heading !== undefined && /notable/i.test(text.slice(heading.from, heading.to));
}

/** The blocks of an item without comments, definitions and footnotes. */
export function textBlocksOf(text: string, { blocks }: Item): readonly Block[] {
  let isInFootnote = false;
  return blocks.filter((block) => {
    isInFootnote = block.kind === 'footnote' || (isInFootnote && columnOf(text, block) >= FOOTNOTE_COLUMNS);
    return !isInFootnote && !ASIDE_KINDS.has(block.kind);
  });
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
