import * as vscode from 'vscode';
import { log } from './log.ts';

/** Lazily imports a chunk, once. On failure it shows an error, and the next call tries again. */
export function lazyChunk<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw reportLoadError(error);
    });
    return loading;
  };
}

/** Shows that a chunk or library could not be loaded, and returns the error to throw. */
export function reportLoadError(error: unknown): Error {
  const result = loadError(error);
  log.error(result);
  void vscode.window.showErrorMessage(result.message);
  return result;
}

/** The error for a chunk or library that could not be loaded, with a message for the user. */
export function loadError(cause: unknown): Error {
  const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const remedy = 'Reload the window. If that does not help, reinstall Daybook.';
  return new Error(`Daybook could not load one of its files: ${reason}. ${remedy}`, { cause });
}
