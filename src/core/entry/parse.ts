import type { Span } from '../text.ts';
import { scanCitations } from './citations.ts';
import type { Block, BlockKind, Entry, Headline } from './entry.ts';
import { parseFrontMatter } from './frontMatter.ts';
import { classifyLine, type Line } from './lines.ts';
import { scanLinks } from './links.ts';

/** Reads an entry. Never throws; whatever the text, every span lies in it. Linear in its length. */
export function parseEntry(text: string): Entry {
  const frontMatter = parseFrontMatter(text);
  const body = { from: frontMatter?.to ?? 0, to: text.length };
  return { text, frontMatter, body, blocks: parseBlocks(text, body) };
}

function parseBlocks(text: string, body: Span): Block[] {
  const blocks: Block[] = [];
  let open: Line | undefined;
  let end = body.from;
  let fence: string | undefined;
  const finish = () => {
    if (open) blocks.push(blockOf(text, open, end));
    open = undefined;
  };
  for (let at = body.from; at < body.to; ) {
    const to = endOfLine(text, at, body.to);
    if (fence !== undefined) {
      end = to;
      if (text.startsWith(fence, at)) {
        fence = undefined;
        finish();
      }
    } else {
      const line = classifyLine(text, at, to);
      if (line.kind === 'blank' || !open || !continues(open, line)) {
        finish();
        if (line.kind !== 'blank') open = line;
        if (line.kind === 'code') fence = text.slice(line.text, line.text + 3);
      }
      if (line.kind !== 'blank') end = to;
    }
    at = to + (text[to] === '\r' ? 2 : 1);
  }
  finish();
  return blocks;
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

const CONTINUED: ReadonlySet<Line['kind']> = new Set<BlockKind>([
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
    return { kind, from, to, indent, marker, label, story, headline: undefined, links: [], citations: [] };
  }
  const story = { from: start, to: endOfStory(text, start, to) };
  const links = scanLinks(text, story);
  const citations = scanCitations(text, story, links);
  return { kind, from, to, indent, marker, label, story, headline: headlineIn(text, story), links, citations };
}

/** Without white space and the hard break (`\`) at its end. */
function endOfStory(text: string, from: number, to: number): number {
  const end = trimEnd(text, from, to);
  return text[end - 1] === '\\' && end - 1 >= from ? trimEnd(text, from, end - 1) : end;
}

/** The bold run at the start of a story; only an emoji, `\[a note\] ` or `*a note*: ` may come before it. */
function headlineIn(text: string, story: Span): Headline | undefined {
  const from = skipLead(text, story);
  if (!text.startsWith('**', from) || from + 2 > story.to) return undefined;
  const at = text.indexOf('**', from + 2);
  if (at < 0 || at + 2 > story.to)
    return { from, to: story.to, words: { from: from + 2, to: story.to }, close: undefined };
  return { from, to: at + 2, words: { from: from + 2, to: at }, close: { from: at, to: at + 2 } };
}

function skipLead(text: string, story: Span): number {
  if (text.startsWith('**', story.from)) return story.from;
  const head = text.slice(story.from, Math.min(story.to, story.from + 60));
  return story.from + (LEAD.exec(head)?.[0].length ?? 0);
}

const LEAD = /^(?:\\\[[^\]]*\\\] |\*[^*]+\*:? |_[^_]+_:? |[^\p{L}\d*\\_[(]+)/u;

function endOfLine(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0 || end >= limit) return limit;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}
