import type { BlockKind } from '../entry/entry.ts';
import type { CitationSummary, ItemSummary, Summary } from './entrySummary.ts';
import type { InternedNames } from './internedNames.ts';
import { sharedUtf8 } from './utf8.ts';

// An encoded summary is the size of its numbers in bytes, the numbers, and all its texts joined as UTF-8. Numbers are variable-length
// integers, seven bits per byte; page hashes take five bytes. Tags and citations come first, since they are read most often.

/**
 * Encodes a summary in a few bytes. Names that many entries share are stored as IDs. `allocate` returns the bytes to write to, by default a
 * new array.
 */
export function encodeSummary(
  { title, tags, items }: Summary,
  names: InternedNames,
  allocate: (size: number) => Uint8Array = (size) => new Uint8Array(size),
): Uint8Array {
  const citations = items.flatMap((item) => item.citations);
  const numbers = writerFor(mostBytesOf(tags, items, citations));
  writeVarint(numbers, tags.length);
  for (const tag of tags) writeVarint(numbers, names.tagId(tag));
  writeVarint(numbers, citations.length);
  for (const { host, outlet, page } of citations) {
    writeVarint(numbers, names.outletId(host, outlet));
    writePage(numbers, page);
  }
  let texts = title;
  let from = 0;
  writeVarint(numbers, title.length);
  writeVarint(numbers, items.length);
  for (const item of items) {
    const { label, headline, lead } = item;
    writeByte(numbers, KIND_NUMBERS[item.kind]);
    writeVarint(numbers, item.from - from);
    from = item.from;
    writeVarint(numbers, label.length);
    writeVarint(numbers, headline === '' ? 0 : lead.indexOf(headline, label.length));
    writeVarint(numbers, headline.length);
    writeVarint(numbers, lead.length);
    texts += lead;
    writeVarint(numbers, item.citations.length);
  }
  const header: Writer = { bytes: new Uint8Array(MAX_VARINT_BYTES), at: 0 };
  writeVarint(header, numbers.at);
  const text = sharedUtf8(texts);
  const bytes = allocate(header.at + numbers.at + text.length);
  bytes.set(header.bytes.subarray(0, header.at));
  bytes.set(numbers.bytes.subarray(0, numbers.at), header.at);
  bytes.set(text, header.at + numbers.at);
  return bytes;
}

/** Decodes a summary. Never throws: bytes that are not an encoded summary decode to a meaningless or empty one. */
export function decodeSummary(bytes: Uint8Array, names: InternedNames): Summary {
  const reader = { bytes, at: 0 };
  const length = readVarint(reader);
  const texts = decoder.decode(bytes.subarray(reader.at + length));
  let at = 0;
  const readText = (size: number): string => {
    at += size;
    return texts.slice(at - size, at);
  };
  const tags = readTimes(readVarint(reader), reader, () => names.tags[readVarint(reader)] ?? '');
  const citations = readTimes(readVarint(reader), reader, (): CitationSummary => {
    const { host, outlet } = names.outlets[readVarint(reader)] ?? UNKNOWN_OUTLET;
    return { outlet, host, page: readPage(reader) };
  });
  const title = readText(readVarint(reader));
  let from = 0;
  let firstCitation = 0;
  const items = readTimes(readVarint(reader), reader, (): ItemSummary => {
    const kind = KINDS[bytes[reader.at++] ?? 0] ?? 'paragraph';
    from += readVarint(reader);
    const labelEnd = readVarint(reader);
    const headlineStart = readVarint(reader);
    const headlineEnd = headlineStart + readVarint(reader);
    const lead = readText(readVarint(reader));
    const label = lead.slice(0, labelEnd);
    const headline = lead.slice(headlineStart, headlineEnd);
    const ownCitations = citations.slice(firstCitation, firstCitation + readVarint(reader));
    firstCitation += ownCitations.length;
    return { kind, from, label, headline, lead, citations: ownCitations };
  });
  return { title, tags, items };
}

/** Calls back with the IDs of all tags, and with the outlet ID and page hash of all citations, without decoding anything else. */
export function scanEncoded(
  bytes: Uint8Array,
  onTag: (tag: number) => void,
  onCitation: (outlet: number, page: number) => void,
): void {
  const reader = { bytes, at: 0 };
  readVarint(reader);
  for (let tags = readVarint(reader); tags > 0 && reader.at < bytes.length; tags--) onTag(readVarint(reader));
  for (let citations = readVarint(reader); citations > 0 && reader.at < bytes.length; citations--)
    onCitation(readVarint(reader), readPage(reader));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const UNKNOWN_OUTLET = { host: '', outlet: '' };

/** The number that a kind of block is stored as: add new kinds at the end. */
const KIND_NUMBERS: Readonly<Record<BlockKind, number>> = {
  section: 0,
  poll: 1,
  named: 2,
  bullet: 3,
  ordered: 4,
  heading: 5,
  divider: 6,
  tweet: 7,
  quote: 8,
  marker: 9,
  html: 10,
  code: 11,
  footnote: 12,
  signoff: 13,
  note: 14,
  paragraph: 15,
  definition: 16,
};

const KINDS = Object.keys(KIND_NUMBERS) as BlockKind[];

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

interface Writer {
  readonly bytes: Uint8Array;
  at: number;
}

/** A writer of up to that many bytes, into a buffer that the next one overwrites. */
function writerFor(size: number): Writer {
  if (buffer.length < size) buffer = new Uint8Array(2 * size);
  return { bytes: buffer, at: 0 };
}

let buffer = new Uint8Array(1 << 14);

function mostBytesOf(
  { length: tags }: readonly string[],
  { length: items }: readonly ItemSummary[],
  { length: citations }: readonly CitationSummary[],
): number {
  return (4 + tags + 7 * items) * MAX_VARINT_BYTES + citations * (MAX_VARINT_BYTES + PAGE_BYTES);
}

const MAX_VARINT_BYTES = 5;
const PAGE_BYTES = 5;

function writeByte(writer: Writer, byte: number): void {
  writer.bytes[writer.at++] = byte;
}

function writeVarint(writer: Writer, value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) writeByte(writer, (rest & 127) | 128);
  writeByte(writer, rest);
}

function readVarint(reader: Reader): number {
  const { bytes } = reader;
  let value = 0;
  for (let shift = 0; reader.at < bytes.length; shift += 7) {
    const byte = bytes[reader.at++] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return value;
}

function writePage(writer: Writer, page: number): void {
  const { bytes, at } = writer;
  bytes[at] = page; // a byte array keeps the low eight bits of a number
  bytes[at + 1] = page >>> 8;
  bytes[at + 2] = page >>> 16;
  bytes[at + 3] = page >>> 24;
  bytes[at + 4] = Math.floor(page / 2 ** 32);
  writer.at = at + PAGE_BYTES;
}

function readPage(reader: Reader): number {
  const { bytes, at } = reader;
  if (at + PAGE_BYTES > bytes.length) {
    reader.at = bytes.length;
    return 0;
  }
  reader.at = at + PAGE_BYTES;
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return ((low | ((bytes[at + 3] ?? 0) << 24)) >>> 0) + (bytes[at + 4] ?? 0) * 2 ** 32;
}

/** Reads up to `count` values; fewer if the bytes end before. */
function readTimes<T>(count: number, reader: Reader, readValue: () => T): readonly T[] {
  const values: T[] = [];
  for (let index = 0; index < count && reader.at < reader.bytes.length; index++) values.push(readValue());
  return values;
}
