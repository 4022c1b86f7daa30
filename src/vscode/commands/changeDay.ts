import * as vscode from 'vscode';
import {
  type ChangeDayRefusal,
  type ChangedDay,
  type ChangedImage,
  changeDay,
} from '../../core/compose/days/changeDay.ts';
import type { DatePlan } from '../../core/compose/days/dateChoices.ts';
import { nextFreeDate } from '../../core/compose/days/nextFreeDate.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import { activeEntryContext, isFrontMatterRefused } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { statFile } from '../editor/fileSystem.ts';
import { type MovedFile, moveEntry } from '../editor/moveFile.ts';
import { showEntryChanged, showFileExists, showInfo, showWarning } from '../editor/notifications.ts';
import { pickDate } from './pickers/datePicker.ts';
import { confirmLinkUpdates, type FileText, findFilesContaining } from './updateLinks.ts';

/**
 * *Change Day…*: moves an entry to a day that the writer picks. Title, date, the names of its file and of its image change together
 * and, if the writer agrees, the links of other entries to it. One undo takes all of it back.
 */
export async function changeDayOfEntry(services: Services, uri: unknown): Promise<void> {
  const context = await activeEntryContext(services, uri);
  if (!context || isFrontMatterRefused(context.entry)) return;
  const { entries, newsrooms, entryMoves } = services;
  const { document, root, path, settings, newsroom } = context;
  const { days } = newsroom;
  const siteUrl = await newsrooms.siteUrlOf(root);
  const { date: today, time } = localDateTime(Date.now(), newsroom.zone());
  const { folders } = settings;
  const conventions = newsroom.conventions();
  const request = { time, zone: newsroom.zone(), epochs: newsroom.epochs(), days, path, folders, conventions, siteUrl };
  const changeTo = (date: string) => changeDay(entries.entryOf(document), { ...request, date });

  const changeToToday = changeTo(today);
  if (!changeToToday.ok && changeToToday.reason === 'no-number') return showWarning(changeToToday.message);
  const plan = (date: string) => planOf(changeTo(date));
  const initialDate = nextFreeDate(today, days, (date) => plan(date).ok);
  const date = await pickDate('Change Day', { today, around: context.day.date ?? today, initialDate, days, plan });
  if (date === undefined) return;
  const { version } = document;
  const change = changeTo(date);
  if (!change.ok) return showRefusal(root, change);
  const { page, image } = change;
  const words = [page?.from, image && `/${image.from}`].filter((word) => word !== undefined);
  const otherPaths = days.map((day) => day.path).filter((dayPath) => dayPath !== path);
  const mentions = await findFilesContaining(words, root, otherPaths);
  const texts = mentions && (page ? await confirmLinkUpdates(mentions, page, siteUrl) : []);
  if (!texts) return;
  if (document.version !== version) return showEntryChanged('Pick the day again.');

  const renamedImage = image && (await renameImage(root, image, mentions));
  const edits = renamedImage ? [...change.edits, renamedImage.edit] : change.edits;
  const move = { from: document.uri, to: vscode.Uri.joinPath(root, change.path) };
  const textBefore = document.getText();
  await entryMoves.during(move, async () => {
    const moved = await moveEntry(document, move.to, edits, { files: renamedImage?.files ?? [], texts });
    if (!moved) return;
    entryMoves.remember({ ...move, textBefore, textAfter: moved.getText(), isSaved: false });
    await Promise.all([move.from, move.to].map((uri) => newsrooms.recheck(root, uri)));
  });
}

interface RenamedImage extends Pick<ChangedImage, 'edit'> {
  /** The image's file; empty if it does not exist. */
  readonly files: readonly MovedFile[];
}

/** The renaming of an entry's image; undefined, with a message, if the image has to keep its name. */
async function renameImage(
  root: vscode.Uri,
  image: ChangedImage,
  mentions: readonly FileText[],
): Promise<RenamedImage | undefined> {
  const { edit } = image;
  const from = vscode.Uri.joinPath(root, image.from);
  const to = vscode.Uri.joinPath(root, image.to);
  if (!(await statFile(from))) return { edit, files: [] };
  const otherUser = mentions.find(({ text }) => text.includes(`/${image.from}`));
  if (otherUser) showInfo(`The image keeps its name: ${otherUser.path} uses ${image.from} too.`);
  else if (await statFile(to)) showInfo(`The image keeps its name: ${image.to} already exists.`);
  else return { edit, files: [{ from, to }] };
  return undefined;
}

function planOf(change: ChangedDay | ChangeDayRefusal): DatePlan {
  return change.ok ? { ok: true, title: change.name, path: change.path } : change;
}

function showRefusal(root: vscode.Uri, refusal: ChangeDayRefusal): void {
  if (refusal.reason === 'taken') showFileExists(vscode.Uri.joinPath(root, refusal.path), refusal.message);
  else showWarning(refusal.message);
}
