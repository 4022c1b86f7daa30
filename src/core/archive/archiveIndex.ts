import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import { readDay } from '../entry/readDay.ts';
import { type CitedOutlet, learnOutlets, type Outlets } from '../outlets/outlets.ts';
import { copyOf } from '../text/text.ts';
import { type InternedNames, openNames } from './internedNames.ts';
import { openPageIndex, pageNumbers } from './pageIndex.ts';
import { anchorsOf, type ItemSummary, type Summary, summarize } from './summary.ts';
import { decodeSummary, encodeSummary, scanEncoded } from './summaryCodec.ts';

/** By what a file is known to be unchanged: when it was modified, in milliseconds since 1970, and its size in bytes. */
export interface FileStamp {
  readonly modified: number;
  readonly size: number;
}

/** An entry as the index keeps it. */
export interface IndexedEntry {
  readonly day: Day;
  /** Undefined where the entry was read from an editor and not from its file. */
  readonly stamp: FileStamp | undefined;
  readonly packed: Uint8Array;
}

/** What the archive can say of an address. */
export interface CitationLookup {
  /** The days of the entries that cite its page. */
  readonly days: (address: string) => readonly Day[];
  /** The first item that cites its page in the entry at that path. */
  readonly item: (address: string, path: string) => ItemSummary | undefined;
}

/**
 * Everything known of all entries, a few kilobytes each. Putting, replacing and removing one costs the same however many there
 * are.
 */
export interface ArchiveIndex {
  /** Takes an entry in, in place of what was at its path; tells whether anything is different now. */
  readonly put: (entry: Entry, path: string, draft: boolean, stamp?: FileStamp) => boolean;
  /** The same for what was packed before, by the same names. */
  readonly restore: (kept: IndexedEntry) => void;
  readonly remove: (path: string) => boolean;
  readonly kept: (path: string) => IndexedEntry | undefined;
  readonly paths: () => readonly string[];
  /** The day of every entry; the same list for as long as none of them changes. */
  readonly days: () => readonly Day[];
  readonly summary: (path: string) => Summary | undefined;
  /** The anchors in the entry at a path; undefined where they are not known. */
  readonly anchors: (path: string) => readonly string[] | undefined;
  readonly citing: CitationLookup;
  /** What published entries teach of outlets. A hundredth more or less of them changes nothing. */
  readonly outlets: () => Outlets;
  /** How many published entries have each tag. */
  readonly tags: () => ReadonlyMap<string, number>;
  readonly names: InternedNames;
}

interface Held extends IndexedEntry {
  /** Never given twice. */
  readonly serial: number;
}

export function openIndex(): ArchiveIndex {
  const names = openNames();
  const entries = openShelves();
  const room = openRoom();
  const bySerial: (Held | undefined)[] = [];
  const pages = openPageIndex((serial) => bySerial[serial] === undefined);
  const tally = openTally();
  const keyLists = new Map<string, readonly string[]>();
  let days: readonly Day[] | undefined;
  let learned: { readonly outlets: Outlets; readonly until: number } | undefined;
  let changes = 0;

  const release = (held: Held): void => {
    bySerial[held.serial] = undefined;
    if (!held.day.draft) tally.count(held.packed, -1, ignore);
  };
  const hold = ({ day, stamp, packed }: IndexedEntry, before: Held | undefined): void => {
    if (before) release(before);
    const held = { day, stamp, packed, serial: bySerial.length };
    bySerial.push(held);
    entries.set(held);
    const addPage = (page: number): void => pages.add(page, held.serial);
    if (day.draft) scanEncoded(packed, ignore, (_outlet, page) => addPage(page));
    else tally.count(packed, 1, addPage);
    if (before?.day !== day) days = undefined;
    changes++;
  };
  /** With strings of its own: those of the text would keep it in memory. */
  const dayOf = ({ path, draft, date, offset, time, number, keys }: Day): Day => {
    const day = { path: copyOf(path), draft, date, offset, time, number };
    if (!keys) return day;
    const list = keys.join('\n');
    let kept = keyLists.get(list);
    if (!kept) {
      kept = keys.map(copyOf);
      keyLists.set(list, kept);
    }
    return { ...day, keys: kept };
  };

  return {
    put(entry, path, draft, stamp) {
      const before = entries.get(path);
      const packed = encodeSummary(summarize(entry), names, room.allot);
      const read = readDay(entry, path, draft);
      const isSame = before !== undefined && isSameDay(before.day, read);
      if (isSame && isEqual(before.packed, packed)) {
        const held = { ...before, stamp };
        bySerial[held.serial] = held;
        entries.set(held);
        return false;
      }
      room.keep(packed);
      hold({ day: isSame ? before.day : dayOf(read), stamp, packed }, before);
      return true;
    },
    restore(kept) {
      hold({ ...kept, day: dayOf(kept.day) }, entries.get(kept.day.path));
    },
    remove(path) {
      const held = entries.get(path);
      if (!held) return false;
      release(held);
      entries.remove(path);
      days = undefined;
      changes++;
      return true;
    },
    kept: (path) => entries.get(path),
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
    citing: {
      days(address) {
        const [page] = pageNumbers([address]);
        if (page === undefined) return [];
        const held = pages.of(page).map((serial) => bySerial[serial]?.day);
        return [...new Set(held)].filter((day) => day !== undefined);
      },
      item(address, path) {
        const [page] = pageNumbers([address]);
        const summary = summaryOf(entries.get(path), names);
        return summary?.items.find(({ citations }) => citations.some((citation) => citation.page === page));
      },
    },
    outlets() {
      if (!learned || changes > learned.until) {
        learned = { outlets: learnOutlets(tally.citedOutlets(names)), until: changes + entries.size() / 100 };
      }
      return learned.outlets;
    },
    tags: () => tally.tags(names),
    names,
  };
}

