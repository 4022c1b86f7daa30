import type { Day } from '../entry/day.ts';
import type { Block, BlockKind, Entry } from '../entry/entry.ts';
import { textOf } from '../text/text.ts';

/** An entry as it is searched. */
export interface SearchDocument {
  readonly path: string;
  readonly day: number | undefined;
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  readonly items: readonly SearchItem[];
}

/** An item as it is searched. Neither of its texts is kept. */
export interface SearchItem {
  /** Where its block begins in the file. */
  readonly from: number;
  readonly headline: string;
  readonly text: string;
}

/** What of an entry is searched: the words of its items, without addresses and sources. */
export function searchDocument({ text, blocks }: Entry, { path, number, date }: Day): SearchDocument {
  const items: SearchItem[] = [];
  for (const block of blocks) {
    if (!SILENT.has(block.kind) && !isThread(text, block)) items.push(searchedItem(text, block));
  }
  return { path, day: number, date, items };
}

const SILENT: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'divider',
  'tweet',
  'marker',
  'html',
  'code',
  'heading',
  'signoff',
]);

/** `**📌 [Day 12](…): …`: repeats an earlier item, which is to be found itself. */
function isThread(text: string, { story }: Block): boolean {
  return text.startsWith('📌', text.startsWith('**', story.from) ? story.from + 2 : story.from);
}

function searchedItem(text: string, { from, story, headline, links, citations }: Block): SearchItem {
  const gaps = [...links.map(({ address }) => address), ...citations].sort((a, b) => a.from - b.from);
  let words = '';
  let at = headline?.to ?? story.from;
  for (const gap of gaps) {
    if (gap.from > at) words += `${text.slice(at, gap.from)} `;
    if (gap.to > at) at = gap.to;
  }
  return {
    from,
    headline: headline ? textOf(text, headline.words) : '',
    text: words + text.slice(at, Math.max(at, story.to)),
  };
}
