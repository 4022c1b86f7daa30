import * as vscode from 'vscode';

type ChangeEvent = vscode.Event<vscode.TextDocumentChangeEvent>;

/** Passes document changes on to all features, in the order in which they subscribed. */
export interface DocumentChanges extends vscode.Disposable {
  /** Fires for every change, even if only the dirty state changed and `contentChanges` is empty. */
  readonly onDidChange: ChangeEvent;
  /** Fires when the text of a document changes. */
  readonly onDidChangeText: ChangeEvent;
  /** Fires when the text in the active editor changes. */
  readonly onDidChangeActiveText: ChangeEvent;
}

/** Registers the extension's only listener for document changes. */
export function openDocumentChanges(): DocumentChanges {
  const changed = new vscode.EventEmitter<vscode.TextDocumentChangeEvent>();
  const listener = vscode.workspace.onDidChangeTextDocument((event) => changed.fire(event));
  const onDidChangeText = filterEvent(changed.event, ({ contentChanges }) => contentChanges.length > 0);
  return {
    onDidChange: changed.event,
    onDidChangeText,
    onDidChangeActiveText: filterEvent(
      onDidChangeText,
      ({ document }) => document === vscode.window.activeTextEditor?.document,
    ),
    dispose: () => vscode.Disposable.from(listener, changed).dispose(),
  };
}

/** Derived from one emitter, the listeners of all events are called in the order in which they subscribed. */
function filterEvent(event: ChangeEvent, accepts: (change: vscode.TextDocumentChangeEvent) => boolean): ChangeEvent {
  return (listener, thisArg, disposables) =>
    event(
      (change) => {
        if (accepts(change)) listener.call(thisArg, change);
      },
      undefined,
      disposables,
    );
}
