import { LOWER_A, LOWER_Z } from '../../../text/charCodes.ts';
import type { KramdownDocument } from '../document.ts';
import { createElementOf, type Element } from '../element.ts';
import { lineAt, type Scanner, trimEnd, trimStart } from '../scanner.ts';
import { abbreviationDefinition } from './abbreviationDefinition.ts';
import { blankLines } from './blankLines.ts';
import { blockExtension } from './blockExtensions.ts';
import { blockMath } from './blockMath.ts';
import { blockquote } from './blockquote.ts';
import { type BlockRule, type BlockState, MAX_DEPTH } from './blockState.ts';
import { definitionList } from './definitionList.ts';
import { endOfBlock } from './endOfBlock.ts';
import { fencedCode } from './fencedCode.ts';
import { footnoteDefinition } from './footnoteDefinition.ts';
import { atxHeading, setextHeading } from './headings.ts';
import { horizontalRule } from './horizontalRule.ts';
import { htmlBlock } from './htmlBlock.ts';
import { indentedCode } from './indentedCode.ts';
import { linkDefinition } from './linkDefinition.ts';
import { list } from './list.ts';
import { readLooseText } from './looseText.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';

/** The first rule that applies reads a block. */
const RULES: readonly BlockRule[] = [
  blankLines,
  indentedCode,
  fencedCode,
  blockquote,
  atxHeading,
  horizontalRule,
  list,
  definitionList,
  htmlBlock,
  setextHeading,
  blockMath,
  table,
  footnoteDefinition,
  linkDefinition,
  abbreviationDefinition,
  blockExtension,
  endOfBlock,
  paragraph,
];

/** Those that may apply to a line that starts with a letter. */
const TEXT_RULES: readonly BlockRule[] = [setextHeading, table, paragraph];

/** Rules that make no block and do not change one. */
const INVISIBLE: ReadonlySet<BlockRule> = new Set([
  blankLines,
  footnoteDefinition,
  linkDefinition,
  abbreviationDefinition,
  endOfBlock,
]);

/** Reads the rest of a text into an element, up to the end tag of that. Returns whether the end tag has been read. */
export function parseBlocks(document: KramdownDocument, scanner: Scanner, parent: Element, depth = 0): boolean {
  const state: BlockState = {
    document,
    scanner,
    parent,
    depth,
    pendingAttributeList: undefined,
    isClosed: false,
    parseBlocks: (inner, element) => parseBlocks(document, inner, element, depth + 1),
  };
  if (depth >= MAX_DEPTH) {
    parent.children.push(createElementOf('paragraph', trimEnd(trimStart(scanner.text.slice(scanner.position)))));
    scanner.position = scanner.text.length;
    return false;
  }
  let pendingLine = -1;
  while (scanner.position < scanner.text.length && !state.isClosed) {
    const startLine = depth === 0 ? lineAt(scanner, scanner.position) : -1;
    const rule = readBlock(state, isLetterAt(scanner) ? TEXT_RULES : RULES);
    if (rule === undefined) readLooseText(state);
    if (depth > 0 || (rule !== undefined && INVISIBLE.has(rule))) continue;
    if (rule === blockExtension && state.pendingAttributeList !== undefined) {
      if (pendingLine < 0) pendingLine = startLine;
      continue;
    }
    recordLines(state, pendingLine < 0 ? startLine : pendingLine);
    pendingLine = -1;
  }
  return state.isClosed;
}

/** Reads a block with the first rule that applies, and returns the rule. */
function readBlock(state: BlockState, rules: readonly BlockRule[]): BlockRule | undefined {
  for (const rule of rules) if (rule(state)) return rule;
  return undefined;
}

/** Gives the block that has been read, or gone on with, its lines. */
function recordLines({ scanner, parent }: BlockState, startLine: number): void {
  const block = parent.children.findLast(
    ({ type, text }) => type !== 'blank' && !(type === 'endOfBlock' && text === 'list'),
  );
  if (block === undefined || block.type === 'endOfBlock') return;
  if (block.line < 0) block.line = startLine;
  const line = lineAt(scanner, scanner.position);
  block.endLine = scanner.text[scanner.position - 1] === '\n' ? line : line + 1;
}

function isLetterAt({ text, position }: Scanner): boolean {
  const code = text.charCodeAt(position) | 0x20;
  return code >= LOWER_A && code <= LOWER_Z;
}
