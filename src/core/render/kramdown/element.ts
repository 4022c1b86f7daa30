import type { AttributeList, Attributes } from './attributes.ts';

/** What an element is. Those from `text` on are inline. */
type ElementType =
  | 'root'
  | 'blank'
  | 'endOfBlock'
  | 'paragraph'
  | 'looseText'
  | 'heading'
  | 'blockquote'
  | 'codeBlock'
  | 'horizontalRule'
  | 'bulletList'
  | 'orderedList'
  | 'listItem'
  | 'definitionList'
  | 'definitionTerm'
  | 'definition'
  | 'table'
  | 'tableHead'
  | 'tableBody'
  | 'tableFoot'
  | 'tableRow'
  | 'tableCell'
  | 'text'
  | 'emphasis'
  | 'strong'
  | 'link'
  | 'image'
  | 'codeSpan'
  | 'lineBreak'
  | 'character'
  | 'footnoteReference'
  | 'abbreviation'
  // Block-level or inline:
  | 'html'
  | 'htmlComment'
  | 'rawHtml'
  | 'comment'
  | 'math';

/** What the content of an HTML element is read as. */
export type ContentModel = 'block' | 'span' | 'raw';

/** A node of the tree that a text is read into. It is filled while blocks are read, and again while their text is. */
export interface Element {
  readonly type: ElementType;
  /** The text, code or markup of a leaf; the name of an HTML element; the label of a footnote; what ended a block. */
  text: string;
  /** The Markdown that is yet to be read into `children`. */
  source: string | undefined;
  children: Element[];
  attributes: Attributes | undefined;
  /** The attribute lists that were written at the element. They become `attributes` when all definitions are known. */
  attributeList: AttributeList | undefined;
  /** The lines of a top-level block or of a list item: the first one, and the one after the last; -1 where they are not known. */
  line: number;
  endLine: number;
  /** The level of a heading; the number of a footnote; 1 for a cell in the head of a table. */
  level: number;
  /** Whether the paragraph is written without its tags, as in a tight list. */
  isTransparent: boolean;
  isInline: boolean;
  /** Whether an HTML element was written without content, as in `<br />`. */
  isClosed: boolean;
  contentModel: ContentModel | undefined;
}

export function createElement(type: ElementType, text = '', isInline = false): Element {
  return {
    type,
    text,
    source: undefined,
    children: [],
    attributes: undefined,
    attributeList: undefined,
    line: -1,
    endLine: -1,
    level: 0,
    isTransparent: false,
    isInline,
    isClosed: false,
    contentModel: undefined,
  };
}

/** An element with Markdown that is yet to be read. */
export function createElementOf(type: ElementType, source: string): Element {
  const element = createElement(type);
  element.source = source;
  return element;
}

/** Adds text to an element, and joins it with text before it. */
export function addText(parent: Element, text: string): void {
  if (text === '') return;
  const last = parent.children.at(-1);
  if (last?.type === 'text') last.text += text;
  else parent.children.push(createElement('text', text, true));
}

/** Whether the content of the element is copied as it is. */
export function isRawHtml(element: Element): boolean {
  return element.type === 'html' && element.contentModel === 'raw';
}
