import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { newestDraft } from '../host/sampleNewsroom.mjs';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

journey('a draft is opened, edited and saved', {}, async (workbench) => {
  const { folder, openFile, page, press, readFile, runCommand, screenshot, type, visibleText } = workbench;
  const draft = relative(folder, newestDraft(folder) ?? '');
  await openFile(draft);
  await until(async () => (await visibleText()).startsWith('---'));
  await press('Control+End');
  await type('Typed by a person.');
  await page.locator('.view-line', { hasText: 'Typed by a person.' }).waitFor();
  await runCommand('File: Save');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  assert.match(readFile(draft), /Typed by a person\.$/);
  await screenshot('smoke');
});
