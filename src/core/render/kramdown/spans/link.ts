import { isAsciiWhitespace } from '../../commonmark/characterClasses.ts';
import { applyAttributeList, emptyAttributeList, mergeAttributeList } from '../attributes.ts';
import { type LinkDefinition, normalizeLinkLabel } from '../document.ts';
import { addText, createElement, type Element } from '../element.ts';
import { find, skipWhitespace, trim } from '../scanner.ts';
import { withoutEscapes } from './escape.ts';
import { canNest, type SpanState, type Stop } from './spanState.ts';

type Target = Pick<LinkDefinition, 'url' | 'title' | 'element'>;

/** `[text](url "title")`, `[text][label]`, `[label]`, and images: the same after a `!`. */
export function readLink(state: SpanState): boolean {
  const { scanner, parent } = state;
  const { text, position } = scanner;
  const isImage = text[position] === '!';
  const bracket = isImage ? position + 1 : position;
  if (text[bracket] !== '[' || bracket + 1 >= text.length || text[bracket + 1] === '^') return false;
  const contentStart = bracket + 1;
  const element = createElement(isImage ? 'image' : 'link', '', true);
  scanner.position = contentStart;
  const mayOpen = (isImage || state.openLinks === 0) && canNest(state) && find(scanner, ']', contentStart) >= 0;
  if (mayOpen && state.parseSpans(state, element, closingBracket(text, element))) {
    const content = text.slice(contentStart, scanner.position);
    scanner.position++;
    const target = readTarget(state, withoutEscapes(content));
    if (target !== undefined) {
      finishLink(state, element, target, withoutEscapes(content));
      return true;
    }
    state.fuel -= Math.max(scanner.position, contentStart) - position;
  } else if (mayOpen) {
    state.fuel -= text.length - position;
  }
  scanner.position = contentStart;
  addText(parent, text.slice(position, contentStart));
  return true;
}

/** The bracket that balances those before it. Those of images inside do not count. */
function closingBracket(text: string, element: Element): Stop {
  let depth = 1;
  let counted = 0;
  return {
    kind: 'bracket',
    matches: (at) => text[at] === ']' || text[at] === '[' || (text[at] === '!' && text[at + 1] === '['),
    accepts: (at) => {
      depth += text[at] === ']' ? -1 : 1;
      for (; counted < element.children.length; counted++) {
        if (element.children[counted]?.type === 'image') depth--;
      }
      return depth === 0;
    },
  };
}

/** Reads what follows the brackets; undefined if that is no target. */
function readTarget(state: SpanState, content: string): Target | undefined {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const labelStart = skipWhitespace(text, position);
  const labelEnd = text[labelStart] === '[' ? find(scanner, ']', labelStart + 1) : -1;
  if (labelEnd >= 0) scanner.position = labelEnd + 1;
  else if (text[position] === '(') return readInlineTarget(state);
  const label = (labelEnd < 0 ? '' : text.slice(labelStart + 1, labelEnd)) || content;
  return document.linkDefinitions.get(normalizeLinkLabel(label));
}

/** Reads `(url "title")` or `(<url> "title")`. */
function readInlineTarget(state: SpanState): Target | undefined {
  const { scanner } = state;
  const { text, position } = scanner;
  const bracketedEnd = text[position + 1] === '<' ? endOfBracketed(state, position + 2) : -1;
  let url: string;
  if (bracketedEnd >= 0) {
    url = text.slice(position + 2, bracketedEnd);
    scanner.position = bracketedEnd + 1;
    if (text[scanner.position] === ')') {
      scanner.position++;
      return { url, title: undefined, element: undefined };
    }
  } else {
    const { end, isClosed } = endOfBare(text, position);
    url = trim(text.slice(position + 1, end - 1));
    scanner.position = end;
    if (isClosed) return { url, title: undefined, element: undefined };
  }
  const title = readTitle(state);
  return title === undefined ? undefined : { url, title, element: undefined };
}

function endOfBracketed({ scanner }: SpanState, from: number): number {
  const end = find(scanner, '>', from);
  const lineFeed = find(scanner, '\n', from);
  return lineFeed >= 0 && lineFeed < end ? -1 : end;
}

/** The offset after a URL in balanced parentheses, or after the white space before a title; of the last parenthesis otherwise. */
function endOfBare(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
  let depth = 0;
  let end = from;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (!isAsciiWhitespace(text.charCodeAt(at)) || (text[at + 1] !== '"' && text[at + 1] !== "'")) continue;
    end = at + 1;
    if (depth === 0) return { end, isClosed: true };
    if (character !== '(' && character !== ')') return { end, isClosed: false };
  }
  return { end, isClosed: false };
}

/** Reads a title in quotes and the parenthesis after it. */
function readTitle({ scanner }: SpanState): string | undefined {
  const { text } = scanner;
  const start = skipWhitespace(text, scanner.position);
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return undefined;
  for (let close = text.indexOf(quote, start + 2); close >= 0; close = text.indexOf(quote, close + 1)) {
    const end = skipWhitespace(text, close + 1);
    if (text[end] !== ')') continue;
    scanner.position = end + 1;
    return text.slice(start + 1, close);
  }
  // The rest of the text has been read in vain.
  scanner.position = text.length;
  return undefined;
}

function finishLink(state: SpanState, element: Element, target: Target, altText: string): void {
  const attributes = new Map<string, string>();
  const list = target.element?.attributeList;
  if (list !== undefined) {
    element.attributeList = emptyAttributeList();
    mergeAttributeList(element.attributeList, list);
    applyAttributeList(attributes, list, state.document.attributeLists);
  }
  if (element.type === 'image') {
    attributes.set('src', target.url);
    attributes.set('alt', altText);
    element.children = [];
  } else {
    attributes.set('href', target.url);
  }
  if (target.title !== undefined) attributes.set('title', target.title);
  element.attributes = attributes;
  state.parent.children.push(element);
}
