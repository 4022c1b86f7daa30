import { isDate } from '../../dates/calendar.ts';
import { isTime, localDateTime, type TimeZone, utcOffsetMsAt } from '../../dates/timeZone.ts';

/**
 * Formats the date of an entry as the site does, in the local time of the zone: `2020-01-04 09:37:00 -08:00` becomes
 * `Jan 4, 2020, 9:37am PT`. The time is omitted at midnight. Without a zone, the date and time stay as written. Undefined if the
 * value is not a date.
 */
export function formatDateLine(value: string, zone: TimeZone | undefined): string | undefined {
  const [, date = '', time, offset] = DATE_VALUE.exec(value.trim()) ?? [];
  if (!isDate(date)) return undefined;
  if (time === undefined) return formatDate(date);
  if (!isTime(time)) return undefined;
  // In YAML, a time without an offset is UTC.
  const instant = Date.parse(`${date}T${time}${isoOffset(offset)}`);
  if (zone === undefined || Number.isNaN(instant)) {
    return formatDateAndTime(date, time, offset === undefined ? undefined : formatOffset(offset));
  }
  const local = localDateTime(instant, zone);
  return formatDateAndTime(local.date, local.time, zoneLabel(zone, instant));
}

function formatDateAndTime(date: string, time: string, label: string | undefined): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (hours === 0 && minutes === 0) return formatDate(date);
  const clock = `${hours % 12 || 12}:${String(minutes).padStart(2, '0')}${hours < 12 ? 'am' : 'pm'}`;
  return `${formatDate(date)}, ${clock}${label === undefined ? '' : ` ${label}`}`;
}

function formatDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
}

/** A name that applies all year (`PT`), or else the current one (`GMT`), or else the offset (`UTC+1`). */
function zoneLabel(zone: TimeZone, instant: number): string {
  for (const format of zoneNameFormats(zone)) {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    if (name !== undefined && /^[A-Z]{2,5}$/.test(name)) return name;
  }
  const offsetMinutes = Math.round(utcOffsetMsAt(instant, zone) / 60_000);
  const absoluteMinutes = Math.abs(offsetMinutes);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return formatOffset(`${sign}${twoDigits(Math.floor(absoluteMinutes / 60))}:${twoDigits(absoluteMinutes % 60)}`);
}

/** Cached by zone, because creating a format takes longer than rendering a page. */
function zoneNameFormats(zone: TimeZone): readonly Intl.DateTimeFormat[] {
  const cached = formatCache.get(zone);
  if (cached) return cached;
  const formats = createZoneNameFormats(zone.name);
  formatCache.set(zone, formats);
  return formats;
}

const formatCache = new WeakMap<TimeZone, readonly Intl.DateTimeFormat[]>();

function createZoneNameFormats(timeZone: string): readonly Intl.DateTimeFormat[] {
  try {
    return (['shortGeneric', 'short'] as const).map(
      (timeZoneName) => new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName }),
    );
  } catch {
    return []; // a fixed offset, which not every engine accepts as a zone
  }
}

/** Formats `-08:00` as `UTC−8`, and `+05:30` as `UTC+5:30`. */
function formatOffset(offset: string): string {
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (sign === undefined || (Number(hours) === 0 && Number(minutes) === 0)) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** The offset as `Date.parse` accepts it: `-08:00` or `Z`. */
function isoOffset(offset: string | undefined): string {
  if (offset === undefined || offset === 'Z') return 'Z';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

const DATE_VALUE = /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?[ ]*(Z|[+-]\d{2}:?\d{2})?)?$/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
