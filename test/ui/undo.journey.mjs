import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

journey(
  'undo stops at a fresh draft, which is not ready, and the preview says when its file is gone',
  { slow: true },
  async (workbench) => {
    const { page, folder } = workbench;
    await workbench.runCommand('Daybook: New Day');
    await page.locator('.tab.active[data-resource-name^="day-"]').waitFor();
    const name = await page.locator('.tab.active').getAttribute('data-resource-name');
    const draft = `_drafts/${name}`;
    const fresh = workbench.readFile(draft);
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.runCommand('Daybook: Check Readiness');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('undo-1-not-ready');
    assert.match(await page.locator('.quick-input-title').innerText(), /[1-9]\d* left/);
    await workbench.press('Escape');

    await page.keyboard.type('The harbor is open', { delay: 40 });
    for (let times = 0; times < 12; times++) await workbench.press('Control+z');
    await until(async () => !(await workbench.visibleText()).includes('harbor'));
    await workbench.screenshot('undo-2-fresh-draft');
    assert.ok(existsSync(join(folder, draft)));
    await workbench.runCommand('File: Save');
    assert.equal(workbench.readFile(draft), fresh);

    await workbench.press('Control+w');
    rmSync(join(folder, draft));
    await page.locator('.tab', { hasText: '(deleted)' }).waitFor();
    await workbench.screenshot('undo-3-preview-of-a-deleted-file');
  },
);
