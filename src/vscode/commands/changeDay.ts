import * as vscode from 'vscode';
import {
  type ChangeDayRefusal,
  type ChangedDay,
  type ChangedImage,
  changeDay,
} from '../../core/compose/days/changeDay.ts';
import { nextDay } from '../../core/compose/days/nextDay.ts';
import { zonedNow } from '../../core/dates/timeZone.ts';
import { activeEntry, pathBelow } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { stampOf } from '../editor/fileSystem.ts';
import { type MovedFile, moveEntry } from '../editor/moveFile.ts';
import { showFileExists, showInfo, showWarning } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { settingsFor } from '../newsrooms/settings.ts';
import { type DateRow, pickDate, withWeekday } from './pickers/datePicker.ts';
import { askForLinks, filesWith, type Holder } from './updateLinks.ts';

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
}

/**
 * Gives an entry another day, which the writer picks: title, date, the names of its file and of its image in step and, where the
 * writer wants it, the links of other entries to it. All is one edit.
 */
export async function changeDayOf({ entries, newsrooms }: Parts, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  const newsroom = await newsrooms.read(root);
  const siteUrl = await newsrooms.siteUrl(root);
  const { date: today, time } = zonedNow(Date.now(), newsroom.zone());
  const path = pathBelow(root, document.uri);
  const { folders, fileName } = settingsFor(root);
  const { days } = newsroom;
  const known = { time, zone: newsroom.zone(), epochs: newsroom.epochs(), days, path, folders, fileName, siteUrl };
  const changed = (date: string) => changeDay(entries.entry(document), { ...known, date });

  const first = changed(today);
  if (!first.ok && first.reason === 'no-number') return showWarning(first.message);
  const row = (one: string) => rowOf(one, changed(one));
  const date = await pickDate({ title: 'Change Day', today, first: nextDay(today, days, (one) => row(one).free), row });
  if (date === undefined) return;
  const { version } = document;
  const result = changed(date);
  if (!result.ok) return refuse(root, result);
  const { page, image } = result;
  const sought = [page?.from, image && `/${image.from}`].filter((word) => word !== undefined);
  const others = days.map((day) => day.path).filter((other) => other !== path);
  const holders = await filesWith(sought, root, others);
  const texts = holders && (page ? await askForLinks(holders, page, siteUrl) : []);
  if (!texts) return;
  if (document.version !== version) return showInfo('The entry has changed meanwhile. Pick its day once more.');

  const picture = image && (await pictureOf(root, image, holders));
  const edits = picture ? [...result.edits, picture.edit] : result.edits;
  const before = document.uri;
  const target = vscode.Uri.joinPath(root, result.path);
  const moved = await moveEntry(document, target, edits, { files: picture?.files ?? [], texts });
  if (moved) await Promise.all([before, moved.uri].map((uri) => newsrooms.note(root, uri)));
}

/** The image under its new name, and its file where there is one; undefined, with a message, where it has to keep the old one. */
async function pictureOf(
  root: vscode.Uri,
  image: ChangedImage,
  holders: readonly Holder[],
): Promise<(Pick<ChangedImage, 'edit'> & { readonly files: readonly MovedFile[] }) | undefined> {
  const { edit } = image;
  const from = vscode.Uri.joinPath(root, image.from);
  const to = vscode.Uri.joinPath(root, image.to);
  if (!(await stampOf(from))) return { edit, files: [] };
  const shared = holders.find(({ text }) => text.includes(`/${image.from}`));
  if (shared) showInfo(`The image keeps its name: ${shared.path} shows ${image.from} too.`);
  else if (await stampOf(to)) showInfo(`The image keeps its name: there is a file ${image.to} already.`);
  else return { edit, files: [{ from, to }] };
  return undefined;
}

function rowOf(date: string, changed: ChangedDay | ChangeDayRefusal): DateRow {
  const description = withWeekday(date);
  if (changed.ok) return { label: `Day ${changed.day}`, description, detail: changed.path, date, free: true };
  return { label: '$(circle-slash) Not free', description, detail: changed.message, date, free: false };
}

function refuse(root: vscode.Uri, refusal: ChangeDayRefusal): void {
  if (refusal.reason === 'taken') showFileExists(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else showWarning(refusal.message);
}
