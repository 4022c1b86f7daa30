import type { Span } from '../../core/text/text.ts';

/**
 * Moves spans along with an edit. The text that both versions share at the start and at the end keeps its spans; text typed inside
 * a span, or at its end, extends it.
 */
export function shiftSpans<T extends Span>(spans: readonly T[], before: string, after: string): readonly T[] {
  if (spans.length === 0 || before === after) return spans;
  const start = sharedStart(before, after);
  const editEnd = before.length - sharedEnd(before, after, start);
  const growth = after.length - before.length;
  return spans.map((span) => {
    const from = span.from >= editEnd ? span.from + growth : Math.min(span.from, start);
    const to = span.to < start ? span.to : Math.max(span.to, editEnd) + growth;
    return { ...span, from, to: Math.max(from, to) };
  });
}

function sharedStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before.charCodeAt(length) === after.charCodeAt(length)) length++;
  return length;
}

/** The length of the shared end, not counting what is shared at the start. */
function sharedEnd(before: string, after: string, start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let length = 0;
  while (
    length < most &&
    before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)
  ) {
    length++;
  }
  return length;
}
