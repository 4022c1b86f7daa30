import type { Entry } from '../entry/entry.ts';
import { allItems } from '../entry/items.ts';
import { endOfLine } from '../text/lineBounds.ts';
import type { Span } from '../text/text.ts';
import { outline } from './outline.ts';

/** The foldable parts of an entry: front matter, headings, and items of more than one line. */
export function foldingRanges(entry: Entry): Span[] {
  const { text, frontMatter } = entry;
  const ranges: Span[] = [];
  if (frontMatter?.close) ranges.push({ from: frontMatter.from, to: frontMatter.close.to });
  for (const node of outline(entry)) if (node.kind === 'heading') ranges.push(node);
  for (const item of allItems(entry)) ranges.push({ from: item.head.from, to: item.to });
  return ranges.filter(({ from, to }) => endOfLine(text, from) < to).map(({ from, to }) => ({ from, to }));
}
