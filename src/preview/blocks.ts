import { markText } from './marks.ts';
import type { Mark, Splice } from './protocol.ts';

/** The blocks that one part of the page shows, as the nodes that each of them became. */
export interface Blocks {
  /** Replaces blocks by others with their problems underlined, by their indices after that; the nodes of the rest stay as they are. */
  splice(splice: Splice, marksAt: (index: number) => readonly Mark[]): void;
  /** Underlines problems in the block of that index; where they are those it has, its nodes stay as they are. */
  mark(index: number, marks: readonly Mark[]): void;
  /** The element that stands for the block of that index: its first one. */
  elementAt(index: number): HTMLElement | undefined;
  /** The nodes of the block of that index. */
  nodesAt(index: number): readonly ChildNode[];
  /** The index of the block that holds the node; -1 where none does. */
  indexOf(node: Node): number;
  readonly length: number;
}

interface ShownBlock {
  readonly html: string;
  nodes: readonly ChildNode[];
  /** Tells marks apart; empty where there are none. */
  marks: string;
}

/** Keeps the children of `parent`; `parse` turns a block's HTML into nodes that are safe to show. */
export function createBlocks(parent: HTMLElement, parse: (html: string) => DocumentFragment): Blocks {
  const blocks: ShownBlock[] = [];
  return {
    splice({ start, remove, blocks: incoming }, marksAt) {
      const after = blocks.slice(start + remove).find(({ nodes }) => nodes.length > 0)?.nodes[0] ?? null;
      const made = incoming.map((html, index): ShownBlock => {
        const marks = marksAt(start + index);
        const fragment = parse(html);
        markText(fragment, marks);
        const nodes = [...fragment.childNodes];
        parent.insertBefore(fragment, after);
        return { html, nodes, marks: keyOf(marks) };
      });
      for (const old of blocks.splice(start, remove, ...made)) for (const node of old.nodes) node.remove();
    },
    mark(index, marks) {
      const block = blocks[index];
      const key = keyOf(marks);
      if (!block || block.marks === key) return;
      const fragment = parse(block.html);
      markText(fragment, marks);
      const nodes = [...fragment.childNodes];
      parent.insertBefore(fragment, block.nodes[0] ?? null);
      for (const node of block.nodes) node.remove();
      block.nodes = nodes;
      block.marks = key;
    },
    elementAt: (index) => blocks[index]?.nodes.find((node) => node instanceof HTMLElement),
    nodesAt: (index) => blocks[index]?.nodes ?? [],
    indexOf(node) {
      let child: Node | null = node;
      while (child && child.parentNode !== parent) child = child.parentNode;
      return child ? blocks.findIndex(({ nodes }) => nodes.includes(child as ChildNode)) : -1;
    },
    get length() {
      return blocks.length;
    },
  };
}

/** The source is not part of it: what is written above a problem moves that along and changes nothing to be seen. */
function keyOf(marks: readonly Mark[]): string {
  if (marks.length === 0) return '';
  return JSON.stringify(marks.map(({ from, to, severity, message }) => [from, to, severity, message]));
}
