// The arithmetic of scrolling. Source lines are fractional and start at 0; positions are pixels from the top of the page.

/** A box on the page, in pixels from its top. */
export interface View {
  readonly top: number;
  readonly height: number;
}

/** A source line and its position on the page. Lists of them are sorted by both; positions in between are interpolated. */
export interface ScrollAnchor {
  readonly line: number;
  readonly y: number;
}

/**
 * Anchors for regions whose lines are given as pairs of first line and line after the last: each region has one at its top and
 * one at its bottom. The list starts with the top of the page.
 */
export function scrollAnchorsOf(lines: readonly number[], boxAt: (index: number) => View | undefined): ScrollAnchor[] {
  const anchors: ScrollAnchor[] = [{ line: 0, y: 0 }];
  const add = (line: number, y: number): void => {
    const last = anchors.at(-1);
    if (!last || (line >= last.line && y >= last.y)) anchors.push({ line, y });
  };
  for (let index = 0; 2 * index < lines.length; index++) {
    const from = lines[2 * index] ?? 0;
    const to = lines[2 * index + 1] ?? from;
    const box = to > from ? boxAt(index) : undefined;
    if (!box) continue;
    add(from, box.top);
    add(to, box.top + box.height);
  }
  return anchors;
}

/** The position of a source line; 0 if nothing is shown. */
export function yOfLine(anchors: readonly ScrollAnchor[], line: number): number {
  return interpolate(anchors, line, 'line', 'y');
}

/** The position of a source line inside the region with that index, which is shown in `box`. */
export function yInRegion(lines: readonly number[], index: number, box: View, line: number): number {
  const from = lines[2 * index] ?? 0;
  const to = lines[2 * index + 1] ?? from;
  const share = to > from ? Math.min(1, Math.max(0, (line - from) / (to - from))) : 0;
  return box.top + share * box.height;
}

/** The source line at a position; 0 if nothing is shown. */
export function lineAtY(anchors: readonly ScrollAnchor[], y: number): number {
  return interpolate(anchors, y, 'y', 'line');
}

/**
 * Where to scroll to keep the position being written in the middle third. Undefined while it is there; the smallest move while it
 * is still in view; otherwise the move that centres it.
 */
export function keepInMiddle({ top, height }: View, y: number): number | undefined {
  const third = height / 3;
  if (y >= top + third && y <= top + 2 * third) return undefined;
  if (y < top || y > top + height) return Math.max(0, y - height / 2);
  return Math.max(0, y < top + third ? y - third : y - 2 * third);
}

/** Where to scroll to bring a block into view, a third down. Undefined while part of it can be read. */
export function bringIntoView({ top, height }: View, block: View): number | undefined {
  const margin = Math.min(block.height, height / 10);
  if (block.top + block.height >= top + margin && block.top <= top + height - margin) return undefined;
  return Math.max(0, block.top - height / 3);
}

/** The index of the innermost region that holds a source line, else of the last one before it; -1 if there is none. */
export function regionIndexAt(lines: readonly number[], line: number): number {
  let found = lines.length === 0 ? -1 : 0;
  for (let index = 0; 2 * index < lines.length; index++) {
    const from = lines[2 * index] ?? 0;
    if (from <= line && from >= (lines[2 * found] ?? 0) && (lines[2 * index + 1] ?? 0) > from) found = index;
  }
  return found;
}

function interpolate(
  anchors: readonly ScrollAnchor[],
  value: number,
  from: keyof ScrollAnchor,
  to: keyof ScrollAnchor,
): number {
  const first = anchors[0];
  if (!first) return 0;
  if (value <= first[from]) return first[to];
  let previous = first;
  for (const anchor of anchors) {
    if (anchor[from] > value) {
      const share = (value - previous[from]) / (anchor[from] - previous[from]);
      return previous[to] + (anchor[to] - previous[to]) * share;
    }
    previous = anchor;
  }
  return previous[to];
}
