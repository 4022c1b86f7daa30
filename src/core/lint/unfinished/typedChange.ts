import type { Edit, Span } from '../../text/text.ts';

/** The span that the text of an edit occupies after all edits of the same change, which do not overlap. */
export function spansAfter(edits: readonly Edit[]): Span[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, text }) => {
      const start = from + shift;
      shift += text.length - (to - from);
      return { from: start, to: start + text.length };
    });
}

/**
 * The text of the last snippet, as long as its fields are being filled in: the one just inserted, or the known one with a change inside
 * it. Undefined if there is none, or if something changed outside it.
 */
export function snippetAfter(snippet: Span | undefined, edits: readonly Edit[]): Span | undefined {
  const [edit, ...furtherEdits] = edits;
  if (!edit || furtherEdits.length > 0) return undefined;
  const { from, to, text } = edit;
  if (EMPTY_ADDRESS.test(text)) return { from, to: from + text.length };
  if (!snippet || from < snippet.from || to > snippet.to) return undefined;
  return { from: snippet.from, to: snippet.to + text.length - (to - from) };
}

/** A link whose address is still to be filled in, as in our snippets: `[Outlet](https://)`, `[Herald]()`. */
const EMPTY_ADDRESS = /\]\((?:https:\/\/)?\)/;
