import { isDigit } from '../../characters.ts';
import type { Entry, Label } from '../../entry/entry.ts';
import type { Edit, Span } from '../../text.ts';
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

/** A section's label, or that of a section that was struck: `~~4/ …~~`, which may count or not. */
export type Counted = Label | (Span & { readonly kind: 'struck'; readonly name: Span });

/** The labels that count on from one another. Behind a divider or a heading a `1/` begins a list of its own. */
export function listsOf({ text, blocks }: Entry): readonly Counted[][] {
  const lists: Counted[][] = [];
  let mayRestart = true;
  for (const { kind, label, from } of blocks) {
    if (kind === 'divider' || kind === 'heading') mayRestart = true;
    if (kind === 'paragraph' && text.startsWith('~~', from)) {
      const struck = struckLabel(text, from);
      if (struck) lists.at(-1)?.push(struck);
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

function struckLabel(text: string, from: number): Counted | undefined {
  const length = /^~~(\d{1,3})\//.exec(text.slice(from, from + 6))?.[1]?.length;
  if (!length) return undefined;
  return { kind: 'struck', from: from + 2, to: from + 3 + length, name: { from: from + 2, to: from + 2 + length } };
}

/** `9/11` at the start of a paragraph. */
function isFraction(text: string, { to }: Label): boolean {
  return to < text.length && isDigit(text.charCodeAt(to));
}

function* faultsIn(text: string, labels: readonly Counted[]): Generator<Finding> {
  let last = 0;
  let open = 0; // how many there are since the last number that have none yet, or no more
  let fix: Fix | undefined;
  for (const { kind, from, to, name } of labels) {
    if (kind === 'placeholder' || kind === 'struck') {
      open++;
      continue;
    }
    const number = Number(text.slice(name.from, name.to));
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
  if (labels.some(({ kind }) => kind !== 'number')) return undefined;
  const edits: Edit[] = [];
  for (const [index, { name }] of labels.entries()) {
    const number = `${index + 1}`;
    if (text.slice(name.from, name.to) !== number) edits.push({ ...name, text: number });
  }
  return { title: 'Renumber the sections', edits };
}
