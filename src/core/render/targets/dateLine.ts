import { isDate } from '../../dates/calendar.ts';
import { isTime, shiftAt, type TimeZone, zonedNow } from '../../dates/timeZone.ts';

/**
 * An entry's date as the site shows it: `2020-01-04 09:37:00 -08:00` is `Jan 4, 2020, 9:37am PT`, or what the clocks of
 * the zone showed then, where the offset is that of another one. Midnight goes without saying. Where the zone is not known, the
 * date and time are those written; undefined where that is no date.
 */
export function dateLine(written: string, zone: TimeZone | undefined): string | undefined {
  const [, date = '', time, offset] = STAMP.exec(written.trim()) ?? [];
  if (!isDate(date)) return undefined;
  if (time === undefined) return dayOf(date);
  if (!isTime(time)) return undefined;
  // YAML takes a time without an offset for one of UTC.
  const instant = Date.parse(`${date}T${time}${zoned(offset)}`);
  if (zone === undefined || Number.isNaN(instant)) {
    return lineOf(date, time, offset === undefined ? undefined : offsetLabel(offset));
  }
  const local = zonedNow(instant, zone);
  return lineOf(local.date, local.time, zoneLabel(zone, instant));
}

function lineOf(date: string, time: string, label: string | undefined): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (hours === 0 && minutes === 0) return dayOf(date);
  const clock = `${hours % 12 || 12}:${String(minutes).padStart(2, '0')}${hours < 12 ? 'am' : 'pm'}`;
  return `${dayOf(date)}, ${clock}${label === undefined ? '' : ` ${label}`}`;
}

function dayOf(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
}

/** `PT` where the zone has such a name the year round, else `GMT`, else `UTC+1`. */
function zoneLabel(zone: TimeZone, instant: number): string {
  for (const format of formatsOf(zone)) {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    if (name !== undefined && /^[A-Z]{2,5}$/.test(name)) return name;
  }
  const minutes = Math.round(shiftAt(instant, zone) / 60_000);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return offsetLabel(`${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`);
}

/** Made once for each zone: that takes longer than a whole page. */
function formatsOf(zone: TimeZone): readonly Intl.DateTimeFormat[] {
  const known = formats.get(zone);
  if (known) return known;
  const made = makeFormats(zone.name);
  formats.set(zone, made);
  return made;
}

const formats = new WeakMap<TimeZone, readonly Intl.DateTimeFormat[]>();

function makeFormats(timeZone: string): readonly Intl.DateTimeFormat[] {
  try {
    return (['shortGeneric', 'short'] as const).map(
      (timeZoneName) => new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName }),
    );
  } catch {
    return []; // a fixed offset, which not every engine takes for a zone
  }
}

/** `-08:00` is `UTC−8`, `+05:30` is `UTC+5:30`. */
function offsetLabel(offset: string): string {
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (sign === undefined || (Number(hours) === 0 && Number(minutes) === 0)) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

function zoned(offset: string | undefined): string {
  if (offset === undefined || offset === 'Z') return 'Z';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

const STAMP = /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?[ ]*(Z|[+-]\d{2}:?\d{2})?)?$/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
