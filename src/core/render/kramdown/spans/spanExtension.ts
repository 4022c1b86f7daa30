import { applyAttributeList, emptyAttributeList, mergeAttributeList, readAttributeList } from '../attributes.ts';
import { addText } from '../element.ts';
import { type Extension, extensionAt, runExtension } from '../extensions.ts';
import { closingBrace, findWith } from '../scanner.ts';
import type { SpanState } from './spanState.ts';

/** `{::comment}…{:/}` in a line, or `{: .class}` after a span, which gets its attributes. Anything else is text. */
export function readSpanExtension(state: SpanState): boolean {
  const { scanner, parent } = state;
  const { text, position } = scanner;
  if (text[position + 1] !== ':') return false;
  const isRead = text[position + 2] === ':' ? readExtension(state) : !isEndAt(text, position) && readAttributes(state);
  if (!isRead) {
    addText(parent, '{');
    scanner.position++;
  }
  return true;
}

function readExtension(state: SpanState): boolean {
  const { scanner, parent, document } = state;
  const extension = extensionAt(scanner, scanner.position, () => true);
  if (extension === undefined) return readAttributes(state);
  const body = extension.isClosed ? { text: undefined, end: extension.end } : bodyOf(state, extension);
  const elements = body && runExtension(document, extension, body.text);
  if (elements === undefined) return false;
  for (const element of elements) {
    element.isInline = true;
    parent.children.push(element);
  }
  scanner.position = body?.end ?? scanner.position;
  return true;
}

function bodyOf({ scanner }: SpanState, { name, end }: Extension) {
  const { text } = scanner;
  const at = findWith(scanner, `{:/${name}`, end, () => {
    const pattern = new RegExp(String.raw`\{:/(?:${name})?\}`, 'g');
    pattern.lastIndex = end;
    return pattern.exec(text)?.index ?? -1;
  });
  return at < 0 ? undefined : { text: text.slice(end, at), end: text.indexOf('}', at) + 1 };
}

function readAttributes({ scanner, parent, document }: SpanState): boolean {
  const { text, position } = scanner;
  const last = parent.children.at(-1);
  if (last === undefined || last.type === 'text') return false;
  const brace = closingBrace(scanner, position + 3, () => true);
  if (brace < 0) return false;
  const list = emptyAttributeList();
  readAttributeList(text.slice(position + 2, brace), list);
  last.attributeList ??= emptyAttributeList();
  mergeAttributeList(last.attributeList, list);
  last.attributes ??= new Map();
  applyAttributeList(last.attributes, list, document.attributeLists);
  scanner.position = brace + 1;
  return true;
}

/** Whether the end of an extension is at an offset. */
function isEndAt(text: string, offset: number): boolean {
  END.lastIndex = offset;
  return END.test(text);
}

const END = /\{:\/(?:\w[\w-]*)?\}/y;
