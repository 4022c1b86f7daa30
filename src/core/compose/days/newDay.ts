import { addDays, daysBetween, isDate } from '../../dates/calendar.ts';
import { dateOfDay, dayNumber, type Epoch, epochOn, firstEntryDate, inSameCount } from '../../dates/epochs.ts';
import { type TimeZone, zonedTimestamp } from '../../dates/timeZone.ts';
import type { Day } from '../../entry/day.ts';
import { draftFileName, parseFileNameByPattern, postFileName } from '../../files/fileNamePattern.ts';
import { fileNameOf } from '../../files/paths.ts';

/** The date and time of a new entry, and the archive it has to fit into. */
export interface DayRequest {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` or `HH:MM:SS` */
  readonly time: string;
  readonly zone: TimeZone;
  readonly epochs: readonly Epoch[];
  readonly days: readonly Day[];
  /** The day number if the writer gave one; by default, the number of the date. */
  readonly day?: number | undefined;
}

export interface NewDayRequest extends DayRequest {
  /** Whether the entry goes straight into the folder of posts. */
  readonly published: boolean;
  /** Folders below the root: `{ posts: '_posts', drafts: '_drafts' }`. */
  readonly folders: { readonly posts: string; readonly drafts: string };
  /** The newsroom's pattern for file names: `{date}-day-{day}.markdown`. */
  readonly fileName: string;
}

interface InsertedDayRequest extends DayRequest {
  /** The path of the empty file below the root. A date or number in its name overrides that of the request. */
  readonly path: string;
  /** The newsroom's pattern for file names: `{date}-day-{day}.markdown`. */
  readonly fileName: string;
}

/** A new entry that can be written; `newDayText` gives it its text. */
export interface PlannedDay {
  readonly ok: true;
  /** Below the root: `_drafts/day-1686.markdown`. */
  readonly path: string;
  readonly day: number;
  /** The timestamp for the front matter: `2025-09-01 09:30:00 -07:00`. */
  readonly date: string;
  /** `Day 1686` */
  readonly title: string;
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
  const { days, folders, fileName, published } = request;
  const heading = planHeading(request, days);
  if (!heading.ok) return heading;
  const { day, date } = heading;
  const name = published ? postFileName(fileName, date.slice(0, 10), day) : draftFileName(fileName, day);
  const path = `${published ? folders.posts : folders.drafts}/${name}`;
  const existing = days.find((otherDay) => otherDay.path.toLowerCase() === path.toLowerCase());
  if (existing) return taken(`${existing.path} already exists.`, existing);
  return { ...heading, path };
}

/** Plans the entry for an empty file whose name may already give its number or date: `_drafts/day-1686.markdown`. */
export function planInsertedDay(request: InsertedDayRequest): PlannedDay | NewDayRefusal {
  const { path, epochs, fileName } = request;
  const fromName = parseFileNameByPattern(fileNameOf(path), fileName);
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
function planHeading(
  { date, time, zone, epochs, day }: DayRequest,
  days: readonly Day[],
): Omit<PlannedDay, 'path'> | NewDayRefusal {
  const timestamp = zonedTimestamp(date, time, zone);
  if (timestamp === undefined) {
    const message = isDate(date) ? `${time} is not a valid time.` : `${date} is not a valid date.`;
    return { ok: false, reason: 'invalid-date', message };
  }
  // When the clocks skip midnight, the time may have moved to the next day.
  const localDate = timestamp.slice(0, 10);
  const sameDate = days.find((otherDay) => dateTakenBy(otherDay, epochs) === localDate);
  if (sameDate) return taken(`${localDate} already has an entry: ${sameDate.path}.`, sameDate);
  const firstEntry = firstEntryDate(days);
  const first = firstEntry ?? epochs[0]?.from;
  if (first !== undefined && localDate < first) {
    const limit = firstEntry === undefined ? 'the first counted day' : 'the first entry';
    return { ok: false, reason: 'before-first', message: `${localDate} is before ${limit}, ${first}.`, first };
  }
  const number = day ?? dayNumber(localDate, epochs) ?? agreedNumber(localDate, days);
  if (number === undefined) {
    const message = `The archive does not show the day number of ${localDate}.`;
    return { ok: false, reason: 'no-epoch', message, suggestedNumber: days.some(isCounted) ? undefined : 1 };
  }
  if (!Number.isSafeInteger(number) || number < 0) {
    return { ok: false, reason: 'invalid-day', message: `${number} is not a valid day number.` };
  }
  const sameNumber = days.find(
    (otherDay) =>
      otherDay.number === number && (otherDay.date === undefined || inSameCount(otherDay.date, localDate, epochs)),
  );
  if (sameNumber) {
    const right = sameNumber.date && dayNumber(sameNumber.date, epochs);
    const isMisnumbered = right && right !== number && !sameNumber.draft;
    const hint = isMisnumbered ? `, although its date is that of Day ${right}` : '';
    return taken(`Day ${number} already exists: ${sameNumber.path}${hint}.`, sameNumber);
  }
  return { ok: true, day: number, date: timestamp, title: `Day ${number}` };
}

/** The date that a numbered day occupies. A draft written the evening before has that evening's date and the next day's number. */
function dateTakenBy({ date, draft, number }: Day, epochs: readonly Epoch[]): string | undefined {
  if (date === undefined || number === undefined) return undefined;
  return draft && dayNumber(date, epochs) === number - 1 ? addDays(date, 1) : date;
}

/** The number that all numbered entries agree on, counting calendar days from each. So few are no epoch yet, but a sensible guess. */
function agreedNumber(date: string, days: readonly Day[]): number | undefined {
  const numbers = new Set<number>();
  for (const { date: otherDate, number } of days) {
    const daysAfter = otherDate === undefined ? undefined : daysBetween(otherDate, date);
    if (number !== undefined && daysAfter !== undefined) numbers.add(number + daysAfter);
  }
  const [agreed] = numbers;
  return numbers.size === 1 && agreed !== undefined && agreed >= 1 ? agreed : undefined;
}

/** Whether the entry counts: it has a number and a real date. */
function isCounted({ date, number }: Day): boolean {
  return number !== undefined && date !== undefined && isDate(date);
}

function taken(message: string, { path }: Day): NewDayRefusal {
  return { ok: false, reason: 'taken', message, path };
}
