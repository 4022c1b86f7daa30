import { CARRIAGE_RETURN } from './charCodes.ts';

/** The line break that a text uses, judged by its first line. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? '\r\n' : '\n';
}

/** The offset at which the line of the given offset starts. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset at which the line of the given offset ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

/** As `endOfLine`, but at most the limit. */
export function endOfLineWithin(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0 || end >= limit) return limit;
  return end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

/** Whether there is a blank line between two lines: `from` is the end of one, `to` the start of a later one. */
export function hasBlankLineBetween(text: string, from: number, to: number): boolean {
  const first = text.indexOf('\n', from);
  const second = first < 0 ? -1 : text.indexOf('\n', first + 1);
  return second >= 0 && second < to;
}
