import type * as vscode from 'vscode';
import type { FeatureServices } from './commands/commandServices.ts';
import { registerReadiness } from './commands/readiness.ts';
import { openEntryDocuments } from './documents/entryDocuments.ts';
import { openEntryMoves } from './documents/entryMoves.ts';
import type { Services } from './documents/services.ts';
import { openShownProblems } from './documents/shownProblems.ts';
import { openDocumentChanges } from './editor/documentChanges.ts';
import { openBoldPairs } from './languageFeatures/boldPairs.ts';
import { registerDiagnostics } from './languageFeatures/diagnostics.ts';
import { registerDocumentLinks } from './languageFeatures/documentLinks.ts';
import { registerEnterKey } from './languageFeatures/enterKey.ts';
import { registerFoldedAddresses } from './languageFeatures/foldedAddresses.ts';
import { registerFolding } from './languageFeatures/folding.ts';
import { registerInlayHints } from './languageFeatures/inlayHints.ts';
import { registerLazyProviders } from './languageFeatures/lazyProviders.ts';
import { registerQuickFixes } from './languageFeatures/quickFixes.ts';
import { registerRulePages } from './languageFeatures/rulePages.ts';
import { registerSelectionRanges } from './languageFeatures/selectionRanges.ts';
import { registerOutline, registerWorkspaceSymbols } from './languageFeatures/symbols.ts';
import { registerGoneLinkDiagnostics } from './linkCheck/goneLinkDiagnostics.ts';
import { openResultStore } from './linkCheck/resultStore.ts';
import { Newsrooms } from './newsrooms/newsrooms.ts';
import { registerProfilePages } from './newsrooms/profilePages.ts';
import { openPreviews } from './preview/previews.ts';
import { registerArchiveView } from './views/archiveView.ts';
import { registerContextKeys } from './views/contextKeys.ts';
import { registerEntryView } from './views/entryView.ts';
import { registerOffStatus } from './views/offStatus.ts';
import { registerOutletsView } from './views/outletsView.ts';
import { registerStatusBar } from './views/statusBar.ts';
import { registerWalkthroughKeys } from './views/walkthroughKeys.ts';

/** Creates and registers all features for entries and newsrooms, in the order of their dependencies. */
export function openFeatures({
  subscriptions,
  extensionUri,
  storageUri,
  globalStorageUri,
  extension,
}: vscode.ExtensionContext): FeatureServices {
  const documentChanges = openDocumentChanges();
  const newsrooms = new Newsrooms(documentChanges, storageUri);
  const entries = openEntryDocuments(newsrooms);
  const entryMoves = openEntryMoves(newsrooms, documentChanges); // before everything that shows problems
  const shownProblems = openShownProblems(entries, entryMoves, documentChanges);
  const services: Services = { entries, newsrooms, documentChanges, entryMoves, shownProblems };
  const previews = openPreviews(services, extensionUri);
  const linkResults = openResultStore(storageUri);
  const boldPairs = openBoldPairs(services);
  subscriptions.push(
    documentChanges,
    newsrooms,
    entries,
    entryMoves,
    shownProblems,
    previews,
    linkResults,
    registerGoneLinkDiagnostics(services, linkResults),
    registerContextKeys(services),
    registerWalkthroughKeys(services),
    registerDiagnostics(services),
    registerRulePages(services), // before the quick fixes, so that they come first in the menu
    registerProfilePages(services),
    registerQuickFixes(services),
    registerStatusBar(services),
    registerOffStatus(services),
    registerReadiness(services),
    registerEntryView(services),
    registerArchiveView(services),
    registerOutletsView(services),
    registerOutline(services),
    registerWorkspaceSymbols(services),
    registerFolding(services),
    registerFoldedAddresses(services),
    registerSelectionRanges(services),
    registerLazyProviders(services),
    registerInlayHints(services),
    registerDocumentLinks(services),
    boldPairs,
    registerEnterKey(services, boldPairs.follow),
  );
  return { ...services, previews, linkResults, subscriptions, storageUri: globalStorageUri, extension };
}
