import type { Blocks } from './pageBlocks.ts';
import type { Part } from './protocol.ts';
import type { View } from './scroll.ts';

/** What shows a run of source lines, from the first to the one behind the last: a block or, where it is a list, one of its items. */
export interface LineRegion {
  readonly element: HTMLElement;
  readonly from: number;
  readonly to: number;
  /** Where the next one in the block begins, this one ends. */
  readonly next: HTMLElement | undefined;
  readonly block: HTMLElement;
}

/** The spots of one part of the page, in the order of both. */
export function lineRegionsOf(blocks: Blocks, { lines, items }: Pick<Part, 'lines' | 'items'>): LineRegion[] {
  const spots: LineRegion[] = [];
  let item = 0;
  for (let index = 0; index < blocks.length; index++) {
    const starts: number[] = [];
    for (; items[item] === index; item += 2) starts.push(items[item + 1] ?? 0);
    const block = blocks.elementAt(index);
    if (!block) continue;
    const shown = starts.length > 0 ? [...block.querySelectorAll('li')] : [];
    // Raw HTML may bring items of its own.
    const elements = [block, ...(shown.length === starts.length ? shown : [])];
    const edges = [lines[2 * index] ?? 0, ...starts.slice(0, elements.length - 1), lines[2 * index + 1] ?? 0];
    for (const [at, element] of elements.entries()) {
      spots.push({ element, from: edges[at] ?? 0, to: edges[at + 1] ?? 0, next: elements[at + 1], block });
    }
  }
  return spots;
}

/** Where the page shows it. */
export function boxOf({ element, next, block }: LineRegion): View {
  const { top } = element.getBoundingClientRect();
  const bottom = next ? next.getBoundingClientRect().top : block.getBoundingClientRect().bottom;
  return { top: top + scrollY, height: Math.max(0, bottom - top) };
}
