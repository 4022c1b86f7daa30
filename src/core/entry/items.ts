import { isDigit } from '../text/characters.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import type { Block, Entry } from './entry.ts';

/**
 * A section, poll, named item, bullet or notable with everything that belongs to it: the paragraphs, quotes and posts
 * behind it, and its bullets. From the start of its first line to the end of its last, without the line break there.
 */
export interface Item extends Span {
  readonly kind: ItemKind;
  /** The block that makes it an item. */
  readonly head: Block;
  /** The item without its children: its head, what follows that, and the comments above that silence a rule for it. */
  readonly own: Span;
  /** The blocks of `own` from the head on. */
  readonly blocks: readonly Block[];
  /** A section's bullets; what is nested in a bullet. */
  readonly children: readonly Item[];
  readonly parent: Item | undefined;
}

/** `struck` is a section that was taken back and left standing: `~~4/ …~~`. */
export type ItemKind = 'section' | 'struck' | 'poll' | 'named' | 'bullet' | 'ordered';

/** A stretch of a body within which items change places: what lies between dividers, headings and closing lines. */
interface Zone {
  /** The heading right above it. */
  readonly heading: Block | undefined;
  /** Whether that heading says that these are notables. */
  readonly notables: boolean;
  /** How many dividers and headings stand before it. Behind each a new count of sections may begin. */
  readonly part: number;
  /** In the order of the text. Bullets are in here only where no section stands before them. */
  readonly items: readonly Item[];
}

/** The zones of an entry that hold items or have a heading. */
export function zonesOf(entry: Entry): readonly Zone[] {
  const known = zones.get(entry);
  if (known) return known;
  const made = makeZones(entry);
  zones.set(entry, made);
  return made;
}

const zones = new WeakMap<Entry, readonly Zone[]>();

/** An item while its blocks come in. */
interface Growing extends Item {
  to: number;
  readonly own: { readonly from: number; to: number };
  readonly blocks: Block[];
  readonly children: Growing[];
}

function makeZones({ text, blocks }: Entry): Zone[] {
  const found: Zone[] = [];
  let items: Growing[] = [];
  let open: Growing[] = []; // the last item, after those that it stands in
  let heading: Block | undefined;
  let part = 0;
  let comment: Block | undefined; // it silences a rule for the block to come
  const finish = () => {
    if (items.length > 0 || heading) found.push({ heading, notables: isNotables(text, heading), part, items });
    items = [];
    open = [];
    heading = undefined;
    comment = undefined;
  };
  for (const block of blocks) {
    const kind = itemKind(text, block);
    if (kind) {
      let parent = open.at(-1);
      while (parent && !holds(parent, block, kind)) {
        open.pop();
        parent = open.at(-1);
      }
      const item = startItem(text, block, kind, comment ?? block, parent);
      (parent?.children ?? items).push(item);
      open.push(item);
    } else if (block.kind === 'marker' && text.startsWith('<!-- daybook-disable-next', block.from)) {
      comment ??= block;
      continue;
    } else if (ENDS.has(block.kind)) {
      finish();
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
  finish();
  return found;
}

/** What no item reaches across. */
const ENDS: ReadonlySet<Block['kind']> = new Set(['divider', 'heading', 'marker', 'footnote', 'signoff', 'note']);

function startItem(text: string, head: Block, kind: ItemKind, first: Block, parent: Growing | undefined): Growing {
  const from = startOfLine(text, first.from);
  const to = endOfLine(text, head.to);
  return { kind, head, from, to, own: { from, to }, blocks: [head], children: [], parent };
}

function itemKind(text: string, block: Block): ItemKind | undefined {
  const { kind, label, from } = block;
  if (kind === 'section') return label && isDigit(text.charCodeAt(label.to)) ? undefined : kind; // 9/11
  if (kind === 'poll' || kind === 'named' || kind === 'bullet' || kind === 'ordered') return kind;
  return kind === 'paragraph' && text.startsWith('~~', from) && struckLabel(text, block) ? 'struck' : undefined;
}

/** The number of a struck section. */
export function struckLabel(text: string, { from }: Span): Span | undefined {
  const digits = /^~~(\d{1,3})\//.exec(text.slice(from, from + 6))?.[1];
  return digits === undefined ? undefined : { from: from + 2, to: from + 2 + digits.length };
}

/** Whether items of a kind stand for themselves and never in another's list. */
export function isHead(kind: ItemKind): boolean {
  return kind !== 'bullet' && kind !== 'ordered';
}

function holds({ kind, head }: Growing, block: Block, inner: ItemKind): boolean {
  if (isHead(inner)) return false;
  const width = head.marker ? head.marker.to - head.marker.from + 1 : 0;
  return isHead(kind) || block.indent >= head.indent + width;
}

function isNotables(text: string, heading: Block | undefined): boolean {
  return heading !== undefined && /notable/i.test(text.slice(heading.from, heading.to));
}

/** Every item in the order of the text, so that each stands before its children. */
export function allItems(entry: Entry): Item[] {
  const found: Item[] = [];
  const add = (item: Item) => {
    found.push(item);
    item.children.forEach(add);
  };
  for (const { items } of zonesOf(entry)) items.forEach(add);
  return found;
}

/** The innermost item on whose lines the offset stands. */
export function itemAt(entry: Entry, offset: number): Item | undefined {
  return touchedItems(entry, { from: offset, to: offset })[0];
}

/** The items that a selection means: those it touches, of one level, the outermost where it reaches over several. */
export function touchedItems(entry: Entry, span: Span): readonly Item[] {
  const among = (items: readonly Item[]): readonly Item[] => {
    const touched = items.filter(({ from, to }) => from <= span.to && span.from <= to);
    const [only] = touched;
    if (!only || touched.length > 1 || span.from <= only.own.to) return touched;
    return among(only.children);
  };
  return among(zonesOf(entry).flatMap(({ items }) => items));
}

/** The zone in which an item of the entry stands. */
export function zoneOf(entry: Entry, item: Item): Zone | undefined {
  let top = item;
  while (top.parent) top = top.parent;
  return zonesOf(entry).find(({ items }) => items.includes(top));
}

/** The items of its own level that an item may change places with, itself among them. */
export function siblingsOf(entry: Entry, item: Item): readonly Item[] {
  const all = item.parent?.children ?? zoneOf(entry, item)?.items ?? [];
  return all.filter(({ kind }) => isHead(kind) === isHead(item.kind));
}
