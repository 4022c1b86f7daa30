import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { newestDraft } from '../host/newsroom.mjs';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

journey('opens a draft, writes in it and saves it', {}, async (workbench) => {
  const { command, folder, openFile, page, press, read, screenshot, type, visibleText } = workbench;
  const draft = relative(folder, newestDraft(folder) ?? '');
  await openFile(draft);
  await until(async () => (await visibleText()).startsWith('---'));
  await press('Control+End');
  await type('Typed by a person.');
  await page.locator('.view-line', { hasText: 'Typed by a person.' }).waitFor();
  await command('File: Save');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  assert.match(read(draft), /Typed by a person\.$/);
  await screenshot('smoke');
});
