// What the benches make of the times that they take.

/**
 * The value below which that share of the values lies, 0.5 for half of them.
 *
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** The value in the middle. */
export function median(/** @type {readonly number[]} */ values) {
  return quantile(values, 0.5);
}

/**
 * The median of what stands at that index of each row.
 *
 * @param {readonly (readonly number[])[]} rows
 * @param {number} index
 */
export function medianAt(rows, index) {
  return median(rows.map((row) => row[index] ?? Number.NaN));
}

/**
 * The median of the ratios of two measurements, run by run.
 *
 * @param {readonly number[]} above
 * @param {readonly number[]} below
 */
export function medianRatio(above, below) {
  return median(above.map((value, run) => value / (below[run] ?? Number.NaN)));
}
