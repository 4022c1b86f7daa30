import { offsetMs, type Timestamp } from './timestamp.ts';

/** A date (`YYYY-MM-DD`), a time (`HH:MM:SS`) and the offset (`±HH:MM`) from UTC at that moment. */
export interface OffsetDateTime {
  readonly date: string;
  readonly time: string;
  readonly offset: string;
}

/** The moment of a timestamp; undefined if it has no offset. */
export function momentOf({ date: day, time, offset }: Timestamp): OffsetDateTime | undefined {
  return offset === undefined ? undefined : { date: day, time, offset };
}

/** The offsets (`±HH:MM`) that a local date and time can have in a zone; undefined if they are not known. */
type OffsetsAt = (date: string, time: string) => readonly string[] | undefined;

/**
 * How an offset relates to a zone: `local` is the zone's at that date and time; `slip` the zone's at another time of the year, so that the
 * clocks have changed and the writer has not noticed; `foreign` that of another place.
 */
export type OffsetKind = 'local' | 'slip' | 'foreign';

/** Judges an offset by the offsets of a zone; undefined if these are not known. */
export function offsetKindOf({ date, time, offset }: OffsetDateTime, offsetsAt: OffsetsAt): OffsetKind | undefined {
  const offsets = offsetsAt(date, time);
  if (!offsets) return undefined;
  if (offsets.includes(offset)) return 'local';
  const ofYear = offsetsOfYear(date.slice(0, 4), offsetsAt);
  if (ofYear.offsets.has(offset)) return 'slip';
  const [expected] = offsets;
  const isOneHourOff = expected !== undefined && Math.abs(offsetMs(expected) - offsetMs(offset)) === HOUR_MS;
  return !ofYear.areComplete && isOneHourOff ? 'slip' : 'foreign';
}

const HOUR_MS = 3_600_000;

/** The same instant with the date, time and offset of a zone; undefined if its offsets are not known. */
export function toLocal(timestamp: OffsetDateTime, offsetsAt: OffsetsAt): OffsetDateTime | undefined {
  const { date, time, offset } = timestamp;
  const instant = Date.parse(`${date}T${time}Z`) - offsetMs(offset);
  if (Number.isNaN(instant)) return undefined;
  for (const candidate of offsetsOfYear(date.slice(0, 4), offsetsAt).offsets) {
    const [localDate = '', localTime = ''] = new Date(instant + offsetMs(candidate))
      .toISOString()
      .slice(0, 19)
      .split('T');
    if (offsetsAt(localDate, localTime)?.includes(candidate)) {
      return { date: localDate, time: localTime, offset: candidate };
    }
  }
  return undefined;
}

/** The same instant in UTC. */
export function toUtc({ date, time, offset }: OffsetDateTime): OffsetDateTime {
  const instant = new Date(Date.parse(`${date}T${time}Z`) - offsetMs(offset)).toISOString();
  return { date: instant.slice(0, 10), time: instant.slice(11, 19), offset: '+00:00' };
}

/** The offsets that a zone has in a year, and whether they are known for all of it. */
function offsetsOfYear(year: string, offsetsAt: OffsetsAt) {
  const offsets = new Set<string>();
  let areComplete = true;
  for (const month of MONTHS) {
    const ofMonth = offsetsAt(`${year}-${month}-15`, '12:00:00');
    if (!ofMonth) areComplete = false;
    for (const offset of ofMonth ?? []) offsets.add(offset);
  }
  return { offsets, areComplete };
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
