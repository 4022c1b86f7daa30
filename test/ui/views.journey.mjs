import assert from 'node:assert/strict';
import { journey } from './journey.mjs';

for (const theme of ['dark', 'light']) {
  journey(
    `the archive is looked through, and the sources of an entry are seen (${theme})`,
    { theme, slow: theme === 'light' },
    async (w) => {
      const { page } = w;
      await w.command('View: Show Daybook');
      const row = (/** @type {string} */ text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await row('March').waitFor();
      await row('Drafts').waitFor();
      await w.screenshot(`views-${theme}-1-archive`);

      await row('Day 68').click();
      await page.locator('.tab.active', { hasText: 'day-68' }).waitFor();
      await row('▰').waitFor();
      await row('usually').waitFor();
      assert.match((await row('▰').getAttribute('aria-label')) ?? '', /^[^▰▱]+, \d+ citations?, \d+%, /);
      const rows = page.locator('.sidebar .monaco-list-row', { hasText: '▰' }).locator('.monaco-icon-label-container');
      for (const { name, room } of await rows.evaluateAll(roomOfDescriptions)) {
        assert.ok(room > 30, `${name}: at the width that it has at first, a row leaves ${room} pixels to its count`);
      }
      await w.screenshot(`views-${theme}-2-sources`);

      await w.command('Daybook: Search Archive…');
      await page.locator('.quick-input-widget input').first().fill('pumps');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: /pump/i }).first().waitFor();
      await w.screenshot(`views-${theme}-3-search`);
    },
  );
}

journey(
  'the view of an entry follows the cursor, and offers to publish drafts alone',
  { theme: 'light', slow: true },
  async (w) => {
    const { page } = w;
    await w.command('View: Show Daybook');
    const marked = page.locator('.sidebar .monaco-list-row.selected');
    const rocket = page.locator('.sidebar .action-label[aria-label="Publish Entry"]');
    const path = '_posts/2026-03-12-day-67.markdown';
    await w.openFile(path);
    const lines = w.read(path).split('\n');
    for (const label of ['3/', '1/', '2/']) {
      await w.goTo(lines.findIndex((line) => line.startsWith(label)) + 1, 10);
      await marked.filter({ hasText: label }).first().waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    }
    await w.screenshot('entry-view-3-follows');
    await page.locator('.sidebar .pane-header', { hasText: 'Entry' }).hover();
    assert.equal(await rocket.count(), 0);
    await w.openFile('_drafts/day-68.markdown');
    await page.locator('.sidebar .pane-header', { hasText: 'Entry' }).hover();
    await rocket.waitFor();
    await w.screenshot('entry-view-4-draft');
  },
);

journey(
  'Check Links says what it will do before it uses the network',
  { open: ['_drafts/day-68.markdown'] },
  async (w) => {
    const { page } = w;
    await w.command('Daybook: Check Links');
    await page.locator('.quick-input-widget input[placeholder*="May it ask for 8 pages?"]').waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Ask the Sites' }).waitFor();
    await w.screenshot('check-links-asks');
    await w.press('ArrowDown');
    await w.press('Enter'); // stays offline
    await page.locator('.quick-input-list').waitFor({ state: 'hidden' });
    await w.command('Daybook: Check Links');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Stay Offline' }).waitFor(); // asks again
  },
);

/**
 * Runs in the page: how many pixels of each row are left to what stands behind its name.
 *
 * @param {Element[]} rows
 */
function roomOfDescriptions(rows) {
  return rows.map((row) => ({
    name: row.textContent,
    room: row.getBoundingClientRect().right - (row.querySelector('.label-name')?.getBoundingClientRect().right ?? 0),
  }));
}
