import * as vscode from 'vscode';

// What commands say when they cannot do something. Nothing is awaited: a command is done when it has said what it has to say, not
// when the message is put away.

export function showInfo(message: string): void {
  void vscode.window.showInformationMessage(message);
}

export function showWarning(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** A warning about a file that is there, and the way to it. */
export function showFileExists(uri: vscode.Uri, message: string): void {
  const open = 'Open It';
  void vscode.window.showWarningMessage(message, open).then((answer) => {
    if (answer === open) void vscode.window.showTextDocument(uri);
  });
}
