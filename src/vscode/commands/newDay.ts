import * as vscode from 'vscode';
import { type EntryModel, modelOf, newestDays } from '../../core/compose/days/entryModel.ts';
import { type NewDayRefusal, type PlannedDay, planInsertedDay, planNewDay } from '../../core/compose/days/newDay.ts';
import { frontMatterText, newDayText } from '../../core/compose/days/newDayText.ts';
import { nextFreeDate } from '../../core/compose/days/nextFreeDate.ts';
import { showsNextDay } from '../../core/compose/days/showsNextDay.ts';
import { withWeekday } from '../../core/dates/calendar.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { escapeLinks } from '../../core/text/escapeMarkup.ts';
import { activeRoot } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { readText } from '../editor/fileSystem.ts';
import { createAndOpen } from '../editor/newFile.ts';
import { OPEN_FILE, showEntryChanged, showFileExists, showWarning } from '../editor/notifications.ts';
import { changeEntry } from '../editor/textEdits.ts';
import { pathBelow } from '../editor/uris.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { templateOf } from '../newsrooms/template.ts';
import { pickDate } from './pickers/datePicker.ts';
import { isNewLog, pickLogFolder, startLogAt } from './startLog.ts';

// *New Day*, *New Day for Date…* and *Insert Day*.

/** Creates today's draft and opens it, with the cursor in its first section. */
export async function startToday(services: Services): Promise<vscode.TextEditor | undefined> {
  const root = await activeRoot(services.newsrooms);
  return root && startTodayAt(services, root);
}

/** Starts a log in a folder of the workspace; where there is one already, creates today's draft. */
export async function startLogHere(services: Services): Promise<vscode.TextEditor | undefined> {
  const root = await pickLogFolder();
  return root && startTodayAt(services, root);
}

async function startTodayAt(services: Services, root: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  const { newsrooms } = services;
  const known = await newsrooms.readUntil(root, showsNextDay);
  const plannedEarly = known.isComplete ? undefined : planToday(root, known.newsroom).plan;
  if (plannedEarly?.ok) return create(newsrooms, root, plannedEarly, known.newsroom);
  const newsroom = await newsrooms.readForCommand(root);
  if (isNewLog(root, newsroom)) return startLogAt(services, root);
  const { today, plan, planDate } = planToday(root, newsroom);
  if (plan.ok || plan.reason !== 'taken') {
    return createPlanned(newsrooms, root, plan, (day) => planDate(today, day));
  }
  const nextDate = nextFreeDate(today, newsroom.days, (date) => planDate(date).ok);
  if (nextDate === undefined) showRefusal(root, plan);
  else void offerNextDate(newsrooms, root, plan, nextDate);
  return undefined;
}

function planToday(root: vscode.Uri, newsroom: Newsroom) {
  const { date: today, time } = localDateTime(Date.now(), newsroom.zone());
  const planDate = plannerFor(root, newsroom, time);
  return { today, plan: planDate(today), planDate };
}

/** When today is taken, offers to open its entry or to start one on the next free date. */
async function offerNextDate(
  newsrooms: Newsrooms,
  root: vscode.Uri,
  { path, message }: Extract<NewDayRefusal, { reason: 'taken' }>,
  date: string,
): Promise<void> {
  const start = `Start ${withWeekday(date)}`;
  const answer = await vscode.window.showWarningMessage(escapeLinks(message), OPEN_FILE, start);
  if (answer === OPEN_FILE) await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path));
  if (answer === start) await startOn(newsrooms, root, date);
}

/** Creates the draft of a date (`YYYY-MM-DD`), or of one that the writer picks. */
export async function startDate({ newsrooms }: Services, date: unknown): Promise<vscode.TextEditor | undefined> {
  const root = await activeRoot(newsrooms);
  if (!root) return undefined;
  const newsroom = await newsrooms.readForCommand(root);
  const startDate = typeof date === 'string' ? date : await pickNewDate(root, newsroom);
  return startDate === undefined ? undefined : startOn(newsrooms, root, startDate);
}

/** Inserts the front matter of a day at the top of the active file, which must not have any. */
export async function insertDay({ newsrooms }: Services): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return showWarning('Open the file that should become a day first.');
  const { document } = editor;
  if (/^\ufeff?(?:---|\+\+\+)/.test(document.getText())) return showWarning('This file already has front matter.');
  const entryRoot = newsrooms.rootOf(document.uri);
  const root = entryRoot ?? (await activeRoot(newsrooms));
  if (!root) return undefined;
  const { version } = document;
  const needsConfirmation = !isNearlyEmpty(document.getText(), entryRoot !== undefined);
  if (needsConfirmation && !(await confirmInsertion(document))) return undefined;
  const newsroom = await newsrooms.readForCommand(root);
  const now = localDateTime(Date.now(), newsroom.zone());
  const isBelowRoot = document.uri.path.startsWith(`${root.path}/`);
  const path = isBelowRoot ? pathBelow(root, document.uri) : document.uri.path;
  const conventions = newsroom.conventions();
  const request = { ...now, zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days, path, conventions };
  const plan = await askForNumber(planInsertedDay(request), (day) => planInsertedDay({ ...request, day }));
  if (plan === undefined) return undefined;
  if (!plan.ok) return showRefusal(root, plan);
  const oldText = document.getText();
  const isEmpty = oldText.trim() === '';
  const { text, cursor } = isEmpty
    ? newDayText(plan, await templateOf(root), await modelFor(root, newsroom))
    : { text: frontMatterText(plan, await modelFor(root, newsroom)), cursor: 0 };
  if (document.version !== version) return showEntryChanged('Insert the day again.');
  if (!(await changeEntry(document, [{ from: 0, to: isEmpty ? oldText.length : 0, text }]))) return undefined;
  const position = document.positionAt(cursor);
  editor.selection = new vscode.Selection(position, position);
  return undefined;
}

