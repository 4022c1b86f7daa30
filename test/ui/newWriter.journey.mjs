import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

// A new writer by keys alone: an empty folder, the first entry, its publication, and the entry of the next day.

const empty = mkdtempSync(join(tmpdir(), 'daybook-empty-'));
test.after(() => rmSync(empty, { recursive: true, force: true }));

journey(
  'a new writer starts a log, publishes the first entry and starts the second, and is asked nothing twice',
  { folder: empty },
  async (workbench) => {
    const { page, folder } = workbench;
    const icon = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Daybook"]') });
    const tab = (/** @type {string} */ name) => page.locator('.tab.active', { hasText: name });
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const focusText = () => page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    assert.equal(await icon.count(), 0);

    await workbench.runCommand('Daybook: New Day');
    for (const step of ['Start a Log (1/3)', 'What is the number of the first entry', 'Start a Log (3/3)']) {
      await page.getByText(step).waitFor();
      await workbench.press('Enter');
    }
    await tab('day-1.markdown').waitFor();
    await icon.waitFor();
    await focusText();
    await workbench.screenshot('new-writer-1-first-entry');

    // As fast as a person types: the editor closes `**` and brackets meanwhile.
    const type = (/** @type {string} */ text) => page.keyboard.type(text, { delay: 60 });
    await type('**');
    await page.locator('.view-line', { hasText: '****' }).waitFor();
    await type('The harbor reopens');
    await workbench.press('Tab');
    await type('. Boats came back at noon. ([Reuters](https://www.reuters.com/world/harbor-2031');
    await workbench.press('Control+s');
    await until(() => /reuters\.com/.test(workbench.readFile('_drafts/day-1.markdown')));
    await workbench.screenshot('new-writer-2-written');
    await workbench.press('Control+k');
    await workbench.press('Shift+P');
    await rows.first().waitFor();
    await workbench.screenshot('new-writer-3-publish');
    await workbench.chooseRow(/Publish(?: Anyway)?$/);
    await until(() => readdirSync(join(folder, '_posts')).length === 1);
    const [first = ''] = readdirSync(join(folder, '_posts'));
    assert.match(first, /^\d{4}-\d\d-\d\d-day-1\.markdown$/);
    const published = /^---\ntitle: Day 1\ndate: .*\n---\n\n1\/ \*\*The harbor reopens\*\*\. /;
    await until(() => published.test(workbench.readFile(`_posts/${first}`)));

    await workbench.runCommand('Daybook: New Day for Date…');
    await rows.first().waitFor();
    await workbench.type('tomorrow');
    await rows.filter({ hasText: 'Day 2' }).first().waitFor();
    await workbench.screenshot('new-writer-4-next-day');
    await workbench.press('Enter');
    await tab('day-2.markdown').waitFor();
    await focusText();
    assert.match(workbench.readFile('_drafts/day-2.markdown'), /^---\ntitle: Day 2\ndate: .*\n---\n\nTK\/ $/);
    await workbench.screenshot('new-writer-5-second-entry');
    assert.equal(existsSync(join(folder, 'daybook.json')), false);
  },
);
