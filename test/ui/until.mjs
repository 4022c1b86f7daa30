// Waiting for something to come about, however busy the machine.
import assert from 'node:assert/strict';

/** What has not come in so long will not come: no machine that is only slow takes it. */
export const PATIENCE_MS = 60_000;

const POLL_MS = 50;

/**
 * Waits until `look` gives something, and returns it. What it throws counts as nothing: a page may just be loading. Fails when nothing
 * has come of it for a minute, or for what patience there is, and tells what was seen last.
 *
 * @template T
 * @param {() => T | Promise<T>} look
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(look, what = String(look), patienceMs = PATIENCE_MS) {
  const start = Date.now();
  for (;;) {
    /** @type {unknown} */
    let seen;
    try {
      const found = await look();
      if (found) return found;
      seen = found;
    } catch (error) {
      seen = error;
    }
    if (Date.now() - start > patienceMs) throw new Error(`never: ${what}; last: ${seen}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Waits until `read` gives what is expected; fails as `until` does, with the difference to what it gave last.
 *
 * @template T
 * @param {() => T | Promise<T>} read
 * @param {T} expected
 */
export async function untilEqual(read, expected, what = String(read)) {
  await until(async () => {
    assert.deepEqual(await read(), expected);
    return true;
  }, what);
}
