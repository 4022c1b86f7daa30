/** Where things are, in pixels from the top of the page. */
export interface View {
  readonly top: number;
  readonly height: number;
}

/**
 * A place in the source, as a line (from 0) and the part of it that is above, and where the page shows it. A list of them is in the
 * order of both; between two of them places and heights grow evenly.
 */
export interface ScrollAnchor {
  readonly place: number;
  readonly y: number;
}

/** The knots of blocks: each has its first line at its top and the line behind its last at its bottom; the page starts with both. */
export function scrollAnchorsOf(lines: readonly number[], boxAt: (index: number) => View | undefined): ScrollAnchor[] {
  const knots: ScrollAnchor[] = [{ place: 0, y: 0 }];
  const add = (place: number, y: number): void => {
    const last = knots.at(-1);
    if (!last || (place >= last.place && y >= last.y)) knots.push({ place, y });
  };
  for (let index = 0; 2 * index < lines.length; index++) {
    const from = lines[2 * index] ?? 0;
    const to = lines[2 * index + 1] ?? from;
    const box = to > from ? boxAt(index) : undefined;
    if (!box) continue;
    add(from, box.top);
    add(to, box.top + box.height);
  }
  return knots;
}

/** Where the page shows a place of the source; 0 where nothing is shown. */
export function yAt(knots: readonly ScrollAnchor[], place: number): number {
  return between(knots, place, 'place', 'y');
}

/** Where a place of the source is in the block of that index, which is shown in `box`. */
export function yIn(lines: readonly number[], index: number, box: View, place: number): number {
  const from = lines[2 * index] ?? 0;
  const to = lines[2 * index + 1] ?? from;
  const share = to > from ? Math.min(1, Math.max(0, (place - from) / (to - from))) : 0;
  return box.top + share * box.height;
}

/** The place of the source that the page shows there; 0 where nothing is shown. */
export function placeAt(knots: readonly ScrollAnchor[], y: number): number {
  return between(knots, y, 'y', 'place');
}

/**
 * Where to scroll so that what is written at `y` stands in the middle third: undefined while it does, as little as will do while it is
 * in view, else so that it stands in the middle.
 */
export function keepWritten({ top, height }: View, y: number): number | undefined {
  const third = height / 3;
  if (y >= top + third && y <= top + 2 * third) return undefined;
  if (y < top || y > top + height) return Math.max(0, y - height / 2);
  return Math.max(0, y < top + third ? y - third : y - 2 * third);
}

/** Where to scroll so that a block comes into view: undefined while some of it can be read, else so that it starts a third down. */
export function bringIntoView({ top, height }: View, block: View): number | undefined {
  const margin = Math.min(block.height, height / 10);
  if (block.top + block.height >= top + margin && block.top <= top + height - margin) return undefined;
  return Math.max(0, block.top - height / 3);
}

/** The index of the block whose lines hold a place, or behind which it stands; -1 where there is none. */
export function blockAt(lines: readonly number[], place: number): number {
  let found = lines.length === 0 ? -1 : 0;
  for (let index = 0; 2 * index < lines.length; index++) {
    const from = lines[2 * index] ?? 0;
    if (from <= place && from >= (lines[2 * found] ?? 0) && (lines[2 * index + 1] ?? 0) > from) found = index;
  }
  return found;
}

function between(
  knots: readonly ScrollAnchor[],
  value: number,
  of: keyof ScrollAnchor,
  to: keyof ScrollAnchor,
): number {
  const first = knots[0];
  if (!first) return 0;
  if (value <= first[of]) return first[to];
  let before = first;
  for (const knot of knots) {
    if (knot[of] > value) {
      return before[to] + ((knot[to] - before[to]) * (value - before[of])) / (knot[of] - before[of]);
    }
    before = knot;
  }
  return before[to];
}
