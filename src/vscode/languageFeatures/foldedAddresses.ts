import * as vscode from 'vscode';
import { foldedAddresses } from '../../core/languageFeatures/foldedAddresses.ts';
import type { Services } from '../documents/services.ts';
import { toRange, toSpan } from '../editor/convert.ts';
import { deferred } from '../editor/deferred.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';

/**
 * Hides the addresses of links in entries, if the setting says so, but on lines with a cursor or a problem. Only what is drawn changes:
 * the text stays as it is for copying, searching and all commands.
 */
export function registerFoldedAddresses({ entries, documentChanges, shownProblems }: Services): vscode.Disposable {
  let decorationType: vscode.TextEditorDecorationType | undefined;
  const show = (editor: vscode.TextEditor) => {
    const { document, selections } = editor;
    const isOn = entries.isEntry(document) && settingsFor(document.uri).foldAddresses;
    if (!isOn) return decorationType && editor.setDecorations(decorationType, []);
    decorationType ??= createDecorationType();
    const problems = shownProblems.of(document).filter(({ severity }) => severity !== 'hint');
    const unfolded = [...problems, ...selections.map((selection) => toSpan(document, selection))];
    const spans = foldedAddresses(entries.entryOf(document), unfolded);
    return editor.setDecorations(
      decorationType,
      spans.map((span) => toRange(document, span)),
    );
  };
  const showAll = () => vscode.window.visibleTextEditors.forEach(show);
  const showIn = (document: vscode.TextDocument) => {
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) show(editor);
  };
  const showDeferred = deferred(showIn);
  showAll();
  return vscode.Disposable.from(
    showDeferred,
    { dispose: () => decorationType?.dispose() },
    onDidChangeSettings(showAll),
    entries.onDidChange(showAll),
    shownProblems.onDidChange((document) => showDeferred.schedule(document)),
    documentChanges.onDidChangeText(({ document }) => showDeferred.schedule(document)),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => showDeferred.schedule(textEditor.document)),
  );
}

function createDecorationType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    // The API has no way to hide text. The editor copies this value into a style rule.
    textDecoration: 'none; display: none;',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    before: { contentText: '…', color: new vscode.ThemeColor('descriptionForeground') },
  });
}
