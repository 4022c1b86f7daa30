import type { BlockKind } from '../entry/entry.ts';
import type { InternedNames } from './internedNames.ts';
import type { CitationSummary, ItemSummary, Summary } from './summary.ts';
import { utf8Of } from './utf8.ts';

// A packed summary is: the length of its numbers; its numbers; all its texts in one piece of UTF-8. Numbers take a byte for each
// seven bits, but for pages, which take five.

/**
 * A summary in a few bytes: what is the same in many entries is left to the names. They lie where `allot` gives room for so many.
 */
export function encodeSummary(
  { title, tags, items }: Summary,
  names: InternedNames,
  allot: (size: number) => Uint8Array = (size) => new Uint8Array(size),
): Uint8Array {
  const numbers: number[] = [];
  let texts = title;
  let from = 0;
  push(numbers, title.length);
  push(numbers, tags.length);
  for (const tag of tags) push(numbers, names.tagId(tag));
  push(numbers, items.length);
  for (const item of items) {
    numbers.push(KINDS.indexOf(item.kind));
    push(numbers, item.from - from);
    from = item.from;
    push(numbers, item.label.length);
    push(numbers, item.headline === '' ? 0 : item.lead.indexOf(item.headline, item.label.length));
    push(numbers, item.headline.length);
    push(numbers, item.lead.length);
    texts += item.lead;
    push(numbers, item.citations.length);
    for (const { host, outlet, page } of item.citations) {
      push(numbers, names.outletId(host, outlet));
      pushPage(numbers, page);
    }
  }
  const head: number[] = [];
  push(head, numbers.length);
  const text = utf8Of(texts);
  const bytes = allot(head.length + numbers.length + text.length);
  bytes.set(head);
  bytes.set(numbers, head.length);
  bytes.set(text, head.length + numbers.length);
  return bytes;
}

/** The summary that was packed. Bytes that are none make one that says little. */
export function decodeSummary(bytes: Uint8Array, names: InternedNames): Summary {
  const reader = { bytes, at: 0 };
  const length = read(reader);
  const texts = decoder.decode(bytes.subarray(reader.at + length));
  let at = 0;
  const text = (size: number): string => {
    at += size;
    return texts.slice(at - size, at);
  };
  const title = text(read(reader));
  const tags = times(read(reader), reader, () => names.tags[read(reader)] ?? '');
  let from = 0;
  const items = times(read(reader), reader, (): ItemSummary => {
    const kind = KINDS[bytes[reader.at++] ?? 0] ?? 'paragraph';
    from += read(reader);
    const label = read(reader);
    const headline = read(reader);
    const headlineEnd = headline + read(reader);
    const lead = text(read(reader));
    const citations = times(read(reader), reader, (): CitationSummary => {
      const { host, outlet } = names.outlets[read(reader)] ?? NOBODY;
      return { outlet, host, page: readPage(reader) };
    });
    return { kind, from, label: lead.slice(0, label), headline: lead.slice(headline, headlineEnd), lead, citations };
  });
  return { title, tags, items };
}

/** Tells of every tag and citation in a packed summary, by their places in the names, without unpacking the rest. */
export function scanEncoded(
  bytes: Uint8Array,
  onTag: (tag: number) => void,
  onCitation: (outlet: number, page: number) => void,
): void {
  const reader = { bytes, at: 0 };
  read(reader);
  read(reader);
  for (let tags = read(reader); tags > 0 && reader.at < bytes.length; tags--) onTag(read(reader));
  for (let items = read(reader); items > 0 && reader.at < bytes.length; items--) {
    reader.at++;
    for (let field = 0; field < 5; field++) read(reader);
    for (let citations = read(reader); citations > 0 && reader.at < bytes.length; citations--) {
      onCitation(read(reader), readPage(reader));
    }
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const NOBODY = { host: '', outlet: '' };

/** By their places; a new kind goes to the end. */
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
];

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function push(numbers: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest >>>= 7) numbers.push((rest & 127) | 128);
  numbers.push(rest);
}

function read(reader: Reader): number {
  const { bytes } = reader;
  let number = 0;
  for (let shift = 0; reader.at < bytes.length; shift += 7) {
    const byte = bytes[reader.at++] ?? 0;
    number |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return number;
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

/** What `make` gives so often, or until there is nothing left to read. */
function times<T>(count: number, reader: Reader, make: () => T): readonly T[] {
  const made: T[] = [];
  for (let index = 0; index < count && reader.at < reader.bytes.length; index++) made.push(make());
  return made;
}
