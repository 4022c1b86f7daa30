import { oncePer } from '../text/oncePer.ts';
import type { Day } from './day.ts';

/** The days of an archive, drafts too, by their path. Cached per array. */
export const daysByPath = oncePer(
  (days: readonly Day[]): ReadonlyMap<string, Day> => new Map(days.map((day) => [day.path, day])),
);
