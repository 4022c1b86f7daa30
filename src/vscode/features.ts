import type * as vscode from 'vscode';
import type { Parts } from './commands/index.ts';
import { registerReadiness } from './commands/readiness.ts';
import { openEntryDocuments } from './documents/entryDocuments.ts';
import { registerDiagnostics } from './languageFeatures/diagnostics.ts';
import { registerDocumentLinks } from './languageFeatures/documentLinks.ts';
import { openEnter } from './languageFeatures/enterKey.ts';
import { registerFolding } from './languageFeatures/folding.ts';
import { registerInlayHints } from './languageFeatures/inlayHints.ts';
import { registerAssistance } from './languageFeatures/lazyProviders.ts';
import { registerQuickFixes } from './languageFeatures/quickFixes.ts';
import { registerRulePages } from './languageFeatures/rulePages.ts';
import { registerSelectionRanges } from './languageFeatures/selectionRanges.ts';
import { registerOutline, registerWorkspaceSymbols } from './languageFeatures/symbols.ts';
import { registerGonePages } from './linkCheck/goneLinkDiagnostics.ts';
import { openResultStore } from './linkCheck/resultStore.ts';
import { Newsrooms } from './newsrooms/newsrooms.ts';
import { openPreviews } from './preview/previews.ts';
import { registerArchiveView } from './views/archiveView.ts';
import { registerContext } from './views/contextKeys.ts';
import { registerEntryView } from './views/entryView.ts';
import { registerOutletsView } from './views/outletsView.ts';
import { registerStatusBar } from './views/statusBar.ts';

/** All that serves entries and newsrooms: the parts, in the order in which they need each other. Gives what commands work with. */
export function openFeatures({
  subscriptions,
  extensionUri,
  storageUri,
  globalStorageUri,
}: vscode.ExtensionContext): Parts {
  const newsrooms = new Newsrooms(storageUri);
  const entries = openEntryDocuments(newsrooms);
  const previews = openPreviews(entries, newsrooms, extensionUri);
  const checks = openResultStore(storageUri);
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
    registerOutletsView(entries, newsrooms),
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
