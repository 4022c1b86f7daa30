import * as vscode from 'vscode';
import type { Outcome, Selection } from '../../core/compose/items/change.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { makeEdits, selectionsOf } from '../editor/textEdits.ts';

/** Something that is done to the items at the selections of an entry. */
type ItemCommand = (entry: Entry, selections: readonly Selection[]) => Outcome;

/** Does it in the active editor, in one step that one undo takes back, or says why it cannot be done. */
export async function changeItems(entries: EntryDocuments, command: ItemCommand): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !entries.is(editor.document)) return say('Open an entry and put the cursor into an item first.');
  const outcome = command(entries.entry(editor.document), selectionsOf(editor));
  if (!outcome.ok) return say(outcome.message);
  if (!(await makeEdits(editor, outcome.edits))) return say('The entry could not be changed; it may be read-only.');
  editor.selections = outcome.selections.map(({ anchor, active }) => {
    const { document } = editor;
    return new vscode.Selection(document.positionAt(anchor), document.positionAt(active));
  });
  editor.revealRange(editor.selection);
}

async function say(message: string): Promise<void> {
  // Not awaited: a command is done when it has said what it has to say, not when the message is put away.
  void vscode.window.showInformationMessage(message);
}
