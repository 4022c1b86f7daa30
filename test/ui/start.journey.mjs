import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

const base = mkdtempSync(join(tmpdir(), 'daybook-start-'));
test.after(() => rmSync(base, { recursive: true, force: true }));

/**
 * Creates a folder to copy and open.
 *
 * @param {string} name
 * @param {Readonly<Record<string, string>>} files
 */
function folderWith(name, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, name, path)), { recursive: true });
    writeFileSync(join(base, name, path), text);
  }
  mkdirSync(join(base, name), { recursive: true });
  return join(base, name);
}

const ESSAY = '---\ntitle: On gardens\ndate: 2031-01-31 09:30:00 -08:00\n---\n\nI like  gardens.They are green.\n';
const ISSUE =
  '---\ntitle: Issue 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n1/ **The mayor left**. She left. ([Herald](https://herald.example/a))\n';

/** @param {import('./workbench.mjs').Workbench} workbench */
function iconIn({ page }) {
  return page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Daybook"]') });
}

/** @param {import('./workbench.mjs').Workbench} workbench */
function input({ page }) {
  return page.locator('.quick-input-widget input').first();
}

/**
 * Whether a command is in the palette.
 *
 * @param {import('./workbench.mjs').Workbench} workbench
 */
async function isInPalette({ page, press }, /** @type {string} */ title) {
  await press('F1');
  const box = page.locator('.quick-input-widget input').first();
  await box.fill(`>${title}`);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await until(async () => (await rows.count()) > 0 && (await box.inputValue()) === `>${title}`, 'the palette');
  await page.waitForTimeout(500);
  const labels = await rows.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
  await press('Escape');
  return labels.some((label) => label.startsWith(title));
}

journey(
  'in an empty folder, three times Enter makes the first entry, and the views appear',
  { folder: folderWith('empty', {}), slow: true },
  async (workbench) => {
    const { page, folder } = workbench;
    assert.equal(await iconIn(workbench).count(), 0);
    for (const title of ['Daybook: Check All Entries', 'Daybook: On This Day…', 'Daybook: Search Archive…']) {
      assert.equal(await isInPalette(workbench, title), false, title);
    }
    await workbench.runCommand('Daybook: Start a Log Here');
    await page.getByText('Start a Log (1/3)').waitFor();
    await workbench.screenshot('start-1-title');
    await workbench.press('Enter');
    await page.getByText('What is the number of the first entry').waitFor();
    assert.equal(await input(workbench).inputValue(), '1');
    await workbench.screenshot('start-2-number');
    await workbench.press('Enter');
    await page.getByText('Start a Log (3/3)').waitFor();
    await workbench.screenshot('start-3-zone');
    await workbench.press('Enter');
    await page.locator('.tab.active', { hasText: 'day-1.markdown' }).waitFor();
    await iconIn(workbench).waitFor();
    await workbench.screenshot('start-4-entry');
    assert.match(workbench.readFile('_drafts/day-1.markdown'), /^---\ntitle: Day 1\ndate: /);
    assert.ok(!existsSync(join(folder, 'daybook.json')));
    assert.equal(await isInPalette(workbench, 'Daybook: Check All Entries'), true);
  },
);

for (const theme of ['light', 'dark']) {
  journey(
    `a site without entries has the icon and a welcome view, from which a log is started (${theme})`,
    {
      folder: folderWith('jekyll', { '_config.yml': 'title: Log\ntimezone: Asia/Tokyo\n' }),
      theme,
      slow: theme === 'dark',
    },
    async (workbench) => {
      const { page } = workbench;
      await iconIn(workbench).click();
      const button = page.locator('.pane-body .monaco-button', { hasText: 'Start a Log Here' });
      await button.waitFor();
      await workbench.screenshot(`start-site-${theme}`);
      await button.click();
      await page.getByText('Start a Log (1/2)').waitFor(); // the time zone is that of the configuration
      await workbench.chooseRow('Issue 1');
      await page.getByText('What is the number of the first entry').waitFor();
      await input(workbench).fill('40');
      await workbench.press('Enter');
      await page.locator('.tab.active', { hasText: 'issue-40.markdown' }).waitFor();
      assert.match(workbench.readFile('_drafts/issue-40.markdown'), /^---\ntitle: Issue 40\ndate: .* \+09:00\n/);
      await page.locator('.pane-header', { hasText: 'Archive' }).waitFor();
      assert.equal(await button.count(), 0);
      await workbench.screenshot(`start-site-entry-${theme}`);
    },
  );
}

