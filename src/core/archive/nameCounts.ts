import type { CitedOutlet } from '../outlets/citedNames.ts';
import type { InternedNames } from './internedNames.ts';
import type { TagsAndCitations } from './summaryCodec.ts';

/** How often published entries use each tag and cite each outlet. */
interface NameCounts {
  /** Adds (`1`) or subtracts (`-1`) the tags and citations of an entry. */
  readonly count: (cited: TagsAndCitations, by: 1 | -1) => void;
  readonly citedOutlets: (names: InternedNames) => Iterable<CitedOutlet>;
  /** The number of entries with each tag. */
  readonly tags: (names: InternedNames) => ReadonlyMap<string, number>;
}

export function openNameCounts(): NameCounts {
  // All arrays are indexed by the IDs of `InternedNames`.
  const tagCounts: number[] = [];
  const citationCounts: number[] = [];
  const entryCounts: number[] = []; // the number of entries that cite an outlet
  const lastScans: number[] = []; // the last scan that found an outlet
  let scan = 0;
  return {
    count({ tags, outlets }, by) {
      scan++;
      for (const tag of tags) add(tagCounts, tag, by);
      for (const outlet of outlets) {
        add(citationCounts, outlet, by);
        if (lastScans[outlet] === scan) continue;
        add(entryCounts, outlet, by);
        for (let next = lastScans.length; next < outlet; next++) lastScans[next] = 0; // keeps the array without holes
        lastScans[outlet] = scan;
      }
    },
    *citedOutlets({ outlets }) {
      for (const [id, { host, outlet }] of outlets.entries()) {
        const citations = citationCounts[id] ?? 0;
        // A name that a single entry repeats may be a typo: it must not outweigh the other entries.
        const count = (entryCounts[id] ?? 0) > 1 ? citations : Math.min(citations, MAX_COUNT_FROM_ONE_ENTRY);
        if (count > 0) yield { outlet, address: `https://${host}/`, count };
      }
    },
    tags: (names) =>
      new Map(names.tags.map((tag, id) => [tag, tagCounts[id] ?? 0] as const).filter(([, count]) => count > 0)),
  };
}

/** Too few citations to learn a name from, or to accept it as an alternative. */
const MAX_COUNT_FROM_ONE_ENTRY = 2;

/** Fills the array with zeros up to `id`, so that it has no holes. */
function add(counts: number[], id: number, by: number): void {
  for (let next = counts.length; next <= id; next++) counts[next] = 0;
  counts[id] = (counts[id] ?? 0) + by;
}
