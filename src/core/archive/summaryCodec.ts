import type { BlockKind, Link } from '../entry/entry.ts';
import {
  MAX_VARINT_BYTES,
  PAGE_BYTES,
  type Reader,
  readPage,
  readVarint,
  reserve,
  type Writer,
  writeByte,
  writePage,
  writeVarint,
} from './encodedNumbers.ts';
import type { CitationSummary, ItemSummary, Summary } from './entrySummary.ts';
import type { InternedNames } from './internedNames.ts';
import { pageHashAt } from './pageHash.ts';
import { sharedUtf8 } from './utf8.ts';

// An encoded summary is the size of its numbers in bytes, the numbers, and all its texts joined as UTF-8. Tags and citations come first,
// since they are read most often.

/**
 * Encodes a summary of `text` in a few bytes. Names that many entries share are stored as IDs. `allocate` returns the bytes to write to, by
 * default a new array.
 */
export function encodeSummary(
  { title, tags, items }: Summary<Link>,
  text: string,
  names: InternedNames,
  allocate: (size: number) => Uint8Array = (size) => new Uint8Array(size),
): Uint8Array {
  const citations = citationWriter;
  const numbers = numberWriter;
  citations.at = 0;
  numbers.at = 0;
  reserve(numbers, (2 + 7 * items.length) * MAX_VARINT_BYTES);
  let citationCount = 0;
  let texts = title;
  let from = 0;
  writeVarint(numbers, title.length);
  writeVarint(numbers, items.length);
  for (const item of items) {
    const { label, headline, lead } = item;
    const count = writeCitations(citations, text, item.citations, names);
    citationCount += count;
    writeByte(numbers, KIND_NUMBERS[item.kind]);
    writeVarint(numbers, item.from - from);
    from = item.from;
    writeVarint(numbers, label.length);
    writeVarint(numbers, headline === '' ? 0 : lead.indexOf(headline, label.length));
    writeVarint(numbers, headline.length);
    writeVarint(numbers, lead.length);
    texts += lead;
    writeVarint(numbers, count);
  }
  const head = headWriter;
  head.at = 0;
  reserve(head, (2 + tags.length) * MAX_VARINT_BYTES);
  writeVarint(head, tags.length);
  for (const tag of tags) writeVarint(head, names.tagId(tag));
  writeVarint(head, citationCount);
  const size: Writer = { bytes: new Uint8Array(MAX_VARINT_BYTES), at: 0 };
  writeVarint(size, head.at + citations.at + numbers.at);
  const utf8 = sharedUtf8(texts);
  const bytes = allocate(size.at + head.at + citations.at + numbers.at + utf8.length);
  let at = 0;
  for (const part of [size, head, citations, numbers]) {
    bytes.set(part.bytes.subarray(0, part.at), at);
    at += part.at;
  }
  bytes.set(utf8, at);
  return bytes;
}

/** Writes the citations with a web address, and returns their number. */
function writeCitations(writer: Writer, text: string, links: readonly Link[], names: InternedNames): number {
  reserve(writer, links.length * (MAX_VARINT_BYTES + PAGE_BYTES));
  let count = 0;
  for (const { name, address } of links) {
    const page = pageHashAt(text, address);
    const outlet = page === undefined ? undefined : names.citedOutletId(text, name, address);
    if (page === undefined || outlet === undefined) continue;
    writeVarint(writer, outlet);
    writePage(writer, page);
    count++;
  }
  return count;
}

/** Decodes a summary. Never throws: bytes that are not an encoded summary decode to a meaningless or empty one. */
export function decodeSummary(bytes: Uint8Array, names: InternedNames): Summary {
  const reader = { bytes, at: 0 };
  const size = readVarint(reader);
  const texts = decoder.decode(bytes.subarray(reader.at + size));
  const cited = readTagsAndCitations(reader);
  let textAt = readVarint(reader);
  const title = texts.slice(0, textAt);
  let from = 0;
  let firstCitation = 0;
  const items: ItemSummary[] = [];
  for (let count = readVarint(reader); items.length < count && reader.at < bytes.length; ) {
    const kind = KINDS[bytes[reader.at++] ?? 0] ?? 'paragraph';
    from += readVarint(reader);
    const labelEnd = readVarint(reader);
    const headlineStart = readVarint(reader);
    const headlineEnd = headlineStart + readVarint(reader);
    const lead = texts.slice(textAt, textAt + readVarint(reader));
    textAt += lead.length;
    const label = lead.slice(0, labelEnd);
    const headline = lead.slice(headlineStart, headlineEnd);
    const citations = citationsOf(cited, firstCitation, firstCitation + readVarint(reader), names);
    firstCitation += citations.length;
    items.push({ kind, from, label, headline, lead, citations });
  }
  return { title, tags: cited.tags.map((id) => names.tags[id] ?? ''), items };
}

/** The citations from one index to another; fewer if there are not so many. */
function citationsOf(
  { outlets, pages }: TagsAndCitations,
  from: number,
  to: number,
  names: InternedNames,
): CitationSummary[] {
  const citations: CitationSummary[] = [];
  for (let index = from; index < to && index < pages.length; index++) {
    const { host, outlet } = names.outlets[outlets[index] ?? -1] ?? UNKNOWN_OUTLET;
    citations.push({ outlet, host, page: pages[index] ?? 0 });
  }
  return citations;
}

/** The numbers that an encoded summary starts with. */
export interface TagsAndCitations {
  /** The IDs of all tags. */
  readonly tags: readonly number[];
  /** The outlet ID of every citation. */
  readonly outlets: readonly number[];
  /** The page hash of every citation. */
  readonly pages: readonly number[];
}

/** Decodes the tags and citations of an encoded summary, and nothing else. */
export function tagsAndCitationsIn(bytes: Uint8Array): TagsAndCitations {
  const reader = { bytes, at: 0 };
  readVarint(reader);
  return readTagsAndCitations(reader);
}

function readTagsAndCitations(reader: Reader): TagsAndCitations {
  const tags: number[] = [];
  const outlets: number[] = [];
  const pages: number[] = [];
  const { length } = reader.bytes;
  for (let count = readVarint(reader); tags.length < count && reader.at < length; ) tags.push(readVarint(reader));
  for (let count = readVarint(reader); pages.length < count && reader.at < length; ) {
    outlets.push(readVarint(reader));
    pages.push(readPage(reader));
  }
  return { tags, outlets, pages };
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

// The bytes of the parts of a summary, which the next one overwrites.
const headWriter: Writer = { bytes: new Uint8Array(1 << 12), at: 0 };
const citationWriter: Writer = { bytes: new Uint8Array(1 << 12), at: 0 };
const numberWriter: Writer = { bytes: new Uint8Array(1 << 12), at: 0 };
