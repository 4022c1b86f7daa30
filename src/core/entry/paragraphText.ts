import { LINE_FEED } from '../text/charCodes.ts';
import { lowerBound } from '../text/lowerBound.ts';
import type { Span } from '../text/text.ts';

/** The text of a paragraph or heading, without the indentation of its lines and the markers of the lists and quotes around it. */
export interface ParagraphText {
  /** Its lines, joined by line feeds. */
  readonly content: string;
  /** The offset in the source of an offset in the content. */
  readonly sourceOffset: (at: number) => number;
}

/** Joins the lines of a paragraph, each from its first character to its end. */
export function paragraphText(text: string, lines: readonly Span[]): ParagraphText {
  const from = lines[0]?.from ?? 0;
  if (lines.every((line, index) => index === 0 || isNextLine(text, lines[index - 1], line)))
    return { content: text.slice(from, lines.at(-1)?.to ?? from), sourceOffset: (at) => from + at };
  const starts: number[] = [];
  let content = '';
  for (const line of lines) {
    if (starts.length > 0) content += '\n';
    starts.push(content.length);
    content += text.slice(line.from, line.to);
  }
  return {
    content,
    sourceOffset(at) {
      const index = lowerBound(starts, (start) => start <= at) - 1;
      return (lines[index]?.from ?? from) + at - (starts[index] ?? 0);
    },
  };
}

/** Whether nothing but a line feed is between two lines. */
function isNextLine(text: string, previous: Span | undefined, { from }: Span): boolean {
  return previous !== undefined && from === previous.to + 1 && text.charCodeAt(previous.to) === LINE_FEED;
}
