import * as vscode from 'vscode';
import { insertItem } from '../core/compose/insertItem.ts';
import { bulletToSection, sectionToBullet } from '../core/compose/itemKind.ts';
import { mergeItems } from '../core/compose/mergeItems.ts';
import { moveItem } from '../core/compose/moveItem.ts';
import { sendToNotables } from '../core/compose/notables.ts';
import { splitItem } from '../core/compose/splitItem.ts';
import type { ArchiveCheck } from './checkAll.ts';
import { insertDayHere, startDate, startToday } from './days.ts';
import type { Enter } from './enter.ts';
import type { Entries } from './entries.ts';
import { explainRule } from './explainRule.ts';
import { changeItems } from './items.ts';
import type { Newsrooms } from './newsrooms.ts';
import type { Previews } from './preview/previews.ts';
import { fixAllEdit } from './quickFixes.ts';

interface Parts {
  readonly newsrooms: Newsrooms;
  readonly entries: Entries;
  readonly enter: Enter;
  readonly previews: Previews;
  readonly archiveCheck: ArchiveCheck;
}

/** Every command by its name in the manifest. */
function commandsOf({
  newsrooms,
  entries,
  enter,
  previews,
  archiveCheck,
}: Parts): Readonly<Record<string, (argument: unknown) => unknown>> {
  return {
    'daybook.newDay': () => startToday(newsrooms),
    'daybook.newDayForDate': (date) => startDate(newsrooms, date),
    'daybook.insertDay': () => insertDayHere(newsrooms),
    'daybook.fixAll': (uri) => fixAll(entries, uri),
    'daybook.checkAll': () => archiveCheck.run(),
    'daybook.explainRule': (rule) => explainRule(entries, rule),
    'daybook.insertSection': () => changeItems(entries, (entry, at) => insertItem(entry, at, 'section')),
    'daybook.insertPoll': () => changeItems(entries, (entry, at) => insertItem(entry, at, 'poll')),
    'daybook.insertBullet': () => changeItems(entries, (entry, at) => insertItem(entry, at, 'bullet')),
    'daybook.moveItemUp': () => changeItems(entries, (entry, at) => moveItem(entry, at, 'up')),
    'daybook.moveItemDown': () => changeItems(entries, (entry, at) => moveItem(entry, at, 'down')),
    'daybook.splitSection': () => changeItems(entries, splitItem),
    'daybook.mergeWithNext': () => changeItems(entries, mergeItems),
    'daybook.bulletToSection': () => changeItems(entries, bulletToSection),
    'daybook.sectionToBullet': () => changeItems(entries, sectionToBullet),
    'daybook.sendToNotables': () => changeItems(entries, (entry, at) => sendToNotables(entry, at)),
    'daybook.continueItem': () => enter.continue(),
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
