// Ends what hangs without ever ending what is only slow: a limit on silence instead of a limit on time.

/** How long a host may report nothing before it counts as hung: far longer than any single test takes on a busy machine. */
export const HOST_IDLE_MS = 5 * 60_000;

/** The same for a step of a test run, which waits for the host that it starts. */
export const STEP_IDLE_MS = 10 * 60_000;

/**
 * Calls `onIdle` once when `touch` has not been called for `milliseconds`. `stop` ends the watch,
 * which keeps no process alive by itself.
 *
 * @param {number} milliseconds
 * @param {() => void} onIdle
 */
export function watchIdle(milliseconds, onIdle) {
  const timer = setTimeout(onIdle, milliseconds).unref();
  return { touch: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