journey(
  'on a site of Hugo, the log is in its content, and daybook.json says so',
  {
    slow: true,
    folder: folderWith('hugo', {
      'hugo.toml': 'baseURL = "https://log.example/"\n',
      'content/_index.md': '---\n---\n',
    }),
  },
  async (workbench) => {
    const { page, folder } = workbench;
    await iconIn(workbench).waitFor();
    await workbench.runCommand('Daybook: Start a Log Here');
    for (const step of ['Start a Log (1/3)', 'What is the number of the first entry', 'Start a Log (3/3)']) {
      await page.getByText(step).waitFor();
      await workbench.press('Enter');
    }
    await page.locator('.tab.active', { hasText: /day-1\.md/ }).waitFor();
    const [name = ''] = readdirSync(join(folder, 'content/posts'));
    assert.match(name, /^\d{4}-\d\d-\d\d-day-1\.md$/);
    assert.deepEqual(JSON.parse(workbench.readFile('daybook.json')).entries, [
      'content/posts/**/*.md',
      '!**/_index.md',
    ]);
    await page.locator('[id="daybook.daybook.daybook.entry"], .statusbar-item', { hasText: 'Day 1' }).first().waitFor();
    await workbench.screenshot('start-hugo');
  },
);

journey(
  'another folder has no icon, and the extension is not activated',
  { folder: folderWith('other', { 'package.json': '{}\n', 'src/main.js': '\n', '_includes/a.html': '\n' }) },
  async (workbench) => {
    const { page } = workbench;
    await workbench.openFile('package.json');
    await workbench.runCommand('Developer: Show Running Extensions');
    await page.locator('.runtime-extensions-editor .extension').first().waitFor();
    await page.waitForTimeout(3000);
    await workbench.screenshot('start-other');
    assert.equal(await page.locator('.runtime-extensions-editor .extension', { hasText: 'Daybook' }).count(), 0);
    assert.equal(await iconIn(workbench).count(), 0);
  },
);

journey(
  'a newsroom one level down is found when the folder is opened',
  { folder: folderWith('below', { 'site/_posts/2031-01-31-issue-12.md': ISSUE, 'README.md': '\n' }), slow: true },
  async (workbench) => {
    await iconIn(workbench).waitFor();
  },
);

journey(
  'a blog of essays is left alone until Daybook is turned on there',
  { folder: folderWith('blog', { '_posts/2031-01-31-on-gardens.md': ESSAY, '_config.yml': 'title: Blog\n' }) },
  async (workbench) => {
    const { page } = workbench;
    await workbench.openFile('_posts/2031-01-31-on-gardens.md');
    await until(async () => isInPalette(workbench, 'Daybook: Turn On in This Folder'), 'the command');
    assert.equal(await iconIn(workbench).count(), 0);
    assert.deepEqual(await workbench.problemCounts(), { errors: 0, warnings: 0, infos: 0 });
    await page.locator('[id="status.languageStatus"]').hover();
    await page.getByText('Daybook is off').waitFor();
    await workbench.screenshot('start-blog-off');
    await workbench.press('Escape');
    await workbench.runCommand('Daybook: Turn On in This Folder');
    await iconIn(workbench).waitFor();
    await until(async () => {
      const { warnings, infos } = await workbench.problemCounts();
      return warnings + infos > 0;
    }, 'problems');
    await workbench.screenshot('start-blog-on');
    assert.equal(JSON.parse(workbench.readFile('.vscode/settings.json'))['daybook.enabled'], 'on');
    await workbench.runCommand('Daybook: Turn Off in This Folder');
    await iconIn(workbench).waitFor({ state: 'detached' });
    assert.deepEqual(await workbench.problemCounts(), { errors: 0, warnings: 0, infos: 0 });
  },
);

journey(
  'the steps of the walkthrough tick by doing, and New File… starts a log',
  { folder: folderWith('walkthrough', {}), slow: true },
  async (workbench) => {
    const { page, press } = workbench;
    await press('F1');
    await workbench.runCommand('Create: New File...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Start a Log Here' }).waitFor();
    await workbench.screenshot('start-new-file');
    await press('Escape');
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Write with Daybook' }).click();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    const ticked = () => page.locator('.getting-started-step .codicon-getting-started-step-checked.complete').count();
    assert.equal(await ticked(), 0);
    await page.locator('.getting-started-step a', { hasText: 'start a log here' }).click();
    for (const step of ['Start a Log (1/3)', 'What is the number of the first entry', 'Start a Log (3/3)']) {
      await page.getByText(step).waitFor();
      await press('Enter');
    }
    await page.locator('.tab', { hasText: 'day-1.markdown' }).waitFor();
    await iconIn(workbench).waitFor();
    await workbench.type('**Head**. Text. ([Herald](https://herald.example/a))');
    await page.locator('.tab', { hasText: 'Welcome' }).click();
    await steps.first().waitFor();
    await until(async () => (await ticked()) >= 4, 'four ticks: a newsroom, a day, a citation and the preview');
    await workbench.screenshot('start-walkthrough');
  },
);
