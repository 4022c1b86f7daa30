import { matchLengthAt } from '../../commonmark/characterClasses.ts';
import { createElementOf } from '../element.ts';
import { nextLineAt, skipIndent, trimEnd } from '../scanner.ts';
import { type BlockRule, type BlockState, isAfterBoundary, pushBlock } from './blockState.ts';

/** `## Heading ##`. GitHub's dialect needs the space, and no blank line before it unless the quirk `paragraph_end` is off. */
export const atxHeading: BlockRule = (state) => {
  const { scanner, document } = state;
  const { text, position } = scanner;
  if (text[position] !== '#') return false;
  const { input, gfmQuirks } = document.options;
  const isQuirk = input === 'GFM' && gfmQuirks.includes('paragraph_end');
  if (!isQuirk && !isAfterBoundary(state)) return false;
  const markerLength = matchLengthAt(input === 'GFM' ? GFM_MARKER : MARKER, text, position);
  if (markerLength === 0) return false;
  // In kramdown's dialect a line with marks alone is the start of a heading that the next line ends.
  const isMarksAlone = input !== 'GFM' && text[position + markerLength] === '\n';
  const end = nextLineAt(text, position + markerLength + (isMarksAlone ? 1 : 0));
  const { content, id } = readContent(text.slice(position + markerLength, end));
  const title = withoutClosingMarks(content, isQuirk);
  if (title === '') return false;
  const level = Math.min(6, trimEnd(text.slice(position, position + markerLength)).length);
  pushHeading(state, level, title, id);
  scanner.position = end;
  return true;
};

/** Whether a line starts like a heading of GitHub's dialect. */
export function isGfmHeadingAt(text: string, offset: number): boolean {
  return text[offset] === '#' && matchLengthAt(GFM_MARKER, text, offset) > 0;
}

/** A line of text above a line of `=` or `-`. */
export const setextHeading: BlockRule = (state) => {
  const { scanner } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  const underline = nextLineAt(text, position);
  const mark = text[underline];
  if ((mark !== '=' && mark !== '-') || !isAfterBoundary(state)) return false;
  const length = matchLengthAt(UNDERLINE, text, underline);
  if (length === 0 || text[start] === ' ' || text[start] === '\t') return false;
  const { content, id } = readContent(text.slice(start, underline));
  if (content === '') return false;
  pushHeading(state, mark === '-' ? 2 : 1, content, id);
  scanner.position = underline + length;
  return true;
};

function pushHeading(state: BlockState, level: number, title: string, id: string | undefined): void {
  const element = createElementOf('heading', title);
  element.text = title;
  element.level = level;
  if (id !== undefined) element.attributes = new Map([['id', id]]);
  pushBlock(state, element);
}

/** Splits `text {#id}`. */
function readContent(line: string): { readonly content: string; readonly id: string | undefined } {
  const content = trimEnd(line);
  if (!content.endsWith('}')) return { content, id: undefined };
  const start = content.lastIndexOf('{#');
  const id = start > 0 ? HEADING_ID.exec(content.slice(start - 1))?.[1] : undefined;
  return id === undefined ? { content, id } : { content: trimEnd(content.slice(0, start - 1)), id };
}

/** Removes the `#` at the end. In GitHub's dialect white space must be before them; in kramdown's, no backslash. */
function withoutClosingMarks(content: string, isGfm: boolean): string {
  let start = content.length;
  while (start > 0 && content[start - 1] === '#') start--;
  if (start === content.length) return content;
  if (isGfm)
    return content[start - 1] === ' ' || content[start - 1] === '\t' ? trimEnd(content.slice(0, start)) : content;
  return trimEnd(content.slice(0, content[start - 1] === '\\' ? start + 1 : start));
}

const MARKER = /#{1,6}[\t ]*(?=[^ \t])/y;
const GFM_MARKER = /#{1,6}[\t ]+/y;
const UNDERLINE = /[-=]+[ \t\r\f\v]*\n/y;

const NAME_START_CHARACTER = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const HEADING_ID = new RegExp(
  String.raw`^[\t ]\{#([${NAME_START_CHARACTER}][${NAME_START_CHARACTER}\-.0-9\u00B7\u0300-\u036F\u203F-\u2040]*)\}$`,
  'u',
);
