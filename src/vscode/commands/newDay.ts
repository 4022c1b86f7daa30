import * as vscode from 'vscode';
import { dayText } from '../../core/compose/days/dayText.ts';
import { insertDay, type NewDay, newDay, type Refusal } from '../../core/compose/days/newDay.ts';
import { nextDay } from '../../core/compose/days/nextDay.ts';
import { zonedNow } from '../../core/dates/timeZone.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { activeRoot } from '../documents/activeEntry.ts';
import { stampOf, textOf } from '../editor/fileSystem.ts';
import { showFileExists, showWarning } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { settingsFor } from '../newsrooms/settings.ts';
import { type DateRow, pickDate, withWeekday } from './pickers/datePicker.ts';

// New Day, New Day for Date…, Insert Day: which newsroom, which date, which number; the core does the rest.

/** Starts today's entry among the drafts and opens it, the cursor in its first section. */
export async function startToday(newsrooms: Newsrooms): Promise<vscode.TextEditor | undefined> {
  const root = await activeRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const { date: today, time } = zonedNow(Date.now(), newsroom.zone());
  const made = compose(root, newsroom, today, time);
  if (made.ok || made.reason !== 'taken') return start(newsrooms, root, today);
  const next = nextDay(today, newsroom.days, (date) => compose(root, newsroom, date, time).ok);
  if (next === undefined) refuse(root, made);
  else void offerNext(newsrooms, root, made, next);
  return undefined;
}

/** Today is taken: the entry that has it, or the next day that is free. */
async function offerNext(
  newsrooms: Newsrooms,
  root: vscode.Uri,
  { path, message }: Extract<Refusal, { reason: 'taken' }>,
  date: string,
): Promise<void> {
  const open = 'Open It';
  const begin = `Begin ${withWeekday(date)}`;
  const answer = await vscode.window.showWarningMessage(message, open, begin);
  if (answer === open) await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path));
  if (answer === begin) await start(newsrooms, root, date);
}

/** Starts the entry of another day: the one given (`YYYY-MM-DD`), or one that the writer picks. */
export async function startDate(newsrooms: Newsrooms, given: unknown): Promise<vscode.TextEditor | undefined> {
  const root = await activeRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const date = typeof given === 'string' ? given : await pickNewDate(root, newsroom);
  return date === undefined ? undefined : start(newsrooms, root, date);
}

/** Puts the front matter of a day at the top of the file at hand, which has none. */
export async function insertDayHere(newsrooms: Newsrooms): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return showWarning('Open the file that is to become a day first.');
  const { document } = editor;
  if (/^\ufeff?---/.test(document.getText())) return showWarning('This file has front matter already.');
  const root = newsrooms.rootOf(document.uri) ?? (await activeRoot(newsrooms));
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const now = zonedNow(Date.now(), newsroom.zone());
  const inside = document.uri.path.startsWith(`${root.path}/`);
  const path = inside ? document.uri.path.slice(root.path.length + 1) : document.uri.path;
  const { fileName } = settingsFor(root);
  const request = { ...now, zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days, path, fileName };
  const made = await withNumber((day) => insertDay({ ...request, day }));
  if (made === undefined) return undefined;
  if (!made.ok) return refuse(root, made);
  const isEmpty = document.getText().trim() === '';
  const { text, cursor } = isEmpty ? dayText(made, await templateOf(root)) : { text: made.text, cursor: 0 };
  const target = isEmpty ? new vscode.Range(0, 0, document.lineCount, 0) : new vscode.Range(0, 0, 0, 0);
  const done = await editor.edit((edit) => edit.replace(target, text));
  if (!done) return showWarning(`${made.title} could not be written into this file; it may be read-only.`);
  const caret = document.positionAt(cursor);
  editor.selection = new vscode.Selection(caret, caret);
  return undefined;
}

async function start(newsrooms: Newsrooms, root: vscode.Uri, date: string): Promise<vscode.TextEditor | undefined> {
  const newsroom = await newsrooms.read(root);
  const { time } = zonedNow(Date.now(), newsroom.zone());
  const template = await templateOf(root);
  const made = await withNumber((day) => compose(root, newsroom, date, time, { day, template }));
  if (made === undefined) return undefined;
  if (made.ok) {
    const editor = await create(root, made);
    if (editor) await newsrooms.note(root, editor.document.uri);
    return editor;
  }
  refuse(root, made);
  return undefined;
}

function compose(
  root: vscode.Uri,
  newsroom: Newsroom,
  date: string,
  time: string,
  more: { readonly day?: number | undefined; readonly template?: string | undefined } = {},
): NewDay | Refusal {
  const { folders, fileName } = settingsFor(root);
  const known = { zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days };
  return newDay({ date, time, published: false, folders, fileName, ...known, ...more });
}

/** What the newsroom makes new entries of; says so where it names a file that is not there. */
async function templateOf(root: vscode.Uri): Promise<string | undefined> {
  const { template } = settingsFor(root);
  const text = template === undefined ? undefined : await textOf(vscode.Uri.joinPath(root, template));
  if (template !== undefined && text === undefined) {
    showWarning(`There is no template ${template}, as the settings name it. The entry is begun without it.`);
  }
  return text;
}

/** Makes a day; where no count is known, the writer is asked for its number. */
async function withNumber(make: (day: number | undefined) => NewDay | Refusal): Promise<NewDay | Refusal | undefined> {
  const made = make(undefined);
  if (made.ok || made.reason !== 'no-epoch') return made;
  const answer = await vscode.window.showInputBox({
    title: 'Which number has this day?',
    prompt: `${made.message} From this one on, Daybook counts by itself.`,
    value: String(made.suggestion ?? ''),
    validateInput: (value) => (/^\d{1,6}$/.test(value.trim()) ? undefined : 'A number, such as 1'),
  });
  return answer === undefined ? undefined : make(Number(answer));
}

/** Writes the file, never over another, as one edit that one undo takes back, and opens it. */
async function create(root: vscode.Uri, { path, text, cursor, title }: NewDay): Promise<vscode.TextEditor | undefined> {
  const uri = vscode.Uri.joinPath(root, path);
  if (await stampOf(uri)) {
    showFileExists(uri, `There is a file ${path} already.`);
    return undefined;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    showWarning(`${title} could not be created at ${path}; the folder may be read-only.`);
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // The cursor is there from the first moment: a writer who types at once is not to write above the front matter.
  const caret = document.positionAt(cursor);
  return vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(caret, caret) });
}

/** The days ahead to choose from, each with what it would make. */
async function pickNewDate(root: vscode.Uri, newsroom: Newsroom): Promise<string | undefined> {
  const { date: today, time } = zonedNow(Date.now(), newsroom.zone());
  const row = (date: string) => rowOf(date, compose(root, newsroom, date, time));
  const first = nextDay(today, newsroom.days, (date) => row(date).free);
  return pickDate({ title: 'New Day for Date', today, first, row });
}

function rowOf(date: string, made: NewDay | Refusal): DateRow {
  const description = withWeekday(date);
  if (made.ok) return { label: made.title, description, detail: made.path, date, free: true };
  const label = made.reason === 'no-epoch' ? 'A first day' : '$(circle-slash) Not free';
  return { label, description, detail: made.message, date, free: made.reason === 'no-epoch' };
}

function refuse(root: vscode.Uri, refusal: Refusal & { ok: false }): void {
  if (refusal.reason === 'taken') showFileExists(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else showWarning(refusal.message);
}
