import { test } from 'node:test';
import { start } from './workbench.mjs';

/**
 * A test that a person walks through: opens a window, hands it to `walk`, closes it in any case, and takes a picture of it,
 * `failed-…`, if the walk fails. `slow` leaves it to `npm run test:slow`.
 *
 * @param {string} name
 * @param {import('./workbench.mjs').Options & { slow?: boolean }} options
 * @param {(workbench: import('./workbench.mjs').Workbench) => Promise<void>} walk
 */
export function journey(name, { slow = false, ...options }, walk) {
  testAt(slow ? 'slow' : 'default', name, async () => {
    const workbench = await start(options);
    try {
      await walk(workbench);
    } catch (error) {
      await workbench.screenshot(`failed-${name.replace(/\W+/g, '-')}`).catch(() => {}); // the page may be what failed
      throw error;
    } finally {
      await workbench.close();
    }
  });
}

/**
 * A test that runs at one level and when everything does, see scripts/steps.mjs. A file that is run by hand runs all its tests.
 *
 * @param {'default' | 'slow'} level
 * @param {string} name
 * @param {() => Promise<void>} run
 */
export function testAt(level, name, run) {
  const chosen = process.env['DAYBOOK_LEVEL'] ?? 'all';
  if (chosen === 'all' || chosen === level) test(name, run);
}
