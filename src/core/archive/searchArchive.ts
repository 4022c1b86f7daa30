import type { Day } from '../entry/day.ts';
import { dayName } from '../languageFeatures/completion.ts';
import type { ArchiveIndex } from './archiveIndex.ts';
import type { Search } from './search.ts';

/** An earlier entry, or an item of one, that answers a question. */
export interface Earlier {
  readonly day: Day;
  /** Where the item's block begins; undefined for the entry as a whole. */
  readonly from: number | undefined;
  /** The item's headline, else how it begins; the day's name for the entry as a whole. */
  readonly title: string;
}

/**
 * The published items that answer a question best, but for those of the entry at `own`: by their words; all of a day where the question
 * names it (`Day 12`, `12`, `2031-01-31`); the newest days where nothing is asked.
 */
export function searchArchive(
  archive: Pick<ArchiveIndex, 'days' | 'kept' | 'summary'>,
  search: Search,
  question: string,
  own: string,
  limit = 30,
): Earlier[] {
  const asked = question.trim();
  const [, number, date] = /^(?:(?:day *)?(\d+)|(\d{4}-\d\d-\d\d))$/i.exec(asked) ?? [];
  if (asked === '' || number !== undefined || date !== undefined) {
    const isMeant = (day: Day) => asked === '' || day.date === date || day.number === Number(number);
    const days = archive.days().filter((day) => !day.draft && day.path !== own && isMeant(day));
    const newest = days.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)).slice(0, limit);
    if (asked === '') return newest.map(whole);
    if (newest.length > 0) return newest.flatMap((day) => [whole(day), ...itemsOf(archive, day)]);
  }
  const found = search.find(asked, limit + MOST_OF_ONE).filter(({ path }) => path !== own);
  return found.slice(0, limit).flatMap(({ path, from }) => {
    const day = archive.kept(path)?.day;
    if (!day || day.draft) return [];
    const item = archive.summary(path)?.items.find((one) => one.from === from);
    return { day, from, title: item?.headline || item?.lead || dayName(day) };
  });
}

/** So many items of the entry itself may be among those found. */
const MOST_OF_ONE = 30;

function whole(day: Day): Earlier {
  return { day, from: undefined, title: dayName(day) };
}

function itemsOf(archive: Pick<ArchiveIndex, 'summary'>, day: Day): Earlier[] {
  return (archive.summary(day.path)?.items ?? []).flatMap(({ from, headline }) =>
    headline === '' ? [] : { day, from, title: headline },
  );
}
