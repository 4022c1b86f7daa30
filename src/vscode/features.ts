import type * as vscode from 'vscode';
import { registerAssistance } from './assistance.ts';
import type { Parts } from './commands.ts';
import { registerContext } from './context.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { openEnter } from './enter.ts';
import { openEntries } from './entries.ts';
import { registerRulePages } from './explainRule.ts';
import { registerFolding } from './folding.ts';
import { registerInlayHints } from './inlayHints.ts';
import { openChecks } from './links/checks.ts';
import { registerGonePages } from './links/gonePages.ts';
import { Newsrooms } from './newsrooms.ts';
import { openPreviews } from './preview/previews.ts';
import { registerQuickFixes } from './quickFixes.ts';
import { registerReadiness } from './readiness.ts';
import { registerSelectionRanges } from './selection.ts';
import { registerStatusBar } from './statusBar.ts';
import { registerOutline, registerWorkspaceSymbols } from './symbols.ts';
import { registerArchiveView } from './views/archiveView.ts';
import { registerEntryView } from './views/entryView.ts';
import { registerSourcesView } from './views/sourcesView.ts';

/** All that serves entries and newsrooms: the parts, in the order in which they need each other. Gives what commands work with. */
export function openFeatures({
  subscriptions,
  extensionUri,
  storageUri,
  globalStorageUri,
}: vscode.ExtensionContext): Parts {
  const newsrooms = new Newsrooms(storageUri);
  const entries = openEntries(newsrooms);
  const previews = openPreviews(entries, newsrooms, extensionUri);
  const checks = openChecks(storageUri);
  const enter = openEnter(entries);
  subscriptions.push(
    newsrooms,
    entries,
    previews,
    checks,
    registerGonePages(entries, checks),
    registerContext(entries, newsrooms),
    registerDiagnostics(entries, newsrooms),
    registerRulePages(entries), // before the quick fixes, so that they stand above it in the menu
    registerQuickFixes(entries),
    registerStatusBar(entries),
    registerReadiness(entries),
    registerEntryView(entries, newsrooms),
    registerArchiveView(newsrooms),
    registerSourcesView(entries, newsrooms),
    registerOutline(entries),
    registerWorkspaceSymbols(newsrooms),
    registerFolding(entries),
    registerSelectionRanges(entries),
    registerAssistance(entries, newsrooms),
    registerInlayHints(entries, newsrooms),
    registerDocumentLinks(entries, newsrooms),
    enter,
  );
  return { newsrooms, entries, enter, previews, checks, subscriptions, storage: globalStorageUri };
}
