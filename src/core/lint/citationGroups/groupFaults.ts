import type { CitationGroup, Entry, GroupToken } from '../../entry/entry.ts';
import { depthAfter } from '../../entry/marks.ts';
import { type Edit, enclosingSpan } from '../../text/text.ts';
import type { Finding } from '../rule.ts';
import type { GroupFault, GroupFaultKind } from './groupFault.ts';
import { edgesOf, type Item, isInOrder, isOwnBracket, remove, type Shape, shapeOf } from './groupShape.ts';
import { linkFaults } from './linkFaults.ts';
import { trailingFaults } from './trailingFaults.ts';

/** The faults of one kind in all groups of an entry. */
export function faultsOfKind(entry: Entry, kind: GroupFaultKind): readonly Finding[] {
  let faults = known.get(entry);
  if (!faults) {
    faults = faultsIn(entry);
    known.set(entry, faults);
  }
  return faults.length === 0 ? faults : faults.filter((fault) => fault.kind === kind);
}

/** Several rules ask for the faults of the same entry, which never changes. */
const known = new WeakMap<Entry, readonly GroupFault[]>();

function faultsIn({ text, irregular }: Entry): readonly GroupFault[] {
  const faults: GroupFault[] = [];
  let unclosed: GroupFault | undefined; // by the group that ended the irregular block before
  for (const { story, citations } of irregular) {
    let at = story.from;
    let around = 0;
    let last: GroupFault | undefined;
    for (const group of citations) {
      last = undefined;
      if (group.regular || isInOrder(text, group)) continue;
      around = depthAfter(text, { from: at, to: group.from }, around);
      at = group.from;
      for (const fault of groupFaults(text, group, around, story.to)) {
        const split = unclosed && fault.kind === 'unopened' ? splitGroup(text, unclosed, group) : undefined;
        if (unclosed && split) faults[faults.lastIndexOf(unclosed)] = split;
        else faults.push(fault);
        last = split ?? fault;
      }
      unclosed = undefined;
    }
    unclosed = last?.kind === 'unclosed' ? last : undefined;
  }
  return faults;
}

/** A group that breaks off at an empty line and goes on behind it: one slip of the finger. */
function splitGroup(text: string, unclosed: GroupFault, { pieces }: CitationGroup): GroupFault | undefined {
  const first = pieces.find(({ kind }) => kind === 'citation');
  const [edit] = (unclosed.fix ?? unclosed.suggestions?.[0])?.edits ?? [];
  if (!first || !edit || !/^\s*\/?\s*\/?\s*$/.test(text.slice(edit.from, first.from))) return undefined;
  const edits = [{ from: edit.from, to: first.from, text: ' / ' }];
  return {
    kind: 'unclosed',
    from: unclosed.from,
    to: unclosed.to,
    message: 'The citation group is broken off here and goes on behind an empty line.',
    fix: { title: 'Join the two parts of the group', edits },
  };
}

/** The faults of a group, none of them a consequence of another. */
function* groupFaults(text: string, group: CitationGroup, around: number, limit: number): Generator<GroupFault> {
  const shape = shapeOf(text, group, around, limit);
  if (shape.items.length === 0) {
    yield empty(group);
    return;
  }
  yield* leadingFaults(shape);
  for (const [index, item] of shape.items.entries()) {
    yield* linkFaults(shape, item, index);
    const next = shape.items[index + 1];
    if (next) yield* gapFaults(shape, item, next);
  }
  yield* trailingFaults(shape);
}

/** `()` */
function empty({ from, to }: CitationGroup): GroupFault {
  const link = '([]())';
  return {
    kind: 'extra-bracket',
    from,
    to,
    message: 'This citation group is empty.',
    suggestions: [
      { title: 'Insert a citation', edits: [{ from, to, text: link }], caret: 2 },
      { title: 'Remove the brackets', edits: [{ from, to, text: '' }] },
    ],
  };
}

