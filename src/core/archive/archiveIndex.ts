import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import { readDay, withCountdowns } from '../entry/readDay.ts';
import { learnOutlets, type Outlets } from '../outlets/outlets.ts';
import { copyOf } from '../text/text.ts';
import { openByteArena } from './byteArena.ts';
import { anchorsOf, type ItemSummary, type Summary, summaryWithLinks } from './entrySummary.ts';
import { type InternedNames, openInternedNames } from './internedNames.ts';
import { openMonthBuckets } from './monthBuckets.ts';
import { openNameCounts } from './nameCounts.ts';
import { pageHash } from './pageHash.ts';
import { openPageIndex } from './pageIndex.ts';
import { decodeSummary, encodeSummary, tagsAndCitationsIn } from './summaryCodec.ts';

/** Identifies the version of a file: its modification time in milliseconds since 1970, and its size in bytes. */
export interface FileStamp {
  readonly modified: number;
  readonly size: number;
}

/** What the index stores of an entry. */
interface IndexedEntry {
  readonly day: Day;
  /** Undefined if the entry was read from an editor instead of its file. */
  readonly stamp: FileStamp | undefined;
  /** The encoded summary, see `encodeSummary`. */
  readonly encoded: Uint8Array;
}

/** Finds the entries that cite an address. */
export interface CitationLookup {
  /** The days of the entries that cite the page of an address. */
  readonly daysCiting: (address: string) => readonly Day[];
  /** The first item of the entry at `path` that cites the page of an address. */
  readonly itemCiting: (address: string, path: string) => ItemSummary | undefined;
}

/**
 * An index of all entries, a few kilobytes each. The cost of adding, replacing or removing an entry does not depend on the number of
 * entries.
 */
export interface ArchiveIndex {
  /** Adds an entry, or replaces the one at its path. Returns whether the index changed. */
  readonly indexEntry: (entry: Entry, path: string, draft: boolean, stamp?: FileStamp) => boolean;
  /** Adds or replaces an entry whose summary is already encoded with the same `names`. */
  readonly restore: (entry: IndexedEntry) => void;
  /** Returns whether there was an entry at the path. */
  readonly remove: (path: string) => boolean;
  readonly indexedEntry: (path: string) => IndexedEntry | undefined;
  readonly paths: () => readonly string[];
  /** The days of all entries; the same array until one of them changes. */
  readonly days: () => readonly Day[];
  readonly summary: (path: string) => Summary | undefined;
  /** The anchors of the entry at a path; undefined without such an entry, or if raw HTML may hold others. */
  readonly anchors: (path: string) => readonly string[] | undefined;
  readonly citationLookup: CitationLookup;
  /** The outlets learned from published entries; learned again when more than 1% of the entries have changed. */
  readonly outlets: () => Outlets;
  /** The number of published entries with each tag. */
  readonly tags: () => ReadonlyMap<string, number>;
  readonly names: InternedNames;
}

interface LiveEntry extends IndexedEntry {
  /** Identifies this version of the entry; never reused. */
  readonly serial: number;
}

