import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { isDate } from './calendar.ts';

/** A time zone by its IANA name, with what has been asked of its clocks so far. */
export interface TimeZone {
  readonly name: string;
  /** By year, the spells from the day before it to the day after; filled as years are asked for. */
  readonly years: Map<number, readonly Spell[]>;
}

/** A time in which a zone leaves its clocks alone; it lasts until the next one begins. */
interface Spell {
  /** When, in milliseconds since 1970 UTC. No `from`, as spans have it: see the invariants in ARCHITECTURE.md. */
  readonly begins: number;
  /** Local time less UTC, in milliseconds. */
  readonly shift: number;
  /** The same as `±HH:MM`. */
  readonly offset: string;
}

const DAY = 86_400_000;

/** The zone of that name (`America/Los_Angeles`); undefined where there is none. */
export function timeZoneOf(name: string): TimeZone | undefined {
  return isTimeZone(name) ? { name, years: new Map() } : undefined;
}

/** Whether the text names a time zone (`America/Los_Angeles`, `UTC`) or is a fixed offset (`+05:30`). */
export function isTimeZone(name: string): boolean {
  // Temporal takes the zone out of a whole timestamp too; that is no name.
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
 * The local date and time with the zone's offset, as front matter has it: `2025-09-01 09:30:00 -07:00`.
 *
 * Of a time that the clocks show twice, the earlier; a time that they skip moves on by what they skip, in some zones
 * into the next day. Undefined where the date or the time is not real.
 */
export function zonedTimestamp(date: string, time: string, zone: TimeZone): string | undefined {
  if (!isDate(date) || !isTime(time)) return undefined;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const local = PlainDateTime.create(year, month, day, hour, minute, second);
  return stampOf(PlainDateTime.toZonedDateTime(local, zone.name, { disambiguation: 'compatible' }));
}

/** What the zone's clocks show so many milliseconds after 1970 UTC: `{ date: '2025-09-01', time: '09:30:00' }`. */
export function zonedNow(epochMilliseconds: number, zone: TimeZone): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = stampOf(zonedAt(Math.floor(epochMilliseconds), zone.name)).split(' ');
  return { date, time };
}

/**
 * The offsets, `±HH:MM`, that the zone has when its clocks show the date and time: one; two, the earlier instant's first, in
 * the hour shown twice; none in the hour skipped, or where the date or the time is not real.
 */
export function offsetsOn(date: string, time: string, zone: TimeZone): readonly string[] {
  if (!isDate(date) || !isTime(time)) return [];
  const local = Date.parse(`${date}T${time}Z`);
  const spells = spellsOf(Number(date.slice(0, 4)), zone);
  const offsets: string[] = [];
  for (const [index, { begins, shift, offset }] of spells.entries()) {
    const instant = local - shift;
    const until = spells[index + 1]?.begins ?? Number.POSITIVE_INFINITY;
    if (begins <= instant && instant < until) offsets.push(offset);
  }
  return offsets;
}

/** The zone's offset at an instant, local time less UTC, in milliseconds. */
export function shiftAt(epochMilliseconds: number, zone: TimeZone): number {
  return shiftOf(zonedAt(epochMilliseconds, zone.name));
}

type Zoned = ReturnType<typeof zonedAt>;

function zonedAt(epochMilliseconds: number, name: string) {
  return Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(epochMilliseconds), name);
}

function spellsOf(year: number, zone: TimeZone): readonly Spell[] {
  const known = zone.years.get(year);
  if (known) return known;
  const end = Date.UTC(year + 1, 0, 1) + DAY;
  const spells: Spell[] = [];
  let at: Zoned | null = zonedAt(Date.UTC(year, 0, 1) - DAY, zone.name);
  while (at && at.epochMilliseconds < end) {
    spells.push({ begins: at.epochMilliseconds, shift: shiftOf(at), offset: stampOf(at).slice(-6) });
    at = ZonedDateTime.getTimeZoneTransition(at, 'next');
  }
  zone.years.set(year, spells);
  return spells;
}

function shiftOf(zoned: Zoned): number {
  return ZonedDateTime.offsetNanoseconds(zoned) / 1_000_000;
}

/** `2025-09-01T09:30:00.5-07:00[America/Los_Angeles]` as `2025-09-01 09:30:00 -07:00`. */
function stampOf(zoned: Zoned): string {
  const text = ZonedDateTime.toString(zoned, { smallestUnit: 'second', timeZoneName: 'never' });
  return `${text.slice(0, 10)} ${text.slice(11, 19)} ${text.slice(19)}`;
}
