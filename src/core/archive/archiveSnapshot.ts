import { learnOutlets } from '../outlets/outlets.ts';
import { lazy } from '../text/lazy.ts';
import type { ArchiveIndex } from './archiveIndex.ts';
import { openNameCounts } from './nameCounts.ts';
import { tagsAndCitationsIn } from './summaryCodec.ts';

/**
 * The entries that an index has at this moment, step by step, so that a caller can yield in between. While the index goes on growing, the
 * snapshot keeps its days, outlets and tags; it teaches the index nothing.
 */
export function* archiveSnapshot(index: ArchiveIndex): Generator<undefined, ArchiveIndex> {
  const days = [...index.days()]; // what is cached for these days is that of the snapshot, and not of the index
  const counts = openNameCounts();
  for (const [position, { draft, path }] of days.entries()) {
    if (position % DAYS_PER_STEP === 0) yield;
    const encoded = draft ? undefined : index.indexedEntry(path)?.encoded;
    if (encoded) counts.count(tagsAndCitationsIn(encoded), 1);
  }
  return {
    ...index,
    days: () => days,
    paths: () => days.map(({ path }) => path),
    outlets: lazy(() => learnOutlets(counts.citedOutlets(index.names))),
    tags: () => counts.tags(index.names),
  };
}

const DAYS_PER_STEP = 16;
