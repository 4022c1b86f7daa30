import assert from 'node:assert/strict';
import { journey } from './journey.mjs';

for (const theme of ['dark', 'light']) {
  journey(
    `the Archive view opens an entry, and the Outlets view shows its citations (${theme})`,
    { theme, slow: theme === 'light' },
    async (workbench) => {
      const { page } = workbench;
      await workbench.runCommand('View: Show Daybook');
      const row = (/** @type {string} */ text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await row('March').waitFor();
      await row('Drafts').waitFor();
      await workbench.screenshot(`views-${theme}-1-archive`);

      await row('Day 68').click();
      await page.locator('.tab.active', { hasText: 'day-68' }).waitFor();
      await row('▰').waitFor();
      await row('usually').waitFor();
      assert.match((await row('▰').getAttribute('aria-label')) ?? '', /^[^▰▱]+, \d+ citations?, \d+%, /);
      const rows = page.locator('.sidebar .monaco-list-row', { hasText: '▰' }).locator('.monaco-icon-label-container');
      for (const { name, descriptionWidth } of await rows.evaluateAll(measureDescriptions)) {
        assert.ok(
          descriptionWidth > 30,
          `${name}: at the default width, only ${descriptionWidth} pixels are left for the count`,
        );
      }
      await workbench.screenshot(`views-${theme}-2-outlets`);

      await workbench.runCommand('Daybook: Search Archive…');
      await page.locator('.quick-input-widget input').first().fill('pumps');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: /pump/i }).first().waitFor();
      await workbench.screenshot(`views-${theme}-3-search`);
    },
  );
}

journey(
  'the Entry view follows the cursor, and offers to publish only drafts',
  { theme: 'light', slow: true },
  async (workbench) => {
    const { page } = workbench;
    await workbench.runCommand('View: Show Daybook');
    const selectedRow = page.locator('.sidebar .monaco-list-row.selected');
    const rocket = page.locator('.sidebar .action-label[aria-label="Publish Entry"]');
    const path = '_posts/2026-03-12-day-67.markdown';
    await workbench.openFile(path);
    const lines = workbench.readFile(path).split('\n');
    for (const label of ['3/', '1/', '2/']) {
      await workbench.goTo(lines.findIndex((line) => line.startsWith(label)) + 1, 10);
      await selectedRow.filter({ hasText: label }).first().waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    }
    await workbench.screenshot('entry-view-3-follows');
    await page.locator('.sidebar .pane-header', { hasText: 'Entry' }).hover();
    assert.equal(await rocket.count(), 0);
    await workbench.openFile('_drafts/day-68.markdown');
    await page.locator('.sidebar .pane-header', { hasText: 'Entry' }).hover();
    await rocket.waitFor();
    await workbench.screenshot('entry-view-4-draft');
  },
);

journey('Check Links asks before it uses the network', { open: ['_drafts/day-68.markdown'] }, async (workbench) => {
  const { page } = workbench;
  await workbench.runCommand('Daybook: Check Links');
  await page.locator('.quick-input-widget input[placeholder*="Allow it to request 8 pages?"]').waitFor();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Allow Requests' }).waitFor();
  await workbench.screenshot('check-links-asks');
  await workbench.press('ArrowDown');
  await workbench.press('Enter'); // stays offline
  await page.locator('.quick-input-list').waitFor({ state: 'hidden' });
  await workbench.runCommand('Daybook: Check Links');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Stay Offline' }).waitFor(); // asks again
});

/**
 * Measures the pixels after the name of each row. Runs in the page.
 *
 * @param {Element[]} rows
 */
function measureDescriptions(rows) {
  return rows.map((row) => ({
    name: row.textContent,
    descriptionWidth:
      row.getBoundingClientRect().right - (row.querySelector('.label-name')?.getBoundingClientRect().right ?? 0),
  }));
}
