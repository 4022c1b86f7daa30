import * as vscode from 'vscode';
import { log } from './log.ts';

/**
 * Runs a command. An error that it did not expect is a bug of ours: it is logged and shown with what can be done about it, and the command
 * ends without a result.
 */
export async function reportErrors(command: string, run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) throw error;
    log.error(`${command} failed:`, error instanceof Error ? error : String(error));
    void showFailure(error);
    return undefined;
  }
}

async function showFailure(error: unknown): Promise<void> {
  const report = 'Report a Problem';
  const showLog = 'Show Log';
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const message = `Daybook could not finish this: ${reason.replace(/\.$/, '')}. Undo takes back what was changed so far. If it happens again, please report it.`;
  const answer = await vscode.window.showErrorMessage(message, report, showLog);
  if (answer === report) await vscode.commands.executeCommand('daybook.reportProblem');
  if (answer === showLog) log.show();
}
