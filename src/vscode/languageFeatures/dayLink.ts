import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/text/escapeMarkup.ts';

/** A Markdown link, for hovers, that opens the entry at `path` below `root`: `[Day 12](file:///…)`. */
export function dayLink(root: vscode.Uri, name: string, path: string): string {
  return `[${escapeMarkdown(name)}](${vscode.Uri.joinPath(root, path)})`;
}
