import { isDigit, isLetter } from '../text/characters.ts';
import type { Span } from '../text/text.ts';
import { scanCitations } from './citations.ts';
import type { Block, BlockKind, CitationGroup, Entry, Headline, Link } from './entry.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { classifyLine, type Line } from './lines.ts';
import { scanLinks } from './links.ts';

/** Reads an entry. Never throws; whatever the text, every span lies in it. Linear in its length. */
export function parseEntry(text: string): Entry {
  const frontMatter = parseFrontMatter(text);
  const body = { from: frontMatter?.to ?? 0, to: text.length };
  return { text, frontMatter, body, ...parseBlocks(text, body) };
}

function parseBlocks(text: string, body: Span): Pick<Entry, 'blocks' | 'irregular'> {
  const blocks: Block[] = [];
  const irregular: Block[] = [];
  let open: Line | undefined;
  let end = body.from;
  let fence: string | undefined;
  let isTag = false; // inside a Liquid tag of several lines
  const finish = () => {
    if (!open) return;
    const block = blockOf(text, open, end);
    blocks.push(block);
    if (!block.regular) irregular.push(block);
    open = undefined;
  };
  for (let at = body.from; at < body.to; ) {
    const to = endOfLine(text, at, body.to);
    if (fence !== undefined) {
      end = to;
      if (text.slice(at, to).trimStart().startsWith(fence)) {
        fence = undefined;
        finish();
      }
    } else if (to === at) {
      finish();
      isTag = false;
    } else {
      const line = classifyLine(text, at, to);
      if (line.kind === 'blank' || !open || !(isTag || continues(open, line))) {
        finish();
        if (line.kind !== 'blank') open = line;
        if (line.kind === 'code') fence = text.slice(line.text, line.text + 3);
        isTag = line.kind === 'tweet';
      }
      if (isTag) isTag = !text.slice(at, to).includes('%}');
      if (line.kind !== 'blank') end = to;
    }
    at = to + (to < text.length && text.charCodeAt(to) === 13 ? 2 : 1);
  }
  finish();
  return { blocks, irregular };
}

/** Whether a line without a blank one above it is part of the block above, as Markdown's lazy lines are. */
function continues(open: Line, line: Line): boolean {
  if (!CONTINUED.has(open.kind)) return false;
  if (open.kind === 'html') return true;
  return (
    line.kind === 'paragraph' ||
    line.kind === 'note' ||
    line.kind === 'signoff' ||
    (line.kind === 'quote' && open.kind === 'quote')
  );
}

/** What a line right below is a part of. */
export const CONTINUED: ReadonlySet<Line['kind']> = new Set<BlockKind>([
  'section',
  'poll',
  'named',
  'bullet',
  'ordered',
  'quote',
  'html',
  'footnote',
  'signoff',
  'note',
  'paragraph',
]);

const WITHOUT_STORY: ReadonlySet<Line['kind']> = new Set<BlockKind>(['divider', 'tweet', 'marker', 'html', 'code']);

function blockOf(text: string, line: Line, lastLineEnd: number): Block {
  const kind = line.kind as BlockKind;
  const { indent, marker, label } = line;
  const from = line.from + indent;
  const to = trimEnd(text, from, lastLineEnd);
  const start = Math.min(line.text, to);
  if (WITHOUT_STORY.has(kind)) {
    const story = { from: start, to };
    return {
      kind,
      from,
      to,
      indent,
      marker,
      label,
      story,
      headline: undefined,
      links: [],
      citations: [],
      regular: false,
    };
  }
  const story = { from: start, to: endOfStory(text, start, to) };
  const links = scanLinks(text, story);
  const citations = scanCitations(text, story, links);
  const headline = headlineIn(text, story, links, citations);
  const regular = isRegular(text, story, headline, links, citations);
  return { kind, from, to, indent, marker, label, story, headline, links, citations, regular };
}

