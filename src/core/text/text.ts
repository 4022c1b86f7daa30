/** A half-open range of a text, in UTF-16 code units from its start: `from` is included, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Replaces the text of the span by `text`; an empty span inserts, an empty text deletes. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text with all edits applied at once. The edits must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/**
 * The edits equal to applying `first` and then, to its result, `second`. Neither list may contain overlapping edits; the result is in
 * order.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  let segments = applyToSegments([{ from: 0, to: Number.POSITIVE_INFINITY, text: undefined }], first);
  segments = applyToSegments(segments, second);
  const edits: Edit[] = [];
  let at = 0;
  let text = '';
  for (const segment of segments) {
    if (segment.text !== undefined) {
      text += segment.text;
    } else if (segment.to > segment.from) {
      if (segment.from > at || text !== '') edits.push({ from: at, to: segment.from, text });
      at = segment.to;
      text = '';
    }
  }
  return edits;
}

/** A range of the original text (`text` is undefined), or inserted text, where `from` and `to` count from its own start. */
interface Segment extends Span {
  readonly text: string | undefined;
}

function applyToSegments(segments: readonly Segment[], edits: readonly Edit[]): Segment[] {
  const result: Segment[] = [];
  const queue = [...segments].reverse();
  let at = 0;
  const consume = (length: number, keep: boolean): void => {
    for (let remaining = length; remaining > 0; ) {
      const segment = queue.pop();
      if (!segment) return;
      const size = segment.to - segment.from;
      const consumed = Math.min(size, remaining);
      if (keep) result.push(sliceSegment(segment, 0, consumed));
      if (consumed < size) queue.push(sliceSegment(segment, consumed, size));
      remaining -= consumed;
    }
  };
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    consume(edit.from - at, true);
    consume(edit.to - edit.from, false);
    if (edit.text !== '') result.push({ from: 0, to: edit.text.length, text: edit.text });
    at = edit.to;
  }
  return [...result, ...queue.reverse()];
}

function sliceSegment({ from, text }: Segment, start: number, end: number): Segment {
  if (text === undefined) return { from: from + start, to: from + end, text };
  const part = text.slice(start, end);
  return { from: 0, to: part.length, text: part };
}

/** Whether two spans overlap or meet, or one is empty and lies inside or at the edge of the other. */
export function touches(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether `inner` lies entirely within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** From the start of the first span to the end of the last; undefined if there are none. */
export function enclosingSpan(spans: readonly Span[]): Span | undefined {
  const first = spans.at(0);
  const last = spans.at(-1);
  return first && last && { from: first.from, to: last.to };
}

/** The text of the span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.from, span.to);
}

/** The same string, copied: a slice of an entry's text would keep the entire text in memory for as long as it lives. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
