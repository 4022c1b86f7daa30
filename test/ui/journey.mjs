import { test } from 'node:test';
import { start } from './workbench.mjs';

/**
 * Defines a test in a new window. Closes the window in any case and takes a screenshot, `failed-…`, if the test fails. With `slow`, it
 * runs only at the slow level.
 *
 * @param {string} name
 * @param {import('./workbench.mjs').Options & { slow?: boolean }} options
 * @param {(workbench: import('./workbench.mjs').Workbench) => Promise<void>} run
 */
export function journey(name, { slow = false, ...options }, run) {
  testAt(slow ? 'slow' : 'default', name, async () => {
    const workbench = await start(options);
    try {
      await run(workbench);
    } catch (error) {
      await workbench.screenshot(`failed-${name.replace(/\W+/g, '-')}`).catch(() => {}); // the page itself may have failed
      throw error;
    } finally {
      await workbench.close();
    }
  });
}

/**
 * Defines a test that runs at one level and at level `all`, see scripts/testSteps.mjs. A file that is run by hand runs all its tests.
 *
 * @param {'default' | 'slow'} level
 * @param {string} name
 * @param {() => Promise<void>} run
 */
export function testAt(level, name, run) {
  const currentLevel = process.env['DAYBOOK_LEVEL'] ?? 'all';
  if (currentLevel === 'all' || currentLevel === level) test(name, run);
}
