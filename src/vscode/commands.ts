import * as vscode from 'vscode';
import { insertDayHere, startDate, startToday } from './days.ts';
import type { Entries } from './entries.ts';
import type { Newsrooms } from './newsrooms.ts';
import type { Previews } from './preview/previews.ts';
import { fixAllEdit } from './quickFixes.ts';

interface Parts {
  readonly newsrooms: Newsrooms;
  readonly entries: Entries;
  readonly previews: Previews;
}

/** Every command by its name in the manifest. */
function commandsOf({ newsrooms, entries, previews }: Parts): Readonly<Record<string, (argument: unknown) => unknown>> {
  return {
    'daybook.newDay': () => startToday(newsrooms),
    'daybook.newDayForDate': (date) => startDate(newsrooms, date),
    'daybook.insertDay': () => insertDayHere(newsrooms),
    'daybook.fixAll': (uri) => fixAll(entries, uri),
    'daybook.showPreviewToSide': (uri) => showPreview(entries, previews, uri, vscode.ViewColumn.Beside),
    'daybook.showPreview': (uri) => showPreview(entries, previews, uri, vscode.ViewColumn.Active),
  };
}

export function registerCommands(parts: Parts): vscode.Disposable {
  const commands = Object.entries(commandsOf(parts));
  return vscode.Disposable.from(...commands.map(([name, run]) => vscode.commands.registerCommand(name, run)));
}

async function fixAll(entries: Entries, uri: unknown): Promise<void> {
  const document = await entryAt(entries, uri);
  if (!document) return;
  const edit = fixAllEdit(entries, document);
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage('There is nothing in this entry that can be fixed with certainty.');
}

async function showPreview(
  entries: Entries,
  previews: Previews,
  uri: unknown,
  column: vscode.ViewColumn,
): Promise<void> {
  const document = await entryAt(entries, uri);
  if (document) await previews.show(document, column);
}

/** The entry that a command is about: the one it was given (from a menu), else the active editor's. */
async function entryAt(entries: Entries, uri: unknown): Promise<vscode.TextDocument | undefined> {
  const document =
    uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (document && entries.is(document)) return document;
  void vscode.window.showWarningMessage('This is not an entry: Daybook works on Markdown files in _posts and _drafts.');
  return undefined;
}
