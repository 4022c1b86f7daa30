import type { Day } from '../entry/day.ts';
import { parseFileName } from '../entry/fileName.ts';
import { oncePer } from '../text/oncePer.ts';
import { daysBetween, isDate } from './calendar.ts';
import { offsetKindOf, toLocal } from './localTimestamp.ts';
import { offsetMs, withColon } from './timestamp.ts';
import { isTime, offsetsOn, type TimeZone } from './timeZone.ts';

/**
 * The days of an archive with the dates that their moments have in the site's zone: 06:59 UTC on March 23 is March 22 in California.
 * Without a zone, a moment in UTC belongs to the date in the name of its file. Times and offsets stay as written. Returns the same array
 * if nothing changes; does not ask for the zone where all offsets can be those of one place, which is nearly always.
 */
export function localDays(days: readonly Day[], findZone: () => TimeZone | undefined): readonly Day[] {
  if (canBeOfOnePlace(days)) return days;
  const zone = findZone();
  const foreign = zone ? foreignOffsets(days, zone) : UTC_OFFSETS;
  if (foreign.size === 0) return days;
  let isChanged = false;
  const changed = days.map((day) => {
    if (day.offset === undefined || !foreign.has(day.offset)) return day;
    const date = zone ? dateInZone(day, zone) : dateOfFile(day);
    if (date === undefined || date === day.date) return day;
    isChanged = true;
    return { ...day, date };
  });
  return isChanged ? changed : days;
}

const UTC_OFFSETS: ReadonlySet<string> = new Set(['Z', '+00:00', '+0000']);

/**
 * Whether the offsets of an archive can be those of summer and winter in one place, other than UTC, which is the clock of machines, too.
 */
function canBeOfOnePlace(days: readonly Day[]): boolean {
  const hours = hoursFromUtc(days);
  return isOnePlace(hours) && !hours.includes(0);
}

/** Whether the entries of an archive are written with the clocks of several places. */
export function isOfSeveralPlaces(days: readonly Day[]): boolean {
  return !isOnePlace(hoursFromUtc(days));
}

/** The distinct offsets of an archive. Cached per array of days. */
const hoursFromUtc = oncePer((days: readonly Day[]): readonly number[] => {
  const offsets = new Set<string>();
  for (const { offset } of days) if (offset !== undefined) offsets.add(offset);
  return [...offsets].map((offset) => offsetMs(withColon(offset)) / HOUR_MS);
});

function isOnePlace(hours: readonly number[]): boolean {
  return hours.length === 0 || Math.max(...hours) - Math.min(...hours) <= 1;
}

const HOUR_MS = 3_600_000;

/** The offsets in the archive that the zone did not have at the first entry with each, nor at another time of that year. */
function foreignOffsets(days: readonly Day[], zone: TimeZone): ReadonlySet<string> {
  const firstDays = new Map<string, Day>();
  for (const day of days) {
    if (day.offset !== undefined && !firstDays.has(day.offset)) firstDays.set(day.offset, day);
  }
  const offsetsAt = (date: string, time: string) => offsetsOn(date, time, zone);
  const foreign = new Set<string>();
  for (const [offset, { date = '', time = '' }] of firstDays) {
    const kind = offsetKindOf({ date, time, offset: withColon(offset) }, offsetsAt);
    if (isDate(date) && isTime(time) && kind === 'foreign') foreign.add(offset);
  }
  return foreign;
}

function dateInZone({ date, time, offset }: Day, zone: TimeZone): string | undefined {
  if (date === undefined || time === undefined || offset === undefined || !isDate(date) || !isTime(time))
    return undefined;
  return toLocal({ date, time, offset: withColon(offset) }, (localDate, localTime) =>
    offsetsOn(localDate, localTime, zone),
  )?.date;
}

/** The date in the file's name if it is the day before or after the written one. */
function dateOfFile({ path, date }: Day): string | undefined {
  const { date: fileDate } = parseFileName(path.slice(path.lastIndexOf('/') + 1));
  if (fileDate === undefined || date === undefined) return undefined;
  return Math.abs(daysBetween(date, fileDate) ?? 2) <= 1 ? fileDate : undefined;
}
