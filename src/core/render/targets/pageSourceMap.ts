import type { Entry } from '../../entry/entry.ts';
import type { Problem, Severity } from '../../lint/rule.ts';
import { SPACE } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import { LEAD_INS } from './headHtml.ts';
import { hiddenLiterals } from './hiddenLiterals.ts';
import type { PageBlock, PreviewPage } from './previewPage.ts';
import { mapTextToSource, sourceOffsetAt, type TextSourceMap, visibleSpan } from './textSourceMap.ts';

/** A problem at its place on the page. The span is relative to the text of the block. */
interface ProblemMark extends Span {
  /** The index of the block, counted through head and body. */
  readonly block: number;
  readonly message: string;
  readonly severity: Severity;
  /** The offset of the problem in the entry. */
  readonly source: number;
}

/** Maps between the entry and the page, for successive versions of both. */
interface PageSourceMap {
  marks(entry: Entry, page: PreviewPage, problems: readonly Problem[]): readonly ProblemMark[];
  /** The offset in the entry of a character in the text of a block. */
  sourceAt(entry: Entry, block: PageBlock, index: number): number | undefined;
}

/** Creates a source map that keeps the maps of unchanged blocks from one version to the next. */
export function createPageSourceMap(): PageSourceMap {
  let previousBlocks: ReadonlyMap<string, MappedBlock> = new Map();
  let currentBlocks = new Map<string, MappedBlock>();
  const mapOf = (entry: Entry, block: PageBlock): TextSourceMap => {
    const source = entry.text.slice(block.from, block.to);
    let mapped = currentBlocks.get(block.html) ?? previousBlocks.get(block.html);
    if (mapped?.source !== source) {
      const span = { from: 0, to: source.length };
      const map = mapTextToSource(block.html, source, span, hiddenSpansIn(entry, block), leadInsOf(entry, block));
      mapped = { source, map };
    }
    currentBlocks.set(block.html, mapped);
    return mapped.map;
  };
  return {
    marks(entry, page, problems) {
      currentBlocks = new Map();
      const blocks = [...page.head, ...page.body];
      const marks: ProblemMark[] = [];
      for (const { message, severity, from, to } of problems) {
        const index = blockIndexAt(page, entry, from);
        const block = blocks[index];
        if (!block) continue;
        const map = mapOf(entry, block);
        const problemSpan = visibleSpan(map, relativeTo(block, { from, to }));
        // Hints may cover long spans, such as text still to be written. Marking the first word is enough.
        const span = severity === 'hint' ? firstWord(map.text, problemSpan) : problemSpan;
        if (span.to > span.from) marks.push({ block: index, ...span, message, severity, source: from });
      }
      previousBlocks = currentBlocks;
      return marks;
    },
    sourceAt(entry, block, index) {
      const offset = sourceOffsetAt(mapOf(entry, block), index);
      return offset === undefined ? undefined : block.from + offset;
    },
  };
}

interface MappedBlock {
  readonly source: string;
  readonly map: TextSourceMap;
}

function relativeTo(block: PageBlock, { from, to }: Span): Span {
  return {
    from: Math.max(0, from - block.from),
    to: Math.max(0, Math.min(to, block.to) - block.from),
  };
}

/** The words that the page may add before the value of the block. */
function leadInsOf({ body }: Entry, { from }: PageBlock): readonly string[] {
  return from < body.from ? HEAD_LEAD_INS : NO_LEAD_INS;
}

const HEAD_LEAD_INS: readonly string[] = Object.values(LEAD_INS);
const NO_LEAD_INS: readonly string[] = [];

/** The spans that the page does not show, such as links after their names. Offsets are relative to the block. */
function hiddenSpansIn(entry: Entry, { from, to }: PageBlock): Span[] {
  const spans: Span[] = hiddenLiterals(entry, { from, to }).map((span) => ({
    from: span.from - from,
    to: span.to - from,
  }));
  for (const block of entry.blocks) {
    if (block.to <= from || block.from >= to) continue;
    for (const { form, name, to: end } of block.links) {
      if (form === 'whole') spans.push({ from: name.to - from, to: end - from });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** The index of the block that contains an offset, or of the last one before it. Keys that the head does not show belong to the heading. */
function blockIndexAt({ head, body }: PreviewPage, entry: Entry, offset: number): number {
  if (offset < entry.body.from) {
    const index = head.findIndex(({ from, to }) => from <= offset && offset < to);
    return index < 0 && head.length > 0 ? 0 : index;
  }
  if (body.length === 0) return -1;
  const nextIndex = body.findIndex(({ from }) => from > offset);
  return head.length + Math.max(0, (nextIndex < 0 ? body.length : nextIndex) - 1);
}

function firstWord(text: string, { from, to }: Span): Span {
  let end = from;
  while (end < to && text.charCodeAt(end) > SPACE) end++;
  return { from, to: end };
}
