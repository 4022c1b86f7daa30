import * as vscode from 'vscode';
import { readText } from '../editor/fileSystem.ts';
import { showRestricted, showWarning } from '../editor/notifications.ts';
import { settingsFor, settingsIfTrusted } from './editorSettings.ts';

/** The text of a newsroom's template; undefined if it has none or, with a message, if the file is missing or left out in Restricted Mode. */
export async function templateOf(root: vscode.Uri): Promise<string | undefined> {
  const { template } = settingsFor(root);
  if (template === undefined) {
    const { template: restricted } = settingsIfTrusted(root);
    if (restricted !== undefined) showRestricted(`The template ${restricted} is not used in Restricted Mode.`);
    return undefined;
  }
  const text = await readText(vscode.Uri.joinPath(root, template));
  if (text === undefined) showWarning(`The template ${template} does not exist. The entry starts without it.`);
  return text;
}
