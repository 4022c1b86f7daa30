import type * as vscode from 'vscode';
import { openArchiveCheck } from './checkAll.ts';
import { registerCommands } from './commands.ts';
import { registerContext } from './context.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { openEnter } from './enter.ts';
import { openEntries } from './entries.ts';
import { registerRulePages } from './explainRule.ts';
import { registerFolding } from './folding.ts';
import { Newsrooms } from './newsrooms.ts';
import { openPreviews } from './preview/previews.ts';
import { registerQuickFixes } from './quickFixes.ts';
import { registerSelectionRanges } from './selection.ts';
import { registerSettings } from './settings.ts';
import { registerStatusBar } from './statusBar.ts';
import { registerOutline, registerWorkspaceSymbols } from './symbols.ts';

/** Called by the editor when the extension is first needed: the parts, in the order in which they need each other. */
export function activate({ subscriptions, extensionUri, storageUri }: vscode.ExtensionContext): void {
  const settings = registerSettings();
  const newsrooms = new Newsrooms(storageUri);
  const entries = openEntries(newsrooms);
  const previews = openPreviews(entries, newsrooms, extensionUri);
  const archiveCheck = openArchiveCheck(entries, newsrooms);
  const enter = openEnter(entries);
  subscriptions.push(
    settings,
    newsrooms,
    entries,
    previews,
    archiveCheck,
    registerContext(entries),
    registerDiagnostics(entries, newsrooms),
    registerRulePages(entries), // before the quick fixes, so that they stand above it in the menu
    registerQuickFixes(entries),
    registerStatusBar(entries),
    registerOutline(entries),
    registerWorkspaceSymbols(newsrooms),
    registerFolding(entries),
    registerSelectionRanges(entries),
    enter,
    registerCommands({ newsrooms, entries, enter, previews, archiveCheck }),
  );
}
