// gray-matter keeps a copy of its input as a Buffer; nothing of ours reads it.
export const Buffer = { from: (/** @type {string} */ text) => text };
