import { applyEdits, type Edit } from '../../text/text.ts';
import type { Paste } from './paste.ts';

/** An edit with the cursor's place as an offset in the edit's text. */
interface EditWithCaret extends Edit {
  readonly caret: number;
}

/** Joins the edits of a paste into one that spans from the first change to the last and includes the caret. */
export function pasteAsSingleEdit(text: string, { edits, caret }: Paste): EditWithCaret {
  const newText = applyEdits(text, edits);
  const growth = newText.length - text.length;
  const from = Math.min(caret, ...edits.map((edit) => edit.from));
  const to = Math.max(caret - growth, ...edits.map((edit) => edit.to));
  return { from, to, text: newText.slice(from, to + growth), caret: caret - from };
}
