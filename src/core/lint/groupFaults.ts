import type { Citation, Citations, Entry, Mark, Piece } from '../entry/entry.ts';
import { depthAfter } from '../entry/marks.ts';
import type { Edit, Span } from '../text.ts';
import type { Finding } from './rule.ts';

/**
 * What can be wrong with the shape of a citation group. One pass finds them all, so that one slip is one fault: a link
 * that swallowed the group's bracket is a broken link and not an unclosed group as well.
 */
export type GroupFaultKind =
  | 'unclosed'
  | 'unopened'
  | 'closed-early'
  | 'extra-bracket'
  | 'separator'
  | 'broken-link'
  | 'unlinked'
  | 'raw-address';

export interface GroupFault extends Finding {
  readonly kind: GroupFaultKind;
}

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

function faultsIn({ text, blocks }: Entry): readonly GroupFault[] {
  const faults: GroupFault[] = [];
  for (const { story, citations } of blocks) {
    let at = story.from;
    let around = 0;
    for (const group of citations) {
      if (group.regular || isInOrder(text, group)) continue;
      around = depthAfter(text, { from: at, to: group.from }, around);
      at = group.from;
      for (const fault of groupFaults(text, group, around)) faults.push(fault);
    }
  }
  return faults;
}

/** The faults of a group, none of them a consequence of another. */
function* groupFaults(text: string, group: Citations, around: number): Generator<GroupFault> {
  const shape = shapeOf(text, group, around);
  yield* leadingFaults(shape);
  for (const [index, item] of shape.items.entries()) {
    if (item.piece.kind === 'citation') yield* linkFaults(shape, item, item.piece, index);
    else if (item.piece.kind === 'name') yield unlinked(text, item.piece);
    else yield rawAddress(item.piece);
    const next = shape.items[index + 1];
    if (next) yield* gapFaults(shape, item, next);
  }
  yield* trailingFaults(shape);
}

/** `(link / link / …)` but for white space: by far the commonest way not to be regular. */
function isInOrder(text: string, { pieces }: Citations): boolean {
  const last = pieces.length - 1;
  return (
    last >= 2 &&
    last % 2 === 0 &&
    pieces.every((piece, index) => {
      if (piece.kind === 'citation') return index % 2 === 1 && piece.link.form === 'whole' && !hasSlipped(text, piece);
      return piece.kind === (index === 0 ? 'open' : index === last ? 'close' : index % 2 === 0 ? 'separator' : 'stray');
    })
  );
}

/** Whether the name starts or ends with something that is no part of a name. */
function hasSlipped(text: string, { link: { name } }: Citation): boolean {
  return /^\s*[^\p{L}\p{N}\s]|[^\p{L}\p{N}\s.!?+*’'"”]\s*$|^\s*$/u.test(text.slice(name.from, name.to));
}

/** A link, a name or an address of a group, with the marks that stand before and behind it. */
interface Item extends Span {
  readonly piece: Citation | Mark;
  /** The part of the name that stands outside the link: `NBC` in `NBC [News](…)`. */
  readonly outside: Mark | undefined;
  /** From the item before (or the group's start) to this one. */
  readonly before: readonly Mark[];
}

interface Shape {
  readonly text: string;
  readonly items: readonly Item[];
  /** Behind the last item, and the closing brackets among it. */
  readonly after: readonly Mark[];
  readonly closes: readonly Mark[];
  /** The bracket that slipped into the first or the last name counts as the group's. */
  readonly opened: boolean;
  readonly closers: number;
  /** Opening brackets of the sentence around the group, which closers behind it may close. */
  readonly around: number;
}

function shapeOf(text: string, group: Citations, around: number): Shape {
  const items: Item[] = [];
  let before: Mark[] = [];
  for (const [index, piece] of group.pieces.entries()) {
    if (piece.kind === 'citation') {
      const outside = before.at(-1)?.kind === 'name' ? before.pop() : undefined;
      items.push({ piece, outside, before, from: outside?.from ?? piece.from, to: piece.to });
      before = [];
    } else if (isItem(piece) && group.pieces[index + 1]?.kind !== 'citation') {
      items.push({ piece, outside: undefined, before, from: piece.from, to: piece.to });
      before = [];
    } else {
      before.push(piece);
    }
  }
  const inNames = items.map((item) => bracketsInName(text, item));
  return {
    text,
    items,
    after: before,
    closes: before.filter(({ kind }) => kind === 'close'),
    opened: group.pieces.some(({ kind }) => kind === 'open') || inNames.some(({ open }) => open),
    closers: count(group.pieces, 'close') + inNames.filter(({ close }) => close).length,
    around,
  };
}

function isItem(piece: Piece): boolean {
  return piece.kind === 'name' || piece.kind === 'address';
}

function count(pieces: readonly Piece[], kind: Piece['kind']): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === kind ? 1 : 0), 0);
}

