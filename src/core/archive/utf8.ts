/**
 * The text as UTF-8, in memory that the next call uses again: for bytes that are only looked at, a thousandfold. They are to be
 * copied by whoever keeps them.
 */
export function utf8Of(text: string): Uint8Array {
  if (shared.length < text.length * MOST) shared = new Uint8Array(text.length * MOST);
  return shared.subarray(0, encoder.encodeInto(text, shared).written);
}

/** Bytes that a UTF-16 code unit may take. */
const MOST = 3;

const encoder = new TextEncoder();
let shared = new Uint8Array(1 << 14);
