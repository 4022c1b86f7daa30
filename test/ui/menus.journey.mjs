import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

const DRAFT = '_drafts/day-68.markdown';

for (const theme of ['light', 'dark', 'contrast']) {
  journey(
    `Daybook's commands are in the menus of editor, tab, views and new files (${theme})`,
    { theme, open: [DRAFT], slow: theme !== 'light' },
    async (workbench) => {
      const { page } = workbench;
      const menu = page.locator('.monaco-menu');
      /** Opens the context menu of an element and returns its commands. */
      const commandsAt = async (
        /** @type {import('playwright-core').Locator} */ target,
        /** @type {string} */ awaited,
      ) => {
        const item = menu.getByText(awaited, { exact: true }).first();
        // A menu that opens while the workbench is busy may be closed at once.
        await until(async () => {
          await target.click({ button: 'right' });
          return item.waitFor({ timeout: 5000 }).then(
            () => true,
            async () => {
              await workbench.press('Escape');
              return false;
            },
          );
        });
        return menu.locator('.action-label').allInnerTexts();
      };
      const assertHas = (/** @type {readonly string[]} */ commands, /** @type {readonly string[]} */ ...expected) =>
        assert.deepEqual(
          commands.filter((command) => expected.includes(command)),
          expected,
        );

      const word = page.locator('.view-line', { hasText: 'The second highway' });
      const inEditor = await commandsAt(word, 'Copy Link to This Item');
      assertHas(inEditor, 'Insert Citation…', 'Copy Link to This Item', 'Already Covered?', 'Fix All');
      await workbench.screenshot(`menus-${theme}-1-editor`);
      await workbench.press('Escape');

      const inTab = await commandsAt(page.locator('.tab.active'), 'Check Readiness');
      assertHas(inTab, 'Show Preview to the Side', 'Check Readiness', 'Publish Entry');
      await workbench.screenshot(`menus-${theme}-2-tab`);
      await workbench.press('Escape');

      await workbench.runCommand('View: Show Daybook');
      const row = (/** @type {string} */ text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await row('The second highway').waitFor();
      const ofItem = await commandsAt(row('The second highway'), 'Move Item Up');
      assertHas(ofItem, 'Copy Link to This Item', 'Already Covered?', 'Move Item Up', 'Move Item Down');
      assert.ok(!ofItem.includes('Turn Bullet into Section'));
      await workbench.screenshot(`menus-${theme}-3-item`);
      await menu.getByText('Move Item Up', { exact: true }).click();
      await until(async () => /The second highway[\s\S]*The Marigold has a horn/.test(await workbench.visibleText()));
      await workbench.press('Control+z');
      await until(async () => /The Marigold has a horn[\s\S]*The second highway/.test(await workbench.visibleText()));

      await row('Day 68').waitFor();
      const ofDraft = await commandsAt(row('Day 68'), 'Publish Entry');
      assertHas(ofDraft, 'Show Preview to the Side', 'Check Readiness', 'Publish Entry');
      await workbench.screenshot(`menus-${theme}-4-draft`);
      await menu.getByText('Show Preview to the Side', { exact: true }).click();
      await page.locator('.tab', { hasText: 'Day 68 · Preview' }).waitFor();

      await workbench.runCommand('Create: New File...');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'New Day' }).first().waitFor();
      await workbench.screenshot(`menus-${theme}-5-new-file`);
      await workbench.press('Escape');
    },
  );
}

journey(
  'an entry has one preview button, a book, and its tab says what it shows',
  { open: [DRAFT] },
  async (workbench) => {
    const { page } = workbench;
    const buttons = page.locator('.editor-group-container.active .editor-actions .action-label');
    const previewButtons = () =>
      buttons.evaluateAll((elements) =>
        elements
          .filter((element) => /preview/i.test(element.getAttribute('aria-label') ?? ''))
          .map((element) => [
            element
              .getAttribute('aria-label')
              ?.replace(/[\n(][\s\S]*/, '')
              .trim(),
            element.className,
          ]),
      );
    await until(async () => {
      const [first, ...others] = await previewButtons();
      return others.length === 0 && /codicon-book\b/.test(first?.[1] ?? '');
    }, 'one button');
    assert.equal((await previewButtons())[0]?.[0], 'Show Preview to the Side');

    await workbench.openFile('README.md');
    await until(
      async () => (await previewButtons()).some(([, icon]) => /open-preview/.test(icon ?? '')),
      "VS Code's own",
    );
    assert.ok((await previewButtons()).every(([, icon]) => !/codicon-book\b/.test(icon ?? '')));

    await workbench.openFile(DRAFT);
    await buttons.and(page.locator('.codicon-book')).click();
    const frame = workbench.previewFrame();
    const current = frame.locator('[aria-current]');
    await workbench.goTo(8, 20);
    await current.first().waitFor();
    const bar = () => current.first().evaluate((element) => getComputedStyle(element, '::before').display);
    assert.equal(await bar(), 'block');
    await workbench.screenshot('preview-tab-1-site');
    for (const [choice, content, file] of [
      ['E-mail', '#body h1', '2-email'],
      ['Plain Text', '#body pre', '3-text'],
    ]) {
      await workbench.runCommand('Daybook: Show Preview As…');
      await workbench.chooseRow(choice ?? '');
      await page.locator('.tab', { hasText: `Day 68 · ${choice}` }).waitFor();
      await frame
        .locator(content ?? '')
        .first()
        .waitFor();
      await until(async () => (await current.count()) === 0 || (await bar()) === 'none', 'no bar');
      await workbench.screenshot(`preview-tab-${file}`);
    }
  },
);

const ENTRY =
  '---\ntitle: Day 1\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n1/ **A**. B. ([Herald](https://herald.example/a))\n';
const sites = mkdtempSync(join(tmpdir(), 'daybook-sites-'));
test.after(() => rmSync(sites, { recursive: true, force: true }));
for (const path of ['harbor/_posts', 'town/_posts']) {
  mkdirSync(join(sites, path), { recursive: true });
  writeFileSync(join(sites, path, '2031-01-31-day-1.markdown'), ENTRY);
}

journey(
  'the newsrooms of a folder are named after their own folders',
  { folder: sites, slow: true, open: ['harbor/_posts/2031-01-31-day-1.markdown'] },
  async (workbench) => {
    const { page } = workbench;
    await workbench.runCommand('View: Show Daybook');
    const names = page.locator('.sidebar .monaco-list-row[aria-level="1"]:has(.codicon-book) .label-name');
    await until(async () => (await names.count()) === 2, 'the newsrooms');
    assert.deepEqual(await names.allTextContents(), ['harbor', 'town']);
    await workbench.screenshot('newsroom-names');
  },
);
