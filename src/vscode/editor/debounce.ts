import type * as vscode from 'vscode';

export interface Debounced extends vscode.Disposable {
  /** Starts the delay, or starts it again. */
  schedule(): void;
}

/** Calls `run` once `schedule` has not been called for `delayMs`. Never calls it after disposal. */
export function debounce(run: () => void, delayMs: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  return {
    schedule() {
      clearTimeout(timer);
      if (!isDisposed) timer = setTimeout(run, delayMs);
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
