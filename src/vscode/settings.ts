import * as vscode from 'vscode';
import { readSettings, type Settings } from '../core/settings.ts';

/** The settings that hold for a file or folder; `daybook.*` of the editor. */
export function settingsFor(scope: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration('daybook', scope);
  return readSettings((name) => configuration.get(name));
}
