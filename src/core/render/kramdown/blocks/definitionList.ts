import { createElement, createElementOf, type Element } from '../element.ts';
import { createScanner, nextLineAt } from '../scanner.ts';
import { addAttributeList, type BlockRule, type BlockState, pushBlock, takeAttributeList } from './blockState.ts';
import { type ItemSource, isItemLine, itemAttributesAt, readFirstLine, withoutIndent } from './itemSource.ts';
import { DEFINITION_MARKER, endOfBlankLines, endOfBlockMarkerAt, endOfMarkerAt, isBlankLine } from './lines.ts';

/** Lines that start with `:`. They define the terms in the paragraph above them, one in each line. */
export const definitionList: BlockRule = (state) => {
  const { scanner, parent } = state;
  const { children } = parent;
  if (endOfMarkerAt(scanner.text, scanner.position, DEFINITION_MARKER) < 0) return false;
  const isAfterBlank = children.at(-1)?.type === 'blank';
  const terms = children.at(isAfterBlank ? -2 : -1);
  if (terms?.type !== 'paragraph' || (isAfterBlank && children.at(-1)?.text !== '\n')) return false;
  children.length -= isAfterBlank ? 2 : 1;
  const element = createElement('definitionList');
  takeAttributeList(state, element);
  element.attributeList = terms.attributeList;
  element.line = terms.line;
  element.children = termsOf(terms.source ?? '');
  const blank = readDefinitions(state, element, isAfterBlank);
  pushList(state, element);
  if (blank !== undefined) children.push(blank);
  return true;
};

function termsOf(source: string): Element[] {
  return source.split('\n').map((line) => {
    const attributes = itemAttributesAt(line);
    const term = createElementOf('definitionTerm', attributes === undefined ? line : line.slice(attributes.end));
    term.text = term.source ?? '';
    if (attributes !== undefined) addAttributeList(term, attributes.content);
    return term;
  });
}

/** Adds the definitions to the list. Returns the blank line at the end of the last one. */
function readDefinitions(state: BlockState, list: Element, isAfterBlank: boolean): Element | undefined {
  let blank: Element | undefined;
  for (const { item, isLoose } of readSources(state, isAfterBlank)) {
    const definition = createElement('definition');
    if (item.attributes !== undefined) addAttributeList(definition, item.attributes);
    state.parseBlocks(createScanner(item.parts[0] ?? '', item.contentLine), definition);
    list.children.push(definition);
    const { children } = definition;
    if (children.length === 0) continue;
    blank = children.at(-1)?.type === 'blank' ? children.pop() : undefined;
    const [first, second] = children;
    if (first?.type !== 'paragraph' || isLoose) continue;
    if (second !== undefined) first.source += '\n';
    first.isTransparent = true;
  }
  return blank;
}

interface DefinitionSource {
  readonly item: ItemSource;
  /** Whether a blank line is before it, so that its first paragraph has tags. */
  readonly isLoose: boolean;
}

function readSources({ scanner }: BlockState, startsAfterBlank: boolean): DefinitionSource[] {
  const { text } = scanner;
  const sources: DefinitionSource[] = [];
  let isLoose = startsAfterBlank;
  let isAfterBlank = false;
  let item: ItemSource | undefined;
  while (scanner.position < text.length) {
    const { position } = scanner;
    const maxSpaces = item === undefined ? 3 : Math.min(3, item.indent - 1);
    const markerEnd = endOfMarkerAt(text, position, DEFINITION_MARKER, maxSpaces);
    if (markerEnd >= 0) {
      item = readFirstLine(scanner, markerEnd);
      sources.push({ item, isLoose });
      isLoose = false;
      isAfterBlank = false;
    } else if (item === undefined || endOfBlockMarkerAt(text, position) >= 0) {
      break;
    } else if (isItemLine(scanner, item, isAfterBlank)) {
      scanner.position = nextLineAt(text, position);
      item.parts[0] += withoutIndent(text.slice(position, scanner.position), item.indent).line;
      isLoose = false;
      isAfterBlank = false;
    } else if (isBlankLine(text, position)) {
      scanner.position = endOfBlankLines(text, position);
      item.parts[0] += text.slice(position, scanner.position);
      isLoose = true;
      isAfterBlank = true;
    } else {
      break;
    }
  }
  return sources;
}

/** Adds the list, or joins it with the one before it. */
function pushList(state: BlockState, list: Element): void {
  const { children } = state.parent;
  const last = children.at(-1);
  const previous = last?.type === 'blank' ? children.at(-2) : last;
  if (previous?.type !== 'definitionList') {
    pushBlock(state, list);
    return;
  }
  if (last?.type === 'blank') children.pop();
  for (const child of list.children) previous.children.push(child);
}
