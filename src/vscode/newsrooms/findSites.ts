import * as vscode from 'vscode';
import { type Site, siteIn } from '../../core/newsroom/site.ts';
import { readFolder } from '../editor/fileSystem.ts';
import { settingsFor } from './editorSettings.ts';

/** The site whose configuration is directly in a folder; undefined if there is none. */
export async function siteAt(folder: vscode.Uri): Promise<Site | undefined> {
  const items = await readFolder(folder);
  const namesOf = (type: vscode.FileType) => items.filter(([, each]) => each & type).map(([name]) => name);
  return siteIn(namesOf(vscode.FileType.File), namesOf(vscode.FileType.Directory));
}

/** Whether a folder of the workspace is a site in which Daybook is not turned off. */
export async function hasSite(): Promise<boolean> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => settingsFor(uri).enabled !== 'off');
  const sites = await Promise.all(folders.map(({ uri }) => siteAt(uri)));
  return sites.some((site) => site !== undefined);
}
