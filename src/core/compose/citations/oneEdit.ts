import { applyEdits, type Edit } from '../../text/text.ts';
import type { Paste } from './paste.ts';

/** An edit, and where in its text writing goes on. */
interface EditWithCaret extends Edit {
  readonly caret: number;
}

/** A paste as one edit, which reaches from its first change to its last and to the caret. */
export function oneEdit(text: string, { edits, caret }: Paste): EditWithCaret {
  const made = applyEdits(text, edits);
  const grown = made.length - text.length;
  const from = Math.min(caret, ...edits.map((edit) => edit.from));
  const to = Math.max(caret - grown, ...edits.map((edit) => edit.to));
  return { from, to, text: made.slice(from, to + grown), caret: caret - from };
}