export function openArchiveIndex(): ArchiveIndex {
  const names = openInternedNames();
  const entries = openMonthBuckets<LiveEntry>();
  const arena = openByteArena();
  const bySerial: (LiveEntry | undefined)[] = [];
  const pages = openPageIndex((serial) => bySerial[serial] === undefined);
  const counts = openNameCounts();
  const keyLists = new Map<string, readonly string[]>();
  let days: readonly Day[] | undefined;
  let learned: { readonly outlets: Outlets; readonly validUntil: number } | undefined;
  let changes = 0;

  const removeLive = (entry: LiveEntry): void => {
    bySerial[entry.serial] = undefined;
    if (!entry.day.draft) counts.count(tagsAndCitationsIn(entry.encoded), -1);
  };
  const addLive = ({ day, stamp, encoded }: IndexedEntry, previous: LiveEntry | undefined): void => {
    if (previous) removeLive(previous);
    const entry = { day, stamp, encoded, serial: bySerial.length };
    bySerial.push(entry);
    entries.set(entry);
    const cited = tagsAndCitationsIn(encoded);
    for (const page of cited.pages) pages.add(page, entry.serial);
    if (!day.draft) counts.count(cited, 1);
    if (previous?.day !== day) days = undefined;
    changes++;
  };
  /** Copies the strings, which would otherwise keep the entry's whole text in memory. Equal lists of keys are shared. */
  const copyDay = (day: Day): Day => {
    const { path, date, offset, time, number, keys, title, dateText, countdowns } = day;
    // A day from a file of the cache lacks the properties that are undefined.
    const copy: { -readonly [Name in keyof Day]: Day[Name] } = {
      ...day,
      ...{ path: copyOf(path), date, offset, time, number },
    };
    if (title !== undefined) copy.title = copyOf(title);
    if (dateText !== undefined) copy.dateText = copyOf(dateText);
    if (countdowns) copy.countdowns = countdowns.map((line) => ({ ...line, phrase: copyOf(line.phrase) }));
    if (keys) copy.keys = sharedKeys(keys);
    return copy;
  };
  const sharedKeys = (keys: readonly string[]): readonly string[] => {
    const list = keys.join('\n');
    let shared = keyLists.get(list);
    if (!shared) {
      shared = keys.map(copyOf);
      keyLists.set(list, shared);
    }
    return shared;
  };

  return {
    indexEntry(entry, path, draft, stamp) {
      const previous = entries.get(path);
      const encoded = encodeSummary(summaryWithLinks(entry), entry.text, names, arena.allocate);
      const day = withCountdowns(readDay(entry, path, draft), entry);
      const isDayUnchanged = previous !== undefined && isSameDay(previous.day, day);
      if (isDayUnchanged && areBytesEqual(previous.encoded, encoded)) {
        const restamped = { ...previous, stamp };
        bySerial[restamped.serial] = restamped;
        entries.set(restamped);
        return false;
      }
      arena.commit(encoded);
      addLive({ day: isDayUnchanged ? previous.day : copyDay(day), stamp, encoded }, previous);
      return true;
    },
    restore(entry) {
      addLive({ ...entry, day: copyDay(entry.day) }, entries.get(entry.day.path));
    },
    remove(path) {
      const entry = entries.get(path);
      if (!entry) return false;
      removeLive(entry);
      entries.remove(path);
      days = undefined;
      changes++;
      return true;
    },
    indexedEntry: (path) => entries.get(path),
    paths: () => entries.all().map(({ day }) => day.path),
    days() {
      days ??= entries.all().map(({ day }) => day);
      return days;
    },
    summary: (path) => summaryOf(entries.get(path), names),
    anchors(path) {
      const summary = summaryOf(entries.get(path), names);
      return summary && anchorsOf(summary);
    },
    citationLookup: {
      daysCiting(address) {
        const page = pageHash(address);
        if (page === undefined) return [];
        const citingDays = pages.entriesWith(page).map((serial) => bySerial[serial]?.day);
        return [...new Set(citingDays)].filter((day) => day !== undefined);
      },
      itemCiting(address, path) {
        const page = pageHash(address);
        const summary = summaryOf(entries.get(path), names);
        return summary?.items.find(({ citations }) => citations.some((citation) => citation.page === page));
      },
    },
    outlets() {
      if (!learned || changes > learned.validUntil) {
        learned = { outlets: learnOutlets(counts.citedOutlets(names)), validUntil: changes + entries.size() / 100 };
      }
      return learned.outlets;
    },
    tags: () => counts.tags(names),
    names,
  };
}

function summaryOf(entry: IndexedEntry | undefined, names: InternedNames): Summary | undefined {
  return entry && decodeSummary(entry.encoded, names);
}

function isSameDay(a: Day, b: Day): boolean {
  if (a.dateText !== b.dateText || a.title !== b.title || a.titleQuotes !== b.titleQuotes) return false;
  if (a.date !== b.date || !areSameCountdowns(a, b)) return false;
  return a.number === b.number && a.draft === b.draft && a.keys?.join('\n') === b.keys?.join('\n');
}

function areSameCountdowns({ countdowns: a = [] }: Day, { countdowns: b = [] }: Day): boolean {
  return (
    a.length === b.length &&
    a.every(({ phrase, days }, index) => phrase === b[index]?.phrase && days === b[index]?.days)
  );
}

function areBytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
