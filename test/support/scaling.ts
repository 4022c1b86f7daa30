import assert from 'node:assert/strict';

/** Prepares something of about so many characters, and returns the work on it. Only the work is measured. */
export type Work = (size: number) => () => unknown;

interface Sizes {
  /** The size to begin with, in characters; it is doubled until the work takes long enough to be measured. */
  readonly from?: number;
  /** The largest size to begin with. */
  readonly to?: number;
  /** How many times as much it is compared to: the more, the better a square is told from all else that makes long work slower. */
  readonly factor?: number;
}

/**
 * Asserts that work on many times as much takes about as many times as long: half of what its square would take is too long. What
 * counts is the processor's time, of which other programs take none; and of several measurements the shortest, because whatever else
 * happens in this process makes them longer. Where the longer work alone outgrows the processor's caches and leaves memory to
 * collect, work in proportion takes up to five times its share.
 */
export function assertLinear(work: Work, { from = 1 << 12, to = 1 << 15, factor = 32 }: Sizes = {}): void {
  const limit = factor ** 2 / 2;
  let size = from;
  measure(work, size); // the engine compiles
  while (size < to && measure(work, size) < ENOUGH_MS) size *= 2;
  let short = Number.POSITIVE_INFINITY;
  let long = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let round = 1; round <= 3 || (round <= MAX_ROUNDS && spent < MAX_MS); round++) {
    for (let time = 0; time < 4; time++) short = Math.min(short, measure(work, size));
    const taken = measure(work, factor * size);
    long = Math.min(long, taken);
    spent += taken;
    if (long < limit * Math.max(short, LEAST_MS)) return;
  }
  assert.fail(`${size} characters take ${short.toFixed(1)} ms, ${factor} times as many ${long.toFixed(1)} ms`);
}

const MAX_ROUNDS = 20;

/** When so much has been spent on it, the work takes so long each time that nothing else in this process plays a part. */
const MAX_MS = 60_000;

/** Work that takes as long is measured well. */
const ENOUGH_MS = 1;

/** What takes less is not worth telling apart. */
const LEAST_MS = 0.1;

/** The processor's time for the work, in milliseconds. */
function measure(work: Work, size: number): number {
  const run = work(size);
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** So often a unit that a text of about that size comes of it; flat, as a text is that the engine has read. */
export function repeated(unit: string, size: number, before = '', after = ''): string {
  return Buffer.from(before + unit.repeat(Math.ceil(size / unit.length)) + after).toString();
}
