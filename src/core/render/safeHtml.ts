import { unescapeReferences } from './commonmark/escape.ts';
import { type HtmlElement, type HtmlNode, isVoidElement } from './htmlTree.ts';

/**
 * Parses HTML into a tree that is safe to show. Only elements and attributes on the allow lists below remain, every element is
 * closed, and stray end tags are dropped. `serializeHtml` builds its output from these names and escaped text alone, never from
 * pieces of the source, so the result is safe whatever the source contains.
 */
export function parseSafeHtml(html: string): readonly HtmlNode[] {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const openElements: OpenElement[] = [root];
  const addText = (text: string): void => {
    if (text !== '') (openElements.at(-1) ?? root).children.push(unescapeReferences(text));
  };
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    if (start < 0) {
      addText(html.slice(at));
      break;
    }
    addText(html.slice(at, start));
    if (html.startsWith('<!--', start)) {
      at = indexAfter(html, '-->', start + 4);
      continue;
    }
    TAG.lastIndex = start;
    const match = TAG.exec(html);
    if (match === null) {
      const isDeclaration = html[start + 1] === '!' || html[start + 1] === '?';
      if (!isDeclaration) addText('<');
      at = isDeclaration ? indexAfter(html, '>', start) : start + 1;
      continue;
    }
    const [tag, slash, tagName = '', attributes = ''] = match;
    const name = tagName.toLowerCase();
    at = start + tag.length;
    if (slash !== undefined) closeElement(openElements, name);
    else if (DROPPED_WITH_CONTENT.has(name)) at = endOfDroppedElement(html, name, at);
    else openElement(openElements, name, attributes);
  }
  return root.children;
}

/** Whether a link may lead to the URL. A URL without a scheme leads to the site itself. */
function isSafeUrl(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined || scheme === 'https' || scheme === 'http' || scheme === 'mailto' || scheme === 'tel';
}

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

function openElement(openElements: OpenElement[], name: string, attributes: string): void {
  const parent = openElements.at(-1);
  if (parent === undefined || openElements.length > MAX_DEPTH || !ALLOWED_ELEMENTS.has(name)) return;
  if (TABLE_ELEMENTS.has(name) && !openElements.some((element) => element.name === 'table')) return;
  if (parent.name === 'p' && !INLINE_ELEMENTS.has(name)) {
    openElements.pop();
    openElement(openElements, name, attributes);
    return;
  }
  const element: OpenElement = { name, attributes: allowedAttributes(name, attributes), children: [] };
  parent.children.push(element);
  if (!isVoidElement(name)) openElements.push(element);
}

function closeElement(openElements: OpenElement[], name: string): void {
  const index = openElements.findLastIndex((element) => element.name === name);
  if (index > 0) openElements.length = index;
}

function allowedAttributes(elementName: string, attributes: string): ReadonlyMap<string, string> {
  const allowed = new Map<string, string>();
  for (const [, attributeName = '', doubleQuoted, singleQuoted, unquoted] of attributes.matchAll(ATTRIBUTE)) {
    const name = attributeName.toLowerCase();
    const value = unescapeReferences(doubleQuoted ?? singleQuoted ?? unquoted ?? '');
    if (!allowed.has(name) && isAllowedAttribute(elementName, name, value)) allowed.set(name, value);
  }
  return allowed;
}

function isAllowedAttribute(elementName: string, name: string, value: string): boolean {
  if (name === 'class') return ALLOWED_CLASSES.has(value) || (elementName === 'code' && LANGUAGE_CLASS.test(value));
  if (name === 'align') return (elementName === 'td' || elementName === 'th') && /^(?:left|center|right)$/.test(value);
  if (name === 'href') return elementName === 'a' && isSafeUrl(value);
  if (name === 'src') return elementName === 'img' && (isSafeUrl(value) || SAFE_IMAGE_DATA.test(value));
  return GLOBAL_ATTRIBUTES.has(name) || ELEMENT_ATTRIBUTES[elementName]?.includes(name) === true;
}

/** Reads the scheme as browsers do: they ignore white space and control characters. */
function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(url.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase();
}

function endOfDroppedElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?![\\w-])`, 'gi');
  closing.lastIndex = from;
  return closing.test(html) ? indexAfter(html, '>', closing.lastIndex) : html.length;
}

function indexAfter(html: string, closing: string, from: number): number {
  const index = html.indexOf(closing, from);
  return index < 0 ? html.length : index + closing.length;
}

/** Outside quotes, a tag contains no `<`, so an unclosed tag ends at the next one. */
const TAG = /<(\/)?([a-z][a-z\d-]*)([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*)>/iy;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const SAFE_IMAGE_DATA = /^data:image\/(?:avif|gif|jpeg|png|webp);base64,[A-Za-z\d+/=]*$/;

/** Deeper than real documents, and shallow enough for the call stack. */
const MAX_DEPTH = 200;

const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const TABLE_ELEMENTS: ReadonlySet<string> = new Set('caption col colgroup tbody td tfoot th thead tr'.split(' '));

const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set([
  ...INLINE_ELEMENTS,
  ...TABLE_ELEMENTS,
  ...'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table ul'.split(
    ' ',
  ),
]);

/** Elements whose content is not prose. */
const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set(
  'applet audio canvas embed frameset head iframe math noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  ),
);

/** The classes that our own renderer writes. Others might match our style sheet. */
const ALLOWED_CLASSES: ReadonlySet<string> = new Set([
  'footnotes',
  'footnote-ref',
  'footnote-backref',
  'footnote',
  'reversefootnote',
  'tweet',
  'liquid',
]);

const LANGUAGE_CLASS = /^language-[\w.+#-]+$/;

const GLOBAL_ATTRIBUTES: ReadonlySet<string> = new Set(['dir', 'id', 'lang', 'title']);

const ELEMENT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  details: ['open'],
  img: ['alt', 'height', 'width'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
};
