import type { Block, Entry, Label } from '../../entry/entry.ts';
import { struckLabel } from '../../entry/items.ts';
import { isDigit } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import { type DamagedLabel, damagedLabel, mayBeDamaged } from './damagedLabel.ts';

/**
 * A section's label; that of a section that was struck: `~~4/ …~~`, which may count or not; one that was typed as a list has
 * it: `3. ` between the sections 2 and 4; or one in which a key went wrong: `3| `.
 */
export type Counted =
  | Label
  | (Span & { readonly kind: 'struck' | 'listed'; readonly name: Span })
  | (DamagedLabel & { readonly kind: 'damaged' });

/** The labels that count on from one another. Behind a divider or a heading a `1/` begins a list of its own. */
export function listsOf({ text, blocks }: Entry): readonly Counted[][] {
  const lists: Counted[][] = [];
  const behind = sectionsBehind(blocks);
  let mayRestart = true;
  for (const [index, block] of blocks.entries()) {
    const { kind, label, from } = block;
    if (kind === 'divider' || kind === 'heading') mayRestart = true;
    if (kind === 'ordered') {
      put(lists, listedLabel(text, blocks, index, lists.at(-1)?.at(-1)));
    }
    if (kind === 'paragraph' && text.startsWith('~~', from)) {
      const name = struckLabel(text, block);
      if (name) lists.at(-1)?.push({ kind: 'struck', from: name.from, to: name.to + 1, name });
    } else if (kind === 'paragraph' && mayBeDamaged(text, block)) {
      put(lists, damagedIn(text, blocks, index, lists.at(-1)?.at(-1), behind));
    }
    if (kind !== 'section' || !label || isFraction(text, label)) continue;
    const isFirst = label.name.to - label.name.from === 1 && text[label.name.from] === '1';
    const list = lists.at(-1);
    if (list && !(mayRestart && isFirst)) list.push(label);
    else lists.push([label]);
    mayRestart = false;
  }
  return lists;
}

function put(lists: Counted[][], label: Counted | undefined): void {
  const list = lists.at(-1);
  if (label && list) list.push(label);
  else if (label) lists.push([label]);
}

/** Where the number is the one between those of the sections before and behind: a list of one item counts otherwise. */
function listedLabel(
  text: string,
  blocks: readonly Block[],
  index: number,
  before: Counted | undefined,
): Counted | undefined {
  const block = blocks[index];
  if (!block?.marker || block.indent > 0 || block.story.from === block.story.to) return undefined;
  if (before && before.kind !== 'number') return undefined;
  const { marker } = block;
  const digits = /^\d{1,3}(?=[.)])/.exec(text.slice(marker.from, marker.to))?.[0];
  const number = Number(digits);
  if (!digits || number !== (before ? numberOf(text, before) : 0) + 1) return undefined;
  let next = index + 1;
  while (next < blocks.length && !COUNTS.has(blocks[next]?.kind)) next++;
  const label = blocks[next]?.label;
  if (label?.kind !== 'number' || numberOf(text, label) !== number + 1) return undefined;
  const name = { from: marker.from, to: marker.from + digits.length };
  return { kind: 'listed', from: name.from, to: name.to + 1, name };
}

/** Tells the label of the first section behind a block, for one block after another. */
function sectionsBehind(blocks: readonly Block[]): (index: number) => Label | undefined {
  let at = 0;
  return (index) => {
    at = Math.max(at, index + 1);
    while (at < blocks.length && blocks[at]?.kind !== 'section') at++;
    return blocks[at]?.label;
  };
}

function damagedIn(
  text: string,
  blocks: readonly Block[],
  index: number,
  before: Counted | undefined,
  labelBehind: (index: number) => Label | undefined,
): Counted | undefined {
  const block = blocks[index];
  if (!block || before?.kind === 'placeholder' || before?.kind === 'struck') return undefined;
  if (blocks[index - 1]?.kind === 'ordered' || blocks[index + 1]?.kind === 'ordered') return undefined; // one of that list
  const next = labelBehind(index);
  const behind = next?.kind === 'number' ? numberOf(text, next) : undefined;
  const damaged = damagedLabel(text, block, before ? numberOf(text, before) : 0, behind);
  return damaged && { kind: 'damaged', ...damaged };
}

const COUNTS: ReadonlySet<Block['kind'] | undefined> = new Set<Block['kind']>(['section', 'ordered']);

/** The number of a label, or the one that it must have had; NaN of one without. */
export function numberOf(text: string, label: Counted): number {
  return label.kind === 'damaged' ? label.number : Number(text.slice(label.name.from, label.name.to));
}

/** `9/11` at the start of a paragraph. */
function isFraction(text: string, { to }: Label): boolean {
  return to < text.length && isDigit(text.charCodeAt(to));
}
