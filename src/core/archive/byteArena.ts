/** Allocates the bytes of encoded summaries, many in one buffer, because every buffer has a memory overhead of its own. */
interface ByteArena {
  /** Returns `size` bytes. Unless `commit` is called, the next call returns the same bytes again. */
  readonly allocate: (size: number) => Uint8Array;
  /** Keeps the bytes that `allocate` returned last. */
  readonly commit: (bytes: Uint8Array) => void;
}

export function openByteArena(): ByteArena {
  let buffer = new Uint8Array(0);
  let used = 0;
  return {
    allocate(size) {
      if (used + size > buffer.length) {
        buffer = new Uint8Array(Math.max(size, BUFFER_BYTES));
        used = 0;
      }
      return buffer.subarray(used, used + size);
    },
    commit(bytes) {
      used += bytes.length;
    },
  };
}

/** Upper bound on the dead bytes that one live entry can keep in memory: a buffer is freed once no entry uses it. */
const BUFFER_BYTES = 1 << 16;
