import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { withWeekday } from '../../core/dates/calendar.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import type { Day } from '../../core/entry/day.ts';
import { dayName } from '../../core/entry/dayName.ts';
import { fileNameOf } from '../../core/files/paths.ts';
import { entryOfDate, neighbourOf, onThisDay } from '../../core/newsroom/neighbours.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import { activeEntryContext, activeRoot } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { showInfo } from '../editor/notifications.ts';
import { pathBelow } from '../editor/uris.ts';

// Opens another entry: today's, the previous or next one, or one of the same day in another year.

export async function openToday({ newsrooms }: Services): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const newsroom = await newsrooms.readForCommand(root);
  const { date } = localDateTime(Date.now(), newsroom.zone());
  const today = entryOfDate(newsroom.days, date, newsroom.epochs());
  if (today) return open(root, today);
  const newDay = 'New Day';
  void vscode.window.showInformationMessage('There is no entry for today yet.', newDay).then((answer) => {
    if (answer === newDay) void vscode.commands.executeCommand('daybook.newDay');
  });
}

/** Opens the entry before or after the active one, drafts included, even if a new count of days begins in between. */
export async function openNeighbour(services: Services, direction: 'previous' | 'next', uri: unknown): Promise<void> {
  const context = await activeEntryContext(services, uri);
  if (!context) return;
  const { root, path, newsroom } = context;
  const neighbour = neighbourOf(newsroom.days, path, direction);
  if (neighbour) return open(root, neighbour);
  const isDated = newsroom.days.some((day) => day.path === path && day.date !== undefined);
  if (!isDated) showInfo('This entry has no date, so it has no previous or next entry.');
  else showInfo(`There is no entry ${direction === 'next' ? 'after' : 'before'} this one.`);
}

/** Lists the entries of other years for the day of the active entry, else for today. */
export async function openOnThisDay({ newsrooms }: Services): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const newsroom = await newsrooms.readForCommand(root);
  const activeUri = vscode.window.activeTextEditor?.document.uri;
  const activePath = activeUri && newsrooms.rootOf(activeUri) ? pathBelow(root, activeUri) : undefined;
  const activeDate = newsroom.days.find(({ path }) => path === activePath)?.date;
  const date = activeDate ?? localDateTime(Date.now(), newsroom.zone()).date;
  const monthAndDay = date.slice(5);
  const days = onThisDay(newsroom.days, date);
  if (days.length === 0) return showInfo(`No other year has an entry for ${monthAndDay}.`);
  const archive = newsrooms.archiveAt(root);
  const items = days.map((day) => ({
    label: day.number === undefined ? escapeIcons(day.title ?? fileNameOf(day.path)) : escapeIcons(dayName(day)),
    description: `${withWeekday(day.date ?? '')}${day.draft ? ' · draft' : ''}`,
    detail: escapeIcons(headlinesOf(archive, day)),
    day,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `On This Day: ${monthAndDay}`,
    placeHolder: 'Pick an entry to open, or type to search the headlines',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await open(root, picked.day);
}

function headlinesOf(archive: ArchiveIndex | undefined, { path }: Day): string {
  const items = archive?.summary(path)?.items ?? [];
  const headlines = items.map(({ headline }) => headline).filter((headline) => headline !== '');
  return headlines.slice(0, MAX_HEADLINES).join(' · ');
}

const MAX_HEADLINES = 3;

async function open(root: vscode.Uri, { path }: Day): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path));
}
