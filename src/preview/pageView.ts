import { type LineRegion, lineRegionsOf } from './lineRegions.ts';
import { createPageBlocks, type HtmlReader } from './pageBlocks.ts';
import type { Mark, Part } from './protocol.ts';
import { regionIndexAt } from './scroll.ts';
import { textOffset } from './underlines.ts';

/** A character of the page's text: its block, counted through head and body, and its offset in the block's text. */
interface TextPosition {
  readonly block: number;
  readonly index: number;
}

/** The entry as the page shows it: a head and a body of blocks, with problems underlined and one region marked as current. */
export interface PageView {
  /** The source lines of the regions shown, as pairs of first line and line after the last. */
  readonly lines: readonly number[];
  readonly regions: readonly LineRegion[];
  update(head: Part, body: Part, marks: readonly Mark[]): void;
  /** Underlines these problems and no others; blocks that already show theirs stay untouched. */
  setMarks(marks: readonly Mark[]): void;
  /** Notes that an image was replaced by a note about it. */
  replaceImage(image: HTMLElement, note: HTMLElement): void;
  /** Marks the region that holds a source line as current and returns it. */
  setCurrentLine(line: number): LineRegion | undefined;
  /** The problem that an underlined element shows. */
  markOf(element: Element): Mark | undefined;
  /** The character at a point in the window, or the start of the block if the browser cannot tell; undefined outside all blocks. */
  textPositionAt(x: number, y: number, target: Element): TextPosition | undefined;
}

export function createPageView(headElement: HTMLElement, bodyElement: HTMLElement, reader: HtmlReader): PageView {
  const head = createPageBlocks(headElement, reader);
  const body = createPageBlocks(bodyElement, reader);
  let parts: { readonly head: Part; readonly body: Part } | undefined;
  let marks: readonly Mark[] = [];
  let regions: readonly LineRegion[] = [];
  let lines: readonly number[] = [];
  let currentLine = 0;
  let currentElement: HTMLElement | undefined;

  const blockOf = (node: Node): number => {
    const inHead = head.indexOf(node);
    const inBody = inHead < 0 ? body.indexOf(node) : -1;
    return inBody < 0 ? inHead : head.length + inBody;
  };

  const regionsOf = (): LineRegion[] =>
    parts ? [...lineRegionsOf(head, parts.head), ...lineRegionsOf(body, parts.body)] : [];

  const setCurrentRegion = (index: number): LineRegion | undefined => {
    const region = regions[index];
    if (region?.element === currentElement) return region;
    currentElement?.removeAttribute('aria-current');
    region?.element.setAttribute('aria-current', 'location');
    currentElement = region?.element;
    return region;
  };

  const setMarks = (newMarks: readonly Mark[]): void => {
    setCurrentRegion(-1); // the attribute would make unchanged nodes look changed
    marks = newMarks;
    const marksAt = marksByBlock(marks);
    for (let index = 0; index < head.length; index++) head.mark(index, marksAt(index));
    for (let index = 0; index < body.length; index++) body.mark(index, marksAt(head.length + index));
    regions = regionsOf();
    lines = regions.flatMap(({ from, to }) => [from, to]);
    setCurrentRegion(regionIndexAt(lines, currentLine));
  };

  return {
    get lines() {
      return lines;
    },
    get regions() {
      return regions;
    },
    update(headPart, bodyPart, newMarks) {
      setCurrentRegion(-1);
      const headBlocks = headPart.lines.length / 2;
      const marksAt = marksByBlock(newMarks);
      head.splice(headPart.splice, marksAt);
      body.splice(bodyPart.splice, (index) => marksAt(headBlocks + index));
      parts = { head: headPart, body: bodyPart };
      setMarks(newMarks);
    },
    setMarks,
    replaceImage(image, note) {
      head.replaceNode(image, note);
      body.replaceNode(image, note);
      regions = regionsOf();
    },
    setCurrentLine(line) {
      currentLine = line;
      return setCurrentRegion(regionIndexAt(lines, line));
    },
    markOf(element) {
      const index = element instanceof HTMLElement ? Number(element.dataset['mark']) : Number.NaN;
      const block = blockOf(element);
      return Number.isNaN(index) ? undefined : marks.filter((mark) => mark.block === block)[index];
    },
    textPositionAt(x, y, target) {
      const block = blockOf(target);
      if (block < 0) return undefined;
      const caret = document.caretRangeFromPoint(x, y);
      const nodes = block < head.length ? head.nodesAt(block) : body.nodesAt(block - head.length);
      const isInside = caret && nodes.some((node) => node.contains(caret.startContainer));
      return { block, index: isInside ? textOffset(nodes, caret.startContainer, caret.startOffset) : 0 };
    },
  };
}

function marksByBlock(marks: readonly Mark[]): (index: number) => readonly Mark[] {
  const byBlock = new Map<number, Mark[]>();
  for (const mark of marks) byBlock.set(mark.block, [...(byBlock.get(mark.block) ?? []), mark]);
  return (index) => byBlock.get(index) ?? [];
}
