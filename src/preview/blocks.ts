import type { Splice } from './protocol.ts';

/** The blocks that the page shows, as the nodes that each of them became. */
export interface Blocks {
  /** Replaces blocks; the nodes of all others stay as they are. */
  splice(splice: Splice): void;
  /** The element that stands for the block of that index: its first one. */
  elementAt(index: number): HTMLElement | undefined;
  /** The index of the block that holds the node; -1 where none does. */
  indexOf(node: Node): number;
  readonly length: number;
}

/** Keeps the children of `parent`; `parse` turns a block's HTML into nodes that are safe to show. */
export function createBlocks(parent: HTMLElement, parse: (html: string) => DocumentFragment): Blocks {
  const blocks: ChildNode[][] = [];
  return {
    splice({ start, remove, blocks: incoming }) {
      const after = blocks.slice(start + remove).find((nodes) => nodes.length > 0)?.[0] ?? null;
      const nodes = incoming.map((html) => {
        const fragment = parse(html);
        const made = [...fragment.childNodes];
        parent.insertBefore(fragment, after);
        return made;
      });
      for (const old of blocks.splice(start, remove, ...nodes)) for (const node of old) node.remove();
    },
    elementAt: (index) => blocks[index]?.find((node) => node instanceof HTMLElement),
    indexOf(node) {
      let child: Node | null = node;
      while (child && child.parentNode !== parent) child = child.parentNode;
      return child ? blocks.findIndex((nodes) => nodes.includes(child as ChildNode)) : -1;
    },
    get length() {
      return blocks.length;
    },
  };
}
