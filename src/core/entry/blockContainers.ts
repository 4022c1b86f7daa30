import { GREATER_THAN, SPACE, TAB } from '../text/charCodes.ts';

/** A quote, or a list item or footnote, whose lines are indented by a number of columns. */
export interface Container {
  readonly kind: 'quote' | 'item';
  readonly width: number;
  /** An item without content ends at a blank line. */
  isEmpty: boolean;
}

/** A position in a line. A tab extends to the next column that is a multiple of four. */
export interface Cursor {
  readonly text: string;
  /** The end of the line. */
  readonly to: number;
  at: number;
  column: number;
  /** The remaining columns of a tab that belongs partly to a container. */
  remaining: number;
}

/** Moves the cursor over the markers and the indentation of the open containers that the line continues. Returns their number. */
export function matchContainers(cursor: Cursor, containers: readonly Container[]): number {
  let matched = 0;
  for (const { kind, width, isEmpty } of containers) {
    const { columns, at } = indentation(cursor);
    const isBlank = at === cursor.to;
    if (kind === 'quote') {
      if (columns > 3 || cursor.text.charCodeAt(at) !== GREATER_THAN || isBlank) break;
      skipQuoteMarker(cursor, columns);
    } else if (isBlank) {
      if (isEmpty) break;
    } else {
      if (columns < width) break;
      skipColumns(cursor, width);
    }
    matched++;
  }
  return matched;
}

/** Adds the containers that start on the line. Returns whether there are any. */
export function startContainers(cursor: Cursor, containers: Container[], isParagraphOpen: boolean): boolean {
  const count = containers.length;
  while (containers.length < MAX_DEPTH) {
    const { columns, at } = indentation(cursor);
    if (columns > 3 || at === cursor.to) break;
    const container =
      cursor.text.charCodeAt(at) === GREATER_THAN
        ? quoteAt(cursor, columns)
        : itemAt(cursor, columns, cursor.text.slice(at, cursor.to), isParagraphOpen && containers.length === count);
    if (!container) break;
    const outer = containers.at(-1);
    if (outer) outer.isEmpty = false;
    containers.push(container);
  }
  return containers.length > count;
}

/** A line of three or more asterisks, hyphens or underscores, after its indentation. */
export const DIVIDER = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Nobody nests deeper, and a limit keeps hostile texts linear. Renderers have one as well. */
const MAX_DEPTH = 100;

function quoteAt(cursor: Cursor, columns: number): Container {
  skipQuoteMarker(cursor, columns);
  return { kind: 'quote', width: 0, isEmpty: false };
}

/** Only a list that starts with 1, and with text, interrupts a paragraph. */
function itemAt(cursor: Cursor, columns: number, rest: string, isParagraphOpen: boolean): Container | undefined {
  const footnote = /^\[\^[^\]\s]+\]:/.exec(rest)?.[0];
  if (footnote !== undefined) {
    skipMarker(cursor, columns, footnote.length);
    skipColumns(cursor, indentation(cursor).columns);
    return { kind: 'item', width: 4, isEmpty: false };
  }
  const marker = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/.exec(rest)?.[0];
  if (marker === undefined || DIVIDER.test(rest)) return undefined;
  if (isParagraphOpen && (/^\d/.test(marker) ? Number.parseInt(marker, 10) !== 1 : false)) return undefined;
  const isEmpty = rest.slice(marker.length).trim() === '';
  if (isParagraphOpen && isEmpty) return undefined;
  skipMarker(cursor, columns, marker.length);
  const spaces = indentation(cursor).columns;
  const gap = isEmpty || spaces > 4 ? 1 : spaces;
  skipColumns(cursor, gap);
  return { kind: 'item', width: columns + marker.length + gap, isEmpty };
}

function skipQuoteMarker(cursor: Cursor, columns: number): void {
  skipMarker(cursor, columns, 1);
  skipColumns(cursor, 1);
}

function skipMarker(cursor: Cursor, columns: number, chars: number): void {
  skipColumns(cursor, columns);
  cursor.at += chars;
  cursor.column += chars;
}

/** Moves the cursor over at most so many columns of whitespace. */
function skipColumns(cursor: Cursor, columns: number): void {
  for (let left = columns; left > 0; ) {
    if (cursor.remaining === 0) {
      const code = cursor.at < cursor.to ? cursor.text.charCodeAt(cursor.at) : 0;
      if (code !== SPACE && code !== TAB) return;
      cursor.remaining = code === TAB ? 4 - (cursor.column % 4) : 1;
      cursor.at++;
    }
    const skipped = Math.min(left, cursor.remaining);
    cursor.remaining -= skipped;
    cursor.column += skipped;
    left -= skipped;
  }
}

/** The columns of whitespace at the cursor, and the offset after it. */
export function indentation({ text, to, at, column, remaining }: Cursor): {
  readonly columns: number;
  readonly at: number;
} {
  let end = column + remaining;
  let next = at;
  for (; next < to; next++) {
    const code = text.charCodeAt(next);
    if (code === TAB) end += 4 - (end % 4);
    else if (code === SPACE) end++;
    else break;
  }
  return { columns: end - column, at: next };
}
