import * as vscode from 'vscode';
import { showInfo } from '../editor/notifications.ts';
import { isWorkspaceFolder } from '../newsrooms/discoverRoots.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { rootNames } from '../newsrooms/rootNames.ts';
import { writeNewsroomSettings } from '../newsrooms/writeSettings.ts';

// *Turn On in This Folder* and *Turn Off in This Folder*.

/** Sets `enabled` for a newsroom: the one at the given root, else that of the active editor, else one that the writer picks. */
export async function setEnabled(newsrooms: Newsrooms, state: 'on' | 'off', argument: unknown): Promise<void> {
  const root = argument instanceof vscode.Uri ? argument : await rootToSet(newsrooms, state);
  if (!root) return;
  if (!isWorkspaceFolder(root)) return void (await writeNewsroomSettings(root, { enabled: state }));
  const { ConfigurationTarget, workspaceFolders = [] } = { ...vscode, ...vscode.workspace };
  const target = workspaceFolders.length > 1 ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('daybook', root).update('enabled', state, target);
}

async function rootToSet(newsrooms: Newsrooms, state: 'on' | 'off'): Promise<vscode.Uri | undefined> {
  const activeUri = vscode.window.activeTextEditor?.document.uri;
  const activeRoot = activeUri && newsrooms.possibleRootOf(activeUri);
  if (activeRoot && newsrooms.isOn(activeRoot) === (state === 'off')) return activeRoot;
  const { on, off } = await newsrooms.rootsByState();
  const roots = state === 'on' ? off : on;
  if (roots.length === 0)
    showInfo(`There is no folder with entries in which Daybook is ${state === 'on' ? 'off' : 'on'}.`);
  if (roots.length <= 1) return roots[0];
  const names = rootNames(roots);
  const items = roots.map((uri, index) => ({ label: names[index] ?? '', uri }));
  return (await vscode.window.showQuickPick(items, { title: `Turn Daybook ${state === 'on' ? 'On' : 'Off'}` }))?.uri;
}
