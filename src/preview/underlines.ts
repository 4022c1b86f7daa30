import type { Mark } from './protocol.ts';

/** A run of a block's text that is underlined, and what is to be said of it. */
type MarkedText = Pick<Mark, 'from' | 'to' | 'severity' | 'message'>;

/**
 * Underlines runs of the text under `root`. Each becomes one `mark` element or, where other elements begin or end in it, several; the
 * first of them can be reached by keyboard. Their order among the marks is in `data-mark`.
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

/** How many characters of the text under `roots` stand before a place in it. */
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

/** The parts of text nodes that lie in the span; white space between blocks is left out. */
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
