import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { scrollPosition, topLine, topSection, topSourceLine, turnWheel, untilScrolledTo } from './positions.mjs';
import { until, untilEqual } from './until.mjs';
import { untilRestored } from './workbench.mjs';

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-reload-'));
const sentence = 'It goes on for a while and says what there is to say, so that it takes more than a line. ';
const sections = (/** @type {string} */ name) =>
  Array.from(
    { length: 40 },
    (_, index) => `${index + 1}/ **${name} ${index + 1}**. ${sentence.repeat(1 + (index % 4))}`,
  );
const head = (/** @type {number} */ day) =>
  `---\ntitle: Day ${day}\ndate: 2031-01-2${day} 09:00:00 -08:00\ntodayInOneSentence: One.\n---\n\n`;
mkdirSync(join(newsroom, '_posts'));
for (const [index, name] of ['First', 'Second'].entries()) {
  const day = index + 1;
  writeFileSync(
    join(newsroom, `_posts/2031-01-2${day}-day-${day}.markdown`),
    `${head(day)}${sections(name).join('\n\n')}\n`,
  );
}
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

const firstPath = '_posts/2031-01-21-day-1.markdown';
const secondPath = '_posts/2031-01-22-day-2.markdown';

journey(
  'a preview keeps its entry, scroll position, target and lock when the window is reloaded',
  { folder: newsroom, settings: { 'daybook.preview.zoom': 125, 'daybook.preview.theme': 'dark' } },
  async (workbench) => {
    const { page } = workbench;
    const frame = workbench.previewFrame();
    const reload = async () => {
      await page.evaluate(() => {
        window.isBeforeReload = true;
      });
      await workbench.runCommand('Developer: Reload Window');
      await until(() => page.evaluate(() => !window.isBeforeReload));
      await untilRestored(page);
      await frame.locator('#body > *').first().waitFor();
    };

    // Open the file here: a window whose URL names a file opens only that file, even after a reload.
    await workbench.openFile(firstPath);
    await workbench.runCommand('Daybook: Show Preview to the Side');
    await frame.locator('#body p', { hasText: 'First 1.' }).waitFor();
    await page.locator('iframe.webview.ready').hover();
    for (let turn = 0; turn < 4; turn++) await turnWheel(page, frame, 700);
    const before = {
      line: await topSourceLine(frame),
      section: await topSection(frame),
      top: await scrollPosition(frame),
    };
    assert.ok(before.top > 1500);
    assert.ok(before.section > 8 && before.section < 32, `section ${before.section} is not in the middle`);
    const untilPreviewRestored = async () => {
      await until(async () => Math.abs((await topSourceLine(frame)) - before.line) <= 1);
      await untilScrolledTo(frame, before.top, 2);
      assert.equal(await topSection(frame), before.section);
      assert.equal(await frame.locator('#body p', { hasText: 'First 1.' }).count(), 1);
      const appearance = await frame.locator('html').evaluate((html) => [html.style.fontSize, html.dataset['theme']]);
      assert.deepEqual(appearance, ['125%', 'dark']);
    };
    await workbench.screenshot('preview-reload-1-before');

    // The editor is at its top after the reload, but does not scroll the preview there.
    await reload();
    await page.locator('.tab', { hasText: 'Day 1 · Preview' }).waitFor();
    await untilEqual(() => topLine(page), 1);
    await untilPreviewRestored();
    await workbench.screenshot('preview-reload-2-after');

    // A locked preview keeps its entry, even if another one is active at the reload.
    await page.locator('.tab', { hasText: 'Day 1 · Preview' }).click();
    await workbench.runCommand('Daybook: Lock Preview');
    await page.locator('.tab', { hasText: 'Day 1 · Preview (locked)' }).waitFor();
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(secondPath);
    await reload();
    await page.locator('.tab', { hasText: 'Day 1 · Preview (locked)' }).waitFor();
    await untilPreviewRestored();
    await workbench.screenshot('preview-reload-3-locked');

    // The restored preview still follows its entry.
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile(firstPath);
    await workbench.goTo(7 + 2 * (before.section - 1), 10_000);
    await workbench.type(' Still alive.');
    await frame.locator('#body p[aria-current]', { hasText: 'Still alive.' }).waitFor();
    await workbench.press('Control+s');

    // The same for the e-mail.
    await page.locator('.tab', { hasText: 'Day 1 · Preview (locked)' }).click();
    await workbench.runCommand('Daybook: Show Preview As…');
    await workbench.chooseRow('E-mail');
    await frame.locator('#body h1').waitFor();
    await page.locator('iframe.webview.ready').hover();
    for (let turn = 0; turn < 3; turn++) await turnWheel(page, frame, 500);
    const emailTop = await scrollPosition(frame);
    assert.ok(emailTop > 1000);
    await reload();
    await frame.locator('#body h1').waitFor();
    // To the paragraph: once in many runs it was two lines off, for a reason that we do not know yet.
    await untilScrolledTo(frame, emailTop, 100);
    await workbench.screenshot('preview-reload-4-email');
  },
);
