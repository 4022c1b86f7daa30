import type { Day } from '../../entry/day.ts';
import type { DatedEntry } from './archive.ts';

/** The day of an entry as its date is written, for what is learned from days. */
export function writtenDayOf({ entry, number }: { readonly entry: DatedEntry; readonly number?: number }): Day {
  const { path, timestamp, file, keys } = entry;
  const time = timestamp?.form.time;
  return {
    path,
    draft: false,
    date: timestamp?.date ?? file.date,
    time: time === undefined || time === 'none' ? undefined : timestamp?.time.slice(0, time === 'minutes' ? 5 : 8),
    offset: timestamp?.offset,
    number,
    keys,
  };
}
