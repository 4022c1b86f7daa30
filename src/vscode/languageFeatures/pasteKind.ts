import * as vscode from 'vscode';

/** `text.citations.daybook`: lets writers prefer citations, or plain text, in the setting `editor.pasteAs.preferences`. */
export const PASTE_KIND = vscode.DocumentDropOrPasteEditKind.Text.append('citations', 'daybook');

/**
 * `markdown.link.image.attachment.daybook`: VS Code's Markdown extension steps back for images that another extension attaches, so that
 * its own way to paste one, which saves it beside the entry, comes second in the list.
 */
export const IMAGE_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append(
  'markdown',
  'link',
  'image',
  'attachment',
  'daybook',
);
