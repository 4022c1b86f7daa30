import type { Block, Entry } from '../../entry/entry.ts';
import { literalsTouching } from '../../entry/literals.ts';
import { isDigit, isLetter, isWhitespace } from '../../text/characters.ts';
import { type Span, textOf } from '../../text/text.ts';

/**
 * What surrounds an offset of a block that must not be torn apart, as the subject of a sentence: a pair of HTML or Liquid tags, or the
 * asterisks of bold text. Undefined if the offset is in plain text.
 */
export function styledTextAround(entry: Entry, block: Block, at: number): string | undefined {
  const isInside = ({ from, to }: Span): boolean => from < at && at < to;
  if (tagPairsIn(entry, block.content).some(isInside)) return 'Text between two tags';
  return emphasisIn(entry.prose, block).some(isInside) ? 'Text in bold or italics' : undefined;
}

/** From each start tag to its end tag. A tag that is never closed has no pair. */
function tagPairsIn({ text, literals }: Entry, content: Span): Span[] {
  const pairs: Span[] = [];
  const open: { readonly name: string; readonly from: number }[] = [];
  for (const literal of literalsTouching(literals, content)) {
    if (literal.kind !== 'html' && literal.kind !== 'liquid') continue;
    const { isEnd, name } = tagIn(textOf(text, literal));
    if (name === undefined) continue;
    if (!isEnd) {
      if (open.length < MAX_OPEN) open.push({ name, from: literal.from });
      continue;
    }
    const start = open.findLastIndex((tag) => tag.name === name);
    const from = open[start]?.from;
    if (from === undefined) continue;
    open.splice(start);
    pairs.push({ from, to: literal.to });
  }
  return pairs;
}

/** Upper bound on tags inside each other; keeps hostile input linear. */
const MAX_OPEN = 50;

function tagIn(tag: string): { readonly name: string | undefined; readonly isEnd: boolean } {
  const [, slash, html, end, liquid] = /^(?:<(\/?)([a-z][\w-]*)|\{%-?\s*(end)?(\w+))/i.exec(tag) ?? [];
  return { name: html?.toLowerCase() ?? liquid, isEnd: slash === '/' || end !== undefined };
}

/** The spans in bold, in italics or struck through, with their markers, by the main rules of Markdown. */
function emphasisIn(prose: string, { content, links }: Block): Span[] {
  const spans: Span[] = [];
  const open: OpenRun[] = [];
  let nextLink = 0;
  DELIMITERS.lastIndex = content.from;
  for (let match = DELIMITERS.exec(prose); match && match.index < content.to; match = DELIMITERS.exec(prose)) {
    const { index: from, 0: run } = match;
    if (run.startsWith('\\')) continue;
    while ((links[nextLink]?.to ?? from + 1) <= from) nextLink++;
    const link = links[nextLink];
    if (link && link.name.to <= from) continue; // in an address
    const before = prose.charCodeAt(from - 1);
    const after = prose.charCodeAt(from + run.length);
    const mark = run.charAt(0);
    const canOpen = !isSpace(after) && (mark === '*' || !isWord(before));
    const canClose = !isSpace(before) && (mark === '*' || !isWord(after));
    let length = run.length;
    while (canClose && length > 0) {
      const opener = open.findLastIndex((other) => other.mark === mark);
      const partner = open[opener];
      if (!partner) break;
      const used = Math.min(2, length, partner.length);
      spans.push({ from: partner.from + partner.length - used, to: from + run.length - length + used });
      length -= used;
      partner.length -= used;
      open.splice(partner.length > 0 ? opener + 1 : opener);
    }
    if (canOpen && length > 0 && open.length < MAX_OPEN) open.push({ mark, from, length });
  }
  return spans;
}

/** A run of markers that may start emphasis, and the number of them that have no partner yet. */
interface OpenRun {
  readonly mark: string;
  readonly from: number;
  length: number;
}

const DELIMITERS = /\\[\s\S]|\*+|_+|~~/g;

function isSpace(code: number): boolean {
  return Number.isNaN(code) || isWhitespace(code);
}

function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
