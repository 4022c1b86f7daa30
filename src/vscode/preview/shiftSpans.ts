import type { Span } from '../../core/text/text.ts';

/**
 * Where spans of a text are when it becomes another one: what is the same at the start and at the end of both stays with its spans,
 * and what is written inside one, or at its end, makes it longer.
 */
export function shiftSpans<T extends Span>(spans: readonly T[], before: string, after: string): readonly T[] {
  if (spans.length === 0 || before === after) return spans;
  const start = sharedStart(before, after);
  const behind = before.length - sharedEnd(before, after, start);
  const growth = after.length - before.length;
  return spans.map((span) => {
    const from = span.from >= behind ? span.from + growth : Math.min(span.from, start);
    const to = span.to < start ? span.to : Math.max(span.to, behind) + growth;
    return { ...span, from, to: Math.max(from, to) };
  });
}

function sharedStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before.charCodeAt(length) === after.charCodeAt(length)) length++;
  return length;
}

/** Of what is not shared at the start. */
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
