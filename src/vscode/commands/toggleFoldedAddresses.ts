import * as vscode from 'vscode';
import { settingsFor } from '../newsrooms/editorSettings.ts';

/** Turns the setting on or off, where it is set. */
export async function toggleFoldedAddresses(): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  const configuration = vscode.workspace.getConfiguration('daybook', scope);
  const isOn = scope ? settingsFor(scope).foldAddresses : configuration.get('foldAddresses') === true;
  const isInWorkspace = configuration.inspect('foldAddresses')?.workspaceValue !== undefined;
  const target = isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('foldAddresses', !isOn, target);
}
