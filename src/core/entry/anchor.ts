/**
 * The anchor that the site (AnchorJS 3.2.2) derives from the visible text of an element: `1/ **The mayor resigned**` is displayed as
 * "1/ The mayor resigned", with the anchor `#1-the-mayor-resigned`. Curly quotes, dashes and no-break spaces stay. Empty if no character
 * of the text can be in an anchor.
 */
export function anchorOf(visibleText: string): string {
  return visibleText
    .trim()
    .replaceAll("'", '')
    .replace(UNSAFE, '-')
    .slice(0, MAX_ANCHOR_CHARS)
    .replace(/^-+|-+$/gm, '')
    .toLowerCase();
}

/** Every anchor in a rendered body: those of paragraphs, list items and third-level headings, and explicit ids. */
export function anchorsIn(html: string): readonly string[] {
  const used: UsedAnchors = new Map();
  for (const match of html.matchAll(/\sid=(?:"([^"]*)"|'([^']*)')/g)) used.set(match[1] ?? match[2] ?? '', 1);
  for (const text of elementTexts(html)) reserveAnchor(anchorOf(text), used);
  used.delete('');
  return [...used.keys()];
}

/** The anchors in use, each with the number to try first for the next element with the same text. */
export type UsedAnchors = Map<string, number>;

/** Makes an anchor unique by a number at its end, unless it is the first of its kind, and records it. */
export function reserveAnchor(anchor: string, used: UsedAnchors): string {
  let count = used.get(anchor);
  let unique = anchor;
  if (count !== undefined) {
    while (used.has(`${anchor}-${count}`)) count++;
    unique = `${anchor}-${count}`;
    used.set(anchor, count + 1);
  }
  used.set(unique, 1);
  return unique;
}

/** Lines of a text that may start with the words of an anchor. A fast search, which may miss some. */
export function candidateLines(text: string, anchor: string): readonly string[] {
  const label = labelOfAnchor(anchor);
  if (label !== undefined) {
    const at = text.startsWith(label) ? 0 : text.indexOf(`\n${label}`) + 1;
    return text.startsWith(label, at) ? [startOfLineText(text, at)] : [];
  }
  const lineStarts = new Set<number>();
  for (const word of longestWords(anchor)) {
    for (const spelling of [word, word.charAt(0).toUpperCase() + word.slice(1)]) {
      for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + spelling.length)) {
        const lineStart = text.lastIndexOf('\n', at) + 1;
        if (at < lineStart + 2 * MAX_ANCHOR_CHARS) lineStarts.add(lineStart);
      }
    }
  }
  return [...lineStarts].map((lineStart) => startOfLineText(text, lineStart));
}

/** The label that starts the line of the item with the anchor: `1/ ` for `1-the-mayor-resigned`. Undefined without a number. */
export function labelOfAnchor(anchor: string): string | undefined {
  const number = /^\d{1,3}(?=-)/.exec(anchor)?.[0];
  return number && `${number}/ `;
}

/** As much of a line as its anchor can depend on. */
export function startOfLineText(text: string, from: number): string {
  return text.slice(from, from + 4 * MAX_ANCHOR_CHARS).split('\n', 1)[0] ?? '';
}

/** The two longest words of an anchor, which occur in the fewest places; the last word may be cut off. */
function longestWords(anchor: string): readonly string[] {
  const words = anchor.split('-').slice(0, anchor.length < MAX_ANCHOR_CHARS ? undefined : -1);
  return words
    .filter(({ length }) => length > 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2);
}

/** Decodes the percent-encoding of a link's fragment: `%E2%80%99` is `’`. An invalid fragment stays as it is. */
export function decodeAnchor(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The length to which the site cuts anchors. */
const MAX_ANCHOR_CHARS = 36;

/** The characters that AnchorJS replaces, and the hyphens in their place, of which it keeps one. */
const UNSAFE = /[-& +$,:;=?@"#{}|^~[`%!\]./()*\\]+/g;

/** Enough of an element's text for its anchor, which leaves out quotes and collapses punctuation. */
const MAX_ELEMENT_CHARS = 400;

interface TextElement {
  readonly tag: string;
  readonly hasId: boolean;
  text: string;
}

/** The text of each element that gets an anchor from it, in the order of their start tags. */
function elementTexts(html: string): string[] {
  const elements: TextElement[] = [];
  const open: TextElement[] = [];
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    addText(open, html.slice(at, match.index));
    at = match.index + match[0].length;
    const tag = match[2]?.toLowerCase() ?? '';
    if (!(tag === 'p' || tag === 'li' || tag === 'h3')) continue;
    if (match[1] === '/') {
      const index = open.findLastIndex((element) => element.tag === tag);
      if (index >= 0) open.splice(index);
    } else {
      const element = { tag, hasId: /\sid=/.test(match[0]), text: '' };
      elements.push(element);
      open.push(element);
    }
  }
  addText(open, html.slice(at));
  return elements.filter(({ hasId }) => !hasId).map(({ text }) => decodeEntities(text));
}

const TAG = /<(?:!--[\s\S]*?--|(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

function addText(open: readonly TextElement[], text: string): void {
  for (const element of open) if (element.text.length < MAX_ELEMENT_CHARS) element.text += text;
}

function decodeEntities(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };
