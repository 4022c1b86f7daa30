// The numbers in an encoded summary: variable-length integers, seven bits per byte, and page hashes of five bytes.

/** Reads from its bytes at an offset. */
export interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** Writes to its bytes at an offset, where room must have been reserved. */
export interface Writer {
  bytes: Uint8Array;
  at: number;
}

/** Makes room for as many bytes more. */
export function reserve(writer: Writer, size: number): void {
  const { bytes, at } = writer;
  if (at + size <= bytes.length) return;
  writer.bytes = new Uint8Array(2 * (at + size));
  writer.bytes.set(bytes.subarray(0, at));
}

export const MAX_VARINT_BYTES = 5;
export const PAGE_BYTES = 5;

export function writeByte(writer: Writer, byte: number): void {
  writer.bytes[writer.at++] = byte;
}

export function writeVarint(writer: Writer, value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) writeByte(writer, (rest & 127) | 128);
  writeByte(writer, rest);
}

export function readVarint(reader: Reader): number {
  const { bytes } = reader;
  let value = 0;
  for (let shift = 0; reader.at < bytes.length; shift += 7) {
    const byte = bytes[reader.at++] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return value;
}

export function writePage(writer: Writer, page: number): void {
  const { bytes, at } = writer;
  bytes[at] = page; // a byte array keeps the low eight bits of a number
  bytes[at + 1] = page >>> 8;
  bytes[at + 2] = page >>> 16;
  bytes[at + 3] = page >>> 24;
  bytes[at + 4] = Math.floor(page / 2 ** 32);
  writer.at = at + PAGE_BYTES;
}

export function readPage(reader: Reader): number {
  const { bytes, at } = reader;
  if (at + PAGE_BYTES > bytes.length) {
    reader.at = bytes.length;
    return 0;
  }
  reader.at = at + PAGE_BYTES;
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return ((low | ((bytes[at + 3] ?? 0) << 24)) >>> 0) + (bytes[at + 4] ?? 0) * 2 ** 32;
}
