import { emptyAttributeList, readAttributeList } from '../attributes.ts';
import { createElement } from '../element.ts';
import { type Extension, extensionAt, runExtension } from '../extensions.ts';
import { closingBrace, endOfBlankRest, findWith, nextLineAt, skipIndent } from '../scanner.ts';
import { addAttributeList, type BlockRule, type BlockState, pushBlock } from './blockState.ts';
import { attributeListAt } from './lines.ts';

/** A line `{:name: .class}`, which defines an attribute list; `{: .class}`, for the block above or below; or `{::comment}`. */
export const blockExtension: BlockRule = (state) => {
  const { text, position } = state.scanner;
  return (
    text.startsWith('{:', skipIndent(text, position)) &&
    (readDefinition(state) || readExtension(state) || readAttributes(state))
  );
};

function readDefinition(state: BlockState): boolean {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  DEFINITION_START.lastIndex = start;
  const match = DEFINITION_START.exec(text);
  if (match === null) return false;
  const [opening, name = ''] = match;
  const contentStart = start + opening.length;
  const brace = closingBrace(scanner, contentStart + 1, (after) => endOfBlankRest(text, after) >= 0);
  if (brace < 0) return false;
  const list = document.attributeLists.get(name) ?? emptyAttributeList();
  readAttributeList(text.slice(contentStart, brace), list);
  document.attributeLists.set(name, list);
  document.isInterdependent = true;
  pushBlock(state, createElement('endOfBlock', 'attributes'));
  scanner.position = endOfBlankRest(text, brace + 1);
  return true;
}

function readExtension(state: BlockState): boolean {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const extension = extensionAt(scanner, skipIndent(text, position), (after) => endOfBlankRest(text, after) >= 0);
  if (extension === undefined) return false;
  const bodyStart = endOfBlankRest(text, extension.end);
  const body = extension.isClosed ? { text: undefined, end: bodyStart } : bodyOf(state, extension, bodyStart);
  if (body === undefined) return false;
  const elements = runExtension(document, extension, body.text);
  if (elements === undefined) return false;
  if (extension.name === 'options') pushBlock(state, createElement('endOfBlock', 'options'));
  state.parent.children.push(...elements);
  scanner.position = body.end;
  return true;
}

function bodyOf({ scanner }: BlockState, { name }: Extension, start: number) {
  const { text } = scanner;
  const at = findWith(scanner, `{:/${name}`, start, () => {
    const pattern = new RegExp(String.raw`(?<![^\n]) {0,3}\{:/(?:${name})?\} *\n`, 'g');
    pattern.lastIndex = start;
    return pattern.exec(text)?.index ?? -1;
  });
  return at < 0 ? undefined : { text: text.slice(start, at).replace(/\n$/, ''), end: nextLineAt(text, at) };
}

function readAttributes(state: BlockState): boolean {
  const { scanner, parent } = state;
  const list = attributeListAt(scanner, scanner.position);
  if (list === undefined) return false;
  scanner.position = list.end;
  const last = parent.children.at(-1);
  if (last !== undefined && last.type !== 'blank' && (last.type !== 'endOfBlock' || HAVE_ATTRIBUTES.has(last.text))) {
    addAttributeList(last, list.content);
    const isFollowed = attributeListAt(scanner, scanner.position) !== undefined;
    if (!isFollowed) pushBlock(state, createElement('endOfBlock', 'list'));
  } else {
    state.pendingAttributeList ??= emptyAttributeList();
    readAttributeList(list.content, state.pendingAttributeList);
  }
  return true;
}

/** Definitions whose attribute lists are for what refers to them. */
const HAVE_ATTRIBUTES: ReadonlySet<string> = new Set(['link', 'abbreviation', 'footnote']);
const DEFINITION_START = /\{:(\w[\w-]*):/y;
