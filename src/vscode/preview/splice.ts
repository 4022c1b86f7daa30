import type { Splice } from '../../preview/protocol.ts';

/** The smallest splice that turns one list of blocks into another. */
export function spliceBetween(before: readonly string[], after: readonly string[]): Splice {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, remove: before.length - start - end, blocks: after.slice(start, after.length - end) };
}
