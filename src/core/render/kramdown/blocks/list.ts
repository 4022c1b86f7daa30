import { createElement, type Element } from '../element.ts';
import { createScanner, nextLineAt } from '../scanner.ts';
import { addAttributeList, type BlockRule, type BlockState, pushBlock } from './blockState.ts';
import { isHorizontalRuleAt } from './horizontalRule.ts';
import { type ItemSource, isItemLine, readFirstLine, withoutIndent } from './itemSource.ts';
import {
  BULLET,
  endOfBlankLines,
  endOfBlockMarkerAt,
  endOfMarkerAt,
  isBlankLine,
  isListItemAt,
  NUMBER,
} from './lines.ts';
import { markTaskList } from './taskList.ts';

/** A bullet list or an ordered one. */
export const list: BlockRule = (state) => {
  const { scanner, document, parent } = state;
  const { text, position } = scanner;
  const isBulletList = endOfMarkerAt(text, position, BULLET) >= 0;
  const marker = isBulletList ? BULLET : NUMBER;
  if (!isBulletList && endOfMarkerAt(text, position, NUMBER) < 0) return false;
  const element = createElement(isBulletList ? 'bulletList' : 'orderedList');
  const { items, isEnded } = readItems(state, marker);
  pushBlock(state, element);
  for (const item of items) {
    const listItem = createElement('listItem');
    listItem.line = item.line;
    if (item.attributes !== undefined) addAttributeList(listItem, item.attributes);
    let line = item.contentLine;
    for (const part of item.parts) {
      state.parseBlocks(createScanner(part, line), listItem);
      for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) line++;
    }
    element.children.push(listItem);
  }
  const blank = tighten(element.children, isEnded);
  if (blank !== undefined && !isEnded) parent.children.push(blank);
  if (document.options.input === 'GFM') markTaskList(element);
  return true;
};

function readItems(state: BlockState, marker: RegExp): { readonly items: ItemSource[]; readonly isEnded: boolean } {
  const { scanner } = state;
  const { text } = scanner;
  const items: ItemSource[] = [];
  let item: ItemSource | undefined;
  let maxSpaces = 3;
  let hasNestedList = false;
  let isAfterBlank = false;
  while (scanner.position < text.length) {
    const { position } = scanner;
    if (isAfterBlank && isHorizontalRuleAt(text, position)) break;
    const ended = endOfBlockMarkerAt(text, position);
    if (ended >= 0) {
      scanner.position = ended;
      return { items, isEnded: true };
    }
    const markerEnd = endOfMarkerAt(text, position, marker, maxSpaces);
    if (markerEnd >= 0) {
      item = readFirstLine(scanner, markerEnd);
      items.push(item);
      maxSpaces = Math.min(3, item.indent - 1);
      hasNestedList = isListItemAt(item.parts[0] ?? '', 0);
      isAfterBlank = false;
    } else if (item !== undefined && isItemLine(scanner, item, isAfterBlank)) {
      const { line, isIndented } = withoutIndent(text.slice(position, nextLineAt(text, position)), item.indent);
      const startsList = isListItemAt(line, 0);
      if (!hasNestedList && isIndented && startsList) {
        item.parts.push('');
        hasNestedList = true;
      }
      const isDeeper = hasNestedList && !isIndented && startsList;
      addToLastPart(item, isDeeper ? ' '.repeat(item.indent + 4) + line : line);
      scanner.position = nextLineAt(text, position);
      isAfterBlank = false;
    } else if (item !== undefined && isBlankLine(text, position)) {
      scanner.position = endOfBlankLines(text, position);
      addToLastPart(item, text.slice(position, scanner.position));
      hasNestedList = true;
      isAfterBlank = true;
    } else {
      break;
    }
  }
  return { items, isEnded: false };
}

function addToLastPart({ parts }: ItemSource, line: string): void {
  parts[parts.length - 1] += line;
}

/**
 * Decides which paragraphs at the start of items are written without tags: those without a blank line after them. Returns the blank
 * line at the end of the last item.
 */
function tighten(items: readonly Element[], isEnded: boolean): Element | undefined {
  let blank: Element | undefined;
  for (const [index, { children }] of items.entries()) {
    const [first] = children;
    if (first === undefined) continue;
    if (first.type === 'paragraph' && first.attributeList && children[1]?.type === 'endOfBlock') children.splice(1, 1);
    const isLast = index === items.length - 1;
    const second = children[1];
    if (
      first.type === 'paragraph' &&
      (second?.type !== 'blank' || (isLast && children.length === 2 && !isEnded)) &&
      (!isLast || items.length === 1 || items.slice(0, -1).some((item) => !startsWithLooseParagraph(item)))
    ) {
      if (second !== undefined && second.type !== 'blank') first.source += '\n';
      first.isTransparent = true;
    }
    blank = children.at(-1)?.type === 'blank' ? children.pop() : undefined;
  }
  return blank;
}

function startsWithLooseParagraph({ children }: Element): boolean {
  const [first] = children;
  return first?.type === 'paragraph' && !first.isTransparent;
}
