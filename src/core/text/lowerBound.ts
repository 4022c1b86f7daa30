/**
 * The index of the first value for which `isBefore` is false, or the number of values if it is true for all. The values must be
 * sorted so that all those for which it is true come first.
 */
export function lowerBound<T extends {}>(values: readonly T[], isBefore: (value: T) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && isBefore(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
