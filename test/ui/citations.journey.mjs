import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

// Sources are pasted with the keyboard's own keys, an outlet is completed, an earlier item is taken up.

const DRAFT = '_drafts/day-67.markdown';
const KNOWN = 'https://herald.example/2026/03/11/silt-hearing/';
const N = 'https://www.npr.org/n';
const R = 'https://www.reuters.com/r';

for (const theme of ['dark', 'light']) {
  journey(
    `sources are pasted, completed and taken up again (${theme})`,
    { theme, slow: theme === 'light', open: [DRAFT] },
    async (w) => {
      const { page } = w;
      const copy = (/** @type {string} */ text) => page.evaluate((words) => navigator.clipboard.writeText(words), text);
      const seen = (/** @type {string} */ text) =>
        page.locator('.editor-group-container.active .view-line', { hasText: text }).waitFor();
      const isSaved = (/** @type {string} */ text) => untilEqual(() => saved(w), text);
      await page.locator('.editor-group-container.active .view-line', { hasText: 'chairs' }).click();

      const before = `${w.read(DRAFT)}\n\nTK/ **Three sources**. All agree.`;
      await w.press('Control+End');
      await w.type('\n\nTK/ **Three sources**. All agree.');
      await isSaved(before);
      await copy(`${N}?utm_source=feed\n${R}\n${KNOWN}`);
      await w.press('Control+v');
      await seen('Port Alder Herald');
      await page.locator('.post-edit-widget').waitFor();
      await w.screenshot(`citations-${theme}-1-pasted`);
      const cited = `${before} ([NPR](${N}) / [Reuters](${R}) / [Port Alder Herald](${KNOWN}))`;
      await isSaved(cited);
      await w.press('Control+z');
      await isSaved(before);

      await w.press('Control+v');
      await page.locator('.post-edit-widget').waitFor();
      await w.press('Control+.');
      await page.locator('.action-widget').getByText('Insert Plain Text').waitFor();
      await w.screenshot(`citations-${theme}-2-plain`);
      await page.locator('.action-widget').getByText('Insert Plain Text').click();
      await isSaved(`${before}${N}?utm_source=feed\n${R}\n${KNOWN}`);
      await w.press('Control+z');
      await isSaved(before);

      await w.type(' ([Civ');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Civic Desk' }).waitFor();
      await w.screenshot(`citations-${theme}-3-completing`);
      await w.press('Enter');
      await seen('([Civic Desk]())');
      await copy('https://civicdesk.example/city-hall/new?id=9&utm_campaign=x');
      await w.press('Control+v');
      await isSaved(`${before} ([Civic Desk](https://civicdesk.example/city-hall/new?id=9))`);

      await w.press('Control+End');
      await w.type('\n\n');
      await w.command('Daybook: Insert Link to Earlier Entry…');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await w.type('footbridge lights pit uphill');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Tolliver will move the pit' })
        .first()
        .waitFor();
      await w.screenshot(`citations-${theme}-4-searching`);
      await w.press('Enter');
      await seen('📌');
      const link = 'https://log.portalder.example/2026/03/11/day-66/#2-tolliver-will-move-the-pit-uphill';
      await until(async () =>
        (await saved(w)).includes(`\n\n* **📌 [Day 66](${link}): Tolliver will move the pit uphill`),
      );
      await w.screenshot(`citations-${theme}-5-taken-up`);
    },
  );
}

journey('all sources of an item open in the browser, many of them only when the writer is sure', {}, async (w) => {
  const { page } = w;
  /** @type {string[]} */
  const asked = [];
  await page.context().route('https://*.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: 'A page', contentType: 'text/plain' });
  });
  const links = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, at) => `[A](https://a${at}.of${count}.example/)`).join(' / ');
  const path = '_drafts/sources.markdown';
  const again = '[B](https://b.example/\\_b) / [B](https://b.example/\\_b)';
  writeFileSync(
    join(w.folder, path),
    `1/ **Few**. Text. (${links(2)} / ${again})\n\n2/ **Many**. Text. (${links(9)})\n`,
  );
  await w.openFile(path);
  const dialog = page.locator('.monaco-dialog-box');
  const answer = async (/** @type {string} */ question, /** @type {string} */ button) => {
    await dialog.getByText(question, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: button, exact: true }).click();
  };
  await w.command('Daybook: Open All Citations of This Item');
  const few = ['https://a0.of2.example/', 'https://a1.of2.example/', 'https://b.example/_b'];
  for (const address of few) {
    await answer(address, 'Open'); // the editor's own question about each site
    await until(() => asked.includes(address), address);
    await page.bringToFront();
  }

  await w.goTo(3);
  await w.command('Daybook: Open All Citations of This Item');
  await dialog.waitFor();
  await w.screenshot('citations-6-many');
  await answer('This item has 9 citations. Open all of them?', 'Cancel');
  await dialog.waitFor({ state: 'hidden' });
  await w.command('Daybook: Open All Citations of This Item');
  await answer('This item has 9 citations. Open all of them?', 'Open 9 Pages');
  await answer('https://a0.of9.example/', 'Cancel');
  await dialog.waitFor({ state: 'hidden' });
  // Dialogs come in their order: one about the next page would come before this.
  await w.command('Daybook: Open All Citations of This Item');
  await dialog.waitFor();
  await answer('This item has 9 citations. Open all of them?', 'Cancel');
  await dialog.waitFor({ state: 'hidden' });
  assert.deepEqual(asked, few);
});

/**
 * The draft as it lies on the disk; it is being saved.
 *
 * @param {import('./workbench.mjs').Workbench} w
 */
async function saved(w) {
  await w.press('Control+s');
  return w.read(DRAFT);
}
