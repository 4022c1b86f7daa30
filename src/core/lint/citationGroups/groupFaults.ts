import type { Block, CitationGroup, Entry, GroupToken } from '../../entry/entry.ts';
import { parenDepthAfter } from '../../entry/groupTokens.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { type Edit, enclosingSpan } from '../../text/text.ts';
import type { Finding } from '../rule.ts';
import { evidenceFilter } from './evidence.ts';
import type { GroupFault, GroupFaultKind } from './groupFault.ts';
import {
  deletionOf,
  type GroupItem,
  type GroupShape,
  isClosedLater,
  isEscapedBracket,
  isWellOrdered,
  shapeOf,
  straysInName,
} from './groupShape.ts';
import { linkFaults } from './linkFaults.ts';
import { trailingFaults } from './trailingFaults.ts';

/** The faults of one kind in all citation groups of an entry. */
export function groupFaultsOfKind(entry: Entry, outlets: Outlets, kind: GroupFaultKind): readonly Finding[] {
  let cached = cache.get(entry);
  if (cached?.outlets !== outlets) {
    cached = { outlets, faults: faultsIn(entry, outlets) };
    cache.set(entry, cached);
  }
  const { faults } = cached;
  return faults.length === 0 ? faults : faults.filter((fault) => fault.kind === kind);
}

/** Several rules need the faults of the same entry. Entries are immutable. */
const cache = new WeakMap<Entry, { readonly outlets: Outlets; readonly faults: readonly GroupFault[] }>();

function faultsIn(entry: Entry, outlets: Outlets): readonly GroupFault[] {
  const faultyGroups: CheckedGroup[] = [];
  let lastBefore: CheckedGroup | undefined; // the last group of the previous block, if it has faults
  for (const block of entry.nonstandard) {
    const { citationGroups } = block;
    const countBefore = faultyGroups.length;
    if (citationGroups.length > 0) checkGroups(entry, block, outlets, faultyGroups);
    const first = faultyGroups[countBefore];
    if (lastBefore && first && first.group === citationGroups[0]) joinIfSplit(entry.text, lastBefore, first);
    const last = faultyGroups.at(-1);
    lastBefore = last && last.group === citationGroups.at(-1) ? last : undefined;
  }
  return faultyGroups.flatMap(({ faults }) => faults);
}

interface CheckedGroup {
  readonly group: CitationGroup;
  /** In text order. */
  readonly faults: GroupFault[];
}

/** Adds the groups of a block that have faults. Each is checked without regard to the others. */
function checkGroups(entry: Entry, block: Block, outlets: Outlets, faultyGroups: CheckedGroup[]): void {
  const { text } = entry;
  const { content, citationGroups } = block;
  let depth = 0;
  let depthAt = content.from;
  for (const group of citationGroups) {
    if (group.wellFormed || isWellOrdered(text, group)) continue;
    depth = parenDepthAfter(text, { from: depthAt, to: group.from }, depth);
    depthAt = group.from;
    const found = [...groupFaults(text, group, depth, content.to)];
    const faults = found.length === 0 ? found : found.filter(evidenceFilter(entry, block, group, outlets));
    if (faults.length > 0) faultyGroups.push({ group, faults });
  }
}

/** Reports a group that an empty line splits in two (the first part is unclosed, the second unopened) as one fault. */
function joinIfSplit(text: string, firstPart: CheckedGroup, secondPart: CheckedGroup): void {
  const unclosedIndex = firstPart.faults.length - 1;
  const unopenedIndex = secondPart.faults.findIndex(({ kind }) => kind === 'unopened');
  const unclosed = firstPart.faults[unclosedIndex];
  if (unclosed?.kind !== 'unclosed' || unopenedIndex < 0) return;
  const split = splitGroup(text, unclosed, secondPart.group);
  if (!split) return;
  firstPart.faults[unclosedIndex] = split;
  secondPart.faults.splice(unopenedIndex, 1);
}

/** The fault of a group that continues after an empty line; undefined if there is other text between the two parts. */
function splitGroup(text: string, unclosed: GroupFault, { pieces }: CitationGroup): GroupFault | undefined {
  const firstCitation = pieces.find(({ kind }) => kind === 'citation');
  const [edit] = (unclosed.fix ?? unclosed.suggestions?.[0])?.edits ?? [];
  if (!firstCitation || !edit || !/^\s*\/?\s*\/?\s*$/.test(text.slice(edit.from, firstCitation.from))) return undefined;
  // The edit includes the characters at both ends, as it changes both blocks: one becomes a part of the other.
  const [last, first] = [text.charAt(edit.from - 1), text.charAt(firstCitation.from)];
  const edits = [{ from: edit.from - 1, to: firstCitation.from + 1, text: `${last} / ${first}` }];
  return {
    kind: 'unclosed',
    from: unclosed.from,
    to: unclosed.to,
    message: 'The citation group breaks off here and continues after a blank line.',
    fix: { title: 'Join the two parts of the group', edits },
  };
}

