import type { Span } from '../text/text.ts';
import { isDate } from './calendar.ts';
import { isTime } from './timeZone.ts';

/** A date as entries write it, with or without a time and an offset: `2031-01-31 09:30:00 -08:00`. */
export interface Timestamp {
  /** `YYYY-MM-DD`; may not be a real date. */
  readonly date: string;
  /** `HH:MM:SS`, midnight if there is none; may not be a real time. */
  readonly time: string;
  /** `±HH:MM`; undefined if there is none. */
  readonly offset: string | undefined;
  readonly form: TimestampForm;
  /** Where the offset is in the value; undefined if there is none. */
  readonly offsetSpan: Span | undefined;
  /** Whether a fraction of a second is left out of `time`. */
  readonly hasFraction: boolean;
}

/** How a timestamp is written. */
export interface TimestampForm {
  /** Whether every part has its usual signs and digits, as in `2031-01-31 09:30`, but not `2031/1/31 9:30`. */
  readonly isRegular: boolean;
  readonly separator: ' ' | 'T';
  readonly time: TimeForm;
  readonly offset: OffsetForm;
}

/** `2031-01-31 09:30:00 -08:00` */
export const STANDARD_FORM: TimestampForm = { isRegular: true, separator: ' ', time: 'seconds', offset: 'colon' };

export type TimeForm = 'seconds' | 'minutes' | 'none';

/** `-08:00`, `-0800`, `Z` or nothing. */
export type OffsetForm = 'colon' | 'compact' | 'Z' | 'none';

/** Parses a timestamp, also in nearly the right form: `2020/1/4 9:37`, `2020-01-04 09: 37:00`, `,2020-01-04 UTC`. */
export function parseTimestamp(value: string): Timestamp | undefined {
  if (STANDARD.test(value)) return timestampOfStandard(value);
  const regular = REGULAR.exec(value);
  if (regular) {
    const { 1: date = '', 2: separator = ' ', 3: clock, 4: seconds, 5: fraction, 6: offset } = regular;
    return {
      date,
      time: clock === undefined ? '00:00:00' : `${clock}${seconds ?? ':00'}`,
      offset: offset === undefined ? undefined : withColon(offset),
      form: {
        isRegular: true,
        separator: separator === 'T' ? 'T' : ' ',
        time: clock === undefined ? 'none' : seconds === undefined ? 'minutes' : 'seconds',
        offset: offset === undefined ? 'none' : offsetFormOf(offset),
      },
      offsetSpan: offset === undefined ? undefined : { from: value.length - offset.length, to: value.length },
      hasFraction: fraction !== undefined && /[1-9]/.test(fraction),
    };
  }
  const irregular = IRREGULAR.exec(value.replace(/(?<=\d)\s*:\s*(?=\d)/g, ':'));
  return irregular ? timestampOfIrregular(irregular) : undefined;
}

/** By far the most frequent timestamps. Those in any other form take several times as long. */
const STANDARD = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-](?:0\d|1[0-5]):[0-5]\d$/;

function timestampOfStandard(value: string): Timestamp {
  return {
    date: value.slice(0, 10),
    time: value.slice(11, 19),
    offset: value.slice(20),
    form: STANDARD_FORM,
    offsetSpan: { from: 20, to: 26 },
    hasFraction: false,
  };
}

const REGULAR = /^(\d{4}-\d\d-\d\d)(?:([T ])(\d\d:\d\d)(:\d\d)?(\.\d+)?(?: ?(Z|[+-](?:0\d|1[0-5]):?[0-5]\d))?)?$/;

const IRREGULAR =
  /^[\s"',.;]*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:([T\s]+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(\.\d+)?)?\s*(?:([+-]|\u2212|\u2013)(\d{1,2})(?::?(\d{2}))?|(Z|UTC))?[\s"',.;]*$/i;

function timestampOfIrregular(match: RegExpExecArray): Timestamp {
  const [, year = '', month = '', day = '', separator, hour, minute = '00', second, fraction] = match;
  const [sign, offsetHour, offsetMinute = '00', utc] = match.slice(9);
  const signed = sign && `${sign === '+' ? '+' : '-'}${twoDigits(offsetHour)}:${offsetMinute}`;
  return {
    date: `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    time: `${twoDigits(hour)}:${minute}:${second ?? '00'}`,
    offset: utc === undefined ? signed : '+00:00',
    form: {
      isRegular: false,
      separator: separator !== undefined && /t/i.test(separator) ? 'T' : ' ',
      time: hour === undefined ? 'none' : second === undefined ? 'minutes' : 'seconds',
      offset: utc !== undefined ? 'Z' : signed === undefined ? 'none' : 'colon',
    },
    offsetSpan: undefined,
    hasFraction: fraction !== undefined && /[1-9]/.test(fraction),
  };
}

function twoDigits(digits = ''): string {
  return digits.padStart(2, '0');
}

/** How an offset is written: `-08:00`, `-0800` or `Z`. */
export function offsetFormOf(offset: string): Exclude<OffsetForm, 'none'> {
  return offset === 'Z' ? 'Z' : offset.length === 6 ? 'colon' : 'compact';
}

/** The offset in the form `±HH:MM`: `-0800` as `-08:00`, and `Z` as `+00:00`. */
export function withColon(offset: string): string {
  if (offset === 'Z') return '+00:00';
  return offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}

/** Milliseconds of an offset in the form `±HH:MM`: -28,800,000 for `-08:00`. */
export function offsetMs(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Whether the date, the time and the offset exist. */
export function isRealTimestamp({ date, time, offset }: Timestamp): boolean {
  return isDate(date) && isTime(time) && (offset === undefined || isTime(offset.slice(1)));
}
