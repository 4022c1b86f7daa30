import { addDays, isDate } from '../../dates/calendar.ts';
import { dateText } from '../../dates/dateForm.ts';
import { dateOfDay, dayNumber, epochOn, firstEntryDate } from '../../dates/epochs.ts';
import { type TimeZone, zonedTimestamp } from '../../dates/timeZone.ts';
import type { Day } from '../../entry/day.ts';
import { nameOfNumber, type TitleForm } from '../../entry/titleForm.ts';
import { entryFolderFor } from '../../files/entryFolder.ts';
import { draftFileName, parseFileNameByPattern, postFileName } from '../../files/fileNamePattern.ts';
import type { Folders } from '../../files/folders.ts';
import { fileNameOf } from '../../files/paths.ts';
import { slugOf } from '../../newsroom/profile/fileNameParts.ts';
import { dateTitle } from './dateTitle.ts';
import { type CountedArchive, conventionsOn, entryWithNumber, numberOn } from './numberOn.ts';

/** The date and time of a new entry, and the archive it has to fit into. */
export interface DayRequest extends CountedArchive {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` or `HH:MM:SS` */
  readonly time: string;
  readonly zone: TimeZone;
  /** The number if the writer gave one; by default, the one that follows from the archive. */
  readonly day?: number | undefined;
}

export interface NewDayRequest extends DayRequest {
  /** Whether the entry goes straight into the folder of posts. */
  readonly published: boolean;
  /** Folders below the root: `{ posts: '_posts', drafts: '_drafts' }`. Where entries are in others, new ones go there too. */
  readonly folders: Pick<Folders, 'posts' | 'drafts'> & Partial<Folders>;
}

interface InsertedDayRequest extends DayRequest {
  /** The path of the empty file below the root. A date or number in its name overrides that of the request. */
  readonly path: string;
}

/** What the front matter of a new entry says. */
export interface DayHeading {
  /** Undefined in a log without numbers. */
  readonly day: number | undefined;
  /** `Day 1686`; `TK` for a title that the writer has yet to find. */
  readonly title: string;
  readonly titleForm: TitleForm | null;
  /** The date as the front matter has it: `2025-09-01 09:30:00 -07:00`; undefined if only the names of files have dates. */
  readonly date: string | undefined;
  /** The same moment in the newsroom: `2025-09-01 09:30:00 -07:00`. */
  readonly timestamp: string;
}

/** A new entry that can be written; `newDayText` gives it its text. */
export interface PlannedDay extends DayHeading {
  readonly ok: true;
  /** Below the root: `_drafts/day-1686.markdown`. */
  readonly path: string;
  /** What to call it: `Day 1686`. */
  readonly name: string;
}

/** Why a new entry is not possible. `message` is a sentence for the writer; the other fields help to offer a way out. */
export type NewDayRefusal =
  | { readonly ok: false; readonly reason: 'invalid-date' | 'invalid-day'; readonly message: string }
  | { readonly ok: false; readonly reason: 'before-first'; readonly message: string; readonly first: string }
  | { readonly ok: false; readonly reason: 'taken'; readonly message: string; readonly path: string }
  | {
      readonly ok: false;
      readonly reason: 'no-epoch';
      readonly message: string;
      /** 1 if there is no numbered entry yet; undefined if the entries disagree on the number. */
      readonly suggestedNumber: number | undefined;
    };

/** Plans a new entry: its number, its timestamp and its file. */
export function planNewDay(request: NewDayRequest): PlannedDay | NewDayRefusal {
  const { days, folders, published } = request;
  const heading = planHeading(request, days);
  if (!heading.ok) return heading;
  const { pattern, digits } = conventionsOn(heading.timestamp.slice(0, 10), request).fileName;
  const number = heading.day === undefined ? undefined : String(heading.day).padStart(digits, '0');
  const values = { date: heading.timestamp.slice(0, 10), number };
  const entryFolder = entryFolderFor(values.date, days, { entries: [], ...folders });
  const isDated = published || entryFolder !== undefined;
  const name = isDated ? postFileName(pattern, values) : draftFileName(pattern, values);
  const folder = entryFolder ?? (published ? folders.posts : folders.drafts);
  // Where all files are named `index.md`, each has a folder of its own.
  const path = pattern.includes('{') ? `${folder}/${name}` : `${folder}/${bundleName(heading, days)}/${name}`;
  const existing = days.find((otherDay) => otherDay.path.toLowerCase() === path.toLowerCase());
  if (existing) return taken(`${existing.path} already exists.`, existing);
  return { ...heading, path };
}

/** The folder of an entry whose file is `index.md`: `20310131` or `2031-01-31` if the newest is named so, else `week-7` or the date. */
function bundleName({ day, name, timestamp }: Omit<PlannedDay, 'path'>, days: readonly Day[]): string {
  const date = timestamp.slice(0, 10);
  const folders = days
    .map(({ path }) => path.split('/').at(-2) ?? '')
    .filter((folder) => /^\d{4}-?\d\d-?\d\d/.test(folder));
  const newest = folders.toSorted().at(-1);
  if (newest === undefined || folders.length * 2 < days.length) return day === undefined ? date : slugOf(name);
  const start = newest.includes('-') ? date : date.replaceAll('-', '');
  return day === undefined || /^[\d-]+$/.test(newest) ? start : `${start}-${slugOf(name)}`;
}

/** Plans the entry for an empty file whose name may already give its number or date: `_drafts/day-1686.markdown`. */
export function planInsertedDay(request: InsertedDayRequest): PlannedDay | NewDayRefusal {
  const { path, conventions } = request;
  const isCalendar = conventions.count === 'calendar';
  const epochs = isCalendar ? request.epochs : [];
  const fromName = parseFileNameByPattern(fileNameOf(path), conventions.fileName.pattern);
  const epoch = epochOn(request.date, epochs);
  const dateOfNumber = fromName.number !== undefined && epoch ? dateOfDay(fromName.number, epoch) : undefined;
  const date = fromName.date ?? dateOfNumber ?? request.date;
  const numberOfDate = fromName.date === undefined ? undefined : dayNumber(date, epochs);
  const day = request.day ?? numberOfDate ?? fromName.number;
  const otherDays = request.days.filter((otherDay) => otherDay.path !== path);
  const heading = planHeading({ ...request, date, day }, otherDays);
  return heading.ok ? { ...heading, path } : heading;
}

/** The number and timestamp of the requested day, if the archive has room for it. */
function planHeading(request: DayRequest, days: readonly Day[]): Omit<PlannedDay, 'path'> | NewDayRefusal {
  const { date, time, zone, epochs, conventions } = request;
  const timestamp = zonedTimestamp(date, time, zone);
  if (timestamp === undefined) {
    const message = isDate(date) ? `${time} is not a valid time.` : `${date} is not a valid date.`;
    return { ok: false, reason: 'invalid-date', message };
  }
  // When the clocks skip midnight, the time may have moved to the next day.
  const localDate = timestamp.slice(0, 10);
  const archive = { conventions, epochs, days };
  const sameDate = hasSeveralADay(days) ? undefined : days.find((day) => dateTakenBy(day, archive) === localDate);
  if (sameDate) return taken(`${localDate} already has an entry: ${sameDate.path}.`, sameDate);
  const number = conventions.count === 'none' ? undefined : planNumber(request, localDate, archive);
  if (typeof number === 'object') return number;
  const { title, fileName, date: dateForm, inUtc } = conventionsOn(localDate, archive);
  const name = number === undefined ? undefined : title ? nameOfNumber(number, title) : `${number}`;
  const titled = title === null ? dateTitle(localDate, days) : undefined;
  const [, localTime = '', offset = ''] = timestamp.split(' ');
  return {
    ok: true,
    day: number,
    date: dateText({ date: localDate, time: localTime, offset }, dateForm, inUtc),
    timestamp,
    title: titled ?? titleOf(name, title),
    titleForm: title,
    name: name ?? titled ?? fileNameOf(postFileName(fileName.pattern, { date: localDate })),
  };
}

/** The number of the new entry, undefined without one; or why there can be none. */
function planNumber(
  { day }: DayRequest,
  localDate: string,
  archive: CountedArchive,
): number | Extract<NewDayRefusal, { ok: false }> {
  const { days, epochs, conventions } = archive;
  const isCalendar = conventions.count === 'calendar';
  const firstEntry = firstEntryDate(days);
  const first = firstEntry ?? (isCalendar ? epochs[0]?.from : undefined);
  if (first !== undefined && localDate < first) {
    const limit = firstEntry === undefined ? 'the first counted day' : 'the first entry';
    return { ok: false, reason: 'before-first', message: `${localDate} is before ${limit}, ${first}.`, first };
  }
  const number = day ?? numberOn(localDate, archive);
  if (number === undefined) {
    const what = isCalendar ? 'day number' : 'number';
    const message = `The archive does not show the ${what} of ${localDate}.`;
    return { ok: false, reason: 'no-epoch', message, suggestedNumber: days.some(isCounted) ? undefined : 1 };
  }
  if (!Number.isSafeInteger(number) || number < 0) {
    return { ok: false, reason: 'invalid-day', message: `${number} is not a valid day number.` };
  }
  const sameNumber = entryWithNumber(number, localDate, archive);
  if (!sameNumber) return number;
  const nameOf = (each: number) => (conventions.title ? nameOfNumber(each, conventions.title) : `Number ${each}`);
  const right = isCalendar && sameNumber.date && dayNumber(sameNumber.date, epochs);
  const isMisnumbered = right && right !== number && !sameNumber.draft;
  const hint = isMisnumbered ? `, although its date is that of ${nameOf(right)}` : '';
  return taken(`${nameOf(number)} already exists: ${sameNumber.path}${hint}.`, sameNumber);
}

/** The title of the new entry, where `TK` stands for a subtitle that every entry has, or for a title that is all words. */
function titleOf(name: string | undefined, form: TitleForm | null): string {
  if (!form || name === undefined) return 'TK';
  return form.subtitle === 'always' ? `${name}${form.separator ?? ': '}TK` : name;
}

/** Whether the log often has several entries on one date, so that another one is nothing unusual. */
function hasSeveralADay(days: readonly Day[]): boolean {
  const published = days.filter(({ draft, date }) => !draft && date !== undefined);
  const dates = new Set(published.map(({ date }) => date));
  return (published.length - dates.size) * 10 >= published.length && dates.size < published.length;
}

/** The date that an entry occupies. A draft written the evening before has that evening's date and the next day's number. */
function dateTakenBy(
  { date, draft, number }: Day,
  { conventions: { count }, epochs }: CountedArchive,
): string | undefined {
  if (date === undefined || (number === undefined && count !== 'none')) return undefined;
  return draft && count === 'calendar' && dayNumber(date, epochs) === (number ?? 0) - 1 ? addDays(date, 1) : date;
}

/** Whether the entry counts: it has a number and a real date. */
function isCounted({ date, number }: Day): boolean {
  return number !== undefined && date !== undefined && isDate(date);
}

function taken(message: string, { path }: Day): Extract<NewDayRefusal, { reason: 'taken' }> {
  return { ok: false, reason: 'taken', message, path };
}
