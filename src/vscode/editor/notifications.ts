import * as vscode from 'vscode';
import { escapeLinks } from '../../core/text/escapeMarkup.ts';

// Notifications are not awaited: a command ends when it has shown one, not when the user dismisses it.

export function showInfo(message: string): void {
  void vscode.window.showInformationMessage(escapeLinks(message));
}

export function showWarning(message: string): void {
  void vscode.window.showWarningMessage(escapeLinks(message));
}

/** Shows a warning about an existing file, with a button that opens it. */
export function showFileExists(uri: vscode.Uri, message: string): void {
  void vscode.window.showWarningMessage(escapeLinks(message), OPEN_FILE).then((answer) => {
    if (answer === OPEN_FILE) void vscode.window.showTextDocument(uri);
  });
}

export const OPEN_FILE = 'Open File';

/** Shows that Daybook is off where a command should run, with a button that turns it on. */
export function showIsOff(): void {
  const turnOn = 'Turn On';
  void vscode.window.showWarningMessage('Daybook is off in this folder.', turnOn).then((answer) => {
    if (answer === turnOn) void vscode.commands.executeCommand('daybook.turnOn');
  });
}

/** Shows what a command did without in Restricted Mode, with a button to trust the folder. */
export function showRestricted(message: string): void {
  const manageTrust = 'Manage Workspace Trust';
  void vscode.window.showInformationMessage(escapeLinks(message), manageTrust).then((answer) => {
    if (answer === manageTrust) void vscode.commands.executeCommand('workbench.trust.manage');
  });
}

/** Shows that an edit was refused. */
export function showReadOnly(name = 'the entry'): void {
  showWarning(`Could not change ${name}. It may be read-only.`);
}

/** Shows that the entry changed while a command waited for an answer; `next` says what to do about it. */
export function showEntryChanged(next: string): void {
  showInfo(`The entry has changed in the meantime. ${next}`);
}
