import type { DatedEntry } from './archive.ts';
import { newestRunOf } from './newestRun.ts';
import type { NumberedText } from './numbersInText.ts';
import { numbersBesideYear } from './ownYear.ts';
import { isPartOfDate } from './partOfDate.ts';
import { seriesWordOf } from './seriesWords.ts';

/** A numbered entry. */
export interface NumberedEntry {
  readonly path: string;
  readonly entry: DatedEntry;
  /** The title or, in a log without titles, the name of the file. */
  readonly text: NumberedText;
  readonly number: number;
}

/** The entries that a log numbers. */
export interface Series {
  readonly source: 'title' | 'file';
  /** The same for all numbered texts of the series: `day|`. */
  readonly key: string;
  /** In chronological order. Entries that the log numbered in another way before are not among them. */
  readonly members: readonly NumberedEntry[];
  /** The date of its first entry, if the log was numbered in another way before. */
  readonly since: string | undefined;
}

/** The series that the log is numbered by now; undefined if it numbers nothing. `entries` are in chronological order. */
export function seriesOf(entries: readonly DatedEntry[]): Series | undefined {
  return seriesIn(entries, 'title') ?? seriesIn(entries, 'file');
}

function seriesIn(entries: readonly DatedEntry[], source: Series['source']): Series | undefined {
  const readings = entries.map((entry) => readingsOf(entry, source));
  const counts = countsOf(readings);
  const newest = countsOf(readings.slice(-NEWEST));
  const isSeries = ({ text }: NumberedEntry): boolean => {
    const count = counts.get(text.series)?.size ?? 0;
    if (count >= 2) return count * 10 >= entries.length || (newest.get(text.series)?.size ?? 0) >= 3;
    return newest.has(text.series) && isPlausibleAlone(text, entries.length);
  };
  const numbered = readings.flatMap((ofEntry) => {
    const candidates = ofEntry.filter(isSeries);
    const sizeOf = ({ text }: NumberedEntry): number => counts.get(text.series)?.size ?? 0;
    return candidates.length === 0
      ? []
      : [candidates.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best))];
  });
  const run = newestRunOf(numbered, ({ text }) => text.series);
  if (!run) return undefined;
  // Before the run, the log may have had the same series next to another one.
  const members = numbered.filter(({ text }) => text.series === run.form);
  return { source, key: run.form, members, since: run.isChanged ? members[0]?.entry.day : undefined };
}

/** The number of the series in a title or a file name of an entry of that date. */
export function numberOfSeries(text: string, key: string, date: string | undefined): NumberedText | undefined {
  return numbersBesideYear(text.trim(), date).find(({ series }) => series === key);
}

function readingsOf(entry: DatedEntry, source: Series['source']): readonly NumberedEntry[] {
  const text = source === 'title' ? (entry.title ?? '') : entry.file.slug;
  return numbersBesideYear(text.trim(), entry.day).flatMap((reading) => {
    const number = Number(reading.digits);
    // A year, as in `2031 in review`, is no number of an entry.
    const isYear = number === Number(entry.day?.slice(0, 4)) && seriesWordOf(reading) === undefined;
    return isYear || isPartOfDate(reading, entry.day) ? [] : [{ path: entry.path, entry, text: reading, number }];
  });
}

/** The different numbers of each series. */
function countsOf(readings: readonly (readonly NumberedEntry[])[]): ReadonlyMap<string, ReadonlySet<number>> {
  const counts = new Map<string, Set<number>>();
  for (const { text, number } of readings.flat()) {
    const numbers = counts.get(text.series);
    if (numbers) numbers.add(number);
    else counts.set(text.series, new Set([number]));
  }
  return counts;
}

/** Whether a single text is one of a series that has only begun: `Day 1`. In a log that has only begun itself, others may be, too. */
function isPlausibleAlone({ prefix, suffix, series }: NumberedText, entryCount: number): boolean {
  const words = prefix.split(/[\s_-]+/).filter((word) => word !== '').length;
  const word = seriesWordOf({ prefix, suffix });
  if (word !== undefined && words <= 1 && suffix.length <= 2) return true;
  return entryCount <= FEW_ENTRIES && words <= MAX_WORDS && (word !== undefined || (suffix === '' && series !== '|'));
}

const NEWEST = 10;
const FEW_ENTRIES = 3;
const MAX_WORDS = 4;
