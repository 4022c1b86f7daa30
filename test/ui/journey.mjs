import { test } from 'node:test';
import { start } from './workbench.mjs';

/**
 * A test that a person walks through: opens a window (`options` as for `start`), hands it to `walk`, closes it in any case,
 * and takes a picture of it, `failed-…`, if the walk fails.
 */
export function journey(name, options, walk) {
  test(name, async () => {
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
