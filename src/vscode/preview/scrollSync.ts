import * as vscode from 'vscode';

/** Ignore editor scroll events this long after typing or a jump: they are side effects, and the page follows the cursor anyway. */
const IGNORE_SCROLL_MS = 250;

/** Which scrolling of the editor the page should follow. */
export interface ScrollSync extends vscode.Disposable {
  /** Ignores the scroll events that an edit or a jump causes. */
  ignoreForNow(): void;
}

/** Calls `onScroll` when a writer scrolls an editor that shows the entry. */
export function openScrollSync(
  isShown: (document: vscode.TextDocument) => boolean,
  onScroll: (editor: vscode.TextEditor) => void,
): ScrollSync {
  let ignoreUntil = 0;
  const ignoreForNow = () => {
    ignoreUntil = performance.now() + IGNORE_SCROLL_MS;
  };
  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(ignoreForNow),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (isShown(textEditor.document) && performance.now() > ignoreUntil) onScroll(textEditor);
    }),
  );
  return { ignoreForNow, dispose: () => subscriptions.dispose() };
}
