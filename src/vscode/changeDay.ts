import * as vscode from 'vscode';
import { type ChangeDayRefusal, type ChangedDay, changeDay } from '../core/compose/changeDay.ts';
import { zonedNow } from '../core/zone.ts';
import { moveEntry } from './changeEntry.ts';
import { chosenEntry, pathBelow } from './chosen.ts';
import { type DateRow, pickDate, withWeekday } from './datePicker.ts';
import type { Entries } from './entries.ts';
import type { Newsrooms } from './newsrooms.ts';
import { warn, warnOf } from './say.ts';
import { settingsFor } from './settings.ts';

interface Parts {
  readonly entries: Entries;
  readonly newsrooms: Newsrooms;
}

/** Gives an entry another day, which the writer picks: title, date, the file's name and the image's in step, as one edit. */
export async function changeDayOf({ entries, newsrooms }: Parts, given: unknown): Promise<void> {
  const document = await chosenEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  const newsroom = await newsrooms.read(root);
  const { date: today, time } = zonedNow(Date.now(), newsroom.zone());
  const path = pathBelow(root, document.uri);
  const { folders } = settingsFor(root);
  const known = { time, zone: newsroom.zone(), epochs: newsroom.epochs(), days: newsroom.days, path, folders };
  const changed = (date: string) => changeDay(entries.entry(document), { ...known, date });

  const first = changed(today);
  if (!first.ok && first.reason === 'no-number') return warn(first.message);
  const date = await pickDate({ title: 'Change Day', today, row: (one) => rowOf(one, changed(one)) });
  if (date === undefined) return;
  const result = changed(date);
  if (!result.ok) return refuse(root, result);
  const before = document.uri;
  const moved = await moveEntry(document, vscode.Uri.joinPath(root, result.path), result.edits);
  if (moved) await Promise.all([newsrooms.note(root, before), newsrooms.note(root, moved.uri)]);
}

function rowOf(date: string, changed: ChangedDay | ChangeDayRefusal): DateRow {
  const description = withWeekday(date);
  if (changed.ok) return { label: `Day ${changed.day}`, description, detail: changed.path, date, free: true };
  return { label: '$(circle-slash) Not free', description, detail: changed.message, date, free: false };
}

function refuse(root: vscode.Uri, refusal: ChangeDayRefusal): void {
  if (refusal.reason === 'taken') warnOf(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else warn(refusal.message);
}
