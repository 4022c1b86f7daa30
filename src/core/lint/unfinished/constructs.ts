import type { Block, CitationGroup, Entry, FrontMatter } from '../../entry/entry.ts';
import { isWhitespace } from '../../text/characters.ts';
import { endOfLine, startOfLine } from '../../text/lineBounds.ts';
import type { Span } from '../../text/text.ts';

/**
 * A part of an entry that is complete only once its last character is typed: a `citation` (a group, a link, a bracket), a `bold` text, a
 * `label` (the start of a line up to its text), a `liquid` tag, a `value` (a line of the front matter with its key), all of the
 * `front-matter` from such a line on, and a `snippet` with fields that are still to be filled in.
 */
export interface Construct extends Span {
  readonly kind: 'citation' | 'bold' | 'label' | 'liquid' | 'value' | 'front-matter' | 'snippet';
}

/** The constructs that hold the caret: those around it, and those that end at it. */
export function constructsAt(entry: Entry, caret: number): readonly Construct[] {
  const { frontMatter, body } = entry;
  if (frontMatter && caret < body.from) return frontMatterConstructs(entry, frontMatter, caret);
  const block = blockAt(entry, caret);
  const liquid = liquidTagAt(entry.text, caret);
  if (!block) return liquid ? [liquid] : [];
  return [
    labelAt(block, caret),
    boldAt(entry.prose, block, caret),
    liquid,
    ...block.citationGroups.map((group) => groupAt(entry.text, group, caret)),
    bracketsAt(entry.prose, block, caret),
    addressAt(entry.prose, block, caret),
  ].filter((construct) => construct !== undefined);
}

/** The block whose lines the caret is in. */
function blockAt({ text, blocks }: Entry, caret: number): Block | undefined {
  const block = blocks.findLast(({ from, indent }) => from - indent <= caret);
  return block && caret <= endOfLine(text, block.to) ? block : undefined;
}

/** The line of a key, and everything from there on: an open quotation mark swallows the lines below. */
function frontMatterConstructs({ text }: Entry, frontMatter: FrontMatter, caret: number): Construct[] {
  const key = frontMatter.keys.find(({ from, to }) => from <= caret && caret <= to);
  const from = key?.from ?? startOfLine(text, caret);
  const to = key?.to ?? endOfLine(text, caret);
  // Until the front matter is closed, its opening fence is at fault.
  const start = frontMatter.close ? from : frontMatter.from;
  return [
    { kind: 'value', from, to },
    { kind: 'front-matter', from: start, to: frontMatter.to },
  ];
}

function labelAt({ from, indent, content }: Block, caret: number): Construct | undefined {
  return caret <= content.from ? { kind: 'label', from: from - indent, to: content.from } : undefined;
}

/** The bold or italic text around the caret: from its opening asterisks to the end of the block, where they may be paired differently. */
function boldAt(prose: string, { content, to }: Block, caret: number): Construct | undefined {
  let opening: number | undefined;
  let lastOpening: number | undefined;
  for (const { index, 0: asterisks } of prose.slice(content.from, to).matchAll(/\*+/g)) {
    const from = content.from + index;
    if (from >= caret) break;
    if (from + asterisks.length >= caret && opening === undefined && asterisks.length > 2) {
      return { kind: 'bold', from, to }; // in the middle of `****`: an empty bold text
    }
    lastOpening = opening ?? lastOpening;
    opening = opening === undefined ? from : undefined;
  }
  if (opening !== undefined) return { kind: 'bold', from: opening, to };
  const isJustClosed = prose[caret - 1] === '*' && lastOpening !== undefined;
  return isJustClosed ? { kind: 'bold', from: lastOpening ?? caret, to: caret } : undefined;
}

/** The Liquid tag around the caret, on one line. */
function liquidTagAt(text: string, caret: number): Construct | undefined {
  const lineStart = startOfLine(text, caret);
  const before = text.slice(lineStart, caret);
  const open = Math.max(before.lastIndexOf('{%'), before.lastIndexOf('{{'));
  if (open < 0 || /[%}]\}./s.test(before.slice(open))) return undefined;
  const to = endOfLine(text, caret);
  const close = /[%}]\}/.exec(text.slice(caret, to));
  return { kind: 'liquid', from: lineStart + open, to: close ? caret + close.index + 2 : to };
}

/** A citation group around the caret. The caret is still in a group without its closing bracket if only white space is between. */
function groupAt(text: string, { from, to, pieces }: CitationGroup, caret: number): Construct | undefined {
  if (caret < from) return undefined;
  const isClosed = pieces.at(-1)?.kind === 'close';
  const isInside = caret <= to || (!isClosed && text.slice(to, caret).trim() === '');
  return isInside ? { kind: 'citation', from, to: Math.max(to, caret) } : undefined;
}

/**
 * The bracketed text around the caret, or the one that ends at it: `(…)`, `[…]`, `[…](…)`, or what there is of it. Of several, the one
 * around the others that looks like a citation group, or else the innermost.
 */
function bracketsAt(prose: string, { content, to }: Block, caret: number): Construct | undefined {
  const opened: number[] = [];
  let lastClosed: number | undefined;
  const end = Math.min(caret, to);
  for (let at = content.from; at < end; at++) {
    const char = prose[at];
    if (char === '(' || char === '[') opened.push(at);
    else if (char === ')' || char === ']') {
      const open = opened.pop();
      if (at === end - 1) lastClosed = open;
    }
  }
  const outermost = opened.find((open) => /^\(\s*(?:\[|https?:)/.test(prose.slice(open, open + MAX_OPENING_CHARS)));
  const open = outermost ?? opened.at(-1) ?? lastClosed;
  if (open === undefined) return undefined;
  const isClosed = outermost === undefined && opened.length === 0;
  return {
    kind: 'citation',
    from: startOfLink(prose, open),
    to: isClosed ? caret : endOfBrackets(prose, open, caret, to),
  };
}

const MAX_OPENING_CHARS = 16;

/** The bracket of the name before the parenthesis of an address. */
function startOfLink(prose: string, open: number): number {
  if (prose[open] !== '(' || prose[open - 1] !== ']') return open;
  const name = prose.lastIndexOf('[', open);
  return name < 0 ? open : name;
}

/** The end of the brackets that were opened at an offset before the caret, or the caret if they are not closed after it. */
function endOfBrackets(prose: string, open: number, caret: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const char = prose[at];
    if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && --depth === 0) {
      if (at >= caret) return prose[at + 1] === '(' ? endOfBrackets(prose, at + 1, caret, limit) : at + 1;
      depth++; // a bracket without its opening one
    }
  }
  return caret;
}

/** The web address around the caret. */
function addressAt(prose: string, { content, to }: Block, caret: number): Construct | undefined {
  let start = caret;
  while (start > content.from && !isWhitespace(prose.charCodeAt(start - 1))) start--;
  let end = caret;
  while (end < to && !isWhitespace(prose.charCodeAt(end))) end++;
  return /https?:|www\./i.test(prose.slice(start, end)) ? { kind: 'citation', from: start, to: end } : undefined;
}
