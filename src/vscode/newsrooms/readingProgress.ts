import * as vscode from 'vscode';
import type { ReadingProgress } from '../../core/files/readingSchedule.ts';
import { isSettledWithin } from '../editor/isSettledWithin.ts';

/**
 * Waits for what a command needs of a newsroom's entries. If that takes a while, a notification shows how far the reading is; the writer can
 * cancel the command there.
 */
export async function withReadingProgress<T>(
  progress: () => ReadingProgress | undefined,
  reading: Promise<T>,
): Promise<T> {
  if (await isSettledWithin(reading, SHOW_AFTER_MS)) return reading;
  const options = { location: vscode.ProgressLocation.Notification, title: 'Reading the archive', cancellable: true };
  return vscode.window.withProgress(options, async (notification, token) => {
    let shownDone = 0;
    do {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const { done = 0, total = 0 } = progress() ?? {};
      if (total === 0) continue;
      const message = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} entries`;
      notification.report({ message, increment: (100 * (done - shownDone)) / total });
      shownDone = done;
    } while (!(await isSettledWithin(reading, UPDATE_EVERY_MS)));
    return reading;
  });
}

const SHOW_AFTER_MS = 500;
const UPDATE_EVERY_MS = 250;
