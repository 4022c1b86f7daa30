import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../core/archive/archiveIndex.ts';
import { zonedNow } from '../../core/dates/timeZone.ts';
import type { Day } from '../../core/entry/day.ts';
import { entryOf, neighbourOf, onThisDay } from '../../core/newsroom/neighbours.ts';
import { activeEntry, activeRoot, pathBelow } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { showInfo } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { withWeekday } from './pickers/datePicker.ts';

// From one entry to another: today's, the one before, the next, those of the same day in other years.

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
}

export async function openToday(newsrooms: Newsrooms): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const newsroom = await newsrooms.read(root);
  const today = entryOf(newsroom.days, zonedNow(Date.now(), newsroom.zone()).date, newsroom.epochs());
  if (today) return show(root, today);
  const begin = 'New Day';
  void vscode.window.showInformationMessage('Today has no entry yet.', begin).then((answer) => {
    if (answer === begin) void vscode.commands.executeCommand('daybook.newDay');
  });
}

/** Opens the entry before or after one, drafts included, wherever a new count of days began between them. */
export async function openNeighbour(
  { entries, newsrooms }: Parts,
  direction: 'previous' | 'next',
  given: unknown,
): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  const { days } = await newsrooms.read(root);
  const path = pathBelow(root, document.uri);
  const neighbour = neighbourOf(days, path, direction);
  if (neighbour) return show(root, neighbour);
  const isDated = days.some((day) => day.path === path && day.date !== undefined);
  if (!isDated) showInfo('This entry has no date, and so no place among the others.');
  else showInfo(`There is no entry ${direction === 'next' ? 'after' : 'before'} this one.`);
}

/** Lists what other years have of the day of the entry at hand, else of today. */
export async function openOnThisDay(newsrooms: Newsrooms): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const newsroom = await newsrooms.read(root);
  const active = vscode.window.activeTextEditor?.document.uri;
  const path = active && newsrooms.rootOf(active) ? pathBelow(root, active) : undefined;
  const own = newsroom.days.find((day) => day.path === path)?.date;
  const date = own ?? zonedNow(Date.now(), newsroom.zone()).date;
  const found = onThisDay(newsroom.days, date);
  if (found.length === 0) return showInfo(`No other year has an entry of ${date.slice(5)}.`);
  const archive = newsrooms.archiveAt(root);
  const rows = found.map((day) => ({
    label: day.number === undefined ? nameOf(day) : `Day ${day.number}`,
    description: `${withWeekday(day.date ?? '')}${day.draft ? ' · draft' : ''}`,
    detail: headlinesOf(archive, day),
    day,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title: `On This Day: ${date.slice(5)}`,
    placeHolder: 'Pick an entry to open; type to search the headlines',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await show(root, picked.day);
}

function headlinesOf(archive: ArchiveIndex | undefined, { path }: Day): string {
  const items = archive?.summary(path)?.items ?? [];
  const headlines = items.map(({ headline }) => headline).filter((headline) => headline !== '');
  return headlines.slice(0, MOST_HEADLINES).join(' · ');
}

const MOST_HEADLINES = 3;

function nameOf({ path }: Day): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function show(root: vscode.Uri, { path }: Day): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root, path));
}
