import type { Entry } from '../../entry/entry.ts';
import { endOfLine, lineBreak, startOfLine } from '../../text/lineBounds.ts';
import type { Edit, Span } from '../../text/text.ts';
import { usualSign } from './place.ts';

/** Whether a caret stands where a bullet would begin: on a blank line, or behind a bullet's mark with nothing after it. */
export function isBulletPlace({ text, body }: Entry, at: number): boolean {
  return at >= body.from && /^[ \t]*[*+-]?[ \t]*$/.test(text.slice(startOfLine(text, at), endOfLine(text, at)));
}

/** The edit that puts a bullet (`* …`) where the caret's line has room for it, else behind the block that the caret is in. */
export function placeBullet(entry: Entry, at: number, bullet: string): Edit {
  const { text, blocks, body } = entry;
  const written = usualSign(entry, at) + bullet.slice(1);
  const line = { from: startOfLine(text, at), to: endOfLine(text, at) };
  if (isBulletPlace(entry, at)) return between(text, line, body.from, written);
  const block = blocks.findLast(({ from }) => from <= at);
  const end = endOfLine(text, Math.max(block?.to ?? 0, body.from));
  return between(text, { from: end, to: end }, body.from, written);
}

/** With a blank line on either side. */
function between(text: string, { from, to }: Span, top: number, written: string): Edit {
  const broken = lineBreak(text);
  const above = text.slice(top, from);
  const below = text.slice(to);
  const isAtStart = from === startOfLine(text, from);
  const before = isAtStart ? (above.trim() === '' || /\n[ \t]*\r?\n$/.test(above) ? '' : broken) : broken.repeat(2);
  const after = below.trim() === '' || /^[ \t]*\r?\n[ \t]*\r?\n/.test(below) ? '' : broken;
  return { from, to, text: before + written + after };
}
