import * as vscode from 'vscode';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { setContextKey } from '../editor/contextKey.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { VIEW_TYPE } from '../preview/viewType.ts';

/**
 * Completes steps of the walkthrough: sets `daybook.hasOpenedNewsroom`, `daybook.hasWritten` (an entry has been given a citation) and
 * `daybook.hasOpenedPreview`. VS Code ticks a step when its key becomes true, but never if the key is true already when VS Code reads the
 * walkthrough, which is when one is first opened. So the keys are true for a moment only: when the step is done, and after something has been
 * opened that may be a walkthrough.
 */
export function registerWalkthroughKeys({ entries, newsrooms, documentChanges }: Services): vscode.Disposable {
  const done = new Set<string>();
  const complete = (key: string) => {
    if (done.has(key)) return;
    done.add(key);
    tick(key);
  };
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const look = (tabs: readonly vscode.Tab[]) => {
    if (tabs.some(isPreview)) complete('daybook.hasOpenedPreview');
    // A walkthrough is one of the editors that the API does not tell apart.
    if (!tabs.some(({ input }) => input === undefined)) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      done.forEach(tick);
    }, READ_DELAY_MS);
    timers.add(timer);
  };
  look(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => look([...opened, ...changed])),
    onFirstNewsroom(newsrooms, () => complete('daybook.hasOpenedNewsroom')),
    onFirstCitation(entries, documentChanges, () => complete('daybook.hasWritten')),
    { dispose: () => timers.forEach(clearTimeout) },
  );
}

function tick(key: string): void {
  setContextKey(key, true);
  setContextKey(key, false);
}

/** How long VS Code takes at most to read the walkthroughs after it has opened one. */
const READ_DELAY_MS = 2000;

function isPreview({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW_TYPE);
}

function onFirstNewsroom(newsrooms: Newsrooms, callback: () => void): vscode.Disposable {
  const look = async () => {
    if ((await newsrooms.roots()).length === 0) return;
    listener.dispose();
    callback();
  };
  const listener = newsrooms.onDidChange(() => void look());
  void look();
  return listener;
}

function onFirstCitation(
  entries: EntryDocuments,
  documentChanges: DocumentChanges,
  callback: () => void,
): vscode.Disposable {
  const listener = documentChanges.onDidChangeText(({ document }) => {
    const isCited =
      entries.isEntry(document) &&
      entries.entryOf(document).blocks.some(({ citationGroups }) => citationGroups.length > 0);
    if (!isCited) return;
    listener.dispose();
    callback();
  });
  return listener;
}
