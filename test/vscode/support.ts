import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The workspace folder of this run. */
function workspaceRoot(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

export function uriAt(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceRoot(), path);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriAt(path)));
}

/** Writes a file in the workspace and opens it. */
export async function createAndOpen(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
  return openFile(path);
}

/** As `createAndOpen`, for a path whose old document the editor may still keep. */
export async function createAndOpenFresh(path: string, text: string): Promise<vscode.TextEditor> {
  const editor = await createAndOpen(path, text);
  if (editor.document.getText() !== text) await vscode.commands.executeCommand('workbench.action.files.revert');
  await eventually(() => editor.document.getText() === text, `the text of ${path}`);
  return editor;
}

export async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uriAt(path));
    return true;
  } catch {
    return false;
  }
}

export async function deleteFile(path: string): Promise<void> {
  if (await exists(path)) await vscode.workspace.fs.delete(uriAt(path));
}

/**
 * Waits until `look` returns something, and returns it. Errors count as nothing: a file may not exist yet. Fails after a minute, with
 * the last result.
 */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  description: string,
): Promise<T> {
  const start = Date.now();
  for (;;) {
    let lastResult: unknown;
    try {
      const result = await look();
      if (result !== undefined && result !== false) return result;
      lastResult = result;
    } catch (error) {
      lastResult = error;
    }
    if (Date.now() - start > TIMEOUT_MS)
      throw new Error(`timed out waiting for ${description}; last result: ${lastResult}\n${describeWindow()}`);
    await new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Waits until `read` returns what is expected. Fails like `eventually`, with the difference to the last result. */
export async function eventuallyEqual<T>(read: () => T | Promise<T>, expected: T, description: string): Promise<void> {
  await eventually(async () => {
    assert.deepEqual(await read(), expected);
    return true;
  }, description);
}

/** Longer than even a slow machine needs. */
const TIMEOUT_MS = 60_000;

const POLL_MS = 20;

function describeWindow(): string {
  const active = vscode.window.activeTextEditor?.document.uri;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
  return `open: ${tabs.join(', ') || 'nothing'}; active: ${active?.path ?? 'no text'}; problems: ${active ? shownProblems(active).join() : ''}`;
}

/**
 * Runs a command until it shows a list or an input box; `done` settles when it ends. Fails if it ends without one. The API does not
 * report the lists of others, but it reports when a list of our own is hidden because another one is shown.
 */
export async function runUntilList(
  command: string,
  ...values: readonly unknown[]
): Promise<{ readonly done: Promise<unknown> }> {
  const nextList = waitForNextList();
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...values));
  assert.ok(await nextList(done), `${command} ended without a list`);
  return { done };
}

/**
 * Shows a list of our own. The returned function waits until another list replaces it, or until the given promise settles, and returns
 * whether there was another list.
 */
export function waitForNextList(): (pending: Promise<unknown>) => Promise<boolean> {
  const ownList = vscode.window.createQuickPick();
  ownList.ignoreFocusOut = true;
  const another = new Promise<true>((resolve) => ownList.onDidHide(() => resolve(true)));
  ownList.show();
  return async (pending) => {
    try {
      return await Promise.race([another, pending.then(() => false)]);
    } finally {
      ownList.dispose();
    }
  };
}

/** Waits until the archive contains an entry with this title. */
export async function waitUntilIndexed(title: string): Promise<void> {
  await eventually(async () => {
    const command = 'vscode.executeWorkspaceSymbolProvider';
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, title);
    return symbols.some(({ name }) => name === title);
  }, `${title} in the archive`);
}

/** Accepts the active item of the list on screen, if there is one. */
export async function acceptItem(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** Repeats an action until a promise settles. */
export async function repeatUntilSettled(action: () => Promise<void>, pending: Promise<unknown>): Promise<void> {
  let isSettled = false;
  const end = () => {
    isSettled = true;
  };
  void pending.then(end, end);
  await eventually(async () => {
    if (!isSettled) await action();
    return isSettled;
  }, 'the promise to settle');
  await pending;
}

/** Closes the list on screen, if there is one. */
export async function closeList(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
}

/** Daybook's diagnostics as `line:rule`, in the order of the text. Lines start at 1. */
export function shownProblems(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'daybook')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end))
    .map((diagnostic) => `${diagnostic.range.start.line + 1}:${ruleOf(diagnostic)}`);
}

/** The rule of one of Daybook's diagnostics. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Reverts all changed files and closes every editor. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // Skips the workbench's own documents, such as settings that it is about to save.
    if (!document.isDirty || !document.uri.path.startsWith(workspaceRoot().path)) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
