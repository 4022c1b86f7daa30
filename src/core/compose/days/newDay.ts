import {
  addDays,
  dateOfDay,
  dayNumber,
  daysBetween,
  type Epoch,
  epochOn,
  firstEntryDate,
  inSameCount,
  isDate,
} from '../../dates/calendar.ts';
import { type TimeZone, zonedTimestamp } from '../../dates/timeZone.ts';
import type { Day } from '../../entry/day.ts';
import { draftName, namedDay, postName } from '../../files/fileNamePattern.ts';
import { fileNameOf } from '../../files/paths.ts';
import { dayText, frontMatterOf } from './dayText.ts';

/** What a new entry is to be, and what the archive holds already. */
export interface DayRequest {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` or `HH:MM:SS` */
  readonly time: string;
  readonly zone: TimeZone;
  readonly epochs: readonly Epoch[];
  readonly days: readonly Day[];
  /** The number, where the writer has said it; else the date's own. */
  readonly day?: number | undefined;
}

export interface NewDayRequest extends DayRequest {
  /** Whether the entry goes straight among the posts. */
  readonly published: boolean;
  /** Folders below the root: `{ posts: '_posts', drafts: '_drafts' }`. */
  readonly folders: { readonly posts: string; readonly drafts: string };
  /** How the newsroom names its files: `{date}-day-{day}.markdown`. */
  readonly fileName: string;
  /** What the newsroom makes new entries of (see `dayText`); undefined for front matter and one empty section. */
  readonly template?: string | undefined;
}

interface InsertDayRequest extends DayRequest {
  /** The empty file at hand, below the root; what its name says of date and number goes before the request's. */
  readonly path: string;
  /** How the newsroom names its files: `{date}-day-{day}.markdown`. */
  readonly fileName: string;
}

/** A new entry, ready to be written. */
export interface NewDay {
  readonly ok: true;
  /** Below the root: `_drafts/day-1686.markdown`. */
  readonly path: string;
  readonly day: number;
  /** As the front matter has it: `2025-09-01 09:30:00 -07:00`. */
  readonly date: string;
  /** `Day 1686` */
  readonly title: string;
  /** The whole file. */
  readonly text: string;
  /** The offset in the text at which writing starts. */
  readonly cursor: number;
}

/** Why there is no new entry. `message` says it in one sentence; the rest is for telling what to do about it. */
export type Refusal =
  | { readonly ok: false; readonly reason: 'invalid-date' | 'invalid-day'; readonly message: string }
  | { readonly ok: false; readonly reason: 'before-first'; readonly message: string; readonly first: string }
  | { readonly ok: false; readonly reason: 'taken'; readonly message: string; readonly path: string }
  | {
      readonly ok: false;
      readonly reason: 'no-epoch';
      readonly message: string;
      /** The number that the few entries there are agree on; 1 where there is none. */
      readonly suggestion: number | undefined;
    };

/** The file of a new day, and where in it the writer starts. */
export function newDay(request: NewDayRequest): NewDay | Refusal {
  const { days, folders, fileName, published, template } = request;
  const settled = settle(request, days);
  if (!settled.ok) return settled;
  const { day, date } = settled;
  const name = published ? postName(fileName, date.slice(0, 10), day) : draftName(fileName, day);
  const path = `${published ? folders.posts : folders.drafts}/${name}`;
  const there = days.find((other) => other.path.toLowerCase() === path.toLowerCase());
  if (there) return taken(`There is a file ${there.path} already.`, there);
  return { ...settled, path, ...dayText(settled, template) };
}

/** The front matter for an empty file whose name may say which day it is: `_drafts/day-1686.markdown`. */
export function insertDay(request: InsertDayRequest): NewDay | Refusal {
  const { path, epochs, fileName } = request;
  const named = namedDay(fileNameOf(path), fileName);
  const epoch = epochOn(request.date, epochs);
  const counted = named.number !== undefined && epoch ? dateOfDay(named.number, epoch) : undefined;
  const date = named.date ?? counted ?? request.date;
  const byDate = named.date === undefined ? undefined : dayNumber(date, epochs);
  const day = request.day ?? byDate ?? named.number;
  const others = request.days.filter((other) => other.path !== path);
  const settled = settle({ ...request, date, day }, others);
  if (!settled.ok) return settled;
  const text = frontMatterOf(settled);
  return { ...settled, path, text, cursor: text.length };
}

type Settled = Pick<NewDay, 'ok' | 'day' | 'date' | 'title'>;

/** The number and the timestamp of the requested day, where it may be begun. */
function settle({ date, time, zone, epochs, day }: DayRequest, days: readonly Day[]): Settled | Refusal {
  const stamp = zonedTimestamp(date, time, zone);
  if (stamp === undefined) {
    return { ok: false, reason: 'invalid-date', message: `There is no ${isDate(date) ? time : date} in the calendar.` };
  }
  // Where the clocks skip midnight, the time may have moved into the next day.
  const local = stamp.slice(0, 10);
  const sameDate = days.find((other) => dateFor(other, epochs) === local);
  if (sameDate) return taken(`${local} has an entry already: ${sameDate.path}.`, sameDate);
  const firstEntry = firstEntryDate(days);
  const first = firstEntry ?? epochs[0]?.from;
  if (first !== undefined && local < first) {
    const what = firstEntry === undefined ? 'the first day that is counted' : 'the first entry';
    return { ok: false, reason: 'before-first', message: `${local} is before ${what}, ${first}.`, first };
  }
  const number = day ?? dayNumber(local, epochs);
  if (number === undefined) {
    const message = `The archive does not show which number ${local} has.`;
    return { ok: false, reason: 'no-epoch', message, suggestion: suggestedNumber(local, days) };
  }
  if (!Number.isSafeInteger(number) || number < 0) {
    return { ok: false, reason: 'invalid-day', message: `${number} is not the number of a day.` };
  }
  const sameNumber = days.find(
    (other) => other.number === number && (other.date === undefined || inSameCount(other.date, local, epochs)),
  );
  if (sameNumber) {
    const right = sameNumber.date && dayNumber(sameNumber.date, epochs);
    const wrong = right && right !== number && !sameNumber.draft ? `, though its date is that of Day ${right}` : '';
    return taken(`There is a Day ${number} already: ${sameNumber.path}${wrong}.`, sameNumber);
  }
  return { ok: true, day: number, date: stamp, title: `Day ${number}` };
}

/** The date that a numbered day takes. A draft written the evening before has that evening's date and the next day's number. */
function dateFor({ date, draft, number }: Day, epochs: readonly Epoch[]): string | undefined {
  if (date === undefined || number === undefined) return undefined;
  return draft && dayNumber(date, epochs) === number - 1 ? addDays(date, 1) : date;
}

function suggestedNumber(date: string, days: readonly Day[]): number | undefined {
  const numbers = new Set<number>();
  for (const { date: other, number } of days) {
    const after = other === undefined ? undefined : daysBetween(other, date);
    if (number !== undefined && after !== undefined) numbers.add(number + after);
  }
  const [agreed = 1] = numbers;
  return numbers.size <= 1 && agreed >= 1 ? agreed : undefined;
}

function taken(message: string, { path }: Day): Refusal {
  return { ok: false, reason: 'taken', message, path };
}
