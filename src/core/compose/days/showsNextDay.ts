import type { PartialArchive } from '../../newsroom/partialArchive.ts';

/**
 * Whether the entries that have been read decide what the next entry is called and which number it has. They do if the numbers follow a count
 * for certain, and if no entry of the newest year and of the year before it is missing: a count that begins anew each year shows in these.
 */
export function showsNextDay({ newsroom, isComplete, newestUnread }: PartialArchive): boolean {
  if (isComplete) return true;
  if (newestUnread === undefined) return false;
  const dates = newsroom.days.flatMap(({ draft, number, date }) =>
    draft || number === undefined || date === undefined ? [] : [date],
  );
  if (dates.length < MIN_ENTRIES || !newsroom.numbering().isCertain) return false;
  const newestYear = Number(dates.reduce((newest, date) => (date > newest ? date : newest)).slice(0, 4));
  const hasYearBefore = dates.some((date) => Number(date.slice(0, 4)) === newestYear - 1);
  return hasYearBefore && Number(newestUnread.slice(0, 4)) < newestYear - 1;
}

/** Of fewer entries, a few unusual ones could hide how the others are written. */
const MIN_ENTRIES = 100;
