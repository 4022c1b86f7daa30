import { addDays, daysBetween } from '../../dates/calendar.ts';
import { momentOf, type OffsetKind, offsetKindOf, toLocal } from '../../dates/localTimestamp.ts';
import { isRealTimestamp, parseTimestamp, type Timestamp } from '../../dates/timestamp.ts';
import type { Entry } from '../../entry/entry.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { numberSpanInTitle, type TitleForm } from '../../entry/titleForm.ts';
import type { Span } from '../../text/text.ts';
import type { RuleContext } from '../rule.ts';

/** The number in a title of the newsroom's form, such as `Day 12` or `Day 12: The flood`. */
export interface TitleNumber extends Span {
  readonly digits: string;
}

/** The number in the title of an entry; undefined if its title, or no title of the newsroom, is numbered. */
export function titleNumberIn({ text, frontMatter }: Entry, form: TitleForm | null): TitleNumber | undefined {
  const title = form && findKey(frontMatter, 'title');
  if (!title) return undefined;
  const value = scalarValue(text, title);
  const span = numberSpanInTitle(value, form);
  if (!span) return undefined;
  const digits = value.slice(span.from, span.to);
  const start = text.indexOf(value, title.value.from);
  const from = start < 0 ? text.indexOf(digits, title.value.from) : start + span.from; // escapes are written otherwise
  return { from, to: from + digits.length, digits };
}

type ZoneContext = Pick<RuleContext, 'utcOffsets' | 'fileName'>;

/** What the `date` says. */
export interface WrittenDate {
  /** Without quotes. */
  readonly value: string;
  /** Undefined if the value is not a date and time. */
  readonly timestamp: Timestamp | undefined;
  /** Whether the timestamp exists. */
  readonly isReal: boolean;
  /** How its offset relates to the site's time zone; undefined if there is none, or the zone is not known. */
  readonly offsetKind: OffsetKind | undefined;
  /** As `dateIn` returns it. */
  readonly day: string | undefined;
}

/**
 * The day (`YYYY-MM-DD`) of the `date`, in the site's time zone: 06:59 UTC on March 23 is March 22 in California. If the date is in UTC and
 * the zone is not known, the file name tells it.
 */
export function dateIn(entry: Entry, context: ZoneContext): string | undefined {
  return writtenDateIn(entry, context)?.day;
}

/** What the `date` says; undefined if there is no such key. */
export function writtenDateIn(entry: Entry, { utcOffsets, fileName }: ZoneContext): WrittenDate | undefined {
  let cached = dates.get(entry);
  if (cached?.utcOffsets !== utcOffsets || cached.fileName !== fileName) {
    cached = { utcOffsets, fileName, date: readDate(entry, utcOffsets, fileName) };
    dates.set(entry, cached);
  }
  return cached.date;
}

/** Several rules ask for the date of the same entry. */
const dates = new WeakMap<Entry, ZoneContext & { readonly date: WrittenDate | undefined }>();

function readDate(
  { text, frontMatter }: Entry,
  utcOffsets: RuleContext['utcOffsets'],
  fileName: string,
): WrittenDate | undefined {
  const key = findKey(frontMatter, 'date');
  if (!key) return undefined;
  const value = scalarValue(text, key);
  const timestamp = parseTimestamp(value);
  const isReal = timestamp !== undefined && isRealTimestamp(timestamp);
  const moment = isReal ? momentOf(timestamp) : undefined;
  const offsetKind = moment && offsetKindOf(moment, utcOffsets);
  let day = timestamp?.form.isRegular ? timestamp.date : /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (day !== undefined && moment) {
    if (offsetKind === 'foreign') day = toLocal(moment, utcOffsets)?.date ?? day;
    else if (moment.offset === UTC && mayBeElsewhere(day, utcOffsets)) day = dateOfFile(fileName, day);
  }
  return { value, timestamp, isReal, offsetKind, day };
}

/** The date in the name of the file if it is the day before or after the written one, which is returned otherwise. */
function dateOfFile(fileName: string, written: string): string {
  const { date } = parseFileName(fileName);
  return date !== undefined && Math.abs(daysBetween(written, date) ?? 2) <= 1 ? date : written;
}

const UTC = '+00:00';

/** The days that the `date` may be. In UTC, it may be the one before or after, unless the site's time zone is known. */
export function possibleDatesIn(entry: Entry, context: ZoneContext): readonly string[] {
  const { day, timestamp } = writtenDateIn(entry, context) ?? {};
  if (day === undefined) return [];
  if (timestamp?.offset !== UTC || !mayBeElsewhere(day, context.utcOffsets)) return [day];
  return [day, addDays(day, -1) ?? day, addDays(day, 1) ?? day];
}

/** Whether the site's zone is not known, or seems to be UTC, which an archive may be written in wherever the site is. */
function mayBeElsewhere(date: string, utcOffsets: RuleContext['utcOffsets']): boolean {
  return ['01', '07'].every((month) => {
    const offsets = utcOffsets(`${date.slice(0, 4)}-${month}-15`, '12:00:00');
    return offsets === undefined || offsets.includes(UTC);
  });
}
