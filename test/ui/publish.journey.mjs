import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addRealDraft } from '../host/newsroom.mjs';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

// The real draft goes from the drafts to the posts by commands alone: what is left is looked at and mended, words are written, and
// it is published, taken back and published again.

const room = mkdtempSync(join(tmpdir(), 'daybook-publish-'));
const draft = '_drafts/day-1080.markdown';
const isThere = addRealDraft(room);
test.after(() => rmSync(room, { recursive: true, force: true }));

journey('a section is dragged in the view, and one undo brings it back', { slow: true }, async (w) => {
  const { page } = w;
  const path = '_posts/2026-03-12-day-67.markdown';
  const original = w.read(path);
  const heads = () => sectionsOf(w.read(path));
  const [first, second, third] = sectionsOf(original);
  await w.command('View: Show Daybook');
  await page.locator('.pane-body').getByText('Open Today').first().waitFor();
  await w.screenshot('entry-view-1-empty');
  await w.openFile(path);
  const row = (/** @type {string} */ text) => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
  await row(`3/ ${third}`).waitFor();
  await row(`3/ ${third}`).dragTo(row(`1/ ${first}`));
  await row(`1/ ${third}`).waitFor();
  await w.screenshot('entry-view-2-moved');
  await w.command('File: Save');
  await untilEqual(() => heads().slice(0, 3), [third, first, second]);
  await page.locator('.editor-group-container.active .view-lines').click();
  await w.press('Control+z');
  await w.command('File: Save');
  await untilEqual(() => w.read(path), original);
});

journey(
  'an entry gets another day, the links to it follow, and one undo brings all of it back',
  { slow: true },
  async (w) => {
    const { page } = w;
    const path = '_posts/2026-01-08-day-4.markdown';
    const other = '_posts/2026-03-12-day-67.markdown';
    const [before, links] = [w.read(path), w.read(other)];
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await w.openFile(path);
    await w.command('Daybook: Change Day…');
    await rows.first().waitFor();
    await w.type('2026-01-09');
    await rows.getByText('Day 5', { exact: true }).waitFor();
    await w.press('Enter');
    await rows.filter({ hasText: other }).waitFor();
    await w.screenshot('change-day-links');
    await w.press('Enter');
    await tab(page, '2026-01-09-day-5.markdown').waitFor();
    await untilEqual(() => w.read(other), links.replaceAll('/2026/01/08/day-4/', '/2026/01/09/day-5/'));
    await w.screenshot('change-day-done');
    await page.locator('.editor-group-container.active .view-lines').click();
    await w.press('Control+z');
    await tab(page, path).waitFor();
    // The editor shows what became unsaved: by then the links are undone as well.
    await tab(page, other, 'dirty').waitFor();
    await w.command('File: Save All Files');
    await untilEqual(() => [reads(w, path), w.read(other)], [before, links]);
    assert.equal(reads(w, '_posts/2026-01-09-day-5.markdown'), undefined);
  },
);

if (!isThere) test('the real draft is published', { skip: 'the corpus is absent' }, () => {});
else {
  journey(
    'the real draft is published by commands alone',
    { folder: room, theme: 'dark', open: [draft] },
    async (w) => {
      const { page } = w;
      const rows = page.locator('.quick-input-list .monaco-list-row');
      const title = page.locator('.quick-input-title');
      const today = new Date().toISOString().slice(0, 4);
      await page.locator('.squiggly-error, .squiggly-hint').first().waitFor();
      const original = w.read(draft);

      await w.command('View: Show Daybook');
      const items = page.locator('.pane-body .monaco-list-row', { hasText: 'TK/' });
      await items.first().waitFor();
      await w.screenshot('publish-1-entry-view');
      await page.locator('.editor-group-container.active .view-lines').click();

      await w.command('Daybook: Check Readiness');
      await rows.first().waitFor();
      assert.match(await title.innerText(), /Day 1080: \d+ left/);
      await w.screenshot('publish-2-readiness');
      await w.press('Escape');

      await w.command('Daybook: Fix All');
      await w.command('Daybook: Number Sections');
      await page.locator('.pane-body .monaco-list-row', { hasText: '1/ Trump' }).first().waitFor();
      await w.command('Daybook: Choose Description…');
      await rows.first().waitFor();
      await w.screenshot('publish-3-description');
      await w.press('Enter');
      await rows.first().waitFor({ state: 'hidden' });

      await w.command('Daybook: Publish Entry');
      await rows.first().waitFor();
      await w.screenshot('publish-4-what-will-change');
      const anyway = rows.filter({ hasText: 'Publish Anyway' });
      const step = await rows.filter({ hasText: 'Move the file' }).innerText();
      const name = step.match(/_posts\/[\w-]+\.markdown/)?.[0] ?? '';
      assert.match(name, new RegExp(`^_posts/${today}-\\d\\d-\\d\\d-day-1080\\.markdown$`));
      const publish = async () => {
        const label = (await anyway.count()) > 0 ? 'Publish Anyway' : 'Publish';
        await w.choose(new RegExp(`${label}$`));
        await tab(page, name).waitFor();
      };
      await publish();
      await until(() => reads(w, name)?.includes('\n1/ Trump'));
      assert.equal(reads(w, draft), undefined);
      await w.screenshot('publish-5-published');

      const published = reads(w, name);
      await page.locator('.editor-group-container.active .view-lines').click();
      await w.press('Control+z');
      await tab(page, draft).waitFor();
      await until(() => reads(w, draft) !== undefined && reads(w, name) === undefined);
      await w.command('File: Save');
      await until(() => ![undefined, published].includes(reads(w, draft)));
      // One undo for each command before it, too. The editor drops an undo that is asked for while another is under way.
      const changes = async (/** @type {string} */ key) => {
        const before = reads(w, draft);
        await w.press(key);
        await w.command('File: Save');
        await until(() => ![undefined, before].includes(reads(w, draft)));
      };
      for (let times = 0; times < 3; times++) await changes('Control+z');
      await untilEqual(() => reads(w, draft), original);
      await w.screenshot('publish-6-taken-back');

      for (let times = 0; times < 3; times++) await changes('Control+y');
      await w.command('Daybook: Publish Entry');
      await rows.first().waitFor();
      await publish();
      await until(() => reads(w, name)?.includes('\n1/ Trump'));
      assert.equal(reads(w, draft), undefined);
      await w.screenshot('publish-7-published-again');
    },
  );
}

/** @param {import('playwright-core').Page} page */
function tab(page, /** @type {string} */ path, state = 'active') {
  return page.locator(`.tab.${state}[data-resource-name="${path.slice(path.lastIndexOf('/') + 1)}"]`);
}

/** How the headlines of an entry's sections begin, in the order of their numbers. */
function sectionsOf(/** @type {string} */ text) {
  return [...text.matchAll(/^\d+\/ \*\*(.{12})/gm)].map(([, words = '']) => words);
}

/**
 * A file of the folder; undefined where there is none, or where it is being written at this moment.
 *
 * @param {import('./workbench.mjs').Workbench} w
 */
function reads(w, /** @type {string} */ path) {
  try {
    return w.read(path) || undefined;
  } catch {
    return undefined;
  }
}
