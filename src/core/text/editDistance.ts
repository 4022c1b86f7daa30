/**
 * The number of single-letter edits from one word to the other: letters inserted, deleted, replaced, or swapped with their
 * neighbour (the optimal string alignment distance). Stops early and returns some number above `max` if there are more.
 */
export function editDistance(a: string, b: string, max: number): number {
  let previousRow: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const nextRow = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (nextRow[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (previousRow[j - 2] ?? 0) + 1);
      nextRow.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > max) return smallest;
    previousRow = row;
    row = nextRow;
  }
  return row[b.length] ?? 0;
}
