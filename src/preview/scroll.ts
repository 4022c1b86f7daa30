/** Where things are, in pixels from the top of the page. */
export interface View {
  readonly top: number;
  readonly height: number;
}

/**
 * Where to scroll so that a block can be read: nowhere (undefined) while it lies in the middle third or, where it is longer
 * than that, anywhere in view; else so that it starts a third down.
 */
export function scrollInto(view: View, block: View): number | undefined {
  const third = view.height / 3;
  const from = view.top + third / 2;
  const to = view.top + view.height - third / 2;
  if (block.top >= from && block.top + block.height <= to) return undefined;
  if (block.height > to - from && block.top <= from && block.top + block.height >= to) return undefined;
  return Math.max(0, block.top - third);
}

/** The index of the last block whose line is not behind `line`; 0 where all are, -1 where there is none. */
export function blockAt(lines: readonly number[], line: number): number {
  let index = lines.length === 0 ? -1 : 0;
  while (index + 1 < lines.length && (lines[index + 1] ?? 0) <= line) index++;
  return index;
}
