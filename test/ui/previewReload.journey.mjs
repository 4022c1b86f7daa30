import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { scrolledTo, shownLine, shownSection, topLine, turnWheel, untilScrolledTo } from './places.mjs';
import { until, untilEqual } from './until.mjs';

// A window that is loaded anew has the preview that it had: its entry, its place, what it shows, and its lock.

const room = mkdtempSync(join(tmpdir(), 'daybook-reload-'));
const sentence = 'It goes on for a while and says what there is to say, so that it takes more than a line. ';
const sections = (/** @type {string} */ name) =>
  Array.from(
    { length: 40 },
    (_, index) => `${index + 1}/ **${name} ${index + 1}**. ${sentence.repeat(1 + (index % 4))}`,
  );
const head = (/** @type {number} */ day) =>
  `---\ntitle: Day ${day}\ndate: 2031-01-2${day} 09:00:00 -08:00\ntodayInOneSentence: One.\n---\n\n`;
mkdirSync(join(room, '_posts'));
for (const [index, name] of ['First', 'Second'].entries()) {
  const day = index + 1;
  writeFileSync(
    join(room, `_posts/2031-01-2${day}-day-${day}.markdown`),
    `${head(day)}${sections(name).join('\n\n')}\n`,
  );
}
test.after(() => rmSync(room, { recursive: true, force: true }));

const file = '_posts/2031-01-21-day-1.markdown';
const other = '_posts/2031-01-22-day-2.markdown';

journey(
  'a preview outlives the window',
  { folder: room, settings: { 'daybook.preview.zoom': 125, 'daybook.preview.theme': 'dark' } },
  async (w) => {
    const { page } = w;
    const frame = w.previewFrame();
    const reload = async () => {
      await page.evaluate(() => {
        window.isOld = true;
      });
      await w.command('Developer: Reload Window');
      await until(() => page.evaluate(() => !window.isOld));
      await page.locator('.monaco-workbench .part.statusbar').waitFor();
      await page.evaluate(() => window.driver.whenWorkbenchRestored());
      await frame.locator('#body > *').first().waitFor();
    };

    // The address of a window that is given a file opens that and nothing else, also when it is loaded anew.
    await w.openFile(file);
    await w.command('Daybook: Show Preview to the Side');
    await frame.locator('#body p', { hasText: 'First 1.' }).waitFor();
    await page.locator('iframe.webview.ready').hover();
    for (let turn = 0; turn < 4; turn++) await turnWheel(page, frame, 700);
    const before = {
      line: await shownLine(frame),
      section: await shownSection(frame),
      top: await scrolledTo(frame),
    };
    assert.ok(before.top > 1500);
    assert.ok(before.section > 8 && before.section < 32, `section ${before.section} is not in the middle`);
    const isAsBefore = async () => {
      await until(async () => Math.abs((await shownLine(frame)) - before.line) <= 1);
      await untilScrolledTo(frame, before.top, 2);
      assert.equal(await shownSection(frame), before.section);
      assert.equal(await frame.locator('#body p', { hasText: 'First 1.' }).count(), 1);
      const look = await frame.locator('html').evaluate((html) => [html.style.fontSize, html.dataset['theme']]);
      assert.deepEqual(look, ['125%', 'dark']);
    };
    await w.screenshot('preview-reload-1-before');

    // The text beside it stands at its top, and does not draw the page there.
    await reload();
    await page.locator('.tab', { hasText: 'Preview Day 1' }).waitFor();
    await untilEqual(() => topLine(page), 1);
    await isAsBefore();
    await w.screenshot('preview-reload-2-after');

    // It is locked, and another entry is written in, when the window is loaded anew.
    await page.locator('.tab', { hasText: 'Preview Day 1' }).click();
    await w.command('Daybook: Lock Preview');
    await page.locator('.tab', { hasText: '[Preview] Day 1' }).waitFor();
    await w.command('View: Focus First Editor Group');
    await w.openFile(other);
    await reload();
    await page.locator('.tab', { hasText: '[Preview] Day 1' }).waitFor();
    await isAsBefore();
    await w.screenshot('preview-reload-3-locked');

    // It is as live as it was, and keeps to its entry.
    await w.command('View: Focus First Editor Group');
    await w.openFile(file);
    await w.goTo(7 + 2 * (before.section - 1), 10_000);
    await w.type(' Still alive.');
    await frame.locator('#body p[aria-current]', { hasText: 'Still alive.' }).waitFor();
    await w.press('Control+s');

    // The same of the mail.
    await page.locator('.tab', { hasText: '[Preview] Day 1' }).click();
    await w.command('Daybook: Show Preview As…');
    await w.choose('E-mail');
    await frame.locator('#body h1').waitFor();
    await page.locator('iframe.webview.ready').hover();
    for (let turn = 0; turn < 3; turn++) await turnWheel(page, frame, 500);
    const mail = await scrolledTo(frame);
    assert.ok(mail > 1000);
    await reload();
    await frame.locator('#body h1').waitFor();
    await untilScrolledTo(frame, mail, 2);
    await w.screenshot('preview-reload-4-mail');
  },
);
