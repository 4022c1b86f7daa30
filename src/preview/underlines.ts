import type { Mark } from './protocol.ts';

/** A run of a block's text to underline, and its message. */
type MarkedText = Pick<Mark, 'from' | 'to' | 'severity' | 'message'>;

/**
 * Underlines runs of the text under `root`. Each becomes a `mark` element, or several if other elements begin or end inside it; the
 * first can be focused. `data-mark` is the index in `marks`.
 */
export function markText(root: Node, marks: readonly MarkedText[]): void {
  for (const [index, mark] of marks.entries()) {
    let isFirst = true;
    for (const { node, from, to } of textIn(root, mark)) {
      const element = document.createElement('mark');
      element.className = `problem ${mark.severity}`;
      element.dataset['mark'] = String(index);
      if (isFirst) {
        element.tabIndex = 0;
        element.setAttribute('aria-description', mark.message);
      }
      isFirst = false;
      const marked = node.splitText(from);
      marked.splitText(to - from);
      marked.replaceWith(element);
      element.append(marked);
    }
  }
}

/** The offset of a DOM position in the text under `roots`. */
export function textOffset(roots: readonly Node[], node: Node, offset: number): number {
  let before = 0;
  for (const root of roots) {
    if (!root.contains(node)) {
      before += root.textContent?.length ?? 0;
      continue;
    }
    const range = document.createRange();
    range.setStart(root, 0);
    range.setEnd(node, offset);
    return before + range.toString().length;
  }
  return before;
}

interface Run {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** The parts of text nodes inside the span, without white space between blocks. */
function textIn(root: Node, { from, to }: Pick<Mark, 'from' | 'to'>): Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node && at < to; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const run = { node, from: Math.max(0, from - at), to: Math.min(node.length, to - at) };
    at += node.length;
    if (run.from < run.to && node.data.slice(run.from, run.to).trim() !== '') runs.push(run);
  }
  return runs;
}
