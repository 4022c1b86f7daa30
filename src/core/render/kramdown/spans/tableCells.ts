import type { KramdownDocument } from '../document.ts';
import { createElement, type Element } from '../element.ts';
import { trim } from '../scanner.ts';
import { parseSpans } from './parseSpans.ts';
import { createSpanState, type SpanKinds } from './spanState.ts';

/** Splits a line of a table at the pipes that are neither escaped nor in code. */
export function splitRow(document: KramdownDocument, line: string, hasLeadingPipe: boolean): string[] {
  const cells: string[] = [];
  const addToLast = (text: string): void => {
    if (cells.length === 0) cells.push(text);
    else cells[cells.length - 1] += text;
  };
  for (const [index, part] of line.split(CODE_ELEMENT).entries()) {
    if (index % 2 === 1) {
      addToLast(part);
      continue;
    }
    for (const { type, text } of spansOf(document, part, ONLY_CODE)) {
      if (type === 'codeSpan') {
        addToLast(codeMarkup(text));
      } else {
        const [first = '', ...others] = splitAtPipes(text);
        addToLast(first);
        for (const other of others) cells.push(other);
      }
    }
  }
  if (hasLeadingPipe && trim(cells[0] ?? '') === '') cells.shift();
  if (trim(cells.at(-1) ?? '') === '') cells.pop();
  return cells;
}

/** Whether each line of a table has a pipe that is not in code or in HTML. */
export function hasPipeInEachLine(document: KramdownDocument, source: string): boolean {
  let hasPipe = false;
  for (const { type, text } of spansOf(document, source, CODE_AND_HTML)) {
    const lines = linesOf(text);
    if (type === 'codeSpan') {
      if (lines.length > 2 || (lines.length === 2 && !hasPipe)) return false;
      if (lines.length === 2) hasPipe = false;
    } else {
      const startsNewLine = lines.length > 1;
      if (startsNewLine && !hasPipe && !PIPE.test(lines[0] ?? '')) return false;
      hasPipe = (!startsNewLine && hasPipe) || PIPE.test(lines.at(-1) ?? '');
    }
  }
  return hasPipe;
}

function spansOf(document: KramdownDocument, text: string, kinds: SpanKinds): readonly Element[] {
  const root = createElement('root');
  parseSpans(createSpanState(document, text, root, parseSpans, kinds), root);
  return root.children;
}

/** A code span with as many backticks as it needs. */
function codeMarkup(code: string): string {
  const longest = code.match(/`+/g)?.reduce((a, b) => (a.length < b.length ? b : a)) ?? '';
  const delimiter = `${longest}\``;
  const space = delimiter.length > 1 ? ' ' : '';
  return delimiter + space + code + space + delimiter;
}

function splitAtPipes(text: string): string[] {
  return text.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
}

/** The lines of a text, without empty ones at the end. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

const ONLY_CODE: SpanKinds = { code: true, html: false, others: false };
const CODE_AND_HTML: SpanKinds = { code: true, html: true, others: false };
const CODE_ELEMENT = /(<code.*?>.*?<\/code>)/;
const PIPE = /^\||[^\\\n]\|/;
