import type { PageBlocks } from './pageBlocks.ts';
import type { Part } from './protocol.ts';
import type { View } from './scroll.ts';

/** What shows a run of source lines (`to` is exclusive): a block or, inside a list, one of its items. */
export interface LineRegion {
  readonly element: HTMLElement;
  readonly from: number;
  readonly to: number;
  /** The next region in the same block: this one ends where it begins. */
  readonly next: HTMLElement | undefined;
  readonly block: HTMLElement;
}

/** The regions of one part of the page, in order. */
export function lineRegionsOf(blocks: PageBlocks, { lines, items }: Pick<Part, 'lines' | 'items'>): LineRegion[] {
  const regions: LineRegion[] = [];
  let item = 0;
  for (let index = 0; index < blocks.length; index++) {
    const itemLines: number[] = [];
    for (; items[item] === index; item += 2) itemLines.push(items[item + 1] ?? 0);
    const block = blocks.elementAt(index);
    if (!block) continue;
    const listItems = itemLines.length > 0 ? [...block.querySelectorAll('li')] : [];
    // Raw HTML can contain items of its own; then the list is one region.
    const elements = [block, ...(listItems.length === itemLines.length ? listItems : [])];
    const edges = [lines[2 * index] ?? 0, ...itemLines.slice(0, elements.length - 1), lines[2 * index + 1] ?? 0];
    for (const [at, element] of elements.entries()) {
      regions.push({ element, from: edges[at] ?? 0, to: edges[at + 1] ?? 0, next: elements[at + 1], block });
    }
  }
  return regions;
}

/** The box of a region on the page. */
export function boxOf({ element, next, block }: LineRegion): View {
  const { top } = element.getBoundingClientRect();
  const bottom = next ? next.getBoundingClientRect().top : block.getBoundingClientRect().bottom;
  return { top: top + scrollY, height: Math.max(0, bottom - top) };
}
