import * as vscode from 'vscode';
import { canContinueItem, continueAfterTypedBreak } from '../../core/compose/items/continueItem.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Services } from '../documents/services.ts';
import { setContextKey } from '../editor/contextKey.ts';
import { makeEdits, selectionsOf } from '../editor/textEdits.ts';

export interface EnterKey extends vscode.Disposable {
  /** Turns the line break that was just typed into the next item, or into the end of the list. */
  continue(): Promise<void>;
}

interface TypedLineBreak {
  readonly document: vscode.TextDocument;
  /** The entry before the line break. */
  readonly entryBefore: Entry;
  readonly offset: number;
}

/**
 * Maintains the context key `daybook.atItemEnd`, which binds Enter to `daybook.continueItem` at the end of an item. The key binding
 * types the line break itself, in the window, and the label is inserted afterwards: letters typed meanwhile end up after the label.
 */
export function openEnterKey({ entries, documentChanges }: Pick<Services, 'entries' | 'documentChanges'>): EnterKey {
  let lastValue: boolean | undefined;
  let lastEntry: { readonly document: vscode.TextDocument; readonly entry: Entry } | undefined;
  let typedLineBreak: TypedLineBreak | undefined;
  const update = () => {
    const editor = vscode.window.activeTextEditor;
    const entry = editor && entries.isEntry(editor.document) ? entries.entryOf(editor.document) : undefined;
    lastEntry = editor && entry ? { document: editor.document, entry } : undefined;
    const isAtItemEnd =
      editor !== undefined &&
      entry !== undefined &&
      editor.selections.length === 1 &&
      canContinueItem(entry, selectionsOf(editor));
    if (isAtItemEnd === lastValue) return;
    lastValue = isAtItemEnd;
    setContextKey('daybook.atItemEnd', isAtItemEnd);
  };
  const onChange = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const [change, ...furtherChanges] = contentChanges;
    if (change && furtherChanges.length === 0 && change.rangeLength === 0 && /^\r?\n$/.test(change.text)) {
      typedLineBreak =
        lastEntry?.document === document
          ? { document, entryBefore: lastEntry.entry, offset: change.rangeOffset }
          : undefined;
    }
    update();
  };
  update();
  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) update();
    }),
    documentChanges.onDidChangeActiveText(onChange),
    entries.onDidChange(update),
  );
  return {
    async continue() {
      const lineBreak = typedLineBreak;
      typedLineBreak = undefined;
      for (let attempt = 0; lineBreak && attempt < MAX_ATTEMPTS; attempt++) {
        const { document, entryBefore, offset } = lineBreak;
        const editor = vscode.window.activeTextEditor;
        if (editor?.document !== document) return;
        const edits = continueAfterTypedBreak(entryBefore, offset, document.getText());
        if (!edits || (await makeEdits(editor, edits, { undoStopBefore: false, undoStopAfter: true }))) return;
        await new Promise<void>((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
      }
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** The editor rejects the edit if a letter was typed in the meantime; it is then computed again. */
const MAX_ATTEMPTS = 20;

const RETRY_DELAY_MS = 10;
