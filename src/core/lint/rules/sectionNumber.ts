import { isDigit } from '../../characters.ts';
import type { Block, Entry, Label } from '../../entry/entry.ts';
import { struckLabel } from '../../items.ts';
import type { Edit, Span } from '../../text.ts';
import { type DamagedLabel, damagedLabel, mayBeDamaged } from '../damagedLabel.ts';
import { addAll, type Finding, type Fix, type Rule } from '../rule.ts';

export const sectionNumber: Rule = {
  id: 'section-number',
  summary: 'Sections are numbered 1, 2, 3 and so on.',
  why: 'Sections are moved, joined and dropped until the last minute. Readers and later entries refer to them by number.',
  severity: { draft: 'warning', published: 'warning' },
  bad:
    '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n' +
    '⟦3/⟧ **The council met**. It sat until dawn. ([KXYZ](https://kxyz.example/b))',
  good:
    '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n' +
    '2/ **The council met**. It sat until dawn. ([KXYZ](https://kxyz.example/b))',
  check(entry) {
    const findings: Finding[] = [];
    for (const list of listsOf(entry)) addAll(findings, faultsIn(entry.text, list));
    return findings;
  },
};

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
  let mayRestart = true;
  for (const [index, block] of blocks.entries()) {
    const { kind, label, from } = block;
    if (kind === 'divider' || kind === 'heading') mayRestart = true;
    if (kind === 'ordered') {
      count(lists, listedLabel(text, blocks, index, lists.at(-1)?.at(-1)));
    }
    if (kind === 'paragraph' && text.startsWith('~~', from)) {
      const name = struckLabel(text, block);
      if (name) lists.at(-1)?.push({ kind: 'struck', from: name.from, to: name.to + 1, name });
    } else if (kind === 'paragraph' && mayBeDamaged(text, block)) {
      count(lists, damagedIn(text, blocks, index, lists.at(-1)?.at(-1)));
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

function count(lists: Counted[][], label: Counted | undefined): void {
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
  const { marker, indent, story } = blocks[index] as Block;
  if (!marker || indent > 0 || story.from === story.to || (before && before.kind !== 'number')) return undefined;
  const digits = /^\d{1,3}(?=[.)])/.exec(text.slice(marker.from, marker.to))?.[0];
  const number = Number(digits);
  if (!digits || number !== (before ? numberOf(text, before) : 0) + 1) return undefined;
  let next = index + 1;
  while (next < blocks.length && !COUNTS.has((blocks[next] as Block).kind)) next++;
  const label = blocks[next]?.label;
  if (label?.kind !== 'number' || numberOf(text, label) !== number + 1) return undefined;
  const name = { from: marker.from, to: marker.from + digits.length };
  return { kind: 'listed', from: name.from, to: name.to + 1, name };
}

function damagedIn(
  text: string,
  blocks: readonly Block[],
  index: number,
  before: Counted | undefined,
): Counted | undefined {
  if (before?.kind === 'placeholder' || before?.kind === 'struck') return undefined;
  if (blocks[index - 1]?.kind === 'ordered' || blocks[index + 1]?.kind === 'ordered') return undefined; // one of that list
  const next = blocks.slice(index + 1).find(({ kind }) => kind === 'section')?.label;
  const behind = next?.kind === 'number' ? numberOf(text, next) : undefined;
  const damaged = damagedLabel(text, blocks[index] as Block, before ? numberOf(text, before) : 0, behind);
  return damaged && { kind: 'damaged', ...damaged };
}

const COUNTS: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['section', 'ordered']);

function numberOf(text: string, label: Counted): number {
  return label.kind === 'damaged' ? label.number : Number(text.slice(label.name.from, label.name.to));
}

/** `9/11` at the start of a paragraph. */
function isFraction(text: string, { to }: Label): boolean {
  return to < text.length && isDigit(text.charCodeAt(to));
}

function* faultsIn(text: string, labels: readonly Counted[]): Generator<Finding> {
  let last = 0;
  let open = 0; // how many there are since the last number that have none yet, or no more
  let fix: Fix | undefined;
  for (const label of labels) {
    const { kind, from, to } = label;
    if (kind === 'placeholder' || kind === 'struck') {
      open++;
      continue;
    }
    const number = numberOf(text, label);
    if (number !== last + 1 && number !== last + open + 1) {
      fix ??= renumbering(text, labels);
      yield { from, to, message: messageFor(number, last), ...(fix && { fix }) };
    }
    last = number;
    open = 0;
  }
}

function messageFor(number: number, last: number): string {
  if (last === 0) return `The first section is numbered ${number}.`;
  return number === last ? `Section ${number} stands here twice.` : `Section ${number} follows section ${last}.`;
}

/** All of the list at once; where labels have no number yet, or no more, it is not known which number belongs to whom. */
function renumbering(text: string, labels: readonly Counted[]): Fix | undefined {
  if (labels.some(({ kind }) => kind !== 'number' && kind !== 'listed')) return undefined;
  const edits: Edit[] = [];
  for (const [index, { name }] of labels.entries()) {
    const number = `${index + 1}`;
    if (text.slice(name.from, name.to) !== number) edits.push({ ...name, text: number });
  }
  return { title: 'Renumber the sections', edits };
}