function* leadingFaults({ text, items, closes, around }: Shape): Generator<GroupFault> {
  const first = items[0];
  if (!first) return;
  const [firstOpen, ...opens] = first.before.filter(({ kind }) => kind === 'open');
  const lastOpen = opens.at(-1);
  const separators = first.before.filter(({ kind }) => kind === 'separator' || kind === 'other-separator');
  const [separator] = separators;
  const stray = first.before.find(({ kind }) => kind === 'stray');
  if (firstOpen && lastOpen) {
    const surplus = closes.slice(1 + around);
    const edits = [{ from: firstOpen.to, to: first.from, text: '' }, ...surplus.slice(0, opens.length).map(remove)];
    yield {
      kind: 'extra-bracket',
      from: firstOpen.from,
      to: lastOpen.to,
      message: 'The citation group opens with more than one bracket.',
      fix: { title: 'Remove the extra bracket', edits },
    };
  } else if (firstOpen && stray) {
    yield {
      kind: 'separator',
      from: stray.from,
      to: stray.to,
      message: `A stray "${text.slice(stray.from, stray.to)}" stands before the first citation.`,
      fix: { title: 'Remove it', edits: [{ from: firstOpen.to, to: first.from, text: '' }] },
    };
  } else if (firstOpen && separator) {
    yield {
      kind: 'separator',
      from: separator.from,
      to: (separators.at(-1) ?? separator).to,
      message: `"${text.slice(separator.from, separator.to)}" stands before the first citation.`,
      fix: { title: 'Remove the separator', edits: [{ from: firstOpen.to, to: first.from, text: '' }] },
    };
  }
}

function* gapFaults(shape: Shape, item: Item, next: Item): Generator<GroupFault> {
  const { text, opened, closers } = shape;
  const marks = next.before;
  if (marks.length === 1 && marks[0]?.kind === 'separator') return;
  const nextLead = next.piece.kind === 'citation' ? edgesOf(text, next.piece).lead : '';
  const trail = item.piece.kind === 'citation' ? edgesOf(text, item.piece).trail : '';
  if (marks.length === 0 && (nextLead.includes('/') || trail.includes('/'))) return; // the separator slipped into a name
  const span = enclosingSpan(marks) ?? { from: item.to, to: next.from };
  const join: Edit = { from: item.to, to: next.from, text: ' / ' };
  if (marks.some(({ kind }) => kind === 'close')) {
    const last = shape.items.at(-1) ?? next;
    const moved = closers === 1 && opened ? [{ from: last.to, to: last.to, text: ')' }] : [];
    yield {
      kind: 'closed-early',
      ...span,
      message: 'The citation group closes before its last citation.',
      fix: { title: 'Keep all citations in one group', edits: [join, ...moved] },
    };
  } else if (marks.some(({ kind }) => kind === 'open')) {
    const surplus = shape.closes.slice(1 + shape.around, 2 + shape.around);
    yield {
      kind: 'extra-bracket',
      ...span,
      message: 'A second bracket opens inside the citation group.',
      fix: { title: 'Remove the extra bracket', edits: [join, ...surplus.map(remove)] },
    };
  } else if (
    !marks.some((mark) => isOwnBracket(text, mark)) &&
    (opened || marks.every(({ kind }) => kind === 'separator'))
  ) {
    yield {
      kind: 'separator',
      ...(marks.length === 0 && span.from === span.to ? { from: span.from - 1, to: span.to + 1 } : span),
      message: separatorMessage(text, marks),
      fix: { title: 'Separate the citations by " / "', edits: [join] },
    };
  }
}

function separatorMessage(text: string, marks: readonly GroupToken[]): string {
  const span = enclosingSpan(marks);
  if (!span) return 'No " / " stands between these citations.';
  const stray = marks.find(({ kind }) => kind === 'stray' || kind === 'name');
  if (stray) return `A stray "${text.slice(stray.from, stray.to)}" stands between these citations.`;
  if (marks.every(({ kind }) => kind === 'separator')) return 'The separator stands here twice.';
  return `"${text.slice(span.from, span.to)}" separates these citations instead of " / ".`;
}
