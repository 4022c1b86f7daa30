import type { KramdownDocument } from '../document.ts';
import { createElement, createElementOf, type Element } from '../element.ts';
import { nextLineAt, skipIndent, trim, trimEnd } from '../scanner.ts';
import { hasPipeInEachLine, splitRow } from '../spans/tableCells.ts';
import { type BlockRule, isAfterBoundary, pushBlock, takeAttributeList } from './blockState.ts';
import { isBeforeBoundary } from './lines.ts';

type Alignment = 'default' | 'left' | 'center' | 'right';

/** Lines with unescaped pipes, with lines of `-` between the head and bodies, and a line of `=` before the foot. */
export const table: BlockRule = (state) => {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  if (text[start] === ' ' || text[start] === '\t' || !isTableLineAt(text, start) || !isAfterBoundary(state))
    return false;
  const element = createElement('table');
  // It is lost if this turns out to be no table, as in kramdown.
  takeAttributeList(state, element);
  const { end, alignments } = readRows(document, text, position, element);
  if (!isBeforeBoundary(scanner, end) || !hasPipeInEachLine(document, text.slice(position, end - 1))) return false;
  if (!element.children.some(({ type }) => type === 'tableBody')) return false;
  fillRows(element);
  alignCells(element, alignments);
  pushBlock(state, element);
  scanner.position = end;
  return true;
};

/** The lines of a table, read into it. */
interface Rows {
  /** The offset after them. */
  readonly end: number;
  readonly alignments: readonly Alignment[];
}

function readRows(document: KramdownDocument, text: string, from: number, table: Element): Rows {
  const hasLeadingPipe = /^[ \t]*\|/.test(text.slice(from, nextLineAt(text, from)));
  let rows: Element[] = [];
  let hasFoot = false;
  let alignments: Alignment[] | undefined;
  const addRows = (type: 'tableHead' | 'tableBody' | 'tableFoot', isForced: boolean): void => {
    if (hasFoot && type === 'tableBody' && !isForced) return;
    const group = createElement(type);
    group.children = rows;
    rows = [];
    table.children.push(group);
  };
  let at = from;
  if (isSeparator(text.slice(at, nextLineAt(text, at)), '-')) at = nextLineAt(text, at);
  while (at < text.length && isTableLineAt(text, at)) {
    const end = nextLineAt(text, at);
    const line = text.slice(at, end);
    if (isSeparator(line, '-')) {
      if (rows.length > 0) {
        if (alignments === undefined && !hasFoot) {
          addRows('tableHead', false);
          alignments = alignmentsIn(line);
        } else {
          addRows('tableBody', false);
        }
      }
    } else if (isSeparator(line, '=')) {
      if (rows.length > 0) addRows('tableBody', true);
      hasFoot = true;
    } else {
      const row = createElement('tableRow');
      row.children = splitRow(document, trimEnd(line), hasLeadingPipe).map((cell) =>
        createElementOf('tableCell', trim(cell)),
      );
      rows.push(row);
    }
    at = end;
  }
  if (rows.length > 0) addRows(hasFoot ? 'tableFoot' : 'tableBody', false);
  return { end: at, alignments: alignments ?? [] };
}

/** Gives all rows as many cells as the longest has. */
function fillRows(table: Element): void {
  const rows = table.children.flatMap((group) => group.children);
  const columns = rows.reduce((count, row) => Math.max(count, row.children.length), 0);
  if (rows.length * columns > MAX_CELLS) return;
  for (const row of rows) {
    while (row.children.length < columns) row.children.push(createElementOf('tableCell', ''));
  }
}

/** Marks the cells of the head, and gives each cell the alignment of its column. */
function alignCells(table: Element, alignments: readonly Alignment[]): void {
  for (const group of table.children) {
    for (const row of group.children) {
      for (const [column, cell] of row.children.entries()) {
        const alignment = alignments[column] ?? 'default';
        if (alignment !== 'default') cell.attributes = new Map([['style', `text-align: ${alignment}`]]);
        if (group.type === 'tableHead') cell.level = 1;
      }
    }
  }
}

/** Whether a line has a pipe that no backslash escapes. */
function isTableLineAt(text: string, offset: number): boolean {
  if (text[offset] === '|') return true;
  const line = text.slice(offset, nextLineAt(text, offset));
  for (let pipe = line.indexOf('|'); pipe >= 0; pipe = line.indexOf('|', pipe + 1)) {
    if (line[pipe - 1] !== '\\') return true;
  }
  return false;
}

/** Whether a line has nothing but the mark, `+`, `|`, `:` and white space. */
function isSeparator(line: string, mark: '-' | '='): boolean {
  return line.includes(mark) && (mark === '-' ? /^[+|: \t-]*\n?$/ : /^[+|: \t=]*\n?$/).test(line);
}

function alignmentsIn(line: string): Alignment[] {
  return Array.from(line.matchAll(/(:?)-+(:?)/g), ([, left, right]) => {
    if (left && right) return 'center';
    if (left) return 'left';
    return right ? 'right' : 'default';
  });
}

/** Rows of larger tables keep their own lengths; this keeps hostile ones linear. */
const MAX_CELLS = 100_000;
