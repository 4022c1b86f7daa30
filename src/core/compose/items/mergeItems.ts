import type { Block, CitationGroup, Entry, Piece } from '../../entry/entry.ts';
import { itemAt, siblingsOf, textBlocksOf } from '../../entry/items.ts';
import { nameKey } from '../../outlets/spelling.ts';
import { SPACE } from '../../text/charCodes.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import { type Edit, textOf } from '../../text/text.ts';
import { hostOf } from '../../urls/url.ts';
import { citedPage } from '../citations/citedPages.ts';
import { CITATION_SEPARATOR } from '../citations/formatCitations.ts';
import {
  type ChangeOutcome,
  type ChangeStep,
  type ChangeTarget,
  changeEach,
  type Refusal,
  refuse,
  type Selection,
  touchedItemTargets,
} from './change.ts';
import { commentsAbove, haveSameForm } from './itemMarkup.ts';
import { itemName, NO_ITEM_AT_CURSOR } from './itemNames.ts';
import { shiftOrderedNumbers } from './orderedNumbers.ts';

/**
 * Merges the item at each cursor with the next one of its kind, and all items of one selection into one. The text of the second follows
 * that of the first. Their citations become one group, in order and without repeated addresses; bullets follow bullets.
 */
export function mergeItems(entry: Entry, selections: readonly Selection[]): ChangeOutcome {
  const targets = touchedItemTargets(entry, selections);
  if (!targets) return refuse(NO_ITEM_AT_CURSOR);
  return changeEach(entry, selections, mergeTargets(targets), mergeWithNext);
}

/** The items to merge with their next one, from the last to the first: all but the last of a selection of several. */
function mergeTargets(targets: readonly ChangeTarget[]): ChangeTarget[] {
  const selectionAt = (index: number): number | undefined => targets[index]?.selectionIndex;
  return targets
    .filter(({ selectionIndex }, index) => {
      const isFirstOfSelection = selectionIndex !== selectionAt(index - 1);
      const isLastOfSelection = selectionIndex !== selectionAt(index + 1);
      return isFirstOfSelection || !isLastOfSelection;
    })
    .reverse();
}

function mergeWithNext(entry: Entry, offset: number): ChangeStep | Refusal {
  const first = itemAt(entry, offset);
  if (!first) return refuse(NO_ITEM_AT_CURSOR);
  const siblings = siblingsOf(entry, first);
  const second = siblings[siblings.indexOf(first) + 1];
  if (!second) return refuse(`There is no ${itemName(first)} after this one to merge with.`);
  if (!haveSameForm(entry.text, first, second)) {
    return refuse('The next item is of another kind. Only two items of the same kind can be merged.');
  }
  const textBlocks = textBlocksOf(entry.text, first);
  const target = textBlocks.findLast(({ kind }) => kind === 'paragraph') ?? first.head;
  if (textBlocks.some(({ from, kind }) => from > target.from && (kind === 'code' || kind === 'html'))) {
    return refuse('There is code or HTML between the texts of these items. Move it first.');
  }
  const joined = joinBlocks(entry.text, target, second.head);
  if (!joined) return refuse('A citation group in these items is broken. Fix it first.');
  const shifts = first.kind === 'ordered' ? shiftOrderedNumbers(entry, second, -1) : [];
  const removal: Edit = { from: first.to, to: endOfLine(entry.text, second.head.to), text: '' };
  const comments = commentsAbove(entry.text, second);
  if (comments === '') return { edits: [joined.edit, removal, ...shifts], cursor: joined.cursor };
  const start = first.head.from - first.head.indent;
  const edits = [{ from: start, to: start, text: comments }, joined.edit, removal, ...shifts];
  return { edits, cursor: joined.cursor + comments.length };
}

/**
 * The edit that appends the content of the second block to the first, with the cursor where the second then starts. Returns undefined
 * if their citation groups cannot be joined.
 */