/** Whether front matter can be inserted without asking: into an empty file, or an entry with no more than a line. */
function isNearlyEmpty(text: string, isEntry: boolean): boolean {
  const written = text.trim();
  return written === '' || (isEntry && !written.includes('\n') && written.length <= MAX_NEARLY_EMPTY_CHARS);
}

const MAX_NEARLY_EMPTY_CHARS = 200;

async function confirmInsertion(document: vscode.TextDocument): Promise<boolean> {
  const name = vscode.workspace.asRelativePath(document.uri, false);
  const insert = { label: '$(insert) Insert the Front Matter', description: `above the text of ${name}` };
  const cancel = { label: '$(circle-slash) Leave the File Unchanged' };
  const title = `${name} already has text. Should it become a day?`;
  return (await vscode.window.showQuickPick([cancel, insert], { title })) === insert;
}

/** Plans the entry of a date, with the given day number if there is one. */
type DatePlanner = (date: string, day?: number) => PlannedDay | NewDayRefusal;

function plannerFor(root: vscode.Uri, newsroom: Newsroom, time: string): DatePlanner {
  const { folders } = settingsFor(root);
  const { days } = newsroom;
  const conventions = newsroom.conventions();
  const request = {
    time,
    zone: newsroom.zone(),
    epochs: newsroom.epochs(),
    days,
    published: false,
    folders,
    conventions,
  };
  return (date, day) => planNewDay({ ...request, date, day });
}

async function startOn(newsrooms: Newsrooms, root: vscode.Uri, date: string): Promise<vscode.TextEditor | undefined> {
  const newsroom = await newsrooms.readForCommand(root);
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
  return create(newsrooms, root, plan, await newsrooms.readForCommand(root));
}

async function create(
  newsrooms: Newsrooms,
  root: vscode.Uri,
  plan: PlannedDay,
  newsroom: Newsroom,
): Promise<vscode.TextEditor | undefined> {
  const uri = vscode.Uri.joinPath(root, plan.path);
  const model = await modelFor(root, newsroom);
  const editor = await createAndOpen(uri, newDayText(plan, await templateOf(root), model));
  if (editor) await newsrooms.recheck(root, editor.document.uri);
  return editor;
}

/** What the newest entries show about the text of the next one. */
async function modelFor(root: vscode.Uri, { days }: Newsroom): Promise<EntryModel> {
  const texts = await Promise.all(newestDays(days).map(({ path }) => readText(vscode.Uri.joinPath(root, path))));
  return modelOf(texts.filter((text) => text !== undefined).map(parseEntry));
}

/** If no day number is known yet, asks the writer for it and plans again; undefined if the writer cancels. */
async function askForNumber(
  plan: PlannedDay | NewDayRefusal,
  planWithNumber: (day: number) => PlannedDay | NewDayRefusal,
): Promise<PlannedDay | NewDayRefusal | undefined> {
  if (plan.ok || plan.reason !== 'no-epoch') return plan;
  const answer = await vscode.window.showInputBox({
    title: 'What number does this entry have?',
    prompt: `${plan.message} Daybook counts from this number on.`,
    value: String(plan.suggestedNumber ?? ''),
    validateInput: (value) => (/^\d{1,6}$/.test(value.trim()) ? undefined : 'Enter a number, such as 1.'),
  });
  return answer === undefined ? undefined : planWithNumber(Number(answer));
}

async function pickNewDate(root: vscode.Uri, newsroom: Newsroom): Promise<string | undefined> {
  const { date: today, time } = localDateTime(Date.now(), newsroom.zone());
  const planDate = plannerFor(root, newsroom, time);
  const { days } = newsroom;
  const plan = (date: string) => {
    const planned = planDate(date);
    return planned.ok ? { ...planned, title: planned.name } : planned;
  };
  const isFree = (date: string) => {
    const planned = plan(date);
    return planned.ok || planned.reason === 'no-epoch';
  };
  const initialDate = nextFreeDate(today, days, isFree);
  return pickDate('New Day for Date', { today, around: today, initialDate, days, plan });
}

function showRefusal(root: vscode.Uri, refusal: NewDayRefusal): void {
  if (refusal.reason === 'taken') showFileExists(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else showWarning(refusal.message);
}
