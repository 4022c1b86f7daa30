import assert from 'node:assert/strict';
import { journey } from './journey.mjs';

journey('the archive is looked through, and the sources of an entry are seen', { theme: 'dark' }, async (w) => {
  const { page } = w;
  await w.command('View: Show Daybook');
  const row = (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  await row('March').waitFor();
  await row('Drafts').waitFor();
  await w.screenshot('views-1-archive');

  await row('Day 68').click();
  await page.locator('.tab.active', { hasText: 'day-68' }).waitFor();
  await row('▰').waitFor();
  await w.screenshot('views-2-sources');
  assert.match((await row('▰').getAttribute('aria-label')) ?? '', /^[^▰▱]+, \d+ citations?, \d+%, /);

  await w.command('Daybook: Search Archive…');
  await page.locator('.quick-input-widget input').first().fill('pumps');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: /pump/i }).first().waitFor();
  await w.screenshot('views-3-search');
});

journey(
  'Check Links says what it will do before it uses the network',
  { open: ['_drafts/day-68.markdown'] },
  async (w) => {
    const { page } = w;
    await w.command('Daybook: Check Links');
    await page.locator('.quick-input-widget input[placeholder*="May it ask for 8 pages?"]').waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Ask the Sites' }).waitFor();
    await w.screenshot('check-links-asks');
    await w.press('ArrowDown');
    await w.press('Enter'); // stays offline
    await page.locator('.quick-input-list').waitFor({ state: 'hidden' });
    await w.command('Daybook: Check Links');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Stay Offline' }).waitFor(); // asks again
  },
);
