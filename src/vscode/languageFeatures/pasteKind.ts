import * as vscode from 'vscode';

/** `text.citations.daybook`: lets writers prefer citations, or plain text, in the setting `editor.pasteAs.preferences`. */
export const PASTE_KIND = vscode.DocumentDropOrPasteEditKind.Text.append('citations', 'daybook');
