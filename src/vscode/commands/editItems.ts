import * as vscode from 'vscode';
import type { ChangeOutcome, Selection } from '../../core/compose/items/change.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { entryEditorAt } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { showInfo, showReadOnly } from '../editor/notifications.ts';
import { makeEdits, selectionsOf } from '../editor/textEdits.ts';

/** A change to the items at the selections of an entry. */
type ItemCommand = (entry: Entry, selections: readonly Selection[]) => ChangeOutcome;

/** Runs an item command for a row or in the active editor, as one undo step, or shows why it does not apply. */
export async function editItems({ entries }: Services, argument: unknown, command: ItemCommand): Promise<void> {
  const active = await entryEditorAt(entries, argument);
  if (!active) return;
  const { editor, context } = active;
  const outcome = command(context.entry, selectionsOf(editor));
  if (!outcome.ok) return showInfo(outcome.message);
  if (!(await makeEdits(editor, outcome.edits))) return showReadOnly();
  const { document } = editor;
  editor.selections = outcome.selections.map(
    ({ anchor, active }) => new vscode.Selection(document.positionAt(anchor), document.positionAt(active)),
  );
  editor.revealRange(editor.selection);
}
