import { unescapeReferences } from './commonmark/escape.ts';
import { type HtmlElement, type HtmlNode, isVoid } from './htmlTree.ts';

/**
 * HTML as a tree that cannot act: only elements and attributes that say something stay, every element that begins also
 * ends, and nothing closes what it has not opened. What `writeHtml` makes of it is safe whatever stood in the source: it
 * is built from these names and from escaped text alone, not cut out of what a writer, or somebody they quote, has typed.
 */
export function readHtml(html: string): readonly HtmlNode[] {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  const add = (text: string): void => {
    if (text !== '') (open.at(-1) ?? root).children.push(unescapeReferences(text));
  };
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    if (start < 0) {
      add(html.slice(at));
      break;
    }
    add(html.slice(at, start));
    if (html.startsWith('<!--', start)) {
      at = endOf(html, '-->', start + 4);
      continue;
    }
    TAG.lastIndex = start;
    const match = TAG.exec(html);
    if (match === null) {
      const isOther = html[start + 1] === '!' || html[start + 1] === '?';
      if (!isOther) add('<');
      at = isOther ? endOf(html, '>', start) : start + 1;
      continue;
    }
    const [written, slash, spelling = '', attributes = ''] = match;
    const name = spelling.toLowerCase();
    at = start + written.length;
    if (slash !== undefined) close(open, name);
    else if (SILENT.has(name)) at = endOfSilent(html, name, at);
    else begin(open, name, attributes);
  }
  return root.children;
}

/** Whether a link may lead there; what has no scheme leads to the site itself. */
function isSafeAddress(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme === undefined || scheme === 'https' || scheme === 'http' || scheme === 'mailto' || scheme === 'tel';
}

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

function begin(open: OpenElement[], name: string, written: string): void {
  const parent = open.at(-1);
  if (parent === undefined || open.length > DEPTH_LIMIT || !ELEMENTS.has(name)) return;
  if (TABLE_PARTS.has(name) && !open.some((element) => element.name === 'table')) return;
  if (parent.name === 'p' && !PHRASES.has(name)) {
    open.pop();
    begin(open, name, written);
    return;
  }
  const element: OpenElement = { name, attributes: attributesOf(name, written), children: [] };
  parent.children.push(element);
  if (!isVoid(name)) open.push(element);
}

function close(open: OpenElement[], name: string): void {
  const index = open.findLastIndex((element) => element.name === name);
  if (index > 0) open.length = index;
}

function attributesOf(element: string, written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, spelling = '', double, single, bare] of written.matchAll(ATTRIBUTE)) {
    const name = spelling.toLowerCase();
    const value = unescapeReferences(double ?? single ?? bare ?? '');
    if (!attributes.has(name) && isHarmless(element, name, value)) attributes.set(name, value);
  }
  return attributes;
}

function isHarmless(element: string, name: string, value: string): boolean {
  if (name === 'class') return CLASSES.has(value);
  if (name === 'href') return element === 'a' && isSafeAddress(value);
  if (name === 'src') return element === 'img' && (isSafeAddress(value) || PICTURE.test(value));
  return ANYWHERE.has(name) || ATTRIBUTES[element]?.includes(name) === true;
}

/** As a browser finds it: white space and control characters before it, and line breaks in it, do not count. */
function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(address.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase();
}

function endOfSilent(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?![\\w-])`, 'gi');
  closing.lastIndex = from;
  return closing.test(html) ? endOf(html, '>', closing.lastIndex) : html.length;
}

function endOf(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

/** No `<` stands outside of quotes, so that a tag that never ends is given up at the next one. */
const TAG = /<(\/)?([a-z][a-z\d-]*)([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*)>/iy;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const PICTURE = /^data:image\/(?:avif|gif|jpeg|png|webp);base64,[A-Za-z\d+/=]*$/;

/** Deeper than anybody nests, and shallow enough for the stack. */
const DEPTH_LIMIT = 200;

const PHRASES: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const TABLE_PARTS: ReadonlySet<string> = new Set('caption col colgroup tbody td tfoot th thead tr'.split(' '));

const ELEMENTS: ReadonlySet<string> = new Set([
  ...PHRASES,
  ...TABLE_PARTS,
  ...'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table ul'.split(
    ' ',
  ),
]);

/** What stands in these is no prose. */
const SILENT: ReadonlySet<string> = new Set(
  'applet audio canvas embed frameset head iframe math noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  ),
);

/** Those that the renderer gives; others would take hold of the style sheet. */
const CLASSES: ReadonlySet<string> = new Set(['footnotes', 'footnote-ref', 'footnote-backref', 'tweet', 'liquid']);

const ANYWHERE: ReadonlySet<string> = new Set(['dir', 'id', 'lang', 'title']);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  details: ['open'],
  img: ['alt', 'height', 'width'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
};
