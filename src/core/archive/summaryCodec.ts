import type { BlockKind } from '../entry/entry.ts';
import type { CitationSummary, ItemSummary, Summary } from './entrySummary.ts';
import type { InternedNames } from './internedNames.ts';
import { sharedUtf8 } from './utf8.ts';

// An encoded summary is the size of its numbers in bytes, the numbers, and all its texts joined as UTF-8. Numbers are variable-length
// integers, seven bits per byte; page hashes take five bytes.

/**
 * Encodes a summary in a few bytes. Names that many entries share are stored as IDs. `allocate` returns the bytes to write to, by default a
 * new array.
 */
export function encodeSummary(
  { title, tags, items }: Summary,
  names: InternedNames,
  allocate: (size: number) => Uint8Array = (size) => new Uint8Array(size),
): Uint8Array {
  const numbers: number[] = [];
  let texts = title;
  let from = 0;
  pushVarint(numbers, title.length);
  pushVarint(numbers, tags.length);
  for (const tag of tags) pushVarint(numbers, names.tagId(tag));
  pushVarint(numbers, items.length);
  for (const item of items) {
    numbers.push(KINDS.indexOf(item.kind));
    pushVarint(numbers, item.from - from);
    from = item.from;
    pushVarint(numbers, item.label.length);
    pushVarint(numbers, item.headline === '' ? 0 : item.lead.indexOf(item.headline, item.label.length));
    pushVarint(numbers, item.headline.length);
    pushVarint(numbers, item.lead.length);
    texts += item.lead;
    pushVarint(numbers, item.citations.length);
    for (const { host, outlet, page } of item.citations) {
      pushVarint(numbers, names.outletId(host, outlet));
      pushPage(numbers, page);
    }
  }
  const header: number[] = [];
  pushVarint(header, numbers.length);
  const text = sharedUtf8(texts);
  const bytes = allocate(header.length + numbers.length + text.length);
  bytes.set(header);
  bytes.set(numbers, header.length);
  bytes.set(text, header.length + numbers.length);
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
  const title = readText(readVarint(reader));
  const tags = readTimes(readVarint(reader), reader, () => names.tags[readVarint(reader)] ?? '');
  let from = 0;
  const items = readTimes(readVarint(reader), reader, (): ItemSummary => {
    const kind = KINDS[bytes[reader.at++] ?? 0] ?? 'paragraph';
    from += readVarint(reader);
    const labelEnd = readVarint(reader);
    const headlineStart = readVarint(reader);
    const headlineEnd = headlineStart + readVarint(reader);
    const lead = readText(readVarint(reader));
    const citations = readTimes(readVarint(reader), reader, (): CitationSummary => {
      const { host, outlet } = names.outlets[readVarint(reader)] ?? UNKNOWN_OUTLET;
      return { outlet, host, page: readPage(reader) };
    });
    const label = lead.slice(0, labelEnd);
    return { kind, from, label, headline: lead.slice(headlineStart, headlineEnd), lead, citations };
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
  readVarint(reader);
  for (let tags = readVarint(reader); tags > 0 && reader.at < bytes.length; tags--) onTag(readVarint(reader));
  for (let items = readVarint(reader); items > 0 && reader.at < bytes.length; items--) {
    reader.at++;
    for (let field = 0; field < 5; field++) readVarint(reader);
    for (let citations = readVarint(reader); citations > 0 && reader.at < bytes.length; citations--) {
      onCitation(readVarint(reader), readPage(reader));
    }
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const UNKNOWN_OUTLET = { host: '', outlet: '' };

/** Stored by index: add new kinds at the end. */
const KINDS: readonly BlockKind[] = [
  'section',
  'poll',
  'named',
  'bullet',
  'ordered',
  'heading',
  'divider',
  'tweet',
  'quote',
  'marker',
  'html',
  'code',
  'footnote',
  'signoff',
  'note',
  'paragraph',
  'definition',
];

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function pushVarint(numbers: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) numbers.push((rest & 127) | 128);
  numbers.push(rest);
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

function pushPage(numbers: number[], page: number): void {
  numbers.push(page & 255, (page >>> 8) & 255, (page >>> 16) & 255, (page >>> 24) & 255, Math.floor(page / 2 ** 32));
}

function readPage(reader: Reader): number {
  const { bytes, at } = reader;
  if (at + 5 > bytes.length) {
    reader.at = bytes.length;
    return 0;
  }
  reader.at = at + 5;
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return ((low | ((bytes[at + 3] ?? 0) << 24)) >>> 0) + (bytes[at + 4] ?? 0) * 2 ** 32;
}

/** Reads up to `count` values; fewer if the bytes end before. */
function readTimes<T>(count: number, reader: Reader, readValue: () => T): readonly T[] {
  const values: T[] = [];
  for (let index = 0; index < count && reader.at < reader.bytes.length; index++) values.push(readValue());
  return values;
}
