import { patchNodes } from './patch.ts';
import type { Mark, Splice } from './protocol.ts';
import { markText } from './underlines.ts';

/** The blocks of one part of the page, each with the nodes that show it. */
export interface PageBlocks {
  /** Replaces blocks, with their problems underlined. Indices are those after the splice; nodes of other blocks stay untouched. */
  splice(splice: Splice, marksAt: (index: number) => readonly Mark[]): void;
  /** Underlines problems in a block. If it already shows them, its nodes stay untouched. */
  mark(index: number, marks: readonly Mark[]): void;
  /** Notes that one node of the page was replaced by another one. */
  replaceNode(old: ChildNode, node: ChildNode): void;
  /** The first element of a block. */
  elementAt(index: number): HTMLElement | undefined;
  /** All nodes of a block. */
  nodesAt(index: number): readonly ChildNode[];
  /** The index of the block that contains the node, else -1. */
  indexOf(node: Node): number;
  readonly length: number;
}

interface ShownBlock {
  readonly html: string;
  readonly nodes: readonly ChildNode[];
  /** Identifies the marks that it shows; empty if there are none. */
  readonly marksKey: string;
}

/** Turns a block's HTML into nodes. */
export interface HtmlReader {
  /** Returns sanitized nodes. */
  read(html: string): DocumentFragment;
  /** Returns unsanitized nodes if sanitizing could remove nothing but attributes; undefined for other HTML. */
  readUnsanitized(html: string): DocumentFragment | undefined;
  /** Sanitizes nodes from `readUnsanitized`. */
  sanitize(nodes: readonly ChildNode[]): DocumentFragment;
}

/** Manages the children of `parent`. */
export function createPageBlocks(parent: HTMLElement, { read, readUnsanitized, sanitize }: HtmlReader): PageBlocks {
  const blocks: ShownBlock[] = [];
  const insert = (html: string, marks: readonly Mark[], nextNode: Node | null): ShownBlock => {
    const fragment = read(html);
    markText(fragment, marks);
    const nodes = [...fragment.childNodes];
    parent.insertBefore(fragment, nextNode);
    return { html, nodes, marksKey: keyOf(marks) };
  };
  const remove = ({ nodes }: ShownBlock): void => {
    for (const node of nodes) node.remove();
  };
  /** Replaces a block in place, keeping as many of its nodes as possible. */
  const replace = (old: ShownBlock, html: string, marks: readonly Mark[]): ShownBlock => {
    const nextNode = old.nodes.at(-1)?.nextSibling ?? null;
    const wanted = old.nodes.length > 0 ? readUnsanitized(html) : undefined;
    if (wanted) {
      markText(wanted, marks);
      const nodes = patchNodes(parent, old.nodes, [...wanted.childNodes], nextNode, sanitize);
      return { html, nodes, marksKey: keyOf(marks) };
    }
    const block = insert(html, marks, nextNode ?? firstNodeAfter(old));
    remove(old);
    return block;
  };
  const firstNodeAfter = (block: ShownBlock): Node | null => firstNodeFrom(blocks.indexOf(block) + 1);
  const firstNodeFrom = (index: number): Node | null =>
    blocks.slice(index).find(({ nodes }) => nodes.length > 0)?.nodes[0] ?? null;
  return {
    splice({ start, remove: count, blocks: incoming }, marksAt) {
      if (count === incoming.length) {
        for (const [at, html] of incoming.entries()) {
          const old = blocks[start + at];
          if (old) blocks[start + at] = replace(old, html, marksAt(start + at));
        }
        return;
      }
      const nextNode = firstNodeFrom(start + count);
      const inserted = incoming.map((html, at) => insert(html, marksAt(start + at), nextNode));
      for (const old of blocks.splice(start, count, ...inserted)) remove(old);
    },
    mark(index, marks) {
      const block = blocks[index];
      if (block && block.marksKey !== keyOf(marks)) blocks[index] = replace(block, block.html, marks);
    },
    replaceNode(old, node) {
      const index = blocks.findIndex(({ nodes }) => nodes.includes(old));
      const block = blocks[index];
      if (block) blocks[index] = { ...block, nodes: block.nodes.map((own) => (own === old ? node : own)) };
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

/** Without the source offset: text typed above a problem shifts that, but changes nothing visible. */
function keyOf(marks: readonly Mark[]): string {
  if (marks.length === 0) return '';
  return JSON.stringify(marks.map(({ from, to, severity, message }) => [from, to, severity, message]));
}
