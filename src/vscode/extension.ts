import type * as vscode from 'vscode';
import { openNames } from './archive/names.ts';
import { openSearches } from './archive/searches.ts';
import { openArchiveCheck } from './checkAll.ts';
import { registerCommands } from './commands.ts';
import { registerCompletions } from './completions.ts';
import { registerContext } from './context.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { openEnter } from './enter.ts';
import { openEntries } from './entries.ts';
import { registerRulePages } from './explainRule.ts';
import { registerFolding } from './folding.ts';
import { registerFrontMatter } from './frontMatter.ts';
import { registerHovers } from './hovers.ts';
import { registerInlayHints } from './inlayHints.ts';
import { openLinkCheck } from './linkCheck.ts';
import { Newsrooms } from './newsrooms.ts';
import { registerPaste } from './paste.ts';
import { openPreviews } from './preview/previews.ts';
import { registerQuickFixes } from './quickFixes.ts';
import { registerReadiness } from './readiness.ts';
import { registerSelectionRanges } from './selection.ts';
import { registerSettings } from './settings.ts';
import { registerStatusBar } from './statusBar.ts';
import { registerOutline, registerWorkspaceSymbols } from './symbols.ts';
import { registerArchiveView } from './views/archiveView.ts';
import { registerEntryView } from './views/entryView.ts';
import { registerSourcesView } from './views/sourcesView.ts';

/** Called by the editor when the extension is first needed: the parts, in the order in which they need each other. */
export function activate({ subscriptions, extensionUri, storageUri, globalStorageUri }: vscode.ExtensionContext): void {
  const settings = registerSettings();
  const newsrooms = new Newsrooms(storageUri);
  const entries = openEntries(newsrooms);
  const names = openNames(newsrooms);
  const previews = openPreviews(entries, newsrooms, extensionUri);
  const archiveCheck = openArchiveCheck(entries, newsrooms);
  const linkCheck = openLinkCheck(entries, newsrooms, storageUri);
  const enter = openEnter(entries);
  const searches = openSearches(newsrooms);
  subscriptions.push(
    settings,
    newsrooms,
    entries,
    previews,
    archiveCheck,
    linkCheck,
    registerContext(entries, newsrooms),
    registerDiagnostics(entries, newsrooms),
    registerRulePages(entries), // before the quick fixes, so that they stand above it in the menu
    registerQuickFixes(entries),
    registerStatusBar(entries),
    registerReadiness(entries),
    registerFrontMatter(entries, newsrooms),
    registerEntryView(entries, newsrooms),
    registerArchiveView(newsrooms),
    registerSourcesView(entries, newsrooms),
    registerOutline(entries),
    registerWorkspaceSymbols(newsrooms),
    registerFolding(entries),
    registerSelectionRanges(entries),
    registerPaste(entries),
    registerCompletions(entries, newsrooms),
    registerHovers(entries, newsrooms),
    registerInlayHints(entries, newsrooms),
    registerDocumentLinks(entries, newsrooms),
    enter,
    registerCommands({
      newsrooms,
      entries,
      names,
      searches,
      enter,
      previews,
      archiveCheck,
      linkCheck,
      storage: globalStorageUri,
    }),
  );
}
