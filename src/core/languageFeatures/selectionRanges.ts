import type { Block, Entry } from '../entry/entry.ts';
import { allItems } from '../entry/items.ts';
import { contains, type Span } from '../text/text.ts';
import { outline } from './outline.ts';

/**
 * The spans around an offset for *Expand Selection*, from the innermost to the whole text, each larger than the one before: outlet or
 * address, citation, group without and with its parentheses, headline, content, item, item with its bullets, everything below a heading.
 */
export function selectionRanges(entry: Entry, offset: number): Span[] {
  const ranges: Span[] = [];
  let last: Span = { from: offset, to: offset };
  for (const { from, to } of candidates(entry, offset)) {
    const isLarger = to - from > last.to - last.from;
    if (!isLarger || !contains({ from, to }, last)) continue;
    last = { from, to };
    ranges.push(last);
  }
  return ranges;
}

function* candidates(entry: Entry, offset: number): Generator<Span> {
  const { text, frontMatter, blocks, body } = entry;
  for (const key of frontMatter?.keys ?? []) {
    yield key.value;
    yield key;
  }
  if (frontMatter) {
    yield frontMatter.content;
    yield frontMatter;
  }
  const block = blocks.find(({ from, to }) => from <= offset && offset <= to);
  if (block) yield* candidatesInBlock(block);
  const items = allItems(entry).filter(({ from, to }) => from <= offset && offset <= to);
  for (const { own, from, to } of items.toReversed()) {
    yield own;
    yield { from, to };
  }
  for (const node of outline(entry)) if (node.kind === 'heading') yield node;
  yield body;
  yield { from: 0, to: text.length };
}

function* candidatesInBlock(block: Block): Generator<Span> {
  const { label, headline, content, links, citationGroups } = block;
  for (const link of links) {
    yield link.name;
    yield link.address;
    yield link;
  }
  for (const group of citationGroups) {
    const first = group.pieces[0];
    const last = group.pieces.at(-1);
    if (first?.kind === 'open' && last?.kind === 'close') yield { from: first.to, to: last.from };
    yield group;
  }
  if (headline) {
    yield headline.words;
    yield headline;
  }
  if (label) {
    yield label.name;
    yield label;
  }
  yield { from: content.from, to: endOfProse(block) };
  yield content;
  yield block;
}

/** The end of the content before its final citation group. */
function endOfProse({ content, citationGroups }: Block): number {
  const last = citationGroups.at(-1);
  return last && last.to === content.to && last.from > content.from ? last.from : content.to;
}
