import type { Day } from '../entry/day.ts';

/** An archive as a calendar: what is in work, then years, months and days, the latest first everywhere. */
export interface ArchiveTree {
  readonly drafts: readonly Day[];
  readonly years: readonly ArchiveYear[];
  /** Published entries that have no date. */
  readonly undated: readonly Day[];
}

export interface ArchiveYear {
  /** `2031` */
  readonly year: string;
  readonly months: readonly ArchiveMonth[];
}

export interface ArchiveMonth {
  /** `2031-01` */
  readonly month: string;
  /** `January` */
  readonly name: string;
  readonly days: readonly Day[];
}

/** Lays out the days of an archive. */
export function archiveTree(days: readonly Day[]): ArchiveTree {
  const ordered = [...days].sort(latestFirst);
  const published = ordered.filter(({ draft }) => !draft);
  const years: { readonly year: string; readonly months: { month: string; name: string; days: Day[] }[] }[] = [];
  for (const day of published) {
    if (day.date === undefined) continue;
    const month = day.date.slice(0, 7);
    const year = month.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, months: [] });
    const months = years.at(-1)?.months ?? [];
    if (months.at(-1)?.month !== month)
      months.push({ month, name: MONTHS[Number(month.slice(5)) - 1] ?? month, days: [] });
    months.at(-1)?.days.push(day);
  }
  return {
    drafts: ordered.filter(({ draft }) => draft),
    years,
    undated: published.filter(({ date }) => date === undefined),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function latestFirst(a: Day, b: Day): number {
  return compare(b.date ?? '', a.date ?? '') || compare(b.time ?? '', a.time ?? '') || compare(b.path, a.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
