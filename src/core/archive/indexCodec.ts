import type { Day } from '../entry/day.ts';
import { type ArchiveIndex, type FileStamp, type IndexedEntry, openIndex } from './archiveIndex.ts';

// A cache is a row of chunks: the length of what follows, its checksum, and what follows. The first is JSON, says what the cache is
// for and holds the names. Each other one holds some entries: the length of a table of them, the table in JSON, and their packed
// summaries. A chunk is made and read in about a millisecond, so that whoever does it can let others go first in between.

/**
 * The index as bytes, a piece at a time, to be joined; entries that do not say what their file holds are left out. `purpose` says
 * what it is for: it is good for nothing else.
 */
export function* encodeIndex(index: ArchiveIndex, purpose: string): Generator<Uint8Array> {
  const { outlets, tags } = index.names;
  const table: NamesTable = {
    format: FORMAT,
    purpose,
    outlets: outlets.map(({ host, outlet }) => [host, outlet]),
    tags: [...tags],
  };
  yield chunkOf([encoder.encode(JSON.stringify(table))]);
  const paths = index.paths();
  for (let at = 0; at < paths.length; at += IN_A_CHUNK) {
    const rows: Row[] = [];
    const summaries: Uint8Array[] = [];
    for (const path of paths.slice(at, at + IN_A_CHUNK)) {
      const kept = index.kept(path);
      if (!kept?.stamp) continue;
      rows.push({ day: kept.day, stamp: kept.stamp, length: kept.packed.length });
      summaries.push(kept.packed);
    }
    const json = encoder.encode(JSON.stringify(rows));
    yield chunkOf([bytesOf(json.length), json, ...summaries]);
  }
}

/**
 * Reads a cache, a piece at a time, and returns the index that it holds; undefined where it was made by another version or for
 * something else, or is broken. Whatever the bytes, it does not throw.
 */
export function* decodeIndex(bytes: Uint8Array, purpose: string): Generator<undefined, ArchiveIndex | undefined> {
  const index = openIndex();
  let isFirst = true;
  for (let at = 0; at < bytes.length; ) {
    const chunk = chunkAt(bytes, at);
    if (!chunk) return undefined;
    if (isFirst ? !readNames(index, chunk, purpose) : !readEntries(index, chunk)) return undefined;
    isFirst = false;
    at += HEAD + chunk.length;
    yield undefined;
  }
  return isFirst ? undefined : index;
}

/** A new one wherever what is kept, or how it is worked out, changes. */
const FORMAT = 1;

const IN_A_CHUNK = 64;

/** Length and checksum. */
const HEAD = 8;

interface NamesTable {
  readonly format: number;
  readonly purpose: string;
  /** Host and name, by their places. */
  readonly outlets: readonly (readonly [string, string])[];
  readonly tags: readonly string[];
}

interface Row {
  readonly day: Day;
  readonly stamp: FileStamp;
  /** Of the packed summary. */
  readonly length: number;
}

function readNames({ names }: ArchiveIndex, chunk: Uint8Array, purpose: string): boolean {
  const table = parsed(chunk) as Partial<NamesTable> | undefined;
  if (table?.format !== FORMAT || table.purpose !== purpose || !table.outlets || !table.tags) return false;
  // Each is to have the place that it had.
  const hasPlace = table.outlets.every(([host, outlet], place) => names.outletId(host, outlet) === place);
  return hasPlace && table.tags.every((tag, place) => names.tagId(tag) === place);
}

function readEntries(index: ArchiveIndex, chunk: Uint8Array): boolean {
  const size = chunk.length < 4 ? 0 : numberAt(chunk, 0);
  const rows = parsed(chunk.subarray(4, 4 + size)) as readonly Row[] | undefined;
  if (!rows) return false;
  let at = 4 + size;
  for (const { day, stamp, length } of rows) {
    const kept: IndexedEntry = { day, stamp, packed: chunk.subarray(at, at + length) };
    index.restore(kept);
    at += length;
  }
  return true;
}

/** The value of JSON that its checksum vouches for; undefined where even that is none. */
function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(json)) as unknown;
  } catch {
    return undefined;
  }
}

function chunkOf(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const chunk = new Uint8Array(HEAD + length);
  let at = HEAD;
  for (const part of parts) {
    chunk.set(part, at);
    at += part.length;
  }
  chunk.set(bytesOf(length));
  chunk.set(bytesOf(checksum(chunk, HEAD, chunk.length)), 4);
  return chunk;
}

/** What a chunk holds; undefined where it is cut off or not what was written. */
function chunkAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  if (at + HEAD > bytes.length) return undefined;
  const to = at + HEAD + numberAt(bytes, at);
  if (to > bytes.length || checksum(bytes, at + HEAD, to) !== numberAt(bytes, at + 4)) return undefined;
  return bytes.subarray(at + HEAD, to);
}

/** FNV-1a. */
function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0x811c9dc5;
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

function bytesOf(number: number): Uint8Array {
  return Uint8Array.of(number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24);
}

function numberAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
