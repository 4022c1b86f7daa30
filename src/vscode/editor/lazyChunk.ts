import * as vscode from 'vscode';

/**
 * A part of Daybook that is a file of its own: loaded when it is first asked for, and then kept. Where it cannot be loaded the writer
 * is told; who asks again tries again.
 */
export function lazyChunk<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw told(error);
    });
    return loading;
  };
}

/** The error with which a part could not be loaded; the writer has been told of it. */
export function told(error: unknown): Error {
  const result = broken(error);
  void vscode.window.showErrorMessage(result.message);
  return result;
}

/** What is said where a part cannot be loaded. */
export function broken(error: unknown): Error {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  const remedy = 'Reload the window; if that does not help, install Daybook again.';
  return new Error(`A part of Daybook could not be loaded: ${reason}. ${remedy}`, { cause: error });
}
