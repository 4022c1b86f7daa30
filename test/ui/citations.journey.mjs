import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

const DRAFT = '_drafts/day-67.markdown';
const HERALD_URL = 'https://herald.example/2026/03/11/silt-hearing/';
const NPR_URL = 'https://www.npr.org/n';
const REUTERS_URL = 'https://www.reuters.com/r';

for (const theme of ['dark', 'light']) {
  journey(
    `pasting citations, completing an outlet, and linking to an earlier entry (${theme})`,
    { theme, slow: theme === 'light', open: [DRAFT] },
    async (workbench) => {
      const { page } = workbench;
      const copy = (/** @type {string} */ text) =>
        page.evaluate((content) => navigator.clipboard.writeText(content), text);
      const untilShown = (/** @type {string} */ text) =>
        page.locator('.editor-group-container.active .view-line', { hasText: text }).waitFor();
      const untilSaved = (/** @type {string} */ text) => untilEqual(() => saveAndRead(workbench), text);
      await page.locator('.editor-group-container.active .squiggly-error').waitFor(); // the archive has been read: it has a Day 67 too
      await page.locator('.editor-group-container.active .view-line', { hasText: 'chairs' }).click();

      const before = `${workbench.readFile(DRAFT)}\n\nTK/ **Three sources**. All agree.`;
      await workbench.press('Control+End');
      await workbench.type('\n\nTK/ **Three sources**. All agree.');
      await untilSaved(before);
      await copy(`${NPR_URL}?utm_source=feed\n${REUTERS_URL}\n${HERALD_URL}`);
      await workbench.press('Control+v');
      await untilShown('Port Alder Herald');
      await page.locator('.post-edit-widget').waitFor();
      await workbench.screenshot(`citations-${theme}-1-pasted`);
      const cited = `${before} ([NPR](${NPR_URL}) / [Reuters](${REUTERS_URL}) / [Port Alder Herald](${HERALD_URL}))`;
      await untilSaved(cited);
      await workbench.press('Control+z');
      await untilSaved(before);

      await workbench.press('Control+v');
      await page.locator('.post-edit-widget').waitFor();
      await workbench.press('Control+.');
      await page.locator('.action-widget').getByText('Insert Plain Text').waitFor();
      await workbench.screenshot(`citations-${theme}-2-plain`);
      await page.locator('.action-widget').getByText('Insert Plain Text').click();
      await untilSaved(`${before}${NPR_URL}?utm_source=feed\n${REUTERS_URL}\n${HERALD_URL}`);
      await workbench.press('Control+z');
      await untilSaved(before);

      await workbench.type(' ([Civ');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Civic Desk' }).waitFor();
      await workbench.screenshot(`citations-${theme}-3-completing`);
      await workbench.press('Enter');
      await untilShown('([Civic Desk]())');
      await copy('https://civicdesk.example/city-hall/new?id=9&utm_campaign=x');
      await workbench.press('Control+v');
      await untilSaved(`${before} ([Civic Desk](https://civicdesk.example/city-hall/new?id=9))`);

      await workbench.press('Control+End');
      await workbench.type('\n\n');
      await workbench.runCommand('Daybook: Insert Link to Earlier Entry…');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await workbench.type('footbridge lights pit uphill');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Tolliver will move the pit' })
        .first()
        .waitFor();
      await workbench.screenshot(`citations-${theme}-4-searching`);
      await workbench.press('Enter');
      await untilShown('📌');
      const link = 'https://log.portalder.example/2026/03/11/day-66/#2-tolliver-will-move-the-pit-uphill';
      await until(async () =>
        (await saveAndRead(workbench)).includes(`\n\n* **📌 [Day 66](${link}): Tolliver will move the pit uphill`),
      );
      await workbench.screenshot(`citations-${theme}-5-linked`);
    },
  );
}

journey('all citations of an item open in the browser, after a question if there are many', {}, async (workbench) => {
  const { page } = workbench;
  /** @type {string[]} */
  const requestedUrls = [];
  await page.context().route('https://*.example/**', (route) => {
    requestedUrls.push(route.request().url());
    return route.fulfill({ body: 'A page', contentType: 'text/plain' });
  });
  const links = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => `[A](https://a${index}.of${count}.example/)`).join(' / ');
  const path = '_drafts/sources.markdown';
  const repeated = '[B](https://b.example/\\_b) / [B](https://b.example/\\_b)';
  writeFileSync(
    join(workbench.folder, path),
    `1/ **Few**. Text. (${links(2)} / ${repeated})\n\n2/ **Many**. Text. (${links(9)})\n`,
  );
  await workbench.openFile(path);
  const dialog = page.locator('.monaco-dialog-box');
  const answer = async (/** @type {string} */ question, /** @type {string} */ button) => {
    await dialog.getByText(question, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: button, exact: true }).click();
  };
  await workbench.runCommand('Daybook: Open All Citations of This Item');
  const few = ['https://a0.of2.example/', 'https://a1.of2.example/', 'https://b.example/_b'];
  for (const address of few) {
    await answer(address, 'Open'); // VS Code asks before it opens each site
    await until(() => requestedUrls.includes(address), address);
    await page.bringToFront();
  }

  await workbench.goTo(3);
  await workbench.runCommand('Daybook: Open All Citations of This Item');
  await dialog.waitFor();
  await workbench.screenshot('citations-6-many');
  await answer('This item has 9 citations. Open all of them?', 'Cancel');
  await dialog.waitFor({ state: 'hidden' });
  await workbench.runCommand('Daybook: Open All Citations of This Item');
  await answer('This item has 9 citations. Open all of them?', 'Open 9 Pages');
  await answer('https://a0.of9.example/', 'Cancel');
  await dialog.waitFor({ state: 'hidden' });
  // Dialogs appear in order: a question about the second page would appear before this one.
  await workbench.runCommand('Daybook: Open All Citations of This Item');
  await dialog.waitFor();
  await answer('This item has 9 citations. Open all of them?', 'Cancel');
  await dialog.waitFor({ state: 'hidden' });
  assert.deepEqual(requestedUrls, few);
});

/**
 * Saves the active editor and reads the draft from the disk.
 *
 * @param {import('./workbench.mjs').Workbench} workbench
 */
async function saveAndRead(workbench) {
  await workbench.press('Control+s');
  return workbench.readFile(DRAFT);
}
