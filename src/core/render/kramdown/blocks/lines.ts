import { matchLengthAt } from '../../commonmark/characterClasses.ts';
import { closingBrace, endOfBlankRest, nextLineAt, type Scanner, skipIndent, skipWhitespace } from '../scanner.ts';
import { isBlockTagAt } from '../tags.ts';

// What a line starts with. Blocks end before some lines, and lists go on with others.

/** The offset after the blank lines at an offset; the same offset if there are none. */
export function endOfBlankLines(text: string, offset: number): number {
  const lineFeed = text.lastIndexOf('\n', skipWhitespace(text, offset) - 1);
  return lineFeed < offset ? offset : lineFeed + 1;
}

export function isBlankLine(text: string, offset: number): boolean {
  return endOfBlankRest(text, offset) >= 0;
}

/** The offset after an indentation that makes code; -1 if there is none. */
export function skipCodeIndent(text: string, offset: number): number {
  if (text[offset] === '\t') return offset + 1;
  return text.startsWith('    ', offset) ? offset + 4 : -1;
}

/** The offset after a line with `^`, which ends a block; -1 if there is none. */
export function endOfBlockMarkerAt(text: string, offset: number): number {
  return text[offset] === '^' ? endOfBlankRest(text, offset + 1) : -1;
}

interface BlockAttributeList {
  readonly content: string;
  /** The offset of the next line. */
  readonly end: number;
}

/** Reads a line with an attribute list. It may be indented by so many spaces. */
export function attributeListAt(scanner: Scanner, offset: number, maxSpaces = 3): BlockAttributeList | undefined {
  const { text } = scanner;
  const start = skipIndent(text, offset, maxSpaces);
  if (!text.startsWith('{:', start) || text[start + 2] === ':' || text[start + 2] === '/') return undefined;
  const brace = closingBrace(scanner, start + 3, (after) => endOfBlankRest(text, after) >= 0);
  return brace < 0 ? undefined : { content: text.slice(start + 2, brace), end: endOfBlankRest(text, brace + 1) };
}

/** The offset after a marker such as `*`, `1.` or `:` that may be indented by so many spaces; -1 if there is none. */
export function endOfMarkerAt(text: string, offset: number, marker: RegExp, maxSpaces = 3): number {
  const start = skipIndent(text, offset, maxSpaces);
  const length = matchLengthAt(marker, text, start);
  return length === 0 ? -1 : start + length;
}

export const BULLET = /[+*-](?=[\t| ])/y;
export const NUMBER = /\d+\.(?=[\t| ])/y;
export const DEFINITION_MARKER = /:(?=[\t| ])/y;

export function isListItemAt(text: string, offset: number): boolean {
  return endOfMarkerAt(text, offset, BULLET) >= 0 || endOfMarkerAt(text, offset, NUMBER) >= 0;
}

/** Whether a paragraph in a quotation or in a list ends before a line, although its lines need no marker. */
export function isLazyEnd(scanner: Scanner, offset: number): boolean {
  const { text } = scanner;
  if (offset >= text.length) return true;
  switch (text[skipIndent(text, offset)]) {
    case '{':
      return attributeListAt(scanner, offset) !== undefined;
    case '<':
      return isBlockTagAt(text, skipIndent(text, offset));
    case '^':
      return endOfBlockMarkerAt(text, offset) >= 0;
    default:
      return isBlankLine(text, offset);
  }
}

/** Whether a block boundary is at an offset: nothing, a blank line, an end of block or an attribute list. */
export function isBeforeBoundary(scanner: Scanner, offset: number): boolean {
  const { text } = scanner;
  return (
    offset >= text.length ||
    isBlankLine(text, offset) ||
    endOfBlockMarkerAt(text, offset) >= 0 ||
    attributeListAt(scanner, offset) !== undefined
  );
}

/** The offset after the indented code at an offset, blank lines before it included; the same offset if there is none. */
export function endOfIndentedCode(scanner: Scanner, offset: number): number {
  const { text } = scanner;
  let end = offset;
  for (;;) {
    let line = endOfBlankLines(text, end);
    if (!isIndentedLine(text, line)) return end;
    // The lines after an indented one need no indentation.
    do line = nextLineAt(text, line);
    while (isIndentedLine(text, line) || !isLazyEnd(scanner, line));
    end = line;
  }
}

function isIndentedLine(text: string, offset: number): boolean {
  const start = skipCodeIndent(text, offset);
  return start >= 0 && !isBlankLine(text, start) && start < text.length;
}
