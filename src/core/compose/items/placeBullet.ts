import type { Entry } from '../../entry/entry.ts';
import { endOfLine, lineBreakOf, startOfLine } from '../../text/lineBounds.ts';
import { type Edit, type Span, textOf } from '../../text/text.ts';
import { literalAround } from '../literalPlaces.ts';
import { usualBulletPrefix } from './itemMarkup.ts';

/** Whether a bullet can start on the caret's line: it is blank, or has a bullet's marker and nothing else. Not within code. */
export function isBulletPlace(entry: Entry, caret: number): boolean {
  const { text, body } = entry;
  const line = { from: startOfLine(text, caret), to: endOfLine(text, caret) };
  return caret >= body.from && /^[ \t]*[*+-]?[ \t]*$/.test(textOf(text, line)) && !literalAround(entry, caret);
}

/** The edit that puts a bullet (`* …`) on the caret's line if a bullet can start there, or else after the caret's block. */
export function placeBullet(entry: Entry, caret: number, bullet: string): Edit {
  const { text, blocks, body } = entry;
  const line = usualBulletPrefix(entry, caret) + bullet.slice('* '.length);
  if (isBulletPlace(entry, caret)) {
    const caretLine = { from: startOfLine(text, caret), to: endOfLine(text, caret) };
    return replaceWithLine(text, caretLine, body.from, line);
  }
  const block = blocks.findLast(({ from }) => from <= caret);
  const end = endOfLine(text, Math.max(block?.to ?? 0, body.from));
  return replaceWithLine(text, { from: end, to: end }, body.from, line);
}

/** Replaces the span with a line that has a blank line on either side. */
function replaceWithLine(text: string, { from, to }: Span, bodyStart: number, line: string): Edit {
  const lineBreak = lineBreakOf(text);
  const textBefore = text.slice(bodyStart, from);
  const textAfter = text.slice(to);
  const isAtLineStart = from === startOfLine(text, from);
  const hasSpaceBefore = isAtLineStart && (textBefore.trim() === '' || /\n[ \t]*\r?\n$/.test(textBefore));
  const hasSpaceAfter = textAfter.trim() === '' || /^[ \t]*\r?\n[ \t]*\r?\n/.test(textAfter);
  const before = hasSpaceBefore ? '' : isAtLineStart ? lineBreak : lineBreak.repeat(2);
  return { from, to, text: before + line + (hasSpaceAfter ? '' : lineBreak) };
}
