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

/**
 * Waits until `look` gives something, and returns it. What it throws counts as nothing: a file may not be there yet. Fails when
 * nothing has come of it for a minute, and tells what was seen last.
 */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
): Promise<T> {
  const start = Date.now();
  for (;;) {
    let seen: unknown;
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      seen = found;
    } catch (error) {
      seen = error;
    }
    if (Date.now() - start > PATIENCE_MS) throw new Error(`never seen: ${what}; last: ${seen}\n${windowNow()}`);
    await new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Waits until `read` gives what is expected; fails as `eventually` does, with the difference to what it gave last. */
export async function eventuallyEqual<T>(read: () => T | Promise<T>, expected: T, what: string): Promise<void> {
  await eventually(async () => {
    assert.deepEqual(await read(), expected);
    return true;
  }, what);
}

/** What has not come in so long will not come: no machine that is only slow takes it. */
const PATIENCE_MS = 60_000;

const POLL_MS = 20;

function windowNow(): string {
  const active = vscode.window.activeTextEditor?.document.uri;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
  return `open: ${tabs.join(', ') || 'nothing'}; active: ${active?.path ?? 'no text'}; problems: ${active ? shown(active).join() : ''}`;
}

/**
 * Runs a command until the list or the box that it shows is on the screen; `done` is the rest of it. Fails where it ends without.
 * Of a list of somebody else's the editor tells nothing; but it tells when it takes one of our own away to show another.
 */
export async function runToList(
  command: string,
  ...values: readonly unknown[]
): Promise<{ readonly done: Promise<unknown> }> {
  const next = nextList();
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...values));
  assert.ok(await next(done), `${command} ended without a list`);
  return { done };
}

/**
 * Shows a list of our own; returns what waits until another takes its place, or until something under way is over. Gives whether
 * there was another.
 */
export function nextList(): (underWay: Promise<unknown>) => Promise<boolean> {
  const own = vscode.window.createQuickPick();
  own.ignoreFocusOut = true;
  const another = new Promise<true>((resolve) => own.onDidHide(() => resolve(true)));
  own.show();
  return async (underWay) => {
    try {
      return await Promise.race([another, underWay.then(() => false)]);
    } finally {
      own.dispose();
    }
  };
}

/** Waits until the archive has heard of an entry of that title, which it does in its own time. */
export async function untilIndexed(title: string): Promise<void> {
  await eventually(async () => {
    const command = 'vscode.executeWorkspaceSymbolProvider';
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, title);
    return found.some(({ name }) => name === title);
  }, `${title} in the archive`);
}

/** Takes the row at hand in the list that is shown; nothing where none is. */
export async function accept(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** Does something again and again until what is under way is over. */
export async function repeatUntilOver(action: () => Promise<void>, underWay: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  void underWay.then(end, end);
  await eventually(async () => {
    if (!isOver) await action();
    return isOver;
  }, 'the end of what is under way');
  await underWay;
}

/** Closes the list that is shown; nothing where none is. */
export async function closeList(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
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
