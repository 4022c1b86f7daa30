import type { Block, Citation, CitationGroup, Entry } from '../../entry/entry.ts';
import { itemAt, siblingsOf } from '../../entry/items.ts';
import { endOfLine } from '../../text/lineBounds.ts';
import type { Edit } from '../../text/text.ts';
import { fragmentOf, pageOf } from '../../urls/url.ts';
import {
  changeEach,
  type Outcome,
  type Place,
  type Refusal,
  refusal,
  type Selection,
  type Step,
  touchedPlaces,
} from './change.ts';
import { itemName, NO_ITEM } from './names.ts';
import { isSameForm } from './place.ts';
import { shiftOrdered } from './renumber.ts';

/**
 * Merges the item at each cursor with the next of its kind, and all that one selection touches into one. The text of the
 * second follows that of the first; their citations become one group, in order, with no address twice; bullets follow bullets.
 */
export function mergeItems(entry: Entry, selections: readonly Selection[]): Outcome {
  const places = touchedPlaces(entry, selections);
  if (!places) return refusal(NO_ITEM);
  return changeEach(entry, selections, withoutLast(places), merge);
}

/** From the last to the first; the last of several in one selection is what the one before it is merged with. */
function withoutLast(places: readonly Place[]): Place[] {
  return places.filter(({ index }, at) => index !== places[at - 1]?.index || index === places[at + 1]?.index).reverse();
}

function merge(entry: Entry, at: number): Step | Refusal {
  const first = itemAt(entry, at);
  if (!first) return refusal(NO_ITEM);
  const siblings = siblingsOf(entry, first);
  const second = siblings[siblings.indexOf(first) + 1];
  if (!second) return refusal(`This is the last ${itemName(first)} here.`);
  if (!isSameForm(entry.text, first, second)) {
    return refusal(
      `What follows this ${itemName(first)} is another kind of item, and only two of a kind can be merged.`,
    );
  }
  const target = first.blocks.findLast(({ kind }, index) => index === 0 || kind === 'paragraph') ?? first.head;
  const joined = join(entry.text, target, second.head);
  if (!joined) return refusal('A citation group of these items is broken; mend it first.');
  const shifts = first.kind === 'ordered' ? shiftOrdered(entry, second, -1) : [];
  const removed: Edit = { from: first.to, to: endOfLine(entry.text, second.head.to), text: '' };
  return { edits: [joined.edit, removed, ...shifts], cursor: joined.cursor };
}

/** The edit that puts the second story behind the first, and where the second then starts. */
function join(text: string, first: Block, second: Block): { readonly edit: Edit; readonly cursor: number } | undefined {
  const lineEnd = endOfLine(text, first.to);
  const group = endingGroup(first);
  const other = endingGroup(second);
  if (group && other && !(group.regular && other.regular)) return undefined;
  const start = proseEnd(text, first, group);
  const glue = start === first.story.from ? spaceBehindLabel(text, first) : separator(text, first, start, second);
  const prose = text.slice(second.story.from, group ? proseEnd(text, second, other) : second.story.to);
  const citations = group
    ? text.slice(start, group.from) + (other ? joinedGroup(text, group, other) : groupText(text, group))
    : '';
  const added = prose === '' ? '' : glue + prose;
  const last = prose === '' ? first : second;
  const tail = text.slice(last.story.to, endOfLine(text, last.to));
  return {
    edit: { from: start, to: lineEnd, text: added + citations + tail },
    cursor: start + (prose === '' ? 0 : glue.length),
  };
}

/** Between a headline alone and another headline a full stop is missing. */
function separator(text: string, first: Block, end: number, second: Block): string {
  const isHeadline = first.headline?.close !== undefined && first.headline.to === end;
  const isStopped = /[.!?…]["”’]?$/.test(text.slice(first.headline?.words.from, first.headline?.words.to));
  return isHeadline && !isStopped && second.headline?.from === second.story.from && text[end - 1] === '*' ? '. ' : ' ';
}

/** An empty label keeps the space behind it; where it has none, it gets one. */
function spaceBehindLabel(text: string, { story }: Block): string {
  return story.from > 0 && text.charCodeAt(story.from - 1) > 32 ? ' ' : '';
}

/** The group at the end of a story. */
function endingGroup({ citations, story }: Block): CitationGroup | undefined {
  const last = citations.at(-1);
  return last && last.to === story.to ? last : undefined;
}

function proseEnd(text: string, { story }: Block, group: CitationGroup | undefined): number {
  let end = group?.from ?? story.to;
  while (end > story.from && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}

function groupText(text: string, { from, to }: CitationGroup): string {
  return text.slice(from, to);
}

function joinedGroup(text: string, first: CitationGroup, second: CitationGroup): string {
  const known = new Set(citationsOf(first).map((citation) => addressOf(text, citation)));
  const added = citationsOf(second)
    .filter((citation) => !known.has(addressOf(text, citation)))
    .map(({ from, to }) => ` / ${text.slice(from, to)}`);
  return `${text.slice(first.from, first.to - 1)}${added.join('')})`;
}

function citationsOf({ pieces }: CitationGroup): Citation[] {
  return pieces.filter((piece): piece is Citation => piece.kind === 'citation');
}

function addressOf(text: string, { link }: Citation): string {
  const address = text.slice(link.address.from, link.address.to);
  const page = pageOf(address);
  return page === undefined ? address : `${page}#${fragmentOf(address)}`;
}
