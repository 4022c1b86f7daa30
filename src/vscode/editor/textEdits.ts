import type * as vscode from 'vscode';
import type { Selection } from '../../core/compose/items/change.ts';
import type { Edit } from '../../core/text/text.ts';
import { toRange } from './convert.ts';

// Where changes that the core works out meet an editor.

/** Makes edits in one step, by default one for undo as well; false where the text has changed meanwhile or must not be changed. */
export async function makeEdits(
  editor: vscode.TextEditor,
  edits: readonly Edit[],
  undo = { undoStopBefore: true, undoStopAfter: true },
): Promise<boolean> {
  const { document } = editor;
  return editor.edit((edit) => {
    for (const { text, ...span } of edits) {
      if (span.from === span.to) edit.insert(document.positionAt(span.from), text);
      else edit.replace(toRange(document, span), text);
    }
  }, undo);
}

/** The editor's selections by offsets. */
export function selectionsOf({ document, selections }: vscode.TextEditor): Selection[] {
  return selections.map(({ anchor, active }) => ({
    anchor: document.offsetAt(anchor),
    active: document.offsetAt(active),
  }));
}
