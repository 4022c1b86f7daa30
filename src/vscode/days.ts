import * as vscode from 'vscode';
import { addDays, isDate, weekday } from '../core/calendar.ts';
import { insertDay, type NewDay, newDay, type Refusal } from '../core/compose/newDay.ts';
import type { Newsroom } from '../core/newsroom.ts';
import { zonedNow } from '../core/zone.ts';
import type { Newsrooms } from './newsrooms.ts';
import { settingsFor } from './settings.ts';

// New Day, New Day for Date…, Insert Day: which newsroom, which date, which number; the core does the rest.

/** Starts today's entry among the drafts and opens it, the cursor in its first section. */
export async function startToday(newsrooms: Newsrooms): Promise<vscode.TextEditor | undefined> {
  const root = await pickRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  return start(newsrooms, root, zonedNow(Date.now(), newsroom.zone()).date);
}

/** Starts the entry of another day: the one given (`YYYY-MM-DD`), or one that the writer picks. */
export async function startDate(newsrooms: Newsrooms, given: unknown): Promise<vscode.TextEditor | undefined> {
  const root = await pickRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const date = typeof given === 'string' ? given : await pickDate(root, newsroom);
  return date === undefined ? undefined : start(newsrooms, root, date);
}

/** Puts the front matter of a day at the top of the file at hand, which has none. */
export async function insertDayHere(newsrooms: Newsrooms): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tell('Open the file that is to become a day first.');
  const { document } = editor;
  if (/^\ufeff?---/.test(document.getText())) return tell('This file has front matter already.');
  const root = newsrooms.rootOf(document.uri) ?? (await pickRoot(newsrooms));
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const now = zonedNow(Date.now(), newsroom.zone());
  const inside = document.uri.path.startsWith(`${root.path}/`);
  const path = inside ? document.uri.path.slice(root.path.length + 1) : document.uri.path;
  const request = { ...now, zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days, path };
  const made = await withNumber((day) => insertDay({ ...request, day }));
  if (made === undefined) return undefined;
  if (!made.ok) return refuse(root, made);
  const isEmpty = document.getText().trim() === '';
  const text = isEmpty ? `${made.text}TK/ ` : made.text;
  const target = isEmpty ? new vscode.Range(0, 0, document.lineCount, 0) : new vscode.Range(0, 0, 0, 0);
  const done = await editor.edit((edit) => edit.replace(target, text));
  if (!done) return tell(`${made.title} could not be written into this file; it may be read-only.`);
  const caret = document.positionAt(isEmpty ? text.length : 0);
  editor.selection = new vscode.Selection(caret, caret);
  return undefined;
}

async function start(newsrooms: Newsrooms, root: vscode.Uri, date: string): Promise<vscode.TextEditor | undefined> {
  const newsroom = await newsrooms.read(root);
  const { time } = zonedNow(Date.now(), newsroom.zone());
  const made = await withNumber((day) => compose(root, newsroom, date, time, day));
  if (made === undefined) return undefined;
  if (made.ok) {
    const editor = await create(root, made);
    if (editor) await newsrooms.note(root, editor.document.uri);
    return editor;
  }
  await refuse(root, made);
  return undefined;
}

function compose(root: vscode.Uri, newsroom: Newsroom, date: string, time: string, day?: number): NewDay | Refusal {
  const { folders } = settingsFor(root);
  const known = { zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days };
  return newDay({ date, time, day, published: false, folders, ...known });
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
  if (await exists(uri)) {
    await offerToOpen(uri, `There is a file ${path} already.`);
    return undefined;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    await tell(`${title} could not be created at ${path}; the folder may be read-only.`);
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // The cursor is there from the first moment: a writer who types at once is not to write above the front matter.
  const caret = document.positionAt(cursor);
  return vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(caret, caret) });
}

/** The days ahead to choose from, each with what it would make; any other date can be typed. */
async function pickDate(root: vscode.Uri, newsroom: Newsroom): Promise<string | undefined> {
  const { date: today, time } = zonedNow(Date.now(), newsroom.zone());
  const ahead = Array.from({ length: 14 }, (_, days) => addDays(today, days - 3)).filter((date) => date !== undefined);
  const picker = vscode.window.createQuickPick<DateItem>();
  picker.title = 'New Day for Date';
  picker.placeholder = 'Pick a day, or type a date: YYYY-MM-DD';
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const item = (date: string): DateItem => dateItem(date, compose(root, newsroom, date, time));
  const offered = ahead.map(item);
  picker.items = offered;
  picker.activeItems = offered.filter((candidate) => candidate.free && candidate.date >= today).slice(0, 1);
  picker.onDidChangeValue((value) => {
    const typed = value.trim();
    picker.items = isDate(typed) && !ahead.includes(typed) ? [item(typed), ...offered] : offered;
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.date);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

interface DateItem extends vscode.QuickPickItem {
  readonly date: string;
  readonly free: boolean;
}

function dateItem(date: string, made: NewDay | Refusal): DateItem {
  const written = `${WEEKDAYS[weekday(date) ?? 0]} ${date}`;
  if (made.ok) return { label: made.title, description: written, detail: made.path, date, free: true };
  const label = made.reason === 'no-epoch' ? 'A first day' : '$(circle-slash) Not free';
  return { label, description: written, detail: made.message, date, free: made.reason === 'no-epoch' };
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The newsroom of the active entry, else the only one of the workspace, else one that the writer picks. */
async function pickRoot(newsrooms: Newsrooms): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && newsrooms.rootOf(active);
  if (own) return own;
  const roots = await newsrooms.roots();
  const folders = roots.length > 0 ? roots : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (folders.length === 0) {
    await tell('Open the folder that holds your entries first.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  const items = folders.map((uri) => ({ label: vscode.workspace.asRelativePath(uri, true), uri }));
  return (await vscode.window.showQuickPick(items, { title: 'Which newsroom?' }))?.uri;
}

async function refuse(root: vscode.Uri, refusal: Refusal & { ok: false }): Promise<void> {
  if (refusal.reason === 'taken') await offerToOpen(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else await tell(refusal.message);
}

async function offerToOpen(uri: vscode.Uri, message: string): Promise<void> {
  const open = 'Open It';
  // Not awaited: a command is done when it has said what it has to say, not when the message is put away.
  void vscode.window.showWarningMessage(message, open).then((answer) => {
    if (answer === open) void vscode.window.showTextDocument(uri);
  });
}

async function tell(message: string): Promise<void> {
  void vscode.window.showWarningMessage(message);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
