// Limits how long a process may be silent, not how long it may run: so a process that hangs is ended, and a slow one is not.

/** How long a host may be silent before we take it as hung: far longer than any single test on a busy machine. */
export const HOST_IDLE_MS = 5 * 60_000;

/** The same for a step of a test run. It is longer because a step waits for its host. */
export const STEP_IDLE_MS = 10 * 60_000;

/**
 * Calls `onIdle` once when `touch` has not been called for `milliseconds`. `stop` ends the watch. The timer does not keep the process
 * alive.
 *
 * @param {number} milliseconds
 * @param {() => void} onIdle
 */
export function watchIdle(milliseconds, onIdle) {
  const timer = setTimeout(onIdle, milliseconds).unref();
  return { touch: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
