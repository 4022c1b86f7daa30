import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addRealDraft } from '../host/sampleNewsroom.mjs';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

// The real draft that this project started from: its problems are shown and fixed, and the preview follows.

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-draft-'));
const draft = '_drafts/day-1080.markdown';
const hasCorpus = addRealDraft(newsroom);
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

for (const theme of ['dark', 'light']) {
  if (!hasCorpus) {
    test(`the problems of the real draft are fixed (${theme})`, { skip: 'the corpus is absent' }, () => {});
    continue;
  }
  journey(
    `the problems of the real draft are fixed (${theme})`,
    { folder: newsroom, theme, slow: theme === 'dark', open: [draft] },
    async (workbench) => {
      const { page } = workbench;
      await workbench.goTo(7, 1440);
      await page.locator('.squiggly-error').first().waitFor();
      await untilEqual(workbench.problemCounts, { errors: 1, warnings: 1, infos: 0 });
      await workbench.runCommand('Daybook: Show Preview to the Side');
      const body = workbench.previewFrame().locator('#body');
      const first = body.locator('p').first();
      const untilShown = (/** @type {string} */ text) => first.filter({ hasText: text }).waitFor();
      await untilShown('Trump authorized a drone strike');
      await workbench.screenshot(`draft-${theme}-1-broken`);

      await workbench.press('Control+.');
      await page.locator('.action-widget').getByText('Close the citation group').waitFor();
      await workbench.screenshot(`draft-${theme}-2-lightbulb`);
      await workbench.press('Enter');
      await untilShown('NBC News)');
      await untilEqual(async () => (await workbench.problemCounts()).errors, 0);
      await workbench.press('Control+z');
      await untilShown('NBC News /');

      await workbench.runCommand('Daybook: Fix All');
      await untilShown('decades. Esper');
      await untilEqual(workbench.problemCounts, { errors: 0, warnings: 0, infos: 0 });
      await workbench.screenshot(`draft-${theme}-3-fixed`);
      await workbench.press('Control+z');
      await untilShown('decades.Esper');
      await workbench.press('Control+y');
      await untilShown('decades. Esper');

      await workbench.press('Control+End');
      await workbench.type(' "It went on."');
      await body.getByText('“It went on.”').waitFor({ state: 'visible' });
      await workbench.screenshot(`draft-${theme}-4-typed`);
      await workbench.press('Control+s');
      await until(() => workbench.readFile(draft).includes('It went on.'));
      assert.match(workbench.readFile(draft), /decades\. Esper[\s\S]*n1109961\)\)\n/);
    },
  );
}

journey(
  'New Day starts a draft, and offers the next day if there is one already',
  { theme: 'dark' },
  async (workbench) => {
    await workbench.runCommand('Daybook: New Day');
    await workbench.page.locator('.tab.active[data-resource-name^="day-"]').waitFor();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    const name = await workbench.page.locator('.tab.active').getAttribute('data-resource-name');
    await workbench.type('**It begins**. With a key.');
    await workbench.press('Control+s');
    await until(() => workbench.readFile(`_drafts/${name}`).endsWith('TK/ **It begins**. With a key.'));
    await workbench.screenshot('new-day');
    await workbench.runCommand('Daybook: New Day');
    // A workbench that is driven by a program shows toasts only for errors.
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center').getByText('already has an entry').waitFor();
    await workbench.screenshot('new-day-taken');
    assert.ok(workbench.readFile(`_drafts/${name}`).endsWith('With a key.'));
    await workbench.page
      .locator('.notifications-center')
      .getByText(/^Start (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{4}-/)
      .click();
    await workbench.page
      .locator(`.tab.active[data-resource-name^="day-"]:not([data-resource-name="${name}"])`)
      .waitFor();
    await workbench.screenshot('new-day-next');

    await workbench.runCommand('Daybook: New Day for Date…');
    await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('new-day-for-date');
    await workbench.type('2026-07-01');
    await workbench.page.locator('.quick-input-list .monaco-list-row').getByText('Day 178').waitFor();
    await workbench.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="day-178.markdown"]').waitFor();
    assert.match(
      workbench.readFile('_drafts/day-178.markdown'),
      /^---\ntitle: Day 178\ndate: 2026-07-01 .* -07:00\ncategories:\n- \w+\n---\n\nTK\/ $/,
    );
  },
);
