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
      const labels = page.locator('.sidebar .monaco-list-row[aria-label*=" citation"] .label-name');
      const counts = (await labels.allTextContents()).map((label) => /^\u2007*(\d+) (▰?)/.exec(label) ?? [label]);
      assert.ok(counts.length > 3);
      for (const [start, count, bar] of counts) assert.equal(bar === '▰', Number(count) > 1, `the row "${start}…"`);
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
    const rocket = page.locator('.sidebar .action-label[aria-label^="Publish Entry"]');
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

journey('typing refreshes no view as a whole, and the search finds the draft', {}, async (workbench) => {
  const { page } = workbench;
  await workbench.runCommand('View: Show Daybook');
  await page.locator('.sidebar .monaco-list-row', { hasText: 'March' }).first().waitFor();
  await workbench.openFile('_drafts/day-68.markdown');
  const lines = workbench.readFile('_drafts/day-68.markdown').split('\n');
  await workbench.goTo(lines.findIndex((line) => line.startsWith('poll/')) + 1, 12);
  await page.locator('.sidebar .monaco-list-row.selected', { hasText: 'poll/' }).first().waitFor();
  await page.waitForTimeout(2000); // what opening the entry caused is over
  await page.evaluate(countProgress);
  for (const word of ['zebras ', 'graze ', 'here ']) {
    await page.keyboard.type(word, { delay: 60 });
    await page.waitForTimeout(1200); // longer than any pause that the views wait for
  }
  await page.locator('.sidebar .monaco-list-row', { hasText: 'zebras graze here' }).first().waitFor();
  assert.deepEqual(await page.evaluate(progressCounted), [], 'a progress bar or badge was shown');
  await workbench.screenshot('views-4-typed');

  await workbench.runCommand('Daybook: Search Archive…');
  await page.locator('.quick-input-widget input').first().fill('octave');
  const found = page.locator('.quick-input-list .monaco-list-row', { hasText: /draft · .*octave/ }).first();
  await found.waitFor();
  await workbench.screenshot('views-5-search-draft');
});

/** Records every progress bar and badge that the side bars show from now on. Runs in the page. */
function countProgress() {
  /** @type {string[]} */
  const shown = [];
  Object.assign(window, { shownProgress: shown });
  const note = () => {
    for (const bar of document.querySelectorAll('.sidebar .monaco-progress-container.active'))
      shown.push(bar.closest('.pane')?.querySelector('.pane-header')?.textContent ?? '');
    for (const badge of document.querySelectorAll('.activitybar .progress-badge, .activitybar .codicon-clock')) {
      shown.push(badge.className);
    }
  };
  new MutationObserver(note).observe(document.body, { attributes: true, childList: true, subtree: true });
}

/** Returns what `countProgress` has recorded. Runs in the page. */
function progressCounted() {
  return 'shownProgress' in window ? window.shownProgress : undefined;
}

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
