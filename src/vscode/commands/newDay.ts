import * as vscode from 'vscode';
import { type NewDayRefusal, type PlannedDay, planInsertedDay, planNewDay } from '../../core/compose/days/newDay.ts';
import { frontMatterText, newDayText } from '../../core/compose/days/newDayText.ts';
import { nextFreeDate } from '../../core/compose/days/nextFreeDate.ts';
import { withWeekday } from '../../core/dates/calendar.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { activeRoot } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { readText, statFile } from '../editor/fileSystem.ts';
import { OPEN_FILE, showFileExists, showReadOnly, showWarning } from '../editor/notifications.ts';
import { pathBelow } from '../editor/uris.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { type DateItem, pickDate } from './pickers/datePicker.ts';

// *New Day*, *New Day for Date…* and *Insert Day*.

/** Creates today's draft and opens it, with the cursor in its first section. */
export async function startToday({ newsrooms }: Services): Promise<vscode.TextEditor | undefined> {
  const root = await activeRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const { date: today, time } = localDateTime(Date.now(), newsroom.zone());
  const planDate = plannerFor(root, newsroom, time);
  const plan = planDate(today);
  if (plan.ok || plan.reason !== 'taken') {
    return createPlanned(newsrooms, root, plan, (day) => planDate(today, day));
  }
  const nextDate = nextFreeDate(today, newsroom.days, (date) => planDate(date).ok);
  if (nextDate === undefined) showRefusal(root, plan);
  else void offerNextDate(newsrooms, root, plan, nextDate);
  return undefined;
}

/** When today is taken, offers to open its entry or to start one on the next free date. */
async function offerNextDate(
  newsrooms: Newsrooms,
  root: vscode.Uri,
  { path, message }: Extract<NewDayRefusal, { reason: 'taken' }>,
  date: string,
): Promise<void> {
  const start = `Start ${withWeekday(date)}`;
  const answer = await vscode.window.showWarningMessage(message, OPEN_FILE, start);
  if (answer === OPEN_FILE) await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path));
  if (answer === start) await startOn(newsrooms, root, date);
}

/** Creates the draft of a date (`YYYY-MM-DD`), or of one that the writer picks. */
export async function startDate({ newsrooms }: Services, date: unknown): Promise<vscode.TextEditor | undefined> {
  const root = await activeRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const startDate = typeof date === 'string' ? date : await pickNewDate(root, newsroom);
  return startDate === undefined ? undefined : startOn(newsrooms, root, startDate);
}

/** Inserts the front matter of a day at the top of the active file, which must not have any. */
export async function insertDay({ newsrooms }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return showWarning('Open the file that should become a day first.');
  const { document } = editor;
  if (/^\ufeff?---/.test(document.getText())) return showWarning('This file already has front matter.');
  const root = newsrooms.rootOf(document.uri) ?? (await activeRoot(newsrooms));
  if (!root) return undefined;
  const newsroom = await newsrooms.read(root);
  const now = localDateTime(Date.now(), newsroom.zone());
  const isBelowRoot = document.uri.path.startsWith(`${root.path}/`);
  const path = isBelowRoot ? pathBelow(root, document.uri) : document.uri.path;
  const { fileName } = settingsFor(root);
  const request = { ...now, zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days, path, fileName };
  const plan = await askForNumber(planInsertedDay(request), (day) => planInsertedDay({ ...request, day }));
  if (plan === undefined) return undefined;
  if (!plan.ok) return showRefusal(root, plan);
  const isEmpty = document.getText().trim() === '';
  const { text, cursor } = isEmpty
    ? newDayText(plan, await templateOf(root))
    : { text: frontMatterText(plan), cursor: 0 };
  const range = isEmpty ? new vscode.Range(0, 0, document.lineCount, 0) : new vscode.Range(0, 0, 0, 0);
  if (!(await editor.edit((edit) => edit.replace(range, text)))) return showReadOnly('this file');
  const position = document.positionAt(cursor);
  editor.selection = new vscode.Selection(position, position);
  return undefined;
}

/** Plans the entry of a date, with the given day number if there is one. */
type DatePlanner = (date: string, day?: number) => PlannedDay | NewDayRefusal;

function plannerFor(root: vscode.Uri, newsroom: Newsroom, time: string): DatePlanner {
  const { folders, fileName } = settingsFor(root);
  const { days } = newsroom;
  const request = { time, zone: newsroom.zone(), epochs: newsroom.epochs(), days, published: false, folders, fileName };
  return (date, day) => planNewDay({ ...request, date, day });
}

