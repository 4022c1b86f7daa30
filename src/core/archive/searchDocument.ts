import type { Day } from '../entry/day.ts';
import type { Block, BlockKind, Entry } from '../entry/entry.ts';
import { textOf } from '../text/text.ts';

/** The searchable content of an entry. */
export interface SearchDocument {
  readonly path: string;
  /** The day's number. */
  readonly day: number | undefined;
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  readonly items: readonly SearchItem[];
}

/** The searchable content of an item. The index stores neither of its texts. */
export interface SearchItem {
  /** Start offset of its block in the file. */
  readonly from: number;
  readonly headline: string;
  readonly text: string;
}

/** Extracts the words of an entry's items, without citation groups and link addresses. */
export function searchDocument({ text, blocks }: Entry, { path, number, date }: Day): SearchDocument {
  const items: SearchItem[] = [];
  for (const block of blocks) {
    if (!UNSEARCHED_KINDS.has(block.kind) && !isThread(text, block)) items.push(searchItem(text, block));
  }
  return { path, day: number, date, items };
}

/** The searchable content of the item whose block starts at an offset. */
export function searchItemAt({ text, blocks }: Entry, from: number): SearchItem | undefined {
  const block = blocks.find((other) => other.from === from);
  return block && searchItem(text, block);
}

const UNSEARCHED_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'divider',
  'tweet',
  'marker',
  'html',
  'code',
  'definition',
  'heading',
  'signoff',
]);

/** Whether a block is a link back to an earlier item, `**📌 [Day 12](…): …`: the search should find that item instead. */
function isThread(text: string, { content }: Block): boolean {
  return text.startsWith('📌', text.startsWith('**', content.from) ? content.from + 2 : content.from);
}

function searchItem(text: string, { from, content, headline, links, citationGroups }: Block): SearchItem {
  const skipped = [...links.map(({ address }) => address), ...citationGroups].sort((a, b) => a.from - b.from);
  let words = '';
  let at = headline?.to ?? content.from;
  for (const span of skipped) {
    if (span.from > at) words += `${text.slice(at, span.from)} `;
    if (span.to > at) at = span.to;
  }
  return {
    from,
    headline: headline ? textOf(text, headline.words) : '',
    text: words + text.slice(at, Math.max(at, content.to)),
  };
}
