import type { DatedEntry } from './archive.ts';
import { type Fact, factOf, unknownFact } from './fact.ts';
import type { Series } from './series.ts';

/** The front-matter keys that most of the newest entries have, in their usual order. In a numbered log, only its numbered entries count. */
export function keysFact(entries: readonly DatedEntry[], series: Series | undefined): Fact<readonly string[]> {
  const newest = (series?.members.map(({ entry }) => entry) ?? entries).slice(-NEWEST);
  if (newest.length === 0) return unknownFact([]);
  const counts = new Map<string, number>();
  for (const { keys } of newest.toReversed())
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const usual = [...counts].flatMap(([key, count]) => (count * 2 > newest.length ? [key] : []));
  return factOf(usual, newest, ({ keys }) => usual.every((key) => keys.includes(key)));
}

/** As many as the rules on missing keys go by. */
const NEWEST = 10;