function joinBlocks(
  text: string,
  first: Block,
  second: Block,
): { readonly edit: Edit; readonly cursor: number } | undefined {
  const firstGroup = finalGroupOf(first);
  const secondGroup = finalGroupOf(second);
  if (firstGroup && secondGroup && !(canBeJoined(firstGroup) && canBeJoined(secondGroup))) return undefined;
  const start = endOfProse(text, first, firstGroup);
  const glue = start === first.content.from ? spaceAfterLabel(text, first) : glueBetween(text, first, start, second);
  const proseEnd = firstGroup ? endOfProse(text, second, secondGroup) : second.content.to;
  const prose = text.slice(second.content.from, proseEnd);
  const citations = firstGroup ? text.slice(start, firstGroup.from) + joinGroups(text, firstGroup, secondGroup) : '';
  const added = prose === '' ? '' : glue + prose;
  const lastBlock = prose === '' ? first : second;
  const lineTail = text.slice(lastBlock.content.to, endOfLine(text, lastBlock.to));
  return {
    edit: { from: start, to: endOfLine(text, first.to), text: added + citations + lineTail },
    cursor: start + (prose === '' ? 0 : glue.length),
  };
}

/** What goes between two contents: a space, and a full stop between a bare headline and another headline. */
function glueBetween(text: string, first: Block, end: number, second: Block): string {
  const { headline } = first;
  const isBareHeadline = headline?.close !== undefined && headline.to === end && text[end - 1] === '*';
  const hasFinalStop = headline !== undefined && /[.!?…。！？]["”’」』]?$/.test(textOf(text, headline.words));
  const isHeadlineNext = second.headline?.from === second.content.from;
  return isBareHeadline && !hasFinalStop && isHeadlineNext ? '. ' : ' ';
}

/** The space needed after the label of an item without content: none if there is one already. */
function spaceAfterLabel(text: string, { content }: Block): string {
  return content.from > 0 && text.charCodeAt(content.from - 1) > SPACE ? ' ' : '';
}

/** The citation group at the end of a block's content. */
function finalGroupOf({ citationGroups, content }: Block): CitationGroup | undefined {
  const lastGroup = citationGroups.at(-1);
  return lastGroup && lastGroup.to === content.to ? lastGroup : undefined;
}

function endOfProse(text: string, { content }: Block, finalGroup: CitationGroup | undefined): number {
  let end = finalGroup?.from ?? content.to;
  while (end > content.from && text.charCodeAt(end - 1) <= SPACE) end--;
  return end;
}

/** Whether a group is `(source / source / …)`, where a source may still lack its link: `(TK)`, `([CNN](…) / Reuters)`. */
function canBeJoined({ pieces, wellFormed }: CitationGroup): boolean {
  if (wellFormed) return true;
  const last = pieces.length - 1;
  return (
    last >= 2 &&
    pieces[0]?.kind === 'open' &&
    pieces[last]?.kind === 'close' &&
    pieces.slice(1, last).every((piece, index) => (index % 2 === 0 ? isSource(piece) : piece.kind === 'separator')) &&
    last % 2 === 0
  );
}

function joinGroups(text: string, first: CitationGroup, second: CitationGroup | undefined): string {
  if (!second) return textOf(text, first);
  const cited = new Set(first.pieces.flatMap((piece) => citationKey(text, piece) ?? []));
  const added = second.pieces.filter((piece) => {
    const key = citationKey(text, piece);
    return isSource(piece) && (key === undefined || !cited.has(key));
  });
  const tail = added.map((piece) => CITATION_SEPARATOR + textOf(text, piece)).join('');
  return `${text.slice(first.from, first.to - 1)}${tail})`;
}

function isSource(piece: Piece): boolean {
  return piece.kind === 'citation' ? piece.link.form === 'whole' : SOURCE_TOKENS.has(piece.kind);
}

const SOURCE_TOKENS: ReadonlySet<Piece['kind']> = new Set(['name', 'address', 'literal']);

/**
 * The same for citations of one page under one name; of two names for a page, only the writer knows which is wrong. Undefined for a source
 * without an address: each stands for a page that is still to be found.
 */
function citationKey(text: string, piece: Piece): string | undefined {
  if (piece.kind !== 'citation') return undefined;
  const address = textOf(text, piece.link.address);
  if (hostOf(address) === undefined) return undefined;
  return `${citedPage(address)} ${nameKey(textOf(text, piece.link.name))}`;
}
