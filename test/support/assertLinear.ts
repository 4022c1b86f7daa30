import assert from 'node:assert/strict';

/** Prepares an input of about `size` characters and returns the work on it. Only the work is measured. */
export type Work = (size: number) => () => unknown;

interface Sizes {
  /** The initial size in characters. It is doubled until the work takes long enough to be measured. */
  readonly from?: number;
  /** The largest size after doubling. */
  readonly to?: number;
  /** The ratio of the two sizes compared. The larger it is, the more clearly quadratic time stands out from other causes of slowness. */
  readonly factor?: number;
}

/**
 * Asserts that the time of the work is proportional to its size. It fails at half the time that quadratic work would take. Measures CPU
 * time, which is independent of other programs, and takes the shortest of several measurements, since everything else in this process
 * only adds to them. If only the larger input exceeds the CPU caches or causes garbage collection, linear work may take up to five times
 * its share.
 */
export function assertLinear(work: Work, { from = 1 << 12, to = 1 << 15, factor = 32 }: Sizes = {}): void {
  const limit = factor ** 2 / 2;
  let size = from;
  measure(work, size); // lets V8 compile
  while (size < to && measure(work, size) < MEASURABLE_MS) size *= 2;
  let short = Number.POSITIVE_INFINITY;
  let long = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let round = 1; round <= 3 || (round <= MAX_ROUNDS && spent < MAX_MS); round++) {
    for (let repeat = 0; repeat < 4; repeat++) short = Math.min(short, measure(work, size));
    const time = measure(work, factor * size);
    long = Math.min(long, time);
    spent += time;
    if (long < limit * Math.max(short, MIN_MS)) return;
  }
  assert.fail(`${size} characters take ${short.toFixed(1)} ms, ${factor} times as many ${long.toFixed(1)} ms`);
}

const MAX_ROUNDS = 20;

/** Stop measuring after this long: single measurements are then so long that nothing else in this process matters. */
const MAX_MS = 60_000;

/** Work that takes at least this long can be measured accurately. */
const MEASURABLE_MS = 1;

/** Shorter times count as this long. */
const MIN_MS = 0.1;

/** The CPU time of the work in milliseconds. */
function measure(work: Work, size: number): number {
  const run = work(size);
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Repeats a unit up to about the size. Returns a flat string, as if read from a file, rather than V8's concatenation tree. */
export function repeatToSize(unit: string, size: number, prefix = '', suffix = ''): string {
  return Buffer.from(prefix + unit.repeat(Math.ceil(size / unit.length)) + suffix).toString();
}
