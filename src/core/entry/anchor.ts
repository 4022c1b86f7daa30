/**
 * The anchor that the site (AnchorJS 3.2.2) gives to an element with that text: `1/ **The mayor resigned**` is shown as
 * "1/ The mayor resigned", and stands at `#1-the-mayor-resigned`. Curly quotes, dashes and no-break spaces stay; empty
 * where nothing is left of the text.
 */
export function anchorOf(shown: string): string {
  return shown
    .trim()
    .replaceAll("'", '')
    .replace(UNSAFE, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/gm, '')
    .toLowerCase();
}

/** Every place of a rendered body that a link can lead to: paragraphs, list items and third-level headings, and what has an id of its own. */
export function anchorsIn(html: string): readonly string[] {
  const taken: TakenAnchors = new Map();
  for (const match of html.matchAll(/\sid=(?:"([^"]*)"|'([^']*)')/g)) taken.set(match[1] ?? match[2] ?? '', 1);
  for (const text of elementTexts(html)) takeAnchor(anchorOf(text), taken);
  taken.delete('');
  return [...taken.keys()];
}

/** The anchors that are given away, each with the number that the next one alike may get. */
export type TakenAnchors = Map<string, number>;

/** The anchor of the next element whose text makes this one: of those alike all but the first get a number. */
export function takeAnchor(anchor: string, taken: TakenAnchors): string {
  let count = taken.get(anchor);
  let free = anchor;
  if (count !== undefined) {
    while (taken.has(`${anchor}-${count}`)) count++;
    free = `${anchor}-${count}`;
    taken.set(anchor, count + 1);
  }
  taken.set(free, 1);
  return free;
}

/** The lines of a text that may begin with the words of an anchor: a quick look, which may miss some. */
export function linesFor(text: string, anchor: string): readonly string[] {
  const label = labelOf(anchor);
  if (label !== undefined) {
    const at = text.startsWith(label) ? 0 : text.indexOf(`\n${label}`) + 1;
    return text.startsWith(label, at) ? [lineFrom(text, at)] : [];
  }
  const lines = new Set<number>();
  for (const word of longestWords(anchor)) {
    for (const written of [word, word.charAt(0).toUpperCase() + word.slice(1)]) {
      for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
        const line = text.lastIndexOf('\n', at) + 1;
        if (at < line + 2 * LONGEST) lines.add(line);
      }
    }
  }
  return [...lines].map((line) => lineFrom(text, line));
}

/** How the line of a numbered item begins that has the anchor: `1/ ` for `1-the-mayor-resigned`; undefined for others. */
export function labelOf(anchor: string): string | undefined {
  const number = /^\d{1,3}(?=-)/.exec(anchor)?.[0];
  return number && `${number}/ `;
}

/** As much of a line as an anchor may need. */
function lineFrom(text: string, from: number): string {
  return text.slice(from, from + 4 * LONGEST).split('\n', 1)[0] ?? '';
}

/** Two of an anchor's words that stand in few places; the last one may be cut. */
function longestWords(anchor: string): readonly string[] {
  const words = anchor.split('-').slice(0, anchor.length < LONGEST ? undefined : -1);
  return words
    .filter(({ length }) => length > 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2);
}

/** How a link would write it: `%E2%80%99` is `’`; what is no such escape stays. */
export function decodeAnchor(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The site cuts anchors to this length. */
const LONGEST = 36;

const UNSAFE = /[& +$,:;=?@"#{}|^~[`%!\]./()*\\]/g;

/** Of each text this much is enough: quotes that go and signs that collapse leave more than an anchor of it. */
const ENOUGH = 400;

interface Element {
  readonly tag: string;
  readonly hasId: boolean;
  text: string;
}

/** The text of each element that gets an anchor, in the order in which they begin. */
function elementTexts(html: string): string[] {
  const elements: Element[] = [];
  const open: Element[] = [];
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

function addText(open: readonly Element[], text: string): void {
  for (const element of open) if (element.text.length < ENOUGH) element.text += text;
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
