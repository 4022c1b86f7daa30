import type { Block, Entry } from '../../entry/entry.ts';
import { type Item, siblingsOf } from '../../entry/items.ts';
import { hasBlankLine, lineBreak } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';
import { nextLabel, nextOrdered } from './renumber.ts';

/** What a line starts with that begins another item of the same form: `* `, `4. `, `poll/ `, `TK/ `, `3/ `. */
export function prefixLike(entry: Entry, item: Item): string {
  const { text } = entry;
  const { head, kind } = item;
  switch (kind) {
    case 'bullet':
      return `${bulletSign(text, item)} `;
    case 'ordered':
      return `${indentOf(text, item)}${nextOrdered(entry, item)}${orderedDot(text, item)} `;
    case 'poll':
    case 'named':
      return `${head.label ? text.slice(head.label.name.from, head.label.name.to) : 'poll'}/ `;
    case 'section':
    case 'struck':
      return `${nextLabel(entry, item.to)}/ `;
  }
}

/** Indent and sign of a bullet: `* ` without its space. */
function bulletSign(text: string, item: Item): string {
  const { marker } = item.head;
  return indentOf(text, item) + (marker ? text.slice(marker.from, marker.to) : '*');
}

function indentOf(text: string, { head }: Item): string {
  return text.slice(head.from - head.indent, head.from);
}

function orderedDot(text: string, { head }: Item): string {
  return head.marker ? text.slice(head.marker.to - 1, head.marker.to) : '.';
}

/** The sign that bullets of the entry have: that of the last one before the offset, else of the next. */
export function usualSign({ text, blocks }: Entry, offset: number): string {
  const bullets = blocks.filter(({ kind, marker }) => kind === 'bullet' && marker);
  const near = bullets.findLast(({ from }) => from <= offset) ?? bullets[0];
  return near?.marker ? text.slice(near.marker.from, near.marker.to) : '*';
}

/** The line breaks between an item and the next of its list: two, but one in a list that is written without blank lines. */
export function gapLike(entry: Entry, item: Item): string {
  const { text } = entry;
  const line = lineBreak(text);
  const list = siblingsOf(entry, item);
  const at = list.indexOf(item);
  const [first, second] = list[at - 1] ? [list[at - 1], item] : [item, list[at + 1]];
  const isTight = item.head.marker && first && second && !hasBlankLine(text, first.to, second.from);
  return isTight ? line : line.repeat(2);
}

/** The blank space behind the end of a block: up to the next block's line, or to the end of the text. */
export function gapAfter({ text, blocks }: Entry, end: number): Span & { readonly last: boolean } {
  const next = blocks.find(({ from }) => from >= end);
  return next ? { from: end, to: next.from - next.indent, last: false } : { from: end, to: text.length, last: true };
}

/** Whether a second item has the form of a first, so that they can be one: two sections, two bullets, two polls. */
export function isSameForm(text: string, first: Item, second: Item): boolean {
  if (first.kind !== second.kind) return false;
  const label = labelOf(text, second.head);
  return first.kind === 'section' || label === '' || label === labelOf(text, first.head);
}

function labelOf(text: string, { label }: Block): string {
  return label ? text.slice(label.name.from, label.name.to).toLowerCase() : '';
}
