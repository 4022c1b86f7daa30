import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addRealDraft } from '../host/sampleNewsroom.mjs';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-publish-'));
const draft = '_drafts/day-1080.markdown';
const hasCorpus = addRealDraft(newsroom);
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

journey(
  'a section is moved by dragging it in the Entry view, and one undo moves it back',
  { slow: true },
  async (workbench) => {
    const { page } = workbench;
    const path = '_posts/2026-03-12-day-67.markdown';
    const original = workbench.readFile(path);
    const headlines = () => headlinesOf(workbench.readFile(path));
    const [first, second, third] = headlinesOf(original);
    await workbench.runCommand('View: Show Daybook');
    await page.locator('.pane-body').getByText('Open Today').first().waitFor();
    await workbench.screenshot('entry-view-1-empty');
    await workbench.openFile(path);
    const row = (/** @type {string} */ text) => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
    await row(`3/ ${third}`).waitFor();
    await row(`3/ ${third}`).dragTo(row(`1/ ${first}`));
    await row(`1/ ${third}`).waitFor();
    await workbench.screenshot('entry-view-2-moved');
    await workbench.runCommand('File: Save');
    await untilEqual(() => headlines().slice(0, 3), [third, first, second]);
    await page.locator('.editor-group-container.active .view-lines').click();
    await workbench.press('Control+z');
    await workbench.runCommand('File: Save');
    await untilEqual(() => workbench.readFile(path), original);
  },
);

journey(
  'Change Day moves an entry and updates the links to it, and one undo reverts all of it',
  { slow: true },
  async (workbench) => {
    const { page } = workbench;
    const path = '_posts/2026-01-08-day-4.markdown';
    const linkingPath = '_posts/2026-03-12-day-67.markdown';
    const [before, links] = [workbench.readFile(path), workbench.readFile(linkingPath)];
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await workbench.openFile(path);
    await workbench.runCommand('Daybook: Change Day…');
    await rows.first().waitFor();
    await workbench.type('2026-01-09');
    await workbench.press('Enter'); // at once, before the list shows that day alone
    await rows.filter({ hasText: linkingPath }).waitFor();
    await workbench.screenshot('change-day-links');
    await workbench.press('Enter');
    await tab(page, '2026-01-09-day-5.markdown').waitFor();
    await untilEqual(
      () => workbench.readFile(linkingPath),
      links.replaceAll('/2026/01/08/day-4/', '/2026/01/09/day-5/'),
    );
    await workbench.screenshot('change-day-done');
    await page.locator('.editor-group-container.active .view-lines').click();
    await workbench.press('Control+z');
    await tab(page, path).waitFor();
    // Once the other tab is dirty, the links are undone as well.
    await tab(page, linkingPath, 'dirty').waitFor();
    await workbench.runCommand('File: Save All Files');
    await untilEqual(() => [tryRead(workbench, path), workbench.readFile(linkingPath)], [before, links]);
    assert.equal(tryRead(workbench, '_posts/2026-01-09-day-5.markdown'), undefined);
  },
);

if (!hasCorpus) test('the real draft is published by commands alone', { skip: 'the corpus is absent' }, () => {});
else {
  journey(
    'the real draft is published by commands alone',
    { folder: newsroom, theme: 'dark', open: [draft] },
    async (workbench) => {
      const { page } = workbench;
      const rows = page.locator('.quick-input-list .monaco-list-row');
      const title = page.locator('.quick-input-title');
      const year = new Date().toISOString().slice(0, 4);
      await page.locator('.squiggly-error, .squiggly-hint').first().waitFor();
      const original = workbench.readFile(draft);

      await workbench.runCommand('View: Show Daybook');
      const items = page.locator('.pane-body .monaco-list-row', { hasText: 'TK/' });
      await items.first().waitFor();
      await workbench.screenshot('publish-1-entry-view');
      await page.locator('.editor-group-container.active .view-lines').click();

      await workbench.runCommand('Daybook: Check Readiness');
      await rows.first().waitFor();
      assert.match(await title.innerText(), /Day 1080: \d+ left/);
      await workbench.screenshot('publish-2-readiness');
      await workbench.press('Escape');

      await workbench.runCommand('Daybook: Fix All');
      await workbench.runCommand('Daybook: Number Sections');
      await page.locator('.pane-body .monaco-list-row', { hasText: '1/ Trump' }).first().waitFor();
      await workbench.runCommand('Daybook: Choose Description…');
      await rows.first().waitFor();
      await workbench.screenshot('publish-3-description');
      await workbench.press('Enter');
      await rows.first().waitFor({ state: 'hidden' });

      await workbench.runCommand('Daybook: Publish Entry');
      await rows.first().waitFor();
      await workbench.screenshot('publish-4-what-will-change');
      const anyway = rows.filter({ hasText: 'Publish Anyway' });
      const step = await rows.filter({ hasText: 'Move the file' }).innerText();
      const name = step.match(/_posts\/[\w-]+\.markdown/)?.[0] ?? '';
      assert.match(name, new RegExp(`^_posts/${year}-\\d\\d-\\d\\d-day-1080\\.markdown$`));
      const publish = async () => {
        const label = (await anyway.count()) > 0 ? 'Publish Anyway' : 'Publish';
        await workbench.chooseRow(new RegExp(`${label}$`));
        await tab(page, name).waitFor();
      };
      await publish();
      await until(() => tryRead(workbench, name)?.includes('\n1/ Trump'));
      assert.equal(tryRead(workbench, draft), undefined);
      await workbench.screenshot('publish-5-published');

      const published = tryRead(workbench, name);
      await page.locator('.editor-group-container.active .view-lines').click();
      await workbench.press('Control+z');
      await tab(page, draft).waitFor();
      await until(() => tryRead(workbench, draft) !== undefined && tryRead(workbench, name) === undefined);
      await workbench.runCommand('File: Save');
      await until(() => ![undefined, published].includes(tryRead(workbench, draft)));
      // One undo for each earlier command. VS Code ignores an undo that is requested while another one is running.
      const pressUntilChanged = async (/** @type {string} */ key) => {
        const before = tryRead(workbench, draft);
        await workbench.press(key);
        await workbench.runCommand('File: Save');
        await until(() => ![undefined, before].includes(tryRead(workbench, draft)));
      };
      for (let times = 0; times < 3; times++) await pressUntilChanged('Control+z');
      await untilEqual(() => tryRead(workbench, draft), original);
      await workbench.screenshot('publish-6-undone');

      for (let times = 0; times < 3; times++) await pressUntilChanged('Control+y');
      await workbench.runCommand('Daybook: Publish Entry');
      await rows.first().waitFor();
      await publish();
      await until(() => tryRead(workbench, name)?.includes('\n1/ Trump'));
      assert.equal(tryRead(workbench, draft), undefined);
      await workbench.screenshot('publish-7-published-again');
    },
  );
}

/** @param {import('playwright-core').Page} page */
function tab(page, /** @type {string} */ path, state = 'active') {
  return page.locator(`.tab.${state}[data-resource-name="${path.slice(path.lastIndexOf('/') + 1)}"]`);
}

/** Returns the first characters of the headline of each section. */
function headlinesOf(/** @type {string} */ text) {
  return [...text.matchAll(/^\d+\/ \*\*(.{12})/gm)].map(([, start = '']) => start);
}

/**
 * Reads a file of the folder; undefined if it does not exist or is just being written.
 *
 * @param {import('./workbench.mjs').Workbench} workbench
 */
function tryRead(workbench, /** @type {string} */ path) {
  try {
    return workbench.readFile(path) || undefined;
  } catch {
    return undefined;
  }
}