/** Entries by their paths. */
interface Shelves {
  readonly get: (path: string) => Held | undefined;
  readonly set: (held: Held) => void;
  readonly remove: (path: string) => void;
  readonly size: () => number;
  readonly all: () => readonly Held[];
}

/** Many small maps, mostly one a month: each grows on its own, so that no addition takes long. */
function openShelves(): Shelves {
  const shelves = new Map<string, Map<string, Held>>();
  let size = 0;
  const shelfOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + '/2031-01'.length);
  return {
    get: (path) => shelves.get(shelfOf(path))?.get(path),
    set(held) {
      const { path } = held.day;
      const shelf = shelves.get(shelfOf(path));
      if (!shelf) shelves.set(copyOf(shelfOf(path)), new Map([[path, held]]));
      else if (shelf.has(path)) size--;
      shelf?.set(path, held);
      size++;
    },
    remove(path) {
      if (shelves.get(shelfOf(path))?.delete(path)) size--;
    },
    size: () => size,
    all: () => Array.from(shelves.values(), (shelf) => [...shelf.values()]).flat(),
  };
}

/** Room for packed summaries, many in one piece: each piece of memory has a price of its own. */
interface Room {
  /** The same again until it is kept. */
  readonly allot: (size: number) => Uint8Array;
  readonly keep: (packed: Uint8Array) => void;
}

function openRoom(): Room {
  let room = new Uint8Array(0);
  let used = 0;
  return {
    allot(size) {
      if (used + size > room.length) {
        room = new Uint8Array(Math.max(size, ROOM));
        used = 0;
      }
      return room.subarray(used, used + size);
    },
    keep(packed) {
      used += packed.length;
    },
  };
}

/** Of what entries leave behind when they change no more than this stays for each. */
const ROOM = 1 << 16;

function summaryOf(kept: IndexedEntry | undefined, names: InternedNames): Summary | undefined {
  return kept && decodeSummary(kept.packed, names);
}

function ignore(): void {}

function isSameDay(a: Day, b: Day): boolean {
  if (a.date !== b.date || a.time !== b.time || a.offset !== b.offset) return false;
  return a.number === b.number && a.draft === b.draft && a.keys?.join('\n') === b.keys?.join('\n');
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** How often things are named, by their places in the names. */
interface Tally {
  /** Counts what is in a packed summary, and tells of its pages. */
  readonly count: (packed: Uint8Array, by: 1 | -1, onPage: (page: number) => void) => void;
  readonly citedOutlets: (names: InternedNames) => Iterable<CitedOutlet>;
  readonly tags: (names: InternedNames) => ReadonlyMap<string, number>;
}

function openTally(): Tally {
  const tagged: number[] = [];
  const cited: number[] = [];
  const entries: number[] = []; // that cite it
  const seen: number[] = []; // in which turn
  let turn = 0;
  return {
    count(packed, by, onPage) {
      turn++;
      scanEncoded(
        packed,
        (tag) => add(tagged, tag, by),
        (outlet, page) => {
          onPage(page);
          add(cited, outlet, by);
          if (seen[outlet] === turn) return;
          add(entries, outlet, by);
          for (let next = seen.length; next < outlet; next++) seen[next] = 0; // an array without holes
          seen[outlet] = turn;
        },
      );
    },
    *citedOutlets({ outlets }) {
      for (const [id, { host, outlet }] of outlets.entries()) {
        const all = cited[id] ?? 0;
        // What one entry alone says, however often, is no habit: its own slip is not to outvote the rest.
        const count = (entries[id] ?? 0) > 1 ? all : Math.min(all, MOST_OF_ONE);
        if (count > 0) yield { outlet, address: `https://${host}/`, count };
      }
    },
    tags: (names) =>
      new Map(names.tags.map((tag, id) => [tag, tagged[id] ?? 0] as const).filter(([, count]) => count > 0)),
  };
}

/** Too little for a name to be learned from, or to be taken for an honest second one. */
const MOST_OF_ONE = 2;

function add(counts: number[], id: number, by: number): void {
  for (let next = counts.length; next <= id; next++) counts[next] = 0;
  counts[id] = (counts[id] ?? 0) + by;
}
