import { addDays, daysBetween } from '../../dates/calendar.ts';
import { offsetKindOf, toLocal } from '../../dates/localTimestamp.ts';
import { isRealTimestamp, parseTimestamp } from '../../dates/timestamp.ts';
import { numberInTitle } from '../../entry/dayTitle.ts';
import type { Entry } from '../../entry/entry.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import type { Span } from '../../text/text.ts';
import type { RuleContext } from '../rule.ts';

/** The day number in a title of the form `Day 12` or `Day 12: The flood`. */
interface TitleNumber extends Span {
  readonly digits: string;
}

export function titleNumberIn({ text, frontMatter }: Entry): TitleNumber | undefined {
  const title = findKey(frontMatter, 'title');
  const digits = title && numberInTitle(scalarValue(text, title));
  if (!title || !digits) return undefined;
  const from = text.indexOf(digits, title.value.from);
  return { from, to: from + digits.length, digits };
}

type ZoneContext = Pick<RuleContext, 'utcOffsets' | 'fileName'>;

/**
 * The day (`YYYY-MM-DD`) of the `date`, in the site's time zone: 06:59 UTC on March 23 is March 22 in California. If the date is in UTC and
 * the zone is not known, the file name tells it.
 */
export function dateIn(entry: Entry, context: ZoneContext): string | undefined {
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
