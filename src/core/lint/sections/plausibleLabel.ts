import type { Block, Label } from '../../entry/entry.ts';
import { isTypographicSpace } from '../../text/characters.ts';
import { LINE_FEED } from '../../text/charCodes.ts';

/** Whether a label is written `1/ ` before a headline, as nearly every one is, so that it certainly is a label and well formed. */
export function isPlainLabel(text: string, { name, to }: Label): boolean {
  return to === name.to + 1 && text.startsWith('/ **', name.to);
}

/**
 * Whether a number at the start of a section has the form of a label: a slash and a space, or a headline after it. Others may be part of a
 * sentence: `12 **Angry Men** came`, `100 / 3`, `03/Jan/2009`.
 */
export function hasLabelForm(text: string, label: Label, block: Block): boolean {
  if (label.kind !== 'number') return true;
  const { content } = block;
  const next = textStart(text, block);
  const isSlashed = text.charAt(label.name.to) === '/' && label.to === label.name.to + 1;
  if (isSlashed && (next > label.to || next >= content.to || /^[\r\n]/.test(text.charAt(next)))) return true;
  if (!isBeforeHeadline(text, next)) return false;
  return label.to > label.name.to || /^[*"”’]*[.:?!]/.test(text.slice(block.headline?.to ?? content.to, content.to));
}

/** Where the text after a label starts, typographic spaces aside. */
export function textStart(text: string, { content: { from, to } }: Block): number {
  let next = from;
  while (next < to && isTypographicSpace(text.charCodeAt(next))) next++;
  return next;
}

/** Whether bold text starts at the offset. */
export function isBeforeHeadline(text: string, next: number): boolean {
  return text.startsWith('**', next);
}

/**
 * Whether a label's number fits between those of the labels before and after it, so that it is one even without the form. The number of a
 * placeholder is NaN, and fits any.
 */
export function fitsSequence(number: number, previous: number | undefined, next: number | undefined): boolean {
  if (previous === undefined ? number === 1 : Number.isNaN(previous) || number === previous + 1) return true;
  return next === number + 1 && (previous === undefined || number <= previous + 2);
}

/**
 * Whether the text after a label without the form may be that of a section: `1/The mayor` but not `03/Jan/2009`, `2 **cups**` but not `3
 * 4`.
 */
export function mayFollowLabel(text: string, next: number): boolean {
  return isBeforeHeadline(text, next) || /^["“‘]?\p{Lu}[\p{L}’'-]*[\s,]/u.test(text.slice(next, next + 30));
}

/** Whether only a line break separates the blocks, with at most one space before it. Two spaces would be a hard break. */
export function isDirectlyBelow(text: string, { to }: Block, { from }: Block): boolean {
  if (from === to + 1) return true;
  if (from > to + 3 || text.charCodeAt(from - 2) === LINE_FEED) return false; // nearly always a blank line
  return /^ ?\r?\n$/.test(text.slice(to, from));
}
