/**
 * The text as UTF-8, in a buffer that the next call overwrites: for bytes that are only read or copied, without an allocation for each of
 * thousands of texts.
 */
export function sharedUtf8(text: string): Uint8Array {
  if (buffer.length < text.length * MAX_BYTES_PER_CODE_UNIT) {
    buffer = new Uint8Array(text.length * MAX_BYTES_PER_CODE_UNIT);
  }
  return buffer.subarray(0, encoder.encodeInto(text, buffer).written);
}

/** A UTF-16 code unit takes at most three bytes of UTF-8. */
const MAX_BYTES_PER_CODE_UNIT = 3;

const encoder = new TextEncoder();
let buffer = new Uint8Array(1 << 14);
