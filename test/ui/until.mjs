import assert from 'node:assert/strict';

/** Long enough for any slow machine. */
export const TIMEOUT_MS = 60_000;

const POLL_MS = 50;

/**
 * Waits until `read` returns a truthy value, and returns that. Ignores errors, since a page may still be loading. After the timeout it
 * throws an error that contains the last value or error.
 *
 * @template T
 * @param {() => T | Promise<T>} read
 * @param {string} description what to wait for, for the error message
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(read, description = String(read), timeoutMs = TIMEOUT_MS) {
  const start = Date.now();
  for (;;) {
    /** @type {unknown} */
    let last;
    try {
      const value = await read();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() - start > timeoutMs) throw new Error(`Timed out waiting for: ${description}. Last value: ${last}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Waits until `read` returns the expected value. On timeout, the error shows the difference to the last value.
 *
 * @template T
 * @param {() => T | Promise<T>} read
 * @param {T} expected
 */
export async function untilEqual(read, expected, description = String(read)) {
  await until(async () => {
    assert.deepEqual(await read(), expected);
    return true;
  }, description);
}
