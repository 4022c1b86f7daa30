import * as vscode from 'vscode';

// A place in a text is a line and how much of it is before, as one number: the page and the editor wrap lines differently.

/** The editor in view that has the document. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const key = document.uri.toString();
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === key);
}

export function placeOf(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  return line + character / (document.lineAt(line).text.length + 2);
}

/** Where the cursor goes with the changes, if they were made by writing at it; the editor tells of that only later. */
export function placeWritten(
  document: vscode.TextDocument,
  [change, ...others]: readonly vscode.TextDocumentContentChangeEvent[],
): number | undefined {
  const editor = vscode.window.activeTextEditor;
  const isHere = change && others.length === 0 && editor?.document === document && editor.selections.length === 1;
  if (!isHere || !change.range.intersection(editor.selection)) return undefined;
  return placeOf(document, document.positionAt(change.rangeOffset + change.text.length));
}

/** The place at the top of the view. */
export function topOf({ document, visibleRanges }: vscode.TextEditor): number {
  const [first] = visibleRanges;
  return first ? placeOf(document, first.start) : 0;
}

/** Scrolls so that the place is at the top. */
export function reveal(editor: vscode.TextEditor, place: number): void {
  const { document } = editor;
  const line = Math.min(Math.floor(place), document.lineCount - 1);
  const { text } = document.lineAt(line);
  const start = new vscode.Position(line, Math.floor((place - line) * text.length));
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

/** Puts the cursor there, in the editor that has the document or in one that it opens, and gives it the focus. */
export async function showAt(document: vscode.TextDocument, offset: number, column: vscode.ViewColumn): Promise<void> {
  const position = document.positionAt(offset);
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(document, { viewColumn: editorOf(document)?.viewColumn ?? column, selection });
}
