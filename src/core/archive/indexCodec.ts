import type { Day } from '../entry/day.ts';
import { type ArchiveIndex, type FileStamp, openArchiveIndex } from './archiveIndex.ts';

// A cache is a sequence of chunks. A chunk is the length of its content, the checksum of its content, and the content. The first chunk is
// a JSON object with the purpose of the cache and the interned names. Every other chunk holds some entries: the length of a table, the table
// in JSON, and the encoded summaries. A chunk takes about a millisecond to write or read, so that callers can yield between chunks.

/**
 * Encodes the index, chunk by chunk. Entries without a file stamp are left out: they were read from an editor. A cache can only be read for
 * the same `purpose`.
 */
export function* encodeIndex(index: ArchiveIndex, purpose: string): Generator<Uint8Array> {
  const { outlets, tags } = index.names;
  const table: NamesTable = {
    format: FORMAT_VERSION,
    purpose,
    outlets: outlets.map(({ host, outlet }) => [host, outlet]),
    tags: [...tags],
  };
  yield encodeChunk([encoder.encode(JSON.stringify(table))]);
  const paths = index.paths();
  for (let start = 0; start < paths.length; start += ENTRIES_PER_CHUNK) {
    const rows: EntryRow[] = [];
    const summaries: Uint8Array[] = [];
    for (const path of paths.slice(start, start + ENTRIES_PER_CHUNK)) {
      const entry = index.indexedEntry(path);
      if (!entry?.stamp) continue;
      rows.push({ day: entry.day, stamp: entry.stamp, length: entry.encoded.length });
      summaries.push(entry.encoded);
    }
    const json = encoder.encode(JSON.stringify(rows));
    yield encodeChunk([uint32Bytes(json.length), json, ...summaries]);
  }
}

/**
 * Decodes a cache, chunk by chunk, and returns its index; undefined if the cache has another version or purpose, or is damaged. Never
 * throws.
 */
export function* decodeIndex(bytes: Uint8Array, purpose: string): Generator<undefined, ArchiveIndex | undefined> {
  const index = openArchiveIndex();
  let isFirst = true;
  for (let at = 0; at < bytes.length; ) {
    const chunk = chunkContent(bytes, at);
    if (!chunk) return undefined;
    if (isFirst ? !readNames(index, chunk, purpose) : !readEntries(index, chunk)) return undefined;
    isFirst = false;
    at += CHUNK_HEADER_BYTES + chunk.length;
    yield undefined;
  }
  return isFirst ? undefined : index;
}

/** Increase it whenever the stored data, or the way it is computed, changes. */
const FORMAT_VERSION = 4;

const ENTRIES_PER_CHUNK = 64;

/** Length and checksum, four bytes each. */
const CHUNK_HEADER_BYTES = 8;

interface NamesTable {
  readonly format: number;
  readonly purpose: string;
  /** Pairs of host and name, in the order of their IDs. */
  readonly outlets: readonly (readonly [string, string])[];
  /** In the order of their IDs. */
  readonly tags: readonly string[];
}

interface EntryRow {
  readonly day: Day;
  readonly stamp: FileStamp;
  /** Of the encoded summary, in bytes. */
  readonly length: number;
}

function readNames({ names }: ArchiveIndex, chunk: Uint8Array, purpose: string): boolean {
  const table = parseJson(chunk) as Partial<NamesTable> | undefined;
  if (table?.format !== FORMAT_VERSION || table.purpose !== purpose || !table.outlets || !table.tags) return false;
  const areOutletsInOrder = table.outlets.every(([host, outlet], id) => names.outletId(host, outlet) === id);
  return areOutletsInOrder && table.tags.every((tag, id) => names.tagId(tag) === id);
}

function readEntries(index: ArchiveIndex, chunk: Uint8Array): boolean {
  const size = chunk.length < 4 ? 0 : readUint32(chunk, 0);
  const rows = parseJson(chunk.subarray(4, 4 + size)) as readonly EntryRow[] | undefined;
  if (!rows) return false;
  let at = 4 + size;
  for (const { day, stamp, length } of rows) {
    index.restore({ day, stamp, encoded: chunk.subarray(at, at + length) });
    at += length;
  }
  return true;
}

/** The parsed value, whose shape the chunk's checksum guarantees; undefined if the bytes are not JSON. */
function parseJson(json: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(json)) as unknown;
  } catch {
    return undefined;
  }
}

function encodeChunk(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const chunk = new Uint8Array(CHUNK_HEADER_BYTES + length);
  let at = CHUNK_HEADER_BYTES;
  for (const part of parts) {
    chunk.set(part, at);
    at += part.length;
  }
  chunk.set(uint32Bytes(length));
  chunk.set(uint32Bytes(checksum(chunk, CHUNK_HEADER_BYTES, chunk.length)), 4);
  return chunk;
}

/** The content of the chunk at an offset; undefined if the chunk is truncated or its checksum is wrong. */
function chunkContent(bytes: Uint8Array, at: number): Uint8Array | undefined {
  if (at + CHUNK_HEADER_BYTES > bytes.length) return undefined;
  const to = at + CHUNK_HEADER_BYTES + readUint32(bytes, at);
  if (to > bytes.length || checksum(bytes, at + CHUNK_HEADER_BYTES, to) !== readUint32(bytes, at + 4)) return undefined;
  return bytes.subarray(at + CHUNK_HEADER_BYTES, to);
}

/** FNV-1a, 32 bits. */
function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0x811c9dc5;
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

/** Little-endian. */
function uint32Bytes(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
}

function readUint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
