import type { Entry } from '../../entry/entry.ts';
import { endOfLine, lineBreakOf, startOfLine } from '../../text/lineBounds.ts';
import type { Edit, Span } from '../../text/text.ts';
import { usualBulletMarker } from './itemMarkup.ts';

/** Whether a bullet can start on the caret's line: it is blank, or has a bullet's marker and nothing else. */
export function isBulletPlace({ text, body }: Entry, caret: number): boolean {
  return (
    caret >= body.from && /^[ \t]*[*+-]?[ \t]*$/.test(text.slice(startOfLine(text, caret), endOfLine(text, caret)))
  );
}

/** The edit that puts a bullet (`* …`) on the caret's line if a bullet can start there, or else after the caret's block. */
export function placeBullet(entry: Entry, caret: number, bullet: string): Edit {
  const { text, blocks, body } = entry;
  const line = usualBulletMarker(entry, caret) + bullet.slice(1);
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
