/**
 * Whether the reading of an archive takes so long that its newest entries must be the first. Otherwise their order makes no difference to a writer,
 * and from the oldest on it takes a little less time. `waitedMs`: how long the files that are `done` took to be there.
 */
export function takesLong({
  done,
  total,
  waitedMs,
}: Pick<ReadingProgress, 'done' | 'total'> & { readonly waitedMs: number }): boolean {
  return done === 0 || (waitedMs / done + USUAL_MS_PER_ENTRY) * total >= LONG_MS;
}

/** To read an entry that is there. */
const USUAL_MS_PER_ENTRY = 0.5;

/** How far the reading of an archive is. */
export interface ReadingProgress {
  /** The number of files that have been read, or found unchanged since the last session. */
  readonly done: number;
  /** The number of all files. */
  readonly total: number;
  /** The number of entries that are known, from the last session or by now. */
  readonly entries: number;
  /** The time since the first file. */
  readonly elapsedMs: number;
}

/**
 * Whether it is time to learn from the entries that are known by now, when the last time there were `entriesBefore` of them (undefined for the
 * first time). That is at the first hundred files, or after a few seconds, and whenever there are twice as many entries: all in all, this takes
 * no longer than learning once from the whole archive. Never while the whole archive is about to be known.
 */
export function isTimeToLearn(
  { done, total, entries, elapsedMs }: ReadingProgress,
  entriesBefore: number | undefined,
): boolean {
  if (done === 0 || entries === 0 || elapsedMs < SOON_MS) return false;
  const remainingMs = (elapsedMs * (total - done)) / done;
  if (remainingMs < SOON_MS) return false;
  if (entriesBefore !== undefined) return entries >= 2 * entriesBefore;
  return done >= FIRST_FILES || elapsedMs >= LONG_MS;
}

/** What is known within this time need not be known in part before. */
const SOON_MS = 1000;

/** As many as several facts are learned from. */
const FIRST_FILES = 100;

/** Long enough for a writer to want something; where even a hundred files take longer, a few are better than none. */
const LONG_MS = 3000;
