import { addText, createElement, type Element, isRawHtml } from '../element.ts';
import { find, findWith, type Scanner, skipIndent } from '../scanner.ts';
import {
  commentEndAt,
  contentModelFrom,
  contentModelOf,
  endTagAt,
  findEndTag,
  isSpanTag,
  isVoidTag,
  type StartTag,
  startTagAt,
} from '../tags.ts';
import { type BlockRule, type BlockState, MAX_DEPTH, takeAttributeList } from './blockState.ts';

/** A comment, an element, or the end tag of the element that is being read. */
export const htmlBlock: BlockRule = (state) => {
  const { scanner, parent } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  if (text[start] !== '<') return false;
  const commentEnd = commentEndAt(scanner, position);
  if (commentEnd >= 0) {
    parent.children.push(createElement('htmlComment', text.slice(position, commentEnd)));
    scanner.position = commentEnd;
    skipBlankRest(scanner);
    return true;
  }
  const startTag = startTagAt(text, start);
  if (startTag !== undefined && !isSpanTag(startTag.name)) {
    scanner.position = startTag.end;
    readElement(state, startTag, parent, 0);
    return true;
  }
  const endTag = endTagAt(text, start);
  if (endTag === undefined || parent.type !== 'html' || parent.text !== endTag.name.toLowerCase()) return false;
  if (isSpanTag(endTag.name)) return false;
  scanner.position = endTag.end;
  state.isClosed = true;
  return true;
};

/** Reads an element whose start tag has been read. */
function readElement(
  state: BlockState,
  { name, attributes, isClosed }: StartTag,
  parent: Element,
  depth: number,
): void {
  const { scanner, document } = state;
  const element = createElement('html', name);
  element.isClosed = isClosed || isVoidTag(name);
  parent.children.push(element);
  const isRaw = name === 'script' || name === 'style';
  if (isRaw) readRawContent(scanner, element);
  takeAttributeList(state, element);
  const attribute = attributes.get('markdown');
  attributes.delete('markdown');
  element.attributes = attributes;
  const ownModel = document.options.parseBlockHtml && !isRawHtml(parent) ? contentModelOf(name) : 'raw';
  element.contentModel = contentModelFrom(attribute, name) ?? ownModel;
  if (isRaw) element.isClosed = false;
  if (element.contentModel === 'block') skipBlankRest(scanner);
  if (element.isClosed || isRaw) return;
  if (element.contentModel === 'block') {
    state.parseBlocks(scanner, element);
  } else if (element.contentModel === 'span') {
    const { text, position } = scanner;
    const close = findEndTag(scanner, name, position);
    element.source = text.slice(position, close < 0 ? text.length : close);
    scanner.position = close < 0 ? text.length : (endTagAt(text, close)?.end ?? text.length);
  } else {
    readRawHtml(state, element, depth + 1);
  }
  if (!isRawHtml(parent)) skipBlankRest(scanner);
}

/** Reads the content of a script or a style sheet. */
function readRawContent(scanner: Scanner, element: Element): void {
  const { text, position } = scanner;
  const close = findEndTag(scanner, element.text, position);
  element.children.push(createElement('rawHtml', text.slice(position, close < 0 ? text.length : close), true));
  scanner.position = close < 0 ? text.length : (endTagAt(text, close)?.end ?? text.length);
}

/** Reads HTML up to the end tag of an element. Only elements with `markdown="1"` in it have Markdown. */
function readRawHtml(state: BlockState, parent: Element, depth: number): void {
  const { scanner } = state;
  const { text } = scanner;
  while (scanner.position < text.length) {
    const { position } = scanner;
    const start = find(scanner, '<', position);
    addText(parent, text.slice(position, start < 0 ? text.length : start));
    scanner.position = start < 0 ? text.length : start;
    if (start < 0) return;
    const commentEnd = commentEndAt(scanner, start);
    const instructionEnd = endOf(scanner, start, '<?', '?>');
    const cdataEnd = endOf(scanner, start, '<![CDATA[', ']]>');
    const startTag = depth + state.depth < MAX_DEPTH ? startTagAt(text, start) : undefined;
    const endTag = endTagAt(text, start);
    if (commentEnd >= 0 || instructionEnd >= 0) {
      scanner.position = Math.max(commentEnd, instructionEnd);
      parent.children.push(createElement('htmlComment', text.slice(start, scanner.position)));
    } else if (cdataEnd >= 0) {
      addText(parent, text.slice(start + '<![CDATA['.length, cdataEnd - ']]>'.length));
      scanner.position = cdataEnd;
    } else if (startTag !== undefined) {
      scanner.position = startTag.end;
      readElement(state, startTag, parent, depth);
    } else if (endTag !== undefined) {
      scanner.position = endTag.end;
      if (endTag.name === parent.text) return;
      addText(parent, text.slice(start, endTag.end));
    } else {
      addText(parent, '<');
      scanner.position++;
    }
  }
}

function endOf(scanner: Scanner, from: number, open: string, close: string): number {
  if (!scanner.text.startsWith(open, from)) return -1;
  const at = findWith(scanner, close, from + open.length, () => scanner.text.indexOf(close, from + open.length));
  return at < 0 ? -1 : at + close.length;
}

/** Moves to the next line if the rest of this one is blank. */
function skipBlankRest(scanner: Scanner): void {
  const { text } = scanner;
  let at = scanner.position;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (text[at] === '\n') scanner.position = at + 1;
}
