import type { Day } from '../entry/day.ts';
import { oncePer } from '../text/oncePer.ts';

/** The numbers of published entries with and without something. */
export interface Counts {
  readonly having: number;
  readonly lacking: number;
}

/** What the published entries of an archive have. Entries whose front matter has not been read count for none but `dates`. */
export interface FrontMatterCounts {
  /** A date, in the front matter or the name of the file. */
  readonly dates: Counts;
  /** A date in the front matter, among the entries with front matter. Where most have none, the site takes it from the file name. */
  readonly dateKeys: Counts;
  readonly frontMatter: Counts;
}

/** Counts what the published entries have. Cached per array of days. */
export const frontMatterCounts = oncePer((days: readonly Day[]): FrontMatterCounts => {
  const published = days.filter(({ draft }) => !draft);
  const withFrontMatter = published.filter(({ keys }) => keys !== undefined);
  return {
    dates: countsOf(published, ({ date }) => date !== undefined),
    dateKeys: countsOf(withFrontMatter, ({ keys }) => keys?.includes('date') === true),
    frontMatter: { having: withFrontMatter.length, lacking: published.length - withFrontMatter.length },
  };
});

function countsOf(days: readonly Day[], has: (day: Day) => boolean): Counts {
  const having = days.filter(has).length;
  return { having, lacking: days.length - having };
}

/** Whether as many entries have it as do not, which is also so where there are none. */
export function isUsual({ having, lacking }: Counts): boolean {
  return having >= lacking;
}
