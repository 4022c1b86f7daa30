/**
 * Returns the value below which a share of the values lies; 0.5 for the median.
 *
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('There are no measurements.');
  return value;
}

export function median(/** @type {readonly number[]} */ values) {
  return quantile(values, 0.5);
}

/**
 * Returns the median of one column.
 *
 * @param {readonly (readonly number[])[]} rows
 * @param {number} column
 */
export function medianOfColumn(rows, column) {
  return median(rows.map((row) => row[column] ?? Number.NaN));
}

/**
 * Returns the median of the ratios of two measurements, run by run.
 *
 * @param {readonly number[]} numerators
 * @param {readonly number[]} denominators
 */
export function medianRatio(numerators, denominators) {
  return median(numerators.map((value, run) => value / (denominators[run] ?? Number.NaN)));
}
