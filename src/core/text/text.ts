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

/**
 * The edits that do what `first` does and then, to the text that makes, what `second` does. Both without overlap; the result
 * is in order.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  let pieces = piecesAfter([{ from: 0, to: Number.POSITIVE_INFINITY, text: undefined }], first);
  pieces = piecesAfter(pieces, second);
  const edits: Edit[] = [];
  let at = 0;
  let text = '';
  for (const piece of pieces) {
    if (piece.text !== undefined) {
      text += piece.text;
    } else if (piece.to > piece.from) {
      if (piece.from > at || text !== '') edits.push({ from: at, to: piece.from, text });
      at = piece.to;
      text = '';
    }
  }
  return edits;
}

/** A stretch of the text as it was, or text that came in; then `from` and `to` count from its own start. */
interface Piece extends Span {
  readonly text: string | undefined;
}

function piecesAfter(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  const queue = [...pieces].reverse();
  let at = 0;
  const take = (length: number, keep: boolean): void => {
    for (let left = length; left > 0; ) {
      const piece = queue.pop();
      if (!piece) return;
      const size = piece.to - piece.from;
      const taken = Math.min(size, left);
      if (keep) result.push(cut(piece, 0, taken));
      if (taken < size) queue.push(cut(piece, taken, size));
      left -= taken;
    }
  };
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    take(edit.from - at, true);
    take(edit.to - edit.from, false);
    if (edit.text !== '') result.push({ from: 0, to: edit.text.length, text: edit.text });
    at = edit.to;
  }
  return [...result, ...queue.reverse()];
}

function cut({ from, text }: Piece, start: number, end: number): Piece {
  if (text === undefined) return { from: from + start, to: from + end, text };
  const part = text.slice(start, end);
  return { from: 0, to: part.length, text: part };
}

/** Whether two spans share a character, or one is empty and stands inside or at the edge of the other. */
export function touches(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** From the start of the first span to the end of the last; undefined where there is none. */
export function enclosingSpan(spans: readonly Span[]): Span | undefined {
  const first = spans.at(0);
  const last = spans.at(-1);
  return first && last && { from: first.from, to: last.to };
}

/** What stands in the span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.from, span.to);
}

/** The same letters. A slice of an entry's text keeps the whole text in memory; this one, for what is kept longer, does not. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
