import * as vscode from 'vscode';
import { continues, continueTyped } from '../../core/compose/items/continueItem.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { makeEdits, selectionsOf } from '../editor/textEdits.ts';

/** Enter at the end of items. */
export interface Enter {
  /** Makes of the line break that was just typed the next item, or the end of the list. */
  continue(): Promise<void>;
}

interface Typed {
  readonly document: vscode.TextDocument;
  /** As it was before the line break. */
  readonly entry: Entry;
  readonly at: number;
}

/**
 * Keeps the context key `daybook.atItemEnd`, by which Enter goes on with the form where an item ends, and nowhere else. The key types
 * its line break at once, in the window; the label follows. So whoever types on without waiting finds every letter behind it.
 */
export function openEnter(entries: EntryDocuments): Enter & vscode.Disposable {
  let told: boolean | undefined;
  let last: { readonly document: vscode.TextDocument; readonly entry: Entry } | undefined;
  let typed: Typed | undefined;
  const tell = () => {
    const editor = vscode.window.activeTextEditor;
    const isEntry = editor !== undefined && entries.is(editor.document);
    last = isEntry ? { document: editor.document, entry: entries.entry(editor.document) } : undefined;
    const applies =
      isEntry && editor.selections.length === 1 && continues(entries.entry(editor.document), selectionsOf(editor));
    if (applies === told) return;
    told = applies;
    void vscode.commands.executeCommand('setContext', 'daybook.atItemEnd', applies);
  };
  const onChange = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    if (document !== vscode.window.activeTextEditor?.document) return;
    const [change, ...others] = contentChanges;
    if (change && others.length === 0 && change.rangeLength === 0 && /^\r?\n$/.test(change.text)) {
      typed = last?.document === document ? { document, entry: last.entry, at: change.rangeOffset } : undefined;
    }
    tell();
  };
  tell();
  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) tell();
    }),
    vscode.workspace.onDidChangeTextDocument(onChange),
    entries.onDidChange(tell),
  );
  return {
    async continue() {
      const here = typed;
      typed = undefined;
      for (let attempt = 0; here && attempt < MOST_ATTEMPTS; attempt++) {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document !== here.document) return;
        const edits = continueTyped(here.entry, here.at, here.document.getText());
        if (!edits || (await makeEdits(editor, edits, { undoStopBefore: false, undoStopAfter: true }))) return;
        await new Promise<void>((resolve) => setTimeout(resolve, 10));
      }
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** The edit comes too late when a letter was typed on its way, and is worked out again. */
const MOST_ATTEMPTS = 20;
