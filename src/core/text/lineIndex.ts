import { lowerBound } from './lowerBound.ts';

/** A position in a text for people: line and column both count from 1, columns in UTF-16 code units. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offset at which each line starts; the first is 0. Lines end with LF, CRLF or a lone CR. */
export type LineStarts = readonly number[];

export function lineStarts(text: string): LineStarts {
  const starts = [0];
  if (text.includes('\r')) {
    for (const lineBreak of text.matchAll(/\r\n?|\n/g)) starts.push(lineBreak.index + lineBreak[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line (from 0) that contains the offset. */
export function lineAt(starts: LineStarts, offset: number): number {
  return Math.max(0, lowerBound(starts, (start) => start <= offset) - 1);
}

export function positionAt(starts: LineStarts, offset: number): Position {
  const line = lineAt(starts, offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}
