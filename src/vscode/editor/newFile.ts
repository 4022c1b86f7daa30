import * as vscode from 'vscode';
import { isUnavailable, statFile } from './fileSystem.ts';
import { showFileExists, showWarning } from './notifications.ts';
import { openDocumentAt } from './openDocuments.ts';

/** The text of a new file, and the offset at which the writer starts. */
interface NewFile {
  readonly text: string;
  readonly cursor: number;
}

/**
 * Creates a file and opens it with the cursor in place. Never overwrites a file, and is no undo step: undo must stop at the new file instead
 * of deleting it with everything written since. Returns undefined, with a message, if the file was not created.
 */
export async function createAndOpen(
  uri: vscode.Uri,
  { text, cursor }: NewFile,
): Promise<vscode.TextEditor | undefined> {
  const name = vscode.workspace.asRelativePath(uri, false);
  if (await statFile(uri)) {
    showFileExists(uri, `${name} already exists.`);
    return undefined;
  }
  if (await isUnavailable(uri)) {
    showWarning(`Could not create ${name}: its folder cannot be reached at the moment.`);
    return undefined;
  }
  if (openDocumentAt(uri)?.isDirty) {
    showFileExists(uri, `${name} was deleted, but is still open with unsaved changes.`);
    return undefined;
  }
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch {
    showWarning(`Could not create ${name}. The folder may be read-only.`);
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // The editor may still hold the document of a deleted file of that name, and reads the new one in its own time.
  if (document.getText() !== text) await textRead(document, text);
  // The editor opens with the cursor in place: a writer who types at once must not write above the front matter.
  const position = document.positionAt(cursor);
  const selection = new vscode.Range(position, position);
  return vscode.window.showTextDocument(document, { preview: false, selection });
}

/** Resolves once the document has the text, or after a while. */
async function textRead(document: vscode.TextDocument, text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timeout);
      listener.dispose();
      resolve();
    };
    const timeout = setTimeout(finish, READ_TIMEOUT_MS);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && document.getText() === text) finish();
    });
  });
}

const READ_TIMEOUT_MS = 2000;
