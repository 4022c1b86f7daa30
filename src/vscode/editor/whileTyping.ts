import * as vscode from 'vscode';
import type { Span } from '../../core/text/text.ts';
import { toRange } from './convert.ts';

// Edits made right after a key, while the next key may already be under way.

/** The editor rejects an edit if a letter was typed in the meantime. Calls `edit` again, which is to compute it anew, until it is applied. */
export async function retryWhileTyping(edit: () => Thenable<boolean>): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (await edit()) return;
    const delay = Math.min(MAX_DELAY_MS, MIN_DELAY_MS * (attempt + 1));
    await new Promise<void>((resolve) => setTimeout(resolve, delay));
  }
}

const MAX_ATTEMPTS = 100;

const MIN_DELAY_MS = 5;
const MAX_DELAY_MS = 50;

/**
 * Replaces a span by two texts with the cursor between them, as part of the undo step of the last key. Tab then moves the cursor to the
 * end of the second text. False if the document changed in the meantime.
 */
export function insertAround(editor: vscode.TextEditor, span: Span, before: string, after: string): Thenable<boolean> {
  const snippet = new vscode.SnippetString().appendText(before).appendTabstop(1).appendText(after).appendTabstop(0);
  const options = { undoStopBefore: false, undoStopAfter: false, keepWhitespace: true };
  return editor.insertSnippet(snippet, toRange(editor.document, span), options);
}