function bracketsInName(text: string, { piece }: Item): { open: boolean; close: boolean } {
  if (piece.kind !== 'citation') return { open: false, close: false };
  const { lead, trail } = edgesOf(text, piece);
  return { open: lead.includes('('), close: trail.includes(')') };
}

/** Brackets, separators and white space that slipped into a link's name. */
function edgesOf(text: string, { link }: Citation): { lead: string; trail: string } {
  const name = text.slice(link.name.from, link.name.to);
  const lead = /^[\s.,]*[(/][\s/]*/.exec(name)?.[0] ?? '';
  return { lead, trail: trailOf(name.slice(lead.length)) };
}

/** A separator or a bracket at the end of a name, and the white space around it; not the bracket of `KXYZ (Portland)`. */
function trailOf(name: string): string {
  const words = name.trimEnd().slice(0, -1);
  const sign = name[words.length];
  const isLoose = sign === '/' || (sign === ')' && words.lastIndexOf('(') <= words.lastIndexOf(')'));
  return isLoose ? name.slice(words.trimEnd().length) : '';
}

function* leadingFaults({ text, items, closes, around }: Shape): Generator<GroupFault> {
  const first = items[0];
  if (!first) return;
  const [firstOpen, ...opens] = first.before.filter(({ kind }) => kind === 'open');
  const separators = first.before.filter(({ kind }) => kind === 'separator' || kind === 'other-separator');
  if (firstOpen && opens.length > 0) {
    const surplus = closes.slice(1 + around);
    const edits = [{ from: firstOpen.to, to: first.from, text: '' }, ...surplus.slice(0, opens.length).map(remove)];
    yield {
      kind: 'extra-bracket',
      from: firstOpen.from,
      to: (opens.at(-1) as Mark).to,
      message: 'The citation group opens with more than one bracket.',
      fix: { title: 'Remove the extra bracket', edits },
    };
  } else if (firstOpen && separators[0]) {
    yield {
      kind: 'separator',
      from: separators[0].from,
      to: (separators.at(-1) as Mark).to,
      message: `"${text.slice(separators[0].from, separators[0].to)}" stands before the first citation.`,
      fix: { title: 'Remove the separator', edits: [{ from: firstOpen.to, to: first.from, text: '' }] },
    };
  }
}

function* linkFaults(shape: Shape, item: Item, citation: Citation, index: number): Generator<GroupFault> {
  const { text } = shape;
  const { link } = citation;
  const name = text.slice(link.name.from, link.name.to).trim();
  const address = text.slice(link.address.from, link.address.to);
  if (link.form !== 'whole') {
    yield brokenLink(shape, item, citation, index);
    return;
  }
  if (name === '') {
    yield { kind: 'broken-link', from: link.from, to: link.name.to + 1, message: 'The link names no outlet.' };
    return;
  }
  if (item.outside && !/^(?:Part|Parts|Vol|\d)\b/.test(name)) {
    const between = text.slice(item.outside.from, link.from);
    yield {
      kind: 'broken-link',
      from: item.outside.from,
      to: link.name.to + 1,
      message: `"${between.trim()}" stands outside the link that starts with "${name}".`,
      fix: {
        title: `Link "${between}${name}"`,
        edits: [{ from: item.outside.from, to: link.to, text: `[${between}${name}](${address})` }],
      },
    };
    return;
  }
  const { lead, trail } = edgesOf(text, citation);
  if (lead !== '') yield slippedIn(shape, item, citation, index, lead);
  if (trail !== '') yield slippedOut(shape, citation, index, trail);
}

const FORMS = {
  'no-bracket': 'has no "]" before its address',
  spaced: 'has a space between its name and its address',
  reversed: 'has its brackets the wrong way round',
  'open-address': 'has no ")" behind its address',
  'no-opening': 'has no "[" before its name',
  doubled: 'has one "]" too many',
} as const;

function brokenLink(
  { text, items, opened, closers }: Shape,
  item: Item,
  { link }: Citation,
  index: number,
): GroupFault {
  const name = text.slice(link.name.from, link.name.to).trim();
  const address = text.slice(link.address.from, link.address.to);
  const isLast = index === items.length - 1;
  const close = link.form === 'open-address' && isLast && opened && closers === 0 ? ')' : '';
  const before = item.outside ? text.slice(item.outside.from, link.from) : '';
  const fault = {
    kind: 'broken-link' as const,
    from: item.from,
    to: link.to,
    message: `The link to ${name === '' ? 'an outlet' : name} ${link.form === 'whole' ? '' : FORMS[link.form]}.`,
  };
  if (name === '' || address === '' || /\s/.test(address)) return fault;
  const whole = `[${before}${name}](${address})${close}`;
  return {
    ...fault,
    fix: { title: `Mend the link to ${name}`, edits: [{ from: item.from, to: link.to, text: whole }] },
  };
}

/** `[(CNN](…)`, `[ / The Hill](…)`: what stands before the name goes out of the link. */
function slippedIn(shape: Shape, item: Item, { link }: Citation, index: number, lead: string): GroupFault {
  const { text, items } = shape;
  const isSeparator = lead.includes('/');
  const nameFrom = link.name.from + lead.length;
  const previous = items[index - 1];
  const hasSeparator = item.before.some(({ kind }) => kind === 'separator');
  const hasOpen = items[0]?.before.some(({ kind }) => kind === 'open') ?? false;
  let edit: Edit;
  if (isSeparator && previous && !hasSeparator) edit = { from: previous.to, to: nameFrom, text: ' / [' };
  else if (isSeparator || hasOpen) edit = { from: link.from, to: nameFrom, text: '[' };
  else edit = { from: link.from, to: nameFrom, text: `${lead}[` };
  return {
    kind: 'broken-link',
    from: link.from,
    to: nameFrom,
    message: `"${lead.trim()}" is inside the link to ${text.slice(nameFrom, link.name.to)}.`,
    fix: {
      title: isSeparator ? 'Put the separator before the link' : 'Put the bracket before the link',
      edits: [edit],
    },
  };
}

/** `[CNN)](…)`, `[The Hill /](…)`: what stands behind the name goes out of the link, and away where it is there already. */
function slippedOut(
  { text, items, closes, opened, closers }: Shape,
  { link }: Citation,
  index: number,
  trail: string,
): GroupFault {
  const nameTo = link.name.to - trail.length;
  const drop = { from: nameTo, to: link.name.to, text: '' };
  const next = items[index + 1];
  const edits: Edit[] = [drop];
  if (trail.includes('/')) {
    if (next && next.before.length === 0) edits.push({ from: link.to, to: next.from, text: ' / ' });
  } else if (!next && opened && closers === 1 && closes.length === 0) {
    edits.push({ from: link.to, to: link.to, text: ')' });
  }
  return {
    kind: 'broken-link',
    from: nameTo,
    to: link.name.to + 1,
    message: `"${trail.trim()}" is inside the link to ${text.slice(link.name.from, nameTo)}.`,
    fix: {
      title: trail.includes('/') ? 'Put the separator behind the link' : 'Put the bracket behind the link',
      edits,
    },
  };
}

function* gapFaults(shape: Shape, item: Item, next: Item): Generator<GroupFault> {
  const { text, opened, closers } = shape;
  const marks = next.before;
  if (marks.length === 1 && marks[0]?.kind === 'separator') return;
  const nextLead = next.piece.kind === 'citation' ? edgesOf(text, next.piece).lead : '';
  const trail = item.piece.kind === 'citation' ? edgesOf(text, item.piece).trail : '';
  if (marks.length === 0 && (nextLead.includes('/') || trail.includes('/'))) return; // the separator slipped into a name
  const span = marks[0] ? { from: marks[0].from, to: (marks.at(-1) as Mark).to } : { from: item.to, to: next.from };
  const join: Edit = { from: item.to, to: next.from, text: ' / ' };
  if (marks.some(({ kind }) => kind === 'close')) {
    const last = shape.items.at(-1) as Item;
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

function separatorMessage(text: string, marks: readonly Mark[]): string {
  if (marks.length === 0) return 'No " / " stands between these citations.';
  const stray = marks.find(({ kind }) => kind === 'stray');
  if (stray) return `A stray "${text.slice(stray.from, stray.to)}" stands between these citations.`;
  if (marks.every(({ kind }) => kind === 'separator')) return 'The separator stands here twice.';
  return `"${text.slice((marks[0] as Mark).from, (marks.at(-1) as Mark).to)}" separates these citations instead of " / ".`;
}

/** `\[[Readable version](…)\]`: brackets that the writer means to show. */
function isOwnBracket(text: string, { from }: Mark): boolean {
  return text[from] === '\\';
}

function* trailingFaults(shape: Shape): Generator<GroupFault> {
  const { text, items, after, closes, opened, closers, around } = shape;
  const last = items.at(-1);
  const broken = last?.piece.kind === 'citation' && last.piece.link.form === 'open-address';
  if (!last) return;
  const odd = after.filter(({ kind }) => kind !== 'close');
  const end = after.at(-1)?.to ?? last.to;
  if (opened && closers === 0) {
    if (broken) return;
    yield {
      kind: 'unclosed',
      from: odd[0]?.from ?? last.from,
      to: end,
      message: 'The citation group is not closed.',
      fix: { title: 'Close the citation group', edits: [{ from: last.to, to: end, text: ')' }] },
    };
    return;
  }
  if (odd.length > 0 && !odd.some((mark) => isOwnBracket(text, mark))) {
    const kept = ')'.repeat(closes.length);
    yield {
      kind: 'separator',
      from: (odd[0] as Mark).from,
      to: (odd.at(-1) as Mark).to,
      message: `"${text.slice((odd[0] as Mark).from, (odd.at(-1) as Mark).to)}" stands behind the last citation.`,
      fix: { title: 'End the group with its last citation', edits: [{ from: last.to, to: end, text: kept }] },
    };
  }
  const opensHere = items.reduce((sum, item) => sum + count(item.before, 'open'), 0);
  const doubled = opensHere > 1;
  if (!opened && closes.length > 0 && closes.length > around) {
    const first = items[0] as Item;
    yield {
      kind: 'unopened',
      from: (closes[0] as Mark).from,
      to: (closes.at(-1) as Mark).to,
      message: 'The citation group closes but never opens.',
      suggestions: [
        { title: 'Open the citation group', edits: [{ from: first.from, to: first.from, text: '(' }] },
        { title: 'Remove the bracket', edits: closes.map(remove) },
      ],
    };
  } else if (opened && !doubled && closes.length > 1 + around) {
    yield {
      kind: 'extra-bracket',
      from: (closes[0] as Mark).from,
      to: (closes.at(-1) as Mark).to,
      message: 'The citation group closes with more than one bracket.',
      fix: { title: 'Remove the extra bracket', edits: closes.slice(1 + around).map(remove) },
    };
  }
}

function remove({ from, to }: Span): Edit {
  return { from, to, text: '' };
}

function unlinked(text: string, { from, to }: Mark): GroupFault {
  const name = text.slice(from, to);
  const link = `[${name}]()`;
  return {
    kind: 'unlinked',
    from,
    to,
    message: `${name} is named as a source, but no link stands behind it.`,
    suggestions: [{ title: `Link ${name}`, edits: [{ from, to, text: link }], caret: link.length - 1 }],
  };
}

function rawAddress({ from, to }: Mark): GroupFault {
  return { kind: 'raw-address', from, to, message: 'This address stands in the group without an outlet before it.' };
}
