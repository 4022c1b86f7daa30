// The globals beyond the language that the core may use: every host has them, they do no I/O, and they know no clock.
// Declared here as far as they are used, because the only other way to have them is to have all of the DOM or of Node.js.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  /** `read` counts UTF-16 code units of the text, `written` bytes. */
  encodeInto(text: string, destination: Uint8Array): { readonly read: number; readonly written: number };
}

declare class TextDecoder {
  constructor(encoding?: 'utf-8', options?: { readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
