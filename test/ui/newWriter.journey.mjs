import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

const empty = mkdtempSync(join(tmpdir(), 'daybook-empty-'));
test.after(() => rmSync(empty, { recursive: true, force: true }));

journey(
  'in an empty folder the first day is asked for its number, and the views appear with it',
  { folder: empty },
  async (workbench) => {
    const { page, folder } = workbench;
    const icon = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Daybook"]') });
    assert.equal(await icon.count(), 0);
    await workbench.runCommand('Daybook: New Day');
    const input = page.locator('.quick-input-widget input').first();
    await page.getByText('What number is this day?').waitFor();
    assert.equal(await input.inputValue(), '1');
    await workbench.press('Enter');
    await page.locator('.tab.active', { hasText: 'day-1.markdown' }).waitFor();
    await icon.waitFor();
    await workbench.screenshot('first-entry');
    const draft = join(folder, '_drafts/day-1.markdown');
    await until(async () => /^---\ntitle: Day 1\n/.test(readFileSync(draft, 'utf8')));
    assert.deepEqual(readdirSync(join(folder, '_drafts')), ['day-1.markdown']);
  },
);
