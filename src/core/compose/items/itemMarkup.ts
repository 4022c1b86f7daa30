import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, siblingsOf } from '../../entry/items.ts';
import { hasBlankLineBetween, lineBreakOf } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';
import { nextOrderedNumber } from './orderedNumbers.ts';
import { nextSectionLabel } from './renumberAfterChange.ts';

/** The start of a line that begins another item of the same form: `* `, `-   `, `4. `, `poll/ `, `TK/ `, `3/ `. */
export function nextItemPrefix(entry: Entry, item: Item): string {
  const { text } = entry;
  const { head, kind } = item;
  switch (kind) {
    case 'bullet':
      return `${indentOf(text, item)}${bulletMarker(text, item)}${gapAfterMarker(text, head)}`;
    case 'ordered':
      return `${indentOf(text, item)}${nextOrderedNumber(entry, item)}${orderedDelimiter(text, item)}${gapAfterMarker(text, head)}`;
    case 'poll':
    case 'named':
      return `${head.label ? text.slice(head.label.name.from, head.label.name.to) : 'poll'}/ `;
    case 'section':
    case 'struck':
      return `${nextSectionLabel(entry, item.to)}/ `;
  }
}

function indentOf(text: string, { head }: Item): string {
  return text.slice(head.from - head.indent, head.from);
}

function bulletMarker(text: string, { head: { marker } }: Item): string {
  return marker ? text.slice(marker.from, marker.to) : '*';
}

/** The `.` or `)` of `4. ` or `4) `. */
function orderedDelimiter(text: string, { head: { marker } }: Item): string {
  return marker ? text.slice(marker.to - 1, marker.to) : '.';
}

/** The white space between the marker of a list item and its text. What is further from its marker is code. */
function gapAfterMarker(text: string, { marker, label, content }: Block): string {
  const gap = marker ? text.slice(marker.to, label?.from ?? content.from) : '';
  return /^(?:\t| {1,4})$/.test(gap) ? gap : ' ';
}

/** The marker and space to use for a new bullet: those of the last bullet before the offset, or else of the first one after it. */
export function usualBulletPrefix({ text, blocks }: Entry, offset: number): string {
  const bullets = blocks.filter(({ kind, marker }) => kind === 'bullet' && marker);
  const nearest = bullets.findLast(({ from }) => from <= offset) ?? bullets[0];
  if (!nearest?.marker) return '* ';
  return text.slice(nearest.marker.from, nearest.marker.to) + gapAfterMarker(text, nearest);
}

/** The line breaks between an item and the next of its list: one in a tight list, two in any other. */
export function gapBetweenItems(entry: Entry, item: Item): string {
  const { text } = entry;
  const lineBreak = lineBreakOf(text);
  const siblings = siblingsOf(entry, item);
  const index = siblings.indexOf(item);
  const [first, second] = siblings[index - 1] ? [siblings[index - 1], item] : [item, siblings[index + 1]];
  const isTight = item.head.marker && first && second && !hasBlankLineBetween(text, first.to, second.from);
  return isTight ? lineBreak : lineBreak.repeat(2);
}

/** The blank space after the end of a block: up to the line of the next block, or to the end of the text. */
export function blankSpaceAfter({ text, blocks }: Entry, end: number): Span & { readonly isAtEnd: boolean } {
  const next = blocks.find(({ from }) => from >= end);
  return next
    ? { from: end, to: next.from - next.indent, isAtEnd: false }
    : { from: end, to: text.length, isAtEnd: true };
}

/** The comments above an item that are about it, with the white space after them; empty if there are none. */
export function commentsAbove(text: string, { own, head }: Item): string {
  return text.slice(own.from, head.from - head.indent);
}

/** Whether two items have the same form, so that they can be merged: two sections, two bullets, two polls. */
export function haveSameForm(text: string, first: Item, second: Item): boolean {
  if (first.kind !== second.kind) return false;
  const label = labelOf(text, second.head);
  return first.kind === 'section' || label === '' || label === labelOf(text, first.head);
}

function labelOf(text: string, { label }: Block): string {
  return label ? text.slice(label.name.from, label.name.to).toLowerCase() : '';
}
