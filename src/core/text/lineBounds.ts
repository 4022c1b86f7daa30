// Lines of a text by offset, whichever line break the text has.

/** The line break that a text uses: that of its first line. */
export function lineBreak(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text.charCodeAt(at - 1) === 13 ? '\r\n' : '\n';
}

/** The start of the line on which the offset stands. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line on which the offset stands, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** Whether a blank line stands between two lines: `from` at the end of one, `to` at the start of a later one. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  const first = text.indexOf('\n', from);
  const second = first < 0 ? -1 : text.indexOf('\n', first + 1);
  return second >= 0 && second < to;
}
