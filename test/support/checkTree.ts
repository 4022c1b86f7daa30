import assert from 'node:assert/strict';
import type { Block, CitationGroup, Entry, FrontMatter, Link } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import type { Span } from '../../src/core/text/text.ts';

/**
 * The layers of a tree: `fronts` the front matter, `labels` the names of labels, `contents` the content and headline of blocks, `groups`
 * the citation groups.
 */
export type Layer = 'fronts' | 'blocks' | 'labels' | 'contents' | 'links' | 'groups';

/** A span of an entry's tree, and the spans inside it in the order of the text. */
export interface Node extends Span {
  readonly name: string;
  readonly layer: Layer;
  readonly children: readonly Node[];
}

/**
 * Checks the tree of a text in some layers. The expected tree is marked in the text: `⟦section|⟦number|1/⟧ She left.⟧` is a section
 * whose label is a number.
 */
export function checkTree(layers: Layer | readonly Layer[], marked: string): void {
  const text = marked.replace(/⟦[^|⟦⟧]*\||⟧/g, '');
  assert.equal(writeTree(parseEntry(text), layers), marked);
}

/** The entry's text with the spans of the layers marked in it. */
function writeTree(entry: Entry, layers: Layer | readonly Layer[]): string {
  const { text } = entry;
  const visible = new Set([layers].flat());
  const write = (nodes: readonly Node[], from: number, to: number): string => {
    let written = '';
    let at = from;
    for (const node of nodes) {
      const inside = write(node.children, node.from, node.to);
      written += text.slice(at, node.from) + (visible.has(node.layer) ? `⟦${node.name}|${inside}⟧` : inside);
      at = node.to;
    }
    return written + text.slice(at, to);
  };
  return write(treeOf(entry), 0, text.length);
}

/** All spans of the entry as a tree. */
export function treeOf({ frontMatter, blocks }: Entry): Node[] {
  return [...(frontMatter ? [frontMatterNode(frontMatter)] : []), ...blocks.map(blockNode)];
}

function frontMatterNode(frontMatter: FrontMatter): Node {
  const { language, content, close, keys } = frontMatter;
  const keyNodes = keys.map((key) =>
    node('fronts', 'key', key, [node('fronts', 'name', key.nameSpan), node('fronts', 'value', key.value)]),
  );
  return node('fronts', 'front', frontMatter, [
    ...(language ? [node('fronts', 'language', language)] : []),
    node('fronts', 'content', content, keyNodes),
    ...(close ? [node('fronts', 'close', close)] : []),
  ]);
}

function blockNode(block: Block): Node {
  const { kind, marker, label, content, headline, links, citationGroups } = block;
  const cited = new Set<Link>();
  const groups = citationGroups.map((group) => groupNode(group, cited));
  const inline = [
    ...(headline ? [headlineNode(headline)] : []),
    ...groups,
    ...links.filter((link) => !cited.has(link)).map(linkNode),
  ];
  return node('blocks', kind, block, [
    ...(marker ? [node('blocks', 'marker', marker)] : []),
    ...(label ? [node('blocks', label.kind, label, [node('labels', 'name', label.name)])] : []),
    node('contents', 'content', content, nest(inline)),
  ]);
}

function headlineNode({ words, close, ...span }: NonNullable<Block['headline']>): Node {
  return node('contents', close ? 'headline' : 'open-headline', span, [node('contents', 'words', words)]);
}

function groupNode(group: CitationGroup, cited: Set<Link>): Node {
  const pieces = group.pieces.map((piece) => {
    if (piece.kind !== 'citation') return node('groups', piece.kind, piece);
    cited.add(piece.link);
    return node('groups', 'citation', piece, [linkNode(piece.link)]);
  });
  return node('groups', group.wellFormed ? 'well-formed' : 'group', group, pieces);
}

function linkNode(link: Link): Node {
  return node('links', link.form, link, [node('links', 'name', link.name), node('links', 'address', link.address)]);
}

function node(layer: Layer, name: string, { from, to }: Span, children: readonly Node[] = []): Node {
  return { layer, name, from, to, children };
}

/** Makes each node a child of the previous one if it lies within it, such as a link in the headline. */
function nest(nodes: readonly Node[]): Node[] {
  const sorted = [...nodes].sort((a, b) => a.from - b.from || b.to - a.to);
  const roots: Node[] = [];
  for (const next of sorted) {
    const last = roots.at(-1);
    if (last && next.from < last.to && next.to <= last.to) {
      roots[roots.length - 1] = { ...last, children: nest([...last.children, next]) };
    } else {
      roots.push(next);
    }
  }
  return roots;
}
