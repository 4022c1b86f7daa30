import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { isDate } from './calendar.ts';

/** A time zone by its IANA name, with a cache of its offsets. */
export interface TimeZone {
  readonly name: string;
  /** By year, the periods from the day before the year to the day after it; filled on demand. */
  readonly periodsByYear: Map<number, readonly OffsetPeriod[]>;
}

/** A period in which a zone's UTC offset does not change; it lasts until the next one starts. */
interface OffsetPeriod {
  /** In milliseconds since 1970 UTC. Not called `from`, which is reserved for spans: see the invariants in ARCHITECTURE.md. */
  readonly start: number;
  /** Local time minus UTC, in milliseconds. */
  readonly utcOffsetMs: number;
  /** The same in the form `±HH:MM`. */
  readonly offset: string;
}

const DAY_MS = 86_400_000;

/** The zone with the name, such as `America/Los_Angeles`; undefined if there is none. */
export function findTimeZone(name: string): TimeZone | undefined {
  return isTimeZone(name) ? { name, periodsByYear: new Map() } : undefined;
}

/** Whether the text is the name of a time zone (`America/Los_Angeles`, `UTC`) or a fixed offset (`+05:30`). */
export function isTimeZone(name: string): boolean {
  // Temporal also accepts a complete timestamp, which is not a name.
  if (!/^(?:[A-Za-z][\w/+-]*|[+-]\d\d:\d\d)$/.test(name)) return false;
  try {
    zonedAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a time of day, `09:30` or `09:30:00`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text);
}

/**
 * The local date and time with the zone's offset, in the form used in front matter: `2025-09-01 09:30:00 -07:00`.
 *
 * A time that occurs twice when the clocks go back means the first occurrence. A time skipped when they go forward moves forward by the
 * length of the gap, in some zones into the next day. Undefined if the date or the time is not real.
 */
export function zonedTimestamp(date: string, time: string, zone: TimeZone): string | undefined {
  if (!isDate(date) || !isTime(time)) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const local = PlainDateTime.create(year, month, day, hour, minute, second);
  return timestampOf(PlainDateTime.toZonedDateTime(local, zone.name, { disambiguation: 'compatible' }));
}

/** The zone's local date and time at an instant, such as `{ date: '2025-09-01', time: '09:30:00' }`. */
export function localDateTime(
  epochMilliseconds: number,
  zone: TimeZone,
): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = timestampOf(zonedAt(Math.floor(epochMilliseconds), zone.name)).split(' ');
  return { date, time };
}

/**
 * The offsets (`±HH:MM`) that the zone has at a local date and time. Usually one; two, the earlier instant's first, for a time that
 * occurs twice; none for a skipped time, or if the date or the time is not real.
 */
export function offsetsOn(date: string, time: string, zone: TimeZone): readonly string[] {
  if (!isDate(date) || !isTime(time)) return [];
  const local = Date.parse(`${date}T${time}Z`);
  const periods = offsetPeriods(Number(date.slice(0, 4)), zone);
  const offsets: string[] = [];
  for (let index = 0; index < periods.length; index++) {
    const period = periods[index];
    if (!period) break;
    const instant = local - period.utcOffsetMs;
    const end = periods[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    if (period.start <= instant && instant < end) offsets.push(period.offset);
  }
  return offsets;
}

/** The zone's UTC offset at an instant: local time minus UTC, in milliseconds. */
export function utcOffsetMsAt(epochMilliseconds: number, zone: TimeZone): number {
  return utcOffsetMsOf(zonedAt(epochMilliseconds, zone.name));
}

type ZonedDateTimeRecord = ReturnType<typeof zonedAt>;

function zonedAt(epochMilliseconds: number, name: string) {
  return Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(epochMilliseconds), name);
}

/** The periods around a year, from the day before it to the day after it. */
function offsetPeriods(year: number, zone: TimeZone): readonly OffsetPeriod[] {
  const cached = zone.periodsByYear.get(year);
  if (cached) return cached;
  const end = Date.UTC(year + 1, 0, 1) + DAY_MS;
  const periods: OffsetPeriod[] = [];
  let zoned: ZonedDateTimeRecord | null = zonedAt(Date.UTC(year, 0, 1) - DAY_MS, zone.name);
  while (zoned && zoned.epochMilliseconds < end) {
    periods.push({
      start: zoned.epochMilliseconds,
      utcOffsetMs: utcOffsetMsOf(zoned),
      offset: offsetOf(zoned),
    });
    zoned = ZonedDateTime.getTimeZoneTransition(zoned, 'next');
  }
  zone.periodsByYear.set(year, periods);
  return periods;
}

function utcOffsetMsOf(zoned: ZonedDateTimeRecord): number {
  return ZonedDateTime.offsetNanoseconds(zoned) / 1_000_000;
}

/** The offset in the form `±HH:MM`, rounded where it has seconds, as before there were time zones. */
function offsetOf(zoned: ZonedDateTimeRecord): string {
  const offset = ZonedDateTime.offset(zoned);
  return offset.length === 6 ? offset : timestampOf(zoned).slice(-6);
}

/** `2025-09-01T09:30:00.5-07:00[America/Los_Angeles]` as `2025-09-01 09:30:00 -07:00`. */
function timestampOf(zoned: ZonedDateTimeRecord): string {
  const text = ZonedDateTime.toString(zoned, { smallestUnit: 'second', timeZoneName: 'never' });
  return `${text.slice(0, 10)} ${text.slice(11, 19)} ${text.slice(19)}`;
}
