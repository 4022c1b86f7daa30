import { type Epoch, learnEpochs } from '../dates/epochs.ts';
import type { Day } from '../entry/day.ts';
import { DAY_TITLE, isDayTitle, nameOfNumber, numberInTitle, type TitleForm } from '../entry/titleForm.ts';
import { fileNameOf } from '../files/paths.ts';
import type { Numbering } from '../lint/rule.ts';
import { lazy } from '../text/lazy.ts';
import { type ConfiguredConventions, titleFormOfPattern } from './conventions.ts';
import { fileNamePartsOf } from './profile/fileNameParts.ts';
import type { LearnedFacts } from './profile/profile.ts';
import { numberOfSeries, type Series } from './profile/series.ts';

/** The numbers of a newsroom's entries. */
export interface EntryNumbers {
  /** The form of the titles of numbered entries; null if titles have no numbers. */
  readonly title: TitleForm | null;
  /** The days with their numbers and names. */
  readonly days: readonly Day[];
  readonly numbering: () => Numbering;
  /** Of a count of calendar days. */
  readonly epochs: () => readonly Epoch[];
}

/** The numbers of days in the newsroom's zone, as the settings say or else as the entries show. */
export function numbersOf(
  localDays: readonly Day[],
  facts: LearnedFacts,
  configured: ConfiguredConventions & { readonly epochs: readonly Epoch[] },
): EntryNumbers {
  const hasPlainDays = isPlainDayArchive(localDays);
  const title = titleFormFor(facts, hasPlainDays, configured);
  const series = hasPlainDays || configured.title !== undefined ? undefined : facts.series();
  const days = numberedDays(localDays, title, series);
  const learnedEpochs = lazy(() => learnEpochs(days, configured.epochs));
  const numbering = lazy((): Numbering => {
    if (configured.count !== undefined) return { kind: configured.count, isCertain: true };
    // Where days are counted from a known date, that is the count.
    if (days.length === 0 || (hasPlainDays && learnedEpochs().length > 0)) return { kind: 'calendar', isCertain: true };
    const { value, strength } = facts.count();
    return { kind: value.kind, isCertain: strength === 'certain' };
  });
  const epochs = lazy(() => (numbering().kind === 'calendar' ? learnedEpochs() : configured.epochs));
  return { title, days, numbering, epochs };
}

/**
 * Whether nearly all published entries are titled `Day 12`: how the log is written need then not be learned from them, which takes a while
 * in a long archive.
 */
function isPlainDayArchive(days: readonly Day[]): boolean {
  let published = 0;
  let plain = 0;
  for (const { draft, number, title } of days) {
    if (draft) continue;
    published++;
    if (number !== undefined && title === `Day ${number}`) plain++;
  }
  return plain >= MANY_ENTRIES && plain >= published * 0.9;
}

/** Fewer entries are read in a moment. */
const MANY_ENTRIES = 100;

function titleFormFor(
  facts: LearnedFacts,
  hasPlainDays: boolean,
  { title, count }: ConfiguredConventions,
): TitleForm | null {
  if (title !== undefined)
    return titleFormOfPattern(title, hasPlainDays ? DAY_TITLE : facts.title().value) ?? DAY_TITLE;
  if (hasPlainDays) return DAY_TITLE;
  if (facts.entries() === 0) return count === 'none' ? null : DAY_TITLE;
  return facts.title().value;
}

/**
 * The days with the numbers that a log of another form than `Day 12` gives them, and what they are called. `series` is what the log numbers
 * its entries by, if that was learned.
 */
function numberedDays(
  days: readonly Day[],
  form: TitleForm | null,
  series: Pick<Series, 'source' | 'key'> | undefined,
): readonly Day[] {
  if (form && isDayTitle(form)) return days;
  if (!form && !series) return days.map((day) => (day.number === undefined ? day : { ...day, number: undefined }));
  return days.map((day) => {
    const number = numberOf(day, form, series);
    const name = number === undefined ? undefined : form ? nameOfNumber(number, form) : (day.title ?? `${number}`);
    return { ...day, number, ...(name !== undefined && { name }) };
  });
}

function numberOf(
  { title, path, date }: Day,
  form: TitleForm | null,
  series: Pick<Series, 'source' | 'key'> | undefined,
): number | undefined {
  const { slug } = fileNamePartsOf(fileNameOf(path));
  const inTitle = form && title !== undefined ? numberInTitle(title, form) : undefined;
  const digits =
    inTitle ??
    (series?.source === 'title' && title !== undefined ? numberOfSeries(title, series.key, date)?.digits : undefined) ??
    (series && numberOfSeries(slug, series.key, date)?.digits);
  return digits === undefined ? undefined : Number(digits);
}