/** The faults of one group, none of them a consequence of another. */
function* groupFaults(
  text: string,
  group: CitationGroup,
  depthBefore: number,
  contentEnd: number,
): Generator<GroupFault> {
  const shape = shapeOf(text, group, depthBefore, contentEnd);
  if (shape.items.length === 0) {
    yield emptyGroup(group);
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
function emptyGroup({ from, to }: CitationGroup): GroupFault {
  const placeholder = '([]())';
  return {
    kind: 'extra-bracket',
    from,
    to,
    message: 'Empty citation group.',
    suggestions: [
      { title: 'Insert a citation', edits: [{ from, to, text: placeholder }], caret: 2 },
      { title: 'Remove the brackets', edits: [{ from, to, text: '' }] },
    ],
  };
}

/** The faults before the first citation: extra brackets, stray characters, separators. */
function* leadingFaults({ text, items, trailingClosers, depthBefore }: GroupShape): Generator<GroupFault> {
  const first = items[0];
  if (!first) return;
  const [firstOpener, ...extraOpeners] = first.tokensBefore.filter(({ kind }) => kind === 'open');
  const lastOpener = extraOpeners.at(-1);
  const separators = first.tokensBefore.filter(({ kind }) => kind === 'separator' || kind === 'other-separator');
  const [separator] = separators;
  const stray = first.tokensBefore.find(({ kind }) => kind === 'stray');
  if (firstOpener && lastOpener) {
    const extraClosers = trailingClosers.slice(1 + depthBefore, 1 + depthBefore + extraOpeners.length);
    const edits = [{ from: firstOpener.to, to: first.from, text: '' }, ...extraClosers.map(deletionOf)];
    yield {
      kind: 'extra-bracket',
      from: firstOpener.from,
      to: lastOpener.to,
      message: 'The citation group opens with more than one bracket.',
      isTextElsewhere: trailingClosers.length > extraOpeners.length,
      fix: { title: 'Remove the extra bracket', edits },
    };
  } else if (firstOpener && stray) {
    const strayText = text.slice(stray.from, stray.to);
    yield {
      kind: 'separator',
      from: stray.from,
      to: stray.to,
      message: `Stray "${strayText}" before the first citation.`,
      isTextElsewhere: true,
      fix: { title: `Remove "${strayText}"`, edits: [{ from: firstOpener.to, to: first.from, text: '' }] },
    };
  } else if (firstOpener && separator) {
    yield {
      kind: 'separator',
      from: separator.from,
      to: (separators.at(-1) ?? separator).to,
      message: `Unexpected "${text.slice(separator.from, separator.to)}" before the first citation.`,
      isTextElsewhere: true,
      fix: { title: 'Remove the separator', edits: [{ from: firstOpener.to, to: first.from, text: '' }] },
    };
  }
}

/** The faults between two citations. */
function* gapFaults(shape: GroupShape, item: GroupItem, next: GroupItem): Generator<GroupFault> {
  const { text, isOpened, closerCount } = shape;
  const tokens = next.tokensBefore;
  if (tokens.length === 1 && tokens[0]?.kind === 'separator') return;
  const nextLead = next.piece.kind === 'citation' ? straysInName(text, next.piece).lead : '';
  const trail = item.piece.kind === 'citation' ? straysInName(text, item.piece).trail : '';
  if (tokens.length === 0 && (nextLead.includes('/') || trail.includes('/'))) return; // the separator is inside a name
  const span = enclosingSpan(tokens) ?? { from: item.to, to: next.from };
  const separatorEdit: Edit = { from: item.to, to: next.from, text: ' / ' };
  if (tokens.some(({ kind }) => kind === 'close')) {
    const last = shape.items.at(-1) ?? next;
    const movedCloser = closerCount === 1 && isOpened ? [{ from: last.to, to: last.to, text: ')' }] : [];
    yield {
      kind: 'closed-early',
      ...span,
      message: 'The citation group closes before its last citation.',
      isTextElsewhere: true,
      fix: { title: 'Keep all citations in one group', edits: [separatorEdit, ...movedCloser] },
    };
  } else if (tokens.some(({ kind }) => kind === 'open')) {
    const extraClosers = shape.trailingClosers.slice(1 + shape.depthBefore, 2 + shape.depthBefore);
    const isOpenOnly = closerCount === 0 && !isClosedLater(shape, (shape.items.at(-1) ?? next).to);
    yield {
      kind: 'extra-bracket',
      ...span,
      message: 'Extra opening bracket inside the citation group.',
      isTextElsewhere: !isOpenOnly,
      fix: { title: 'Remove the extra bracket', edits: [separatorEdit, ...extraClosers.map(deletionOf)] },
    };
  } else if (
    !tokens.some((token) => isEscapedBracket(text, token)) &&
    (isOpened || tokens.every(({ kind }) => kind === 'separator'))
  ) {
    yield {
      kind: 'separator',
      ...(tokens.length === 0 && span.from === span.to ? { from: span.from - 1, to: span.to + 1 } : span),
      message: separatorMessage(text, tokens),
      isTextElsewhere: true,
      fix: { title: 'Separate the citations with " / "', edits: [separatorEdit] },
    };
  }
}

function separatorMessage(text: string, tokens: readonly GroupToken[]): string {
  const span = enclosingSpan(tokens);
  if (!span) return 'Missing " / " between these citations.';
  const stray = tokens.find(({ kind }) => kind === 'stray' || kind === 'name');
  if (stray) return `Stray "${text.slice(stray.from, stray.to)}" between these citations.`;
  if (tokens.every(({ kind }) => kind === 'separator')) return 'More than one separator between these citations.';
  return `These citations are separated by "${text.slice(span.from, span.to)}" instead of " / ".`;
}