function isRegular(
  text: string,
  { from, to }: Span,
  headline: Headline | undefined,
  links: readonly Link[],
  citations: readonly CitationGroup[],
): boolean {
  const group = citations[0];
  if (!headline?.close || group === undefined || citations.length > 1 || group.to !== to || !group.regular)
    return false;
  // Between two brackets stand as many separators as links, but for one.
  if (group.pieces.length !== 2 * links.length + 1 || !endsSentence(text, from, group.from)) return false;
  for (const { plain } of links) if (!plain) return false;
  return true;
}

/** Whether a full stop, in a quotation perhaps, and one space stand before the offset. */
function endsSentence(text: string, from: number, to: number): boolean {
  if (to - 3 <= from || text.charCodeAt(to - 1) !== 32) return false;
  const last = text.charCodeAt(to - 2);
  return (last === 34 || last === 0x201d ? text.charCodeAt(to - 3) : last) === 46;
}

/** Without white space and the hard break (`\`) at its end. */
function endOfStory(text: string, from: number, to: number): number {
  const end = trimEnd(text, from, to);
  return end > from && text.charCodeAt(end - 1) === 92 ? trimEnd(text, from, end - 1) : end;
}

/**
 * The bold run at the start of a story; only an emoji, `\[a note\] ` or `*a note*: ` may come before it. Asterisks inside
 * a link or a citation group are none of its own.
 */
function headlineIn(
  text: string,
  story: Span,
  links: readonly Link[],
  citations: readonly CitationGroup[],
): Headline | undefined {
  const { from: first, to } = story;
  if (text.startsWith('**', first)) {
    // The quick way for nearly every headline: it ends before anything else begins.
    const at = text.indexOf('**', first + 2);
    if (at >= 0 && at + 2 <= startOf(links, to) && at + 2 <= startOf(citations, to)) {
      const words = { from: first + 2, to: at };
      const close = { from: at, to: at + 2 };
      return { from: first, to: at + 2, words, close };
    }
  }
  const from = skipLead(text, story);
  const start = from + 2;
  if (!text.startsWith('**', from) || asterisksOutside(text, from, story.to, links, citations) !== from)
    return undefined;
  const at = asterisksOutside(text, start, story.to, links, citations);
  if (at === undefined) return { from, to: story.to, words: { from: start, to: story.to }, close: undefined };
  const words = { from: start, to: at };
  const close = { from: at, to: at + 2 };
  return { from, to: at + 2, words, close };
}

function startOf(spans: readonly Span[], otherwise: number): number {
  const first = spans.length > 0 ? spans[0] : undefined;
  return first ? first.from : otherwise;
}

/** The first `**` between the offsets that cuts no link and no group. */
function asterisksOutside(
  text: string,
  from: number,
  to: number,
  links: readonly Link[],
  citations: readonly CitationGroup[],
): number | undefined {
  let link = 0;
  let group = 0;
  for (let at = text.indexOf('**', from); at >= 0 && at + 2 <= to; ) {
    while (link < links.length && endsBefore(links[link], at)) link++;
    while (group < citations.length && endsBefore(citations[group], at)) group++;
    const end = Math.max(endAround(links[link], at), endAround(citations[group], at));
    if (end === at) return at;
    at = text.indexOf('**', end);
  }
  return undefined;
}

function endsBefore(span: Span | undefined, at: number): boolean {
  return span !== undefined && span.to <= at;
}

/** Where the span ends that two characters at `at` would cut; `at` where it is not in their way. */
function endAround(span: Span | undefined, at: number): number {
  return span && span.from < at + 2 ? span.to : at;
}

function skipLead(text: string, { from, to }: Span): number {
  if (from >= to || startsWords(text.charCodeAt(from))) return from;
  if ('*_\\'.includes(text.charAt(from))) {
    return text.startsWith('**', from)
      ? from
      : from + (NOTE.exec(text.slice(from, Math.min(to, from + 60)))?.[0].length ?? 0);
  }
  let at = from;
  while (at < to && !startsWords(text.charCodeAt(at)) && !'*_\\[('.includes(text.charAt(at))) at++;
  return at;
}

function startsWords(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

const NOTE = /^(?:\\\[[^\]]*\\\] |\*[^*]+\*:? |_[^_]+_:? )/;

function endOfLine(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0 || end >= limit) return limit;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}
