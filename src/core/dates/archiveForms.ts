import type { Day } from '../entry/day.ts';
import { daysByPath } from '../entry/daysByPath.ts';
import { oncePer } from '../text/oncePer.ts';
import { type OffsetForm, offsetFormOf, type TimeForm, type TimestampForm } from './timestamp.ts';

/** How the published entries of an archive write their dates. */
export interface ArchiveForms {
  /** The number of entries with a date in their front matter. */
  readonly total: number;
  readonly times: Readonly<Record<TimeForm, number>>;
  /** These two of entries with a time. */
  readonly separators: Readonly<Record<' ' | 'T', number>>;
  readonly offsets: Readonly<Record<OffsetForm, number>>;
}

/** The forms of the dates in all entries but the one at `ownPath`. */
export function formsInArchive(days: readonly Day[], ownPath: string): ArchiveForms {
  const all = formsInAll(days);
  const own = daysByPath(days).get(ownPath);
  const form = own && formOf(own);
  if (!form) return all;
  return {
    total: all.total - 1,
    times: { ...all.times, [form.time]: all.times[form.time] - 1 },
    separators: { ...all.separators, [form.separator]: all.separators[form.separator] - 1 },
    offsets: { ...all.offsets, [form.offset]: all.offsets[form.offset] - 1 },
  };
}

/** Cached per array of days. */
const formsInAll = oncePer((days: readonly Day[]): ArchiveForms => {
  const times = { seconds: 0, minutes: 0, none: 0 };
  const separators = { ' ': 0, T: 0 };
  const offsets = { colon: 0, compact: 0, Z: 0, none: 0 };
  let total = 0;
  for (const day of days) {
    const form = formOf(day);
    if (!form) continue;
    total++;
    times[form.time]++;
    separators[form.separator]++;
    offsets[form.offset]++;
  }
  return { total, times, separators, offsets };
});

/** The form of a published entry's date; undefined if its front matter has none. */
function formOf({ draft, time, offset, separator, keys }: Day): Omit<TimestampForm, 'isRegular'> | undefined {
  if (draft || (time === undefined && !keys?.includes('date'))) return undefined;
  return {
    time: time === undefined ? 'none' : time.length > 5 ? 'seconds' : 'minutes',
    separator: separator ?? ' ',
    offset: offset === undefined ? 'none' : offsetFormOf(offset),
  };
}

/**
 * Whether the form is the standard one, `2031-01-31 09:30:00 -08:00`, or one that the archive uses in each of its parts. Without other
 * entries, every regular form may be that of the log, but for a time without an offset, which YAML reads as UTC.
 */
export function isUsualForm(form: TimestampForm, { total, times, separators, offsets }: ArchiveForms): boolean {
  const isUsual = (count: number) => count > 0 && count >= total * MIN_SHARE;
  if (total === 0) return form.isRegular && (form.time === 'none' || form.offset !== 'none');
  return (
    form.isRegular &&
    (form.time === 'seconds' || isUsual(times[form.time])) &&
    (form.time === 'none' || form.separator === ' ' || isUsual(separators.T)) &&
    (form.offset === 'colon' || isUsual(offsets[form.offset]))
  );
}

/** A form in fewer entries than this is an exception. */
const MIN_SHARE = 0.2;

/** The form that a corrected date should have: the standard one unless most of the archive has another. */
export function expectedForm({ total, times, separators, offsets }: ArchiveForms): TimestampForm {
  const isMost = (count: number) => count * 2 > total;
  return {
    isRegular: true,
    separator: isMost(separators.T) ? 'T' : ' ',
    time: isMost(times.none) ? 'none' : isMost(times.minutes) ? 'minutes' : 'seconds',
    offset: isMost(offsets.none) ? 'none' : isMost(offsets.compact) ? 'compact' : 'colon',
  };
}
