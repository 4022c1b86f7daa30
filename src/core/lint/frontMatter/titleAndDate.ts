import { addDays, daysBetween } from '../../dates/calendar.ts';
import { offsetKindOf, toLocal } from '../../dates/localTimestamp.ts';
import { isRealTimestamp, parseTimestamp } from '../../dates/timestamp.ts';
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

/**
 * The day (`YYYY-MM-DD`) of the `date`, in the site's time zone: 06:59 UTC on March 23 is March 22 in California. If the date is in UTC and
 * the zone is not known, the file name tells it.
 */
export function dateIn(entry: Entry, context: ZoneContext): string | undefined {
  const { utcOffsets, fileName } = context;
  let cached = dates.get(entry);
  if (cached?.utcOffsets !== utcOffsets || cached.fileName !== fileName) {
    cached = { utcOffsets, fileName, date: readDate(entry, context) };
    dates.set(entry, cached);
  }
  return cached.date;
}

/** Several rules ask for the date of the same entry. */
const dates = new WeakMap<Entry, ZoneContext & { readonly date: string | undefined }>();

function readDate(entry: Entry, context: ZoneContext): string | undefined {
  const { text, frontMatter } = entry;
  const { utcOffsets, fileName } = context;
  const key = findKey(frontMatter, 'date');
  const value = key && scalarValue(text, key);
  const written = value && /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (!written || value.length === written.length) return written || undefined;
  const timestamp = parseTimestamp(value);
  if (timestamp?.offset === undefined || !isRealTimestamp(timestamp)) return written;
  const moment = { ...timestamp, offset: timestamp.offset };
  if (offsetKindOf(moment, utcOffsets) === 'foreign') return toLocal(moment, utcOffsets)?.date ?? written;
  if (moment.offset !== UTC || !mayBeElsewhere(written, utcOffsets)) return written;
  const { date: fileDate } = parseFileName(fileName);
  return fileDate !== undefined && Math.abs(daysBetween(written, fileDate) ?? 2) <= 1 ? fileDate : written;
}

const UTC = '+00:00';

/** The days that the `date` may be. In UTC, it may be the one before or after, unless the site's time zone is known. */
export function possibleDatesIn(entry: Entry, context: ZoneContext): readonly string[] {
  const date = dateIn(entry, context);
  if (date === undefined) return [];
  const key = findKey(entry.frontMatter, 'date');
  const isInUtc = key && parseTimestamp(scalarValue(entry.text, key))?.offset === UTC;
  if (!isInUtc || !mayBeElsewhere(date, context.utcOffsets)) return [date];
  return [date, addDays(date, -1) ?? date, addDays(date, 1) ?? date];
}

/** Whether the site's zone is not known, or seems to be UTC, which an archive may be written in wherever the site is. */
function mayBeElsewhere(date: string, utcOffsets: RuleContext['utcOffsets']): boolean {
  return ['01', '07'].every((month) => {
    const offsets = utcOffsets(`${date.slice(0, 4)}-${month}-15`, '12:00:00');
    return offsets === undefined || offsets.includes(UTC);
  });
}
