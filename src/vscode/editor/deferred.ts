import type * as vscode from 'vscode';

/**
 * Runs what a key asks for once the way to the screen is free: in the next turn of the loop, when the preview's update has left.
 * However often it is asked for meanwhile, it runs once for each document.
 */
export function deferred(run: (document: vscode.TextDocument) => void): Deferred {
  const waiting = new Set<vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const runAll = () => {
    timer = undefined;
    const documents = [...waiting];
    waiting.clear();
    for (const document of documents) if (!document.isClosed) run(document);
  };
  return {
    ask(document) {
      waiting.add(document);
      timer ??= setTimeout(runAll);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** See `afterwards`. */
export interface Deferred extends vscode.Disposable {
  ask(document: vscode.TextDocument): void;
}
