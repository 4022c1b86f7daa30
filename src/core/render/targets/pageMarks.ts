import type { Entry } from '../../entry/entry.ts';
import type { Problem, Severity } from '../../lint/rule.ts';
import type { Span } from '../../text/text.ts';
import { LEADS } from './headHtml.ts';
import type { ShownBlock, ShownPage } from './previewPage.ts';
import { type ShownPlaces, shownPlaces, shownSpan, sourceOffset } from './shownPlaces.ts';

/** A problem where readers would meet it. The span is one of the text of its block. */
interface PageMark extends Span {
  /** Counts the blocks of the head and then those of the body. */
  readonly block: number;
  readonly message: string;
  readonly severity: Severity;
  /** Where the problem begins in the entry. */
  readonly source: number;
}

/** What of a page comes from where in the entry, of one version after the other. */
interface PageMap {
  marks(entry: Entry, page: ShownPage, problems: readonly Problem[]): readonly PageMark[];
  /** Where in the entry that character of a block's text comes from. */
  sourceAt(entry: Entry, block: ShownBlock, index: number): number | undefined;
}

export function createPageMap(): PageMap {
  let known: ReadonlyMap<string, Known> = new Map();
  let next = new Map<string, Known>();
  const placesOf = (entry: Entry, block: ShownBlock): ShownPlaces => {
    const source = entry.text.slice(block.from, block.to);
    let there = next.get(block.html) ?? known.get(block.html);
    if (there?.source !== source) {
      const span = { from: 0, to: source.length };
      there = { source, places: shownPlaces(block.html, source, span, unseenIn(entry, block), leadsIn(entry, block)) };
    }
    next.set(block.html, there);
    return there.places;
  };
  const local = (block: ShownBlock, { from, to }: Span): Span => ({
    from: Math.max(0, from - block.from),
    to: Math.max(0, Math.min(to, block.to) - block.from),
  });
  return {
    marks(entry, page, problems) {
      next = new Map();
      const blocks = [...page.head, ...page.body];
      const marks: PageMark[] = [];
      for (const { message, severity, from, to } of problems) {
        const index = blockOf(page, entry, from);
        const block = blocks[index];
        if (!block) continue;
        const places = placesOf(entry, block);
        const span = shownSpan(places, local(block, { from, to }));
        const shown = severity === 'hint' ? firstWord(places.text, span) : span;
        if (shown.to > shown.from) marks.push({ block: index, ...shown, message, severity, source: from });
      }
      known = next;
      return marks;
    },
    sourceAt(entry, block, index) {
      const offset = sourceOffset(placesOf(entry, block), index);
      return offset === undefined ? undefined : block.from + offset;
    },
  };
}

interface Known {
  readonly source: string;
  readonly places: ShownPlaces;
}

/** The words that the page may put before the value that the block shows. */
function leadsIn({ body }: Entry, { from }: ShownBlock): readonly string[] {
  return from < body.from ? HEAD_LEADS : NONE;
}

const HEAD_LEADS: readonly string[] = Object.values(LEADS);
const NONE: readonly string[] = [];

/** What stands behind the names of links that are whole, by offsets in the block. */
function unseenIn({ blocks }: Entry, { from, to }: ShownBlock): Span[] {
  const spans: Span[] = [];
  for (const block of blocks) {
    if (block.to <= from || block.from >= to) continue;
    for (const { form, name, to: end } of block.links) {
      if (form === 'whole') spans.push({ from: name.to - from, to: end - from });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** The block in which an offset lies, or behind which; what the head does not show stands with the heading. */
function blockOf({ head, body }: ShownPage, entry: Entry, offset: number): number {
  if (offset < entry.body.from) {
    const index = head.findIndex(({ from, to }) => from <= offset && offset < to);
    return index < 0 && head.length > 0 ? 0 : index;
  }
  if (body.length === 0) return -1;
  const behind = body.findIndex(({ from }) => from > offset);
  return head.length + Math.max(0, (behind < 0 ? body.length : behind) - 1);
}

/** What is merely to come is pointed at, not underlined from end to end. */
function firstWord(text: string, { from, to }: Span): Span {
  let end = from;
  while (end < to && text.charCodeAt(end) > 32) end++;
  return { from, to: end };
}