async function startOn(newsrooms: Newsrooms, root: vscode.Uri, date: string): Promise<vscode.TextEditor | undefined> {
  const newsroom = await newsrooms.read(root);
  const { time } = localDateTime(Date.now(), newsroom.zone());
  const planDate = plannerFor(root, newsroom, time);
  return createPlanned(newsrooms, root, planDate(date), (day) => planDate(date, day));
}

/** Creates the planned entry and opens it. If the plan lacks a day number, asks the writer and plans again with it. */
async function createPlanned(
  newsrooms: Newsrooms,
  root: vscode.Uri,
  firstPlan: PlannedDay | NewDayRefusal,
  planWithNumber: (day: number) => PlannedDay | NewDayRefusal,
): Promise<vscode.TextEditor | undefined> {
  const plan = await askForNumber(firstPlan, planWithNumber);
  if (plan === undefined) return undefined;
  if (!plan.ok) {
    showRefusal(root, plan);
    return undefined;
  }
  const editor = await create(root, plan, await templateOf(root));
  if (editor) await newsrooms.recheck(root, editor.document.uri);
  return editor;
}

/** The text of the newsroom's template; undefined if it has none, or if the file is missing, with a message. */
async function templateOf(root: vscode.Uri): Promise<string | undefined> {
  const { template } = settingsFor(root);
  const text = template === undefined ? undefined : await readText(vscode.Uri.joinPath(root, template));
  if (template !== undefined && text === undefined) {
    showWarning(`The template ${template} does not exist. The entry starts without it.`);
  }
  return text;
}

/** If no day number is known yet, asks the writer for it and plans again; undefined if the writer cancels. */
async function askForNumber(
  plan: PlannedDay | NewDayRefusal,
  planWithNumber: (day: number) => PlannedDay | NewDayRefusal,
): Promise<PlannedDay | NewDayRefusal | undefined> {
  if (plan.ok || plan.reason !== 'no-epoch') return plan;
  const answer = await vscode.window.showInputBox({
    title: 'What number is this day?',
    prompt: `${plan.message} Daybook counts from this number on.`,
    value: String(plan.suggestedNumber ?? ''),
    validateInput: (value) => (/^\d{1,6}$/.test(value.trim()) ? undefined : 'Enter a number, such as 1.'),
  });
  return answer === undefined ? undefined : planWithNumber(Number(answer));
}

/** Writes the file as one edit that can be undone in one step, and opens it. Never overwrites a file. */
async function create(
  root: vscode.Uri,
  plan: PlannedDay,
  template: string | undefined,
): Promise<vscode.TextEditor | undefined> {
  const { path } = plan;
  const uri = vscode.Uri.joinPath(root, path);
  if (await statFile(uri)) {
    showFileExists(uri, `${path} already exists.`);
    return undefined;
  }
  const { text, cursor } = newDayText(plan, template);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    showWarning(`Could not create ${path}. The folder may be read-only.`);
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // The editor opens with the cursor in place: a writer who types at once must not write above the front matter.
  const position = document.positionAt(cursor);
  const selection = new vscode.Range(position, position);
  return vscode.window.showTextDocument(document, { preview: false, selection });
}

async function pickNewDate(root: vscode.Uri, newsroom: Newsroom): Promise<string | undefined> {
  const { date: today, time } = localDateTime(Date.now(), newsroom.zone());
  const planDate = plannerFor(root, newsroom, time);
  const toItem = (date: string) => dateItem(date, planDate(date));
  const initialDate = nextFreeDate(today, newsroom.days, (date) => toItem(date).isFree);
  return pickDate({ title: 'New Day for Date', today, initialDate, toItem });
}

function dateItem(date: string, plan: PlannedDay | NewDayRefusal): DateItem {
  const description = withWeekday(date);
  if (plan.ok) return { label: plan.title, description, detail: plan.path, date, isFree: true };
  const isFree = plan.reason === 'no-epoch';
  const label = isFree ? 'First day' : '$(circle-slash) Not available';
  return { label, description, detail: plan.message, date, isFree };
}

function showRefusal(root: vscode.Uri, refusal: NewDayRefusal): void {
  if (refusal.reason === 'taken') showFileExists(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else showWarning(refusal.message);
}
