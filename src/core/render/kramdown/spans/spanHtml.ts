import { addText, createElement, type Element, isRawHtml } from '../element.ts';
import { escapeAll } from '../html/escape.ts';
import { find } from '../scanner.ts';
import {
  commentEndAt,
  contentModelFrom,
  contentModelOf,
  endTagAt,
  isBlockTag,
  isVoidTag,
  startTagAt,
} from '../tags.ts';
import { ALL_SPANS, canNest, type SpanKinds, type SpanState } from './spanState.ts';

/** A comment or an inline element. Tags of blocks, and end tags without a start tag, are text. */
export function readSpanHtml(state: SpanState): boolean {
  const { scanner, parent } = state;
  const { text, position } = scanner;
  const commentEnd = commentEndAt(scanner, position);
  if (commentEnd >= 0) {
    parent.children.push(createElement('htmlComment', text.slice(position, commentEnd), true));
    scanner.position = commentEnd;
    return true;
  }
  const cdataEnd = text.startsWith(CDATA, position) ? find(scanner, ']]>', position + CDATA.length) : -1;
  const shownTag = endTagAt(text, position) ?? blockTagAt(text, position);
  if (cdataEnd >= 0) {
    addText(parent, escapeAll(text.slice(position + CDATA.length, cdataEnd)));
    scanner.position = cdataEnd + ']]>'.length;
  } else if (shownTag !== undefined) {
    addText(parent, text.slice(position, shownTag.end));
    scanner.position = shownTag.end;
  } else if (!canNest(state) || !readElement(state)) {
    addText(parent, '<');
    scanner.position++;
  }
  return true;
}

function blockTagAt(text: string, offset: number) {
  const tag = startTagAt(text, offset);
  return tag !== undefined && isBlockTag(tag.name) ? tag : undefined;
}

function readElement(state: SpanState): boolean {
  const { scanner, parent, kinds } = state;
  const { text } = scanner;
  const tag = startTagAt(text, scanner.position);
  if (tag === undefined) return false;
  const { name, attributes } = tag;
  scanner.position = tag.end;
  const element = createElement('html', name, true);
  const attribute = attributes.get('markdown');
  attributes.delete('markdown');
  for (const [key, value] of attributes) attributes.set(key, value.replace(/\n+/g, ' '));
  element.attributes = attributes;
  element.isClosed = tag.isClosed;
  element.contentModel = isMarkdown(state, name, attribute) ? 'span' : 'raw';
  parent.children.push(element);
  if (tag.isClosed || isVoidTag(name)) return true;
  state.kinds = element.contentModel === 'span' ? ALL_SPANS : ONLY_HTML;
  readContent(state, element);
  state.kinds = kinds;
  return true;
}

/** Reads up to the end tag, or to the end of the text. */
function readContent(state: SpanState, element: Element): void {
  const { scanner } = state;
  const { text } = scanner;
  const isFound = state.parseSpans(state, element, {
    kind: 'tag',
    matches: (at) => endTagAt(text, at)?.name === element.text,
    accepts: () => true,
  });
  if (isFound) {
    scanner.position = endTagAt(text, scanner.position)?.end ?? text.length;
  } else {
    addText(element, text.slice(scanner.position));
    scanner.position = text.length;
  }
}

/** Whether the content of an element is read as Markdown. */
function isMarkdown({ parent, document }: SpanState, name: string, attribute: string | undefined): boolean {
  const model = contentModelOf(name);
  if (attribute === 'span') return true;
  if (attribute === '0' || attribute === '1') return contentModelFrom(attribute, name) !== 'raw';
  return model !== 'raw' && !isRawHtml(parent) && document.options.parseSpanHtml;
}

const CDATA = '<![CDATA[';
const ONLY_HTML: SpanKinds = { code: false, html: true, others: false };
