/** Maps page hashes (see `pageHash`) to the entries that cite the page. An entry is identified by its serial number. */
interface PageIndex {
  add(page: number, entry: number): void;
  /** The entries that cite the page, the last added first. May include removed entries. */
  entriesWith(page: number): readonly number[];
}

/** Drops the entries for which `isRemoved` returns true whenever a table is full. */
export function openPageIndex(isRemoved: (entry: number) => boolean): PageIndex {
  // Many small tables instead of a large one: growing one never takes long.
  const tables: Table[] = new Array<Table>(TABLE_COUNT).fill(emptyTable(0));
  return {
    add(page, entry) {
      const index = Math.floor(page / 2 ** 32);
      let table = tables[index];
      if (!table) return; // not a page hash
      if (table.size === table.capacity) {
        table = rebuild(table, isRemoved);
        tables[index] = table;
      }
      insert(table, page >>> 0, entry);
    },
    entriesWith(page) {
      const entries: number[] = [];
      const table = tables[Math.floor(page / 2 ** 32)];
      if (!table) return entries;
      const { cells, chainCount } = table;
      const key = page >>> 0;
      let position = chainCount === 0 ? 0 : (cells[key & (chainCount - 1)] ?? 0);
      while (position > 0) {
        const at = chainCount + CELLS_PER_PAIR * (position - 1);
        if (cells[at] === key) entries.push(cells[at + 1] ?? 0);
        position = cells[at + 2] ?? 0;
      }
      return entries;
    },
  };
}

/** One table for each value of the upper eight bits of a page hash. */
const TABLE_COUNT = 256;

/**
 * A chained hash table of pairs of a key (the lower 32 bits of a page hash) and an entry. `cells` holds the position of the newest pair of
 * each chain, followed by the pairs: key, entry, and position of the next older pair in the chain. Positions count from 1; 0 ends a chain.
 */
interface Table {
  readonly cells: Uint32Array;
  /** A power of two, or 0. */
  readonly chainCount: number;
  /** In pairs. */
  readonly capacity: number;
  size: number;
}

function emptyTable(capacity: number): Table {
  const chainCount = capacity === 0 ? 0 : 2 ** Math.ceil(Math.log2(capacity >> 1));
  return { cells: new Uint32Array(chainCount + CELLS_PER_PAIR * capacity), chainCount, capacity, size: 0 };
}

const CELLS_PER_PAIR = 3;

function insert(table: Table, key: number, entry: number): void {
  const { cells, chainCount } = table;
  const chain = key & (chainCount - 1);
  const at = chainCount + CELLS_PER_PAIR * table.size++;
  cells[at] = key;
  cells[at + 1] = entry;
  cells[at + 2] = cells[chain] ?? 0;
  cells[chain] = table.size;
}

/** Copies the table without removed entries, with room for half as many pairs again. */
function rebuild({ cells, chainCount, size }: Table, isRemoved: (entry: number) => boolean): Table {
  const end = chainCount + CELLS_PER_PAIR * size;
  let remaining = 0;
  for (let at = chainCount; at < end; at += CELLS_PER_PAIR) if (!isRemoved(cells[at + 1] ?? 0)) remaining++;
  const table = emptyTable(Math.max(MIN_CAPACITY, remaining + (remaining >> 1)));
  for (let at = chainCount; at < end; at += CELLS_PER_PAIR) {
    const entry = cells[at + 1] ?? 0;
    if (!isRemoved(entry)) insert(table, cells[at] ?? 0, entry);
  }
  return table;
}

const MIN_CAPACITY = 32;
