import type { StateBlock } from 'markdown-it';
import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { readTaskMarker } from './taskList.ts';

type BlockRule = (state: StateBlock, startLine: number, endLine: number) => boolean;

/**
 * markdown-it's paragraph rule with cmark's treatment of leading white space: it is removed from each line, except from lazy
 * continuation lines, which continue a list item or a quotation without its indentation or `>`.
 */
export function createParagraphRule(options: CommonMarkOptions): BlockRule {
  return (state, startLine, endLine) => readParagraph(state, startLine, endLine, options);
}

function readParagraph(state: StateBlock, startLine: number, endLine: number, options: CommonMarkOptions): boolean {
  const { blkIndent, parentType } = state;
  const interrupters = state.md.block.ruler.getRules('paragraph');
  state.parentType = 'paragraph';
  let nextLine = startLine + 1;
  for (; nextLine < endLine && !state.isEmpty(nextLine); nextLine++) {
    const indent = state.sCount[nextLine] ?? 0;
    const isLazy = indent < blkIndent;
    if (isLazy && cannotBeLazy(state, nextLine, options)) break;
    if (indent - (isLazy ? containerIndent(state) : blkIndent) > 3 || indent < 0) continue;
    if (interrupters.some((rule) => rule(state, nextLine, endLine, true))) break;
  }
  state.parentType = parentType;
  state.line = nextLine;

  const item = state.tokens.at(-1);
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [startLine, nextLine];
  const inline = state.push('inline', '', 0);
  inline.content = state.md.utils.asciiTrim(linesOf(state, startLine, nextLine));
  inline.map = [startLine, nextLine];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  if (options.tasklist && item?.type === 'list_item_open') readTaskMarker(item, inline);
  return true;
}

/** The column at which the content of the container around the list starts. */
function containerIndent({ listIndent }: StateBlock): number {
  return Math.max(listIndent, 0);
}

/** Whether the line is a footnote definition or a single HTML tag. These end a list or a quotation, but not other paragraphs. */
function cannotBeLazy(state: StateBlock, line: number, { footnotes }: CommonMarkOptions): boolean {
  const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
  return (footnotes && FOOTNOTE_DEFINITION.test(text)) || LONE_TAG.test(text);
}

function linesOf(state: StateBlock, from: number, to: number): string {
  let text = '';
  for (let line = from; line < to; line++) {
    const isLazy = (state.sCount[line] ?? 0) < state.blkIndent;
    if (line > from) text += '\n';
    text += isLazy
      ? state.getLines(line, line + 1, containerIndent(state), false)
      : state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  }
  return text;
}

const FOOTNOTE_DEFINITION = /^ {0,3}\[\^[^\]\s]+\]:/;
const LONE_TAG =
  /^ {0,3}<(?:[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][\w-]*\s*)>\s*$/;
