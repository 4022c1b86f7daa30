import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addRealDraft } from '../host/newsroom.mjs';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

// The real draft that this project started from: seen, mended, watched in the preview, followed by a new day.

const room = mkdtempSync(join(tmpdir(), 'daybook-draft-'));
const draft = '_drafts/day-1080.markdown';
const isThere = addRealDraft(room);
test.after(() => rmSync(room, { recursive: true, force: true }));

for (const theme of ['dark', 'light']) {
  if (!isThere) {
    test(`the real draft is mended (${theme})`, { skip: 'the corpus is absent' }, () => {});
    continue;
  }
  journey(
    `the real draft is mended (${theme})`,
    { folder: room, theme, slow: theme === 'dark', open: [draft] },
    async (w) => {
      const { page } = w;
      await w.goTo(7, 1440);
      await page.locator('.squiggly-error').first().waitFor();
      await untilEqual(w.problemsCount, { errors: 1, warnings: 1, infos: 0 });
      await w.command('Daybook: Show Preview to the Side');
      const body = w.previewFrame().locator('#body');
      const first = body.locator('p').first();
      const reads = (/** @type {string} */ text) => first.filter({ hasText: text }).waitFor();
      await reads('Trump authorized a drone strike');
      await w.screenshot(`draft-${theme}-1-broken`);

      await w.press('Control+.');
      await page.locator('.action-widget').getByText('Close the citation group').waitFor();
      await w.screenshot(`draft-${theme}-2-lightbulb`);
      await w.press('Enter');
      await reads('NBC News)');
      await untilEqual(async () => (await w.problemsCount()).errors, 0);
      await w.press('Control+z');
      await reads('NBC News /');

      await w.command('Daybook: Fix All');
      await reads('decades. Esper');
      await untilEqual(w.problemsCount, { errors: 0, warnings: 0, infos: 0 });
      await w.screenshot(`draft-${theme}-3-mended`);
      await w.press('Control+z');
      await reads('decades.Esper');
      await w.press('Control+y');
      await reads('decades. Esper');

      await w.press('Control+End');
      await w.type(' "It went on."');
      await body.getByText('“It went on.”').waitFor({ state: 'visible' });
      await w.screenshot(`draft-${theme}-4-typed`);
      await w.press('Control+s');
      await until(() => w.read(draft).includes('It went on.'));
      assert.match(w.read(draft), /decades\. Esper[\s\S]*n1109961\)\)\n/);
    },
  );
}

journey('a new day is started, and nothing is begun twice', { theme: 'dark' }, async (w) => {
  await w.command('Daybook: New Day');
  await w.page.locator('.tab.active[data-resource-name^="day-"]').waitFor();
  await w.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  const name = await w.page.locator('.tab.active').getAttribute('data-resource-name');
  await w.type('**It begins**. With a key.');
  await w.press('Control+s');
  await until(() => w.read(`_drafts/${name}`).endsWith('TK/ **It begins**. With a key.'));
  await w.screenshot('new-day');
  await w.command('Daybook: New Day');
  // Driven by a program, the workbench shows no toasts but those of errors.
  await w.command('Notifications: Show Notifications');
  await w.page.locator('.notifications-center').getByText('has an entry already').waitFor();
  await w.screenshot('new-day-taken');
  assert.ok(w.read(`_drafts/${name}`).endsWith('With a key.'));
  await w.page
    .locator('.notifications-center')
    .getByText(/^Begin (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{4}-/)
    .click();
  await w.page.locator(`.tab.active[data-resource-name^="day-"]:not([data-resource-name="${name}"])`).waitFor();
  await w.screenshot('new-day-next');

  await w.command('Daybook: New Day for Date…');
  await w.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await w.screenshot('new-day-for-date');
  await w.type('2026-07-01');
  await w.page.locator('.quick-input-list .monaco-list-row').getByText('Day 178').waitFor();
  await w.press('Enter');
  await w.page.locator('.tab.active[data-resource-name="day-178.markdown"]').waitFor();
  assert.match(w.read('_drafts/day-178.markdown'), /^---\ntitle: Day 178\ndate: 2026-07-01 .* -07:00\n---\n\nTK\/ $/);
});
