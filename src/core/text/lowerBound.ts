/** The index of the first value that is not before what is sought; how many there are, if all are. They must be in order. */
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
