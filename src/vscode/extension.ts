import type * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { registerContext } from './context.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { openEntries } from './entries.ts';
import { Newsrooms } from './newsrooms.ts';
import { openPreviews } from './preview/previews.ts';
import { registerQuickFixes } from './quickFixes.ts';
import { registerStatusBar } from './statusBar.ts';

/** Called by the editor when the extension is first needed: the parts, in the order in which they need each other. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const newsrooms = new Newsrooms();
  const entries = openEntries(newsrooms);
  const previews = openPreviews(entries, newsrooms, extensionUri);
  subscriptions.push(
    newsrooms,
    entries,
    previews,
    registerContext(entries),
    registerDiagnostics(entries),
    registerQuickFixes(entries),
    registerStatusBar(entries),
    registerCommands({ newsrooms, entries, previews }),
  );
}
