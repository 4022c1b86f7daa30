import { patchNodes } from './patch.ts';
import type { Mark, Splice } from './protocol.ts';
import { markText } from './underlines.ts';

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
  readonly nodes: readonly ChildNode[];
  /** Tells marks apart; empty where there are none. */
  readonly marks: string;
}

/** How a block's HTML becomes nodes. */
export interface Reader {
  /** Nodes that are safe to show. */
  read(html: string): DocumentFragment;
  /** Nodes that are not, where all that could be taken from them is attributes; undefined for other HTML. */
  readPlain(html: string): DocumentFragment | undefined;
  /** Makes nodes of the second kind what they were if they were of the first. */
  clean(nodes: readonly ChildNode[]): DocumentFragment;
}

/** Keeps the children of `parent`. */
export function createBlocks(parent: HTMLElement, { read, readPlain, clean }: Reader): Blocks {
  const blocks: ShownBlock[] = [];
  const make = (html: string, marks: readonly Mark[], before: Node | null): ShownBlock => {
    const fragment = read(html);
    markText(fragment, marks);
    const nodes = [...fragment.childNodes];
    parent.insertBefore(fragment, before);
    return { html, nodes, marks: keyOf(marks) };
  };
  const remove = ({ nodes }: ShownBlock): void => {
    for (const node of nodes) node.remove();
  };
  /** In its place, and of its nodes as many as can be. */
  const remake = (old: ShownBlock, html: string, marks: readonly Mark[]): ShownBlock => {
    const behind = old.nodes.at(-1)?.nextSibling ?? null;
    const wanted = old.nodes.length > 0 ? readPlain(html) : undefined;
    if (wanted) {
      markText(wanted, marks);
      const nodes = patchNodes(parent, old.nodes, [...wanted.childNodes], behind, clean);
      return { html, nodes, marks: keyOf(marks) };
    }
    const made = make(html, marks, behind ?? firstBehind(old));
    remove(old);
    return made;
  };
  const firstBehind = (block: ShownBlock): Node | null => firstFrom(blocks.indexOf(block) + 1);
  const firstFrom = (index: number): Node | null =>
    blocks.slice(index).find(({ nodes }) => nodes.length > 0)?.nodes[0] ?? null;
  return {
    splice({ start, remove: count, blocks: incoming }, marksAt) {
      if (count === incoming.length) {
        for (const [at, html] of incoming.entries()) {
          const old = blocks[start + at];
          if (old) blocks[start + at] = remake(old, html, marksAt(start + at));
        }
        return;
      }
      const before = firstFrom(start + count);
      const made = incoming.map((html, at) => make(html, marksAt(start + at), before));
      for (const old of blocks.splice(start, count, ...made)) remove(old);
    },
    mark(index, marks) {
      const block = blocks[index];
      if (block && block.marks !== keyOf(marks)) blocks[index] = remake(block, block.html, marks);
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
