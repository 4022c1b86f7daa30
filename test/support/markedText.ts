import type { Span } from '../../src/core/text/text.ts';

/** A marked text without its marks: `⟦…⟧` is a range, `‸` the cursor. Ranges are ordered by start. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly Span[];
  readonly cursor: number | undefined;
}

/** Extracts the marks from a text. Ranges may nest. */
export function readMarks(marked: string): Marked {
  const ranges: { from: number; to: number }[] = [];
  const open: { from: number; to: number }[] = [];
  let text = '';
  let cursor: number | undefined;
  for (const part of marked.split(/([⟦⟧‸])/)) {
    if (part === '⟦') {
      const range = { from: text.length, to: -1 };
      ranges.push(range);
      open.push(range);
    } else if (part === '⟧') {
      const range = open.pop();
      if (!range) throw new Error(`unopened range: ${marked}`);
      range.to = text.length;
    } else if (part === '‸') {
      cursor = text.length;
    } else {
      text += part;
    }
  }
  if (open.length > 0) throw new Error(`unclosed range: ${marked}`);
  return { text, ranges, cursor };
}

/** Marks ranges in a text, so that a failed comparison shows their positions. Ranges may nest but not cross. */
export function markRanges(text: string, ranges: readonly Span[]): string {
  const sorted = [...ranges].sort((a, b) => a.from - b.from || b.to - a.to);
  const ends: number[] = [];
  let marked = '';
  let at = 0;
  const writeUntil = (offset: number) => {
    marked += text.slice(at, offset);
    at = offset;
  };
  const closeUntil = (offset: number) => {
    for (let end = ends.at(-1); end !== undefined && end <= offset; end = ends.at(-1)) {
      writeUntil(end);
      marked += '⟧';
      ends.pop();
    }
  };
  for (const { from, to } of sorted) {
    closeUntil(from);
    writeUntil(from);
    marked += '⟦';
    ends.push(to);
  }
  closeUntil(text.length);
  return marked + text.slice(at);
}
