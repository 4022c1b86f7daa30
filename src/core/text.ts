/** A half-open range of a text, in UTF-16 code units from its start: `from` is in it, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Replaces what stands in the span by `text`; an empty span inserts, an empty text deletes. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text with all edits made at once. The edits must not overlap; their order does not matter. */
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

/** Whether two spans share a character, or one is empty and stands inside or at the edge of the other. */
export function touches(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** What stands in the span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.from, span.to);
}
