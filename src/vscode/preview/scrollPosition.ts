import * as vscode from 'vscode';

// Positions as the preview's protocol has them: fractional source lines, which start at 0.

/** The visible editor that shows the document. */
export function visibleEditorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const key = document.uri.toString();
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === key);
}

/** The fractional line of a position. */
export function fractionalLineOf(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  return line + character / (document.lineAt(line).text.length + 2);
}

/**
 * The fractional line where the cursor will be after a change, if that is one edit at the only cursor of the active editor. The
 * editor reports the new selection only later.
 */
export function cursorLineAfter(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): number | undefined {
  const [change] = changes;
  const editor = vscode.window.activeTextEditor;
  if (!change || changes.length > 1 || editor?.document !== document || editor.selections.length > 1) return undefined;
  if (!change.range.intersection(editor.selection)) return undefined;
  return fractionalLineOf(document, document.positionAt(change.rangeOffset + change.text.length));
}

/** The fractional line at the top of an editor. */
export function topLineOf({ document, visibleRanges }: vscode.TextEditor): number {
  const [first] = visibleRanges;
  return first ? fractionalLineOf(document, first.start) : 0;
}

/** Scrolls an editor so that a fractional line is at its top. */
export function revealAtTop(editor: vscode.TextEditor, fractionalLine: number): void {
  const { document } = editor;
  const line = Math.min(Math.floor(fractionalLine), document.lineCount - 1);
  const { text } = document.lineAt(line);
  const start = new vscode.Position(line, Math.floor((fractionalLine - line) * text.length));
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

/** Focuses an editor of the document, opened in `column` if none is visible, and puts the cursor at an offset. */
export async function showAtOffset(
  document: vscode.TextDocument,
  offset: number,
  column: vscode.ViewColumn,
): Promise<void> {
  const position = document.positionAt(offset);
  const selection = new vscode.Range(position, position);
  const viewColumn = visibleEditorOf(document)?.viewColumn ?? column;
  await vscode.window.showTextDocument(document, { viewColumn, selection });
}
