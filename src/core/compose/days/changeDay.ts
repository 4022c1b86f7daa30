import { offsetKindOf, toLocal } from '../../dates/localTimestamp.ts';
import { isRealTimestamp, parseTimestamp } from '../../dates/timestamp.ts';
import { offsetsOn, type TimeZone } from '../../dates/timeZone.ts';
import type { Day } from '../../entry/day.ts';
import type { Entry, Key } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { readDay } from '../../entry/readDay.ts';
import { renameForDay } from '../../files/fileNamePattern.ts';
import type { Folders } from '../../files/folders.ts';
import { entryFolderOf, fileNameOf } from '../../files/paths.ts';
import { titleNumberIn } from '../../lint/frontMatter/titleAndDate.ts';
import type { Edit } from '../../text/text.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';
import { type MovedPage, movedPage, redirectLinks } from './movedPage.ts';
import { type DayRequest, type NewDayRefusal, planNewDay } from './newDay.ts';

/** The day that an entry should become. The entry keeps its own time; that of the request is for an entry without one. */
interface ChangeDayRequest extends DayRequest {
  /** The entry's path below the root. */
  readonly path: string;
  readonly folders: Folders;
  /** The part of a link before the path of an entry: `https://log.example`. */
  readonly siteUrl: string | undefined;
}

/** The changes that make an entry another day. */
export interface ChangedDay {
  readonly ok: true;
  /** Undefined in a log without numbers. */
  readonly day: number | undefined;
  /** What the entry is called then: `Day 52`. */
  readonly name: string;
  /** The date and time in the newsroom: `2025-09-01 09:30:00 -07:00`. */
  readonly date: string;
  /** The new path below the root; the old one if the file's name has neither date nor number. */
  readonly path: string;
  /** Title, date, and links of the entry to itself. */
  readonly edits: readonly Edit[];
  /** The image whose file name contains the day number. */
  readonly image: ChangedImage | undefined;
  /** The entry's page, which links of other entries may point to; undefined if its path stays the same. */
  readonly page: MovedPage | undefined;
}

export interface ChangedImage {
  /** The old path below the root: `uploads/day-12-mayor.jpg`. */
  readonly from: string;
  readonly to: string;
  /** Changes the value in the front matter. */
  readonly edit: Edit;
}

export type ChangeDayRefusal =
  | NewDayRefusal
  | { readonly ok: false; readonly reason: 'no-number'; readonly message: string };

/** Moves an entry to another date: its number, date, file name and image name. */
export function changeDay(entry: Entry, request: ChangeDayRequest): ChangedDay | ChangeDayRefusal {
  const { text, frontMatter } = entry;
  const { path, days, folders, conventions } = request;
  const title = conventions.title && titleNumberIn(entry, conventions.title);
  const isNumbered = conventions.title !== null;
  if (isNumbered && !title) {
    const message =
      conventions.count === 'calendar' ? 'This entry is not a numbered day.' : 'This entry has no number.';
    return { ok: false, reason: 'no-number', message };
  }
  const otherDays = days.filter((otherDay) => otherDay.path !== path);
  const oldDay = readDay(entry, path, entryFolderOf(path, folders) === 'drafts');
  const dateKey = findKey(frontMatter, 'date');
  const time = (dateKey && localTimeIn(scalarValue(text, dateKey), request.zone)) ?? request.time;
  // Where every entry counts one more, an entry keeps its number.
  const keptNumber = conventions.count === 'entries' && title ? Number(title.digits) : undefined;
  const plan = planNewDay({ ...request, time, days: otherDays, published: false, day: request.day ?? keptNumber });
  if (!plan.ok) return plan;
  const { day, timestamp } = plan;
  const localDate = timestamp.slice(0, 10);

  const oldName = fileNameOf(path);
  const { pattern, digits } = conventions.fileName;
  const newName = renameForDay(oldName, pattern, localDate, day === undefined ? undefined : padded(day, digits));
  const newPath = path.slice(0, path.length - oldName.length) + newName;
  const existing = otherDays.find((otherDay) => otherDay.path.toLowerCase() === newPath.toLowerCase());
  if (existing) {
    return { ok: false, reason: 'taken', message: `${existing.path} already exists.`, path: existing.path };
  }
  const page = movedPageOf(entry, oldDay, { ...oldDay, path: newPath, date: localDate });
  const date = plan.date ?? (dateKey ? timestamp : undefined);
  const newNumber = day === undefined ? undefined : padded(day, conventions.title?.digits ?? 1);
  const edits = [
    ...(title && newNumber !== undefined ? [{ from: title.from, to: title.to, text: newNumber }] : []),
    ...(date === undefined ? [] : [valueEdit(entry, 'date', date)]),
    ...(page ? redirectLinksToItself(entry, page, request.siteUrl) : []),
  ].filter((edit) => text.slice(edit.from, edit.to) !== edit.text);
  const image = findKey(frontMatter, 'image');
  const isRenumbered = title && newNumber !== undefined && newNumber !== title.digits;
  return {
    ok: true,
    day,
    name: plan.name,
    date: timestamp,
    path: newPath,
    edits: edits.sort((a, b) => a.from - b.from),
    image: image && isRenumbered ? changedImage(text, image, title.digits, newNumber) : undefined,
    page,
  };
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** Leaves the front matter alone: an earlier address of the page that is recorded there stays valid. */
function redirectLinksToItself({ text, body }: Entry, page: MovedPage, siteUrl: string | undefined): Edit[] {
  return redirectLinks(text, page, siteUrl).filter(({ from }) => from >= body.from);
}

/** An entry with a permalink keeps its page. */
function movedPageOf({ frontMatter }: Entry, before: Day, after: Day): MovedPage | undefined {
  return findKey(frontMatter, 'permalink') ? undefined : movedPage(before, after);
}

/** The time of a date in the newsroom's zone: `16:30:00` for `2031-01-31 08:30:00 -08:00` in Berlin. */
function localTimeIn(date: string, zone: TimeZone): string | undefined {
  const timestamp = parseTimestamp(date);
  if (!timestamp || timestamp.form.time === 'none' || !isRealTimestamp(timestamp)) return undefined;
  const { offset, time } = timestamp;
  const utcOffsets = (localDate: string, localTime: string) => offsetsOn(localDate, localTime, zone);
  if (offset === undefined || offsetKindOf({ ...timestamp, offset }, utcOffsets) !== 'foreign') return time;
  return toLocal({ ...timestamp, offset }, utcOffsets)?.time ?? time;
}

/**
 * Replaces the old number in the file name of an image if it occurs there exactly once, as a whole number. Returns undefined otherwise,
 * and for an image on another site.
 */
function changedImage(text: string, key: Key, oldNumber: string, newNumber: string): ChangedImage | undefined {
  const { value } = key;
  const path = scalarValue(text, key);
  if (/^[a-z]+:|^\/\/|\{\{/i.test(path)) return undefined;
  const written = text.slice(value.from, value.to);
  const nameStart = written.lastIndexOf('/') + 1;
  const matches = [...written.slice(nameStart).matchAll(/\d+/g)].filter(([digits]) => digits === oldNumber);
  const [match] = matches;
  if (!match || matches.length > 1) return undefined;
  const from = value.from + nameStart + match.index;
  const edit = { from, to: from + oldNumber.length, text: newNumber };
  const numberStart = path.lastIndexOf(oldNumber);
  const newPath = path.slice(0, numberStart) + newNumber + path.slice(numberStart + oldNumber.length);
  return { from: withoutLeadingSlash(path), to: withoutLeadingSlash(newPath), edit };
}

function withoutLeadingSlash(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '');
}
