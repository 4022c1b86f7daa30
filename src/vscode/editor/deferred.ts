import type * as vscode from 'vscode';

export interface Deferred extends vscode.Disposable {
  /** Schedules one run for `document`, however often it is called before that run. */
  schedule(document: vscode.TextDocument): void;
}

/** Delays `run` to the next turn of the event loop, so that the preview's update of the same keystroke is sent first. */
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
    schedule(document) {
      waiting.add(document);
      timer ??= setTimeout(runAll);
    },
    dispose: () => clearTimeout(timer),
  };
}
