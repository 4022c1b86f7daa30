import type { Block, Entry, Label } from '../../entry/entry.ts';
import { struckLabel } from '../../entry/items.ts';
import { isDigit } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import { type DamagedLabel, damagedLabel, mayHaveDamagedLabel } from './damagedLabel.ts';
import {
  fitsSequence,
  hasLabelForm,
  isBeforeHeadline,
  isDirectlyBelow,
  isPlainLabel,
  mayFollowLabel,
  textStart,
} from './plausibleLabel.ts';

/**
 * A label that takes part in the numbering of sections: a plain label; `struck`, the label of a section that was struck out
 * (`~~4/ …~~`), which may or may not count; `listed`, one typed like a list item (`3. ` between sections 2 and 4); `damaged`,
 * one with a typo (`3| `).
 */
export type CountedLabel =
  | Label
  | (Span & { readonly kind: 'struck' | 'listed'; readonly name: Span })
  | (DamagedLabel & { readonly kind: 'damaged' });

/** The labels of an entry in lists that are numbered on their own: after a divider or a heading, `1/` starts a new list. */
export function sectionListsIn(entry: Entry): readonly (readonly CountedLabel[])[] {
  let lists = cache.get(entry);
  if (!lists) {
    lists = findSectionLists(entry);
    cache.set(entry, lists);
  }
  return lists;
}

/** A slash, or what is next to it on keyboards. */
const MISTYPED_SLASH = /[/|\\]/;

/** Two rules need the lists of the same entry. Entries are immutable. */
const cache = new WeakMap<Entry, readonly (readonly CountedLabel[])[]>();

function findSectionLists({ text, blocks }: Entry): readonly (readonly CountedLabel[])[] {
  const lists: CountedLabel[][] = [];
  const nextSectionLabel = nextSectionLabelFinder(blocks);
  let mayRestart = true;
  let hasLabels = false;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block) break;
    const { kind, label, from } = block;
    if (label) hasLabels = true;
    if (kind === 'bullet') continue; // most blocks
    if (kind === 'divider' || kind === 'heading') mayRestart = true;
    if (kind === 'ordered') {
      append(lists, labelOfListItem(text, blocks, index, lists.at(-1)?.at(-1)));
    }
    if (kind === 'paragraph' && text.startsWith('~~', from)) {
      const name = struckLabel(text, block);
      if (name) lists.at(-1)?.push({ kind: 'struck', from: name.from, to: name.to + 1, name });
    } else if (kind === 'paragraph' && mayHaveDamagedLabel(text, block)) {
      const nextLabel = nextSectionLabel(index);
      // In an entry without labels, `1、` and `（1）` are how its writer numbers paragraphs.
      if (hasLabels || nextLabel || MISTYPED_SLASH.test(text.slice(from, from + 5)))
        append(lists, damagedLabelAt(text, blocks, index, lists.at(-1)?.at(-1), nextLabel));
    }
    if (kind !== 'section' || !label) continue;
    if (
      !isPlainLabel(text, label) &&
      (isFraction(text, label) ||
        !isLabel(text, block, label, blocks[index - 1], lists.at(-1)?.at(-1), () => nextSectionLabel(index)))
    )
      continue;
    const isNumberOne = label.name.to - label.name.from === 1 && text[label.name.from] === '1';
    const list = lists.at(-1);
    if (list && !(mayRestart && isNumberOne)) list.push(label);
    else lists.push([label]);
    mayRestart = false;
  }
  return lists;
}

function append(lists: CountedLabel[][], label: CountedLabel | undefined): void {
  const list = lists.at(-1);
  if (label && list) list.push(label);
  else if (label) lists.push([label]);
}

/** The label of a section typed like a list item. Its number must lie between those of the sections before and after it. */
function labelOfListItem(
  text: string,
  blocks: readonly Block[],
  index: number,
  previous: CountedLabel | undefined,
): CountedLabel | undefined {
  const block = blocks[index];
  if (!block?.marker || block.indent > 0 || block.content.from === block.content.to) return undefined;
  if (previous && previous.kind !== 'number') return undefined;
  const { marker } = block;
  const digits = /^\d{1,3}(?=[.)])/.exec(text.slice(marker.from, marker.to))?.[0];
  const number = Number(digits);
  if (!digits || number !== (previous ? numberOf(text, previous) : 0) + 1) return undefined;
  let next = index + 1;
  while (next < blocks.length && !SECTIONS_AND_LIST_ITEMS.has(blocks[next]?.kind)) next++;
  const nextLabel = blocks[next]?.label;
  if (nextLabel?.kind !== 'number' || numberOf(text, nextLabel) !== number + 1) return undefined;
  const name = { from: marker.from, to: marker.from + digits.length };
  return { kind: 'listed', from: name.from, to: name.to + 1, name };
}

/** Returns a function that finds the label of the first section after a block. It must be called with ascending indexes. */
export function nextSectionLabelFinder(blocks: readonly Block[]): (index: number) => Label | undefined {
  let at = 0;
  return (index) => {
    at = Math.max(at, index + 1);
    while (at < blocks.length && blocks[at]?.kind !== 'section') at++;
    return blocks[at]?.label;
  };
}

function damagedLabelAt(
  text: string,
  blocks: readonly Block[],
  index: number,
  previous: CountedLabel | undefined,
  nextLabel: Label | undefined,
): CountedLabel | undefined {
  const block = blocks[index];
  if (!block || previous?.kind === 'placeholder' || previous?.kind === 'struck') return undefined;
  if (blocks[index - 1]?.kind === 'ordered' || blocks[index + 1]?.kind === 'ordered') return undefined; // part of that list
  const nextNumber = nextLabel?.kind === 'number' ? numberOf(text, nextLabel) : undefined;
  const damaged = damagedLabel(text, block, previous ? numberOf(text, previous) : 0, nextNumber);
  return damaged && { kind: 'damaged', ...damaged };
}

const SECTIONS_AND_LIST_ITEMS: ReadonlySet<Block['kind'] | undefined> = new Set<Block['kind']>(['section', 'ordered']);

/** The number of a label, or the one that a damaged label must have had; NaN for a label without a number. */
export function numberOf(text: string, label: CountedLabel): number {
  return label.kind === 'damaged' ? label.number : Number(text.slice(label.name.from, label.name.to));
}

/** Whether a label is one by its form or by its number. Amid a paragraph, a number with a slash may be part of a sentence, too. */
function isLabel(
  text: string,
  block: Block,
  label: Label,
  previousBlock: Block | undefined,
  previous: CountedLabel | undefined,
  nextLabel: () => Label | undefined,
): boolean {
  const hasForm = hasLabelForm(text, label, block);
  const next = textStart(text, block);
  if (hasForm && (isBeforeHeadline(text, next) || !previousBlock || !isDirectlyBelow(text, previousBlock, block)))
    return true;
  if (!hasForm && !mayFollowLabel(text, next)) return false;
  const following = nextLabel();
  return fitsSequence(
    numberOf(text, label),
    previous && numberOf(text, previous),
    following && numberOf(text, following),
  );
}

/** `9/11` at the start of a paragraph. */
function isFraction(text: string, { to }: Label): boolean {
  return to < text.length && isDigit(text.charCodeAt(to));
}
