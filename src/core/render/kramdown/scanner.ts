import { LINE_FEED } from '../../text/charCodes.ts';
import { isAsciiWhitespace } from '../commonmark/characterClasses.ts';

/** A text and the position up to which it has been read. */
export interface Scanner {
  readonly text: string;
  position: number;
  /** The line of the document in which the text starts. */
  readonly firstLine: number;
  /** The last result of `find` for each string. */
  finds: Map<string, Find> | undefined;
  /** The last position and line that `lineAt` was asked for. */
  countedPosition: number;
  countedLine: number;
}

interface Find {
  readonly from: number;
  readonly at: number;
}

export function createScanner(text: string, firstLine = 0): Scanner {
  return { text, position: 0, firstLine, finds: undefined, countedPosition: 0, countedLine: firstLine };
}

/**
 * The offset of the next occurrence of a string; -1 if there is none. The result is kept, so that many searches for the same string
 * from successive offsets take linear time.
 */
export function find(scanner: Scanner, string: string, from: number): number {
  return findWith(scanner, string, from, () => scanner.text.indexOf(string, from));
}

/** As `find`, for whatever a function finds. It must find the same from all offsets between `from` and what it has found. */
export function findWith(scanner: Scanner, key: string, from: number, search: () => number): number {
  scanner.finds ??= new Map();
  const { finds } = scanner;
  const last = finds.get(key);
  if (last !== undefined && from >= last.from && (last.at < 0 || from <= last.at)) return last.at;
  const at = search();
  finds.set(key, { from, at });
  return at;
}

/** The line of the document that an offset lies in. Offsets are asked for in ascending order. */
export function lineAt(scanner: Scanner, offset: number): number {
  const { text } = scanner;
  if (offset < scanner.countedPosition) {
    scanner.countedPosition = 0;
    scanner.countedLine = scanner.firstLine;
  }
  let lineFeed = text.indexOf('\n', scanner.countedPosition);
  while (lineFeed >= 0 && lineFeed < offset) {
    scanner.countedLine++;
    scanner.countedPosition = lineFeed + 1;
    lineFeed = text.indexOf('\n', lineFeed + 1);
  }
  return scanner.countedLine;
}

/** The offset of the next line. */
export function nextLineAt(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}

/** The offset after the rest of a line if that is blank; -1 if it is not. */
export function endOfBlankRest(text: string, offset: number): number {
  let at = offset;
  while (isAsciiWhitespace(text.charCodeAt(at))) {
    if (text.charCodeAt(at++) === LINE_FEED) return at;
  }
  return -1;
}

/** The offset after up to three spaces. */
export function skipIndent(text: string, offset: number, maxSpaces = 3): number {
  let at = offset;
  while (at - offset < maxSpaces && text[at] === ' ') at++;
  return at;
}

/** The offset of the first character from an offset on that is not ASCII white space. */
export function skipWhitespace(text: string, offset: number): number {
  let at = offset;
  while (isAsciiWhitespace(text.charCodeAt(at))) at++;
  return at;
}

/** Removes ASCII white space, as Ruby does, from the start. */
export function trimStart(text: string): string {
  return text.slice(skipWhitespace(text, 0));
}

/** Removes ASCII white space, as Ruby does, from the end. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isAsciiWhitespace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

export function trim(text: string): string {
  return trimStart(trimEnd(text));
}

/**
 * The offset of the `}` that closes what starts before an offset; -1 if there is none. What follows it must satisfy `isEnd`. A `}` after
 * a backslash closes only if no other one does.
 */
export function closingBrace(scanner: Scanner, from: number, isEnd: (after: number) => boolean): number {
  const { text } = scanner;
  const escaped: number[] = [];
  let at = find(scanner, '}', from);
  while (at > from && text[at - 1] === '\\' && escaped.length < MAX_ESCAPED_BRACES) {
    escaped.unshift(at);
    at = text.indexOf('}', at + 1);
  }
  if (at >= from && text[at] === '}' && isEnd(at + 1)) return at;
  return escaped.find((brace) => isEnd(brace + 1)) ?? -1;
}

/** More of them are hostile. */
const MAX_ESCAPED_BRACES = 50;
