import type { Day } from '../entry/day.ts';
import { newestFirst } from './newestFirst.ts';

/** The entries of an archive as a tree of drafts, and of years, months and days; the newest first at every level. */
export interface ArchiveTree {
  readonly drafts: readonly Day[];
  readonly years: readonly ArchiveYear[];
  /** Published entries without a date. */
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

export function archiveTree(days: readonly Day[]): ArchiveTree {
  const sorted = [...days].sort(newestFirst);
  const published = sorted.filter(({ draft }) => !draft);
  const years: { readonly year: string; readonly months: { month: string; name: string; days: Day[] }[] }[] = [];
  for (const day of published) {
    if (day.date === undefined) continue;
    const month = day.date.slice(0, 7);
    const year = month.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, months: [] });
    const months = years.at(-1)?.months ?? [];
    if (months.at(-1)?.month !== month)
      months.push({ month, name: MONTH_NAMES[Number(month.slice(5)) - 1] ?? month, days: [] });
    months.at(-1)?.days.push(day);
  }
  return {
    drafts: sorted.filter(({ draft }) => draft),
    years,
    undated: published.filter(({ date }) => date === undefined),
  };
}

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');
