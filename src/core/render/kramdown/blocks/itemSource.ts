import { lineAt, nextLineAt, type Scanner, skipIndent, skipWhitespace, trimStart } from '../scanner.ts';
import { isBlockTagAt } from '../tags.ts';
import { attributeListAt, isBlankLine, skipCodeIndent } from './lines.ts';

/** An item, or a definition: its text, without its marker and its indentation. */
export interface ItemSource {
  readonly line: number;
  /** The line in which the first part starts. */
  contentLine: number;
  /** What the attribute list at its start says. */
  attributes: string | undefined;
  /** The second part starts with a nested list, which needs no blank line before it. */
  readonly parts: string[];
  /** The column at which its text starts. */
  indent: number;
}

/** Reads the line with the marker. The text after that says how far the other lines of the item are indented. */
export function readFirstLine(scanner: Scanner, markerEnd: number): ItemSource {
  const { text, position } = scanner;
  const end = nextLineAt(text, markerEnd);
  const line = lineAt(scanner, position);
  const markerWidth = markerEnd - position;
  const content = text.slice(markerEnd, end);
  const source = trimStart(content);
  scanner.position = end;
  const attributes = itemAttributesAt(source);
  const rest = attributes === undefined ? source : source.slice(attributes.end);
  const isEmpty = rest === '';
  return {
    line,
    contentLine: isEmpty ? line + 1 : line,
    attributes: attributes?.content,
    parts: [rest],
    indent: isEmpty ? 4 : columnOfText(content, markerWidth),
  };
}

/** The column of the first character that is not a space, after tabs to columns that are multiples of four. */
function columnOfText(content: string, markerWidth: number): number {
  let column = markerWidth;
  for (const character of content) {
    if (character === '\t') column += 4 - (column % 4);
    else if (character === ' ') column++;
    else break;
  }
  return column;
}

/** Reads `{: .class}` at the start of an item. */
export function itemAttributesAt(source: string): { readonly content: string; readonly end: number } | undefined {
  const start = skipWhitespace(source, 0);
  ITEM_ATTRIBUTES.lastIndex = start;
  const match = ITEM_ATTRIBUTES.exec(source);
  return match === null ? undefined : { content: match[1] ?? '', end: skipWhitespace(source, start + match[0].length) };
}

/** Whether a line belongs to an item: it is indented like it, or goes on with its paragraph. */
export function isItemLine(scanner: Scanner, { indent }: ItemSource, isAfterBlank: boolean): boolean {
  const { text, position } = scanner;
  if (isBlankLine(text, position)) return false;
  if (isIndentedBy(text, position, indent)) return true;
  if (isAfterBlank) return false;
  const maxSpaces = Math.min(3, indent);
  return (
    attributeListAt(scanner, position, maxSpaces) === undefined &&
    !isBlockTagAt(text, skipIndent(text, position, maxSpaces))
  );
}

function isIndentedBy(text: string, offset: number, indent: number): boolean {
  let at = offset;
  for (let unit = 0; unit < indent >> 2; unit++) {
    at = skipCodeIndent(text, at);
    if (at < 0) return false;
  }
  return skipIndent(text, at, indent % 4) - at === indent % 4 || skipCodeIndent(text, at) >= 0;
}

/** Removes the indentation of an item from a line, if that has so much. */
export function withoutIndent(line: string, indent: number): { readonly line: string; readonly isIndented: boolean } {
  let tabs = 0;
  while (line[tabs] === '\t') tabs++;
  const spaced = tabs === 0 ? line : ' '.repeat(4 * tabs) + line.slice(tabs);
  const isIndented = skipIndent(spaced, 0, indent) === indent;
  return { line: isIndented ? spaced.slice(indent) : spaced, isIndented };
}

const ITEM_ATTRIBUTES = /\{:(?!(?:\w[\w-]*)?:|\/)((?:\\\}|[^}])+)\}/y;
