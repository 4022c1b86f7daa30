import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The folder that this run opened. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), path);
}

/** Opens a file of the folder in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)));
}

/** Writes a file of the folder and opens it. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
  return open(path);
}

/** The same where an editor may still remember another text of that file. */
export async function openFresh(path: string, text: string): Promise<vscode.TextEditor> {
  const editor = await openNew(path, text);
  if (editor.document.getText() !== text) await vscode.commands.executeCommand('workbench.action.files.revert');
  await eventually(() => editor.document.getText() === text, `the text of ${path}`);
  return editor;
}

export async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(at(path));
    return true;
  } catch {
    return false;
  }
}

export async function remove(path: string): Promise<void> {
  if (await exists(path)) await vscode.workspace.fs.delete(at(path));
}

/** Waits until `look` gives something; fails with the last thing it gave. */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
): Promise<T> {
  for (const start = Date.now(); Date.now() - start < 10_000; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never seen: ${what}`);
}

/** Daybook's diagnostics as `line:rule`, lines from 1, in the order of the text. */
export function shown(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'daybook')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end))
    .map((diagnostic) => `${diagnostic.range.start.line + 1}:${ruleOf(diagnostic)}`);
}

/** The rule that a diagnostic of Daybook's is about. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Takes back what was done to the active file and closes every editor. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // The workbench has documents of its own, such as the settings it is about to save.
    if (!document.isDirty || !document.uri.path.startsWith(root().path)) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
