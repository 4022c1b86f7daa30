import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import {
  cursorPosition,
  scrollPosition,
  topLine,
  topSection,
  topSourceLine,
  turnWheel,
  untilScrolledTo,
} from './positions.mjs';
import { until, untilEqual } from './until.mjs';

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-preview-'));
const sections = Array.from({ length: 40 }, (_, index) => {
  const sentence = `Sentence of section ${index + 1} that goes on for a while, so that it takes more than a line. `;
  return `${index + 1}/ **Headline ${index + 1}**. ${sentence.repeat(1 + (index % 4))}([Herald](https://herald.example/${index + 1}))`;
});
const head =
  '---\ntitle: Day 1\ndate: 2031-01-20 09:00:00 -08:00\ntodayInOneSentence: One thing; and another.\n---\n\n';
mkdirSync(join(newsroom, '_drafts'));
mkdirSync(join(newsroom, '_posts'));
writeFileSync(
  join(newsroom, '_config.yml'),
  'url: https://log.example\ntimezone: America/Los_Angeles\nmarkdown: CommonMark\ncommonmark:\n  options: [SMART, UNSAFE]\n',
);
writeFileSync(join(newsroom, '_posts/2031-01-20-day-1.markdown'), `${head}${sections.join('\n\n')}\n`);
writeFileSync(
  join(newsroom, '_drafts/day-2.markdown'),
  '---\ntitle: Day 2\n---\n\n* **📌 [Day 1](https://log.example/2031/01/20/day-1/#20-headline-20-sentence-of-section-2): Again**. Text,glued.\n',
);
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

const file = '_posts/2031-01-20-day-1.markdown';
const lineOf = (/** @type {number} */ section) => 7 + 2 * (section - 1);

journey(
  'preview and editor scroll together without jumps; the one with the focus leads',
  { folder: newsroom, open: [file] },
  async (workbench) => {
    const { page } = workbench;
    const frame = workbench.previewFrame();
    const block = (/** @type {number} */ section) => frame.locator('#body p', { hasText: `Headline ${section}.` });
    const topOf = (/** @type {import('playwright-core').Locator} */ locator) =>
      locator.evaluate((element) => element.getBoundingClientRect().top);
    const height = () => frame.locator('body').evaluate(() => innerHeight);
    /** Asserts that an action does not change a position by more than the tolerance. */
    const assertStill = async (
      /** @type {() => Promise<void>} */ action,
      /** @type {() => Promise<number | undefined>} */ readPosition,
      tolerance = LINE_HEIGHT,
    ) => {
      await workbench.untilSettled();
      const before = (await readPosition()) ?? Number.NaN;
      await action();
      await workbench.untilSettled();
      const after = (await readPosition()) ?? Number.NaN;
      assert.ok(Math.abs(after - before) <= tolerance, `from ${before} to ${after}`);
    };

    await workbench.runCommand('Daybook: Show Preview to the Side');
    await block(1).waitFor();
    await workbench.screenshot('preview-1-opened');

    // Typing at the end scrolls the text into view and keeps it in the middle third.
    await page.locator('.monaco-editor').first().click();
    await workbench.press('Control+End');
    await workbench.type('\n41/ **At the end**.');
    const end = frame.locator('#body p', { hasText: 'At the end' });
    await end.waitFor();
    await until(async () => (await topOf(end)) > (await height()) * 0.3 && (await topOf(end)) < (await height()) * 0.7);
    await assertStill(
      async () => {
        await workbench.type(' And some more of it.');
        await end.filter({ hasText: 'And some more of it.' }).waitFor();
      },
      () => topOf(end),
    );
    await workbench.screenshot('preview-2-end');

    // Typing in the middle.
    await workbench.goTo(lineOf(20), 10_000);
    await until(async () => (await block(20).getAttribute('aria-current')) === 'location');
    await workbench.type(' x');
    await until(async () => {
      const top = await topOf(block(20));
      return top > (await height()) * 0.2 && top < (await height()) * 0.7;
    });
    await assertStill(
      async () => {
        await workbench.type(' Words that are typed in the middle.');
        await block(20).filter({ hasText: 'Words that are typed in the middle.' }).waitFor();
      },
      () => topOf(block(20)),
    );
    await workbench.screenshot('preview-3-middle');

    // Scrolling the editor scrolls the page, except right after a keystroke.
    await until(async () => {
      await workbench.press('Alt+PageDown');
      for (let turn = 0; turn < 20; turn++) await workbench.press('Alt+PageUp');
      await workbench.untilSettled();
      return (await scrollPosition(frame)) === 0;
    });
    await workbench.press('Alt+PageDown');
    await until(async () => (await scrollPosition(frame)) > 100 && (await isInSync()));

    async function isInSync() {
      return Math.abs((await topSourceLine(frame)) - ((await topLine(page)) ?? 0)) <= 1.5;
    }

    // Scrolling the page while the editor has the focus does not scroll the editor.
    await page.locator('iframe.webview.ready').hover();
    await assertStill(
      () => turnWheel(page, frame, 500),
      () => topLine(page),
      0,
    );

    // With the focus in the page, the editor follows. That does not scroll the page.
    const box = await page.locator('iframe.webview.ready').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + 5, box.y + box.height - 40);
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'Day 1 · Preview' }).waitFor();
    await until(() => frame.locator('body').evaluate(() => document.hasFocus()));
    await turnWheel(page, frame, 900);
    await until(isInSync);
    await workbench.screenshot('preview-4-scrolled');

    // A click moves the cursor to the word and does not scroll the page.
    const section = await topSection(frame);
    const position = await scrollPosition(frame);
    await block(section)
      .locator('strong')
      .click({ position: { x: 3, y: 5 } });
    await page.locator('.monaco-editor.focused').waitFor();
    await untilEqual(() => cursorPosition(page), `Ln ${lineOf(section)}, Col ${`${section}/ **`.length + 1}`);
    await workbench.untilSettled();
    assert.equal(await scrollPosition(frame), position);

    // Another tab hides the preview for a while.
    await workbench.runCommand('View: Focus Next Editor Group');
    await workbench.runCommand('File: New Untitled Text File');
    await block(section).waitFor({ state: 'hidden' });
    await page.locator('.tab', { hasText: 'Day 1 · Preview' }).click();
    await block(section).waitFor();
    await untilScrolledTo(frame, position, LINE_HEIGHT);

    // Typing in the front matter scrolls to the top.
    await page.locator('.tab[data-resource-name="2031-01-20-day-1.markdown"]').click();
    await workbench.goTo(2, 100);
    await workbench.type('1');
    await frame.locator('h1', { hasText: 'Day 11' }).waitFor();
    await untilEqual(() => scrollPosition(frame), 0);
    await workbench.screenshot('preview-5-front-matter');
    await workbench.press('Control+z');

    // Refreshing keeps the position.
    await workbench.press('Control+s');
    await workbench.goTo(lineOf(30), 5);
    await until(async () => (await topOf(block(30))) < (await height()));
    await workbench.untilSettled();
    const before = await scrollPosition(frame);
    await frame.locator('body').evaluate(() => {
      window.isBeforeReload = true;
    });
    await workbench.runCommand('Daybook: Refresh Preview');
    await until(() => frame.locator('body').evaluate(() => !window.isBeforeReload));
    await block(30).waitFor();
    await untilScrolledTo(frame, before, LINE_HEIGHT);
    await workbench.screenshot('preview-6-reloaded');
  },
);

journey(
  'a problem opens its fixes, and a link opens the item that it leads to',
  { folder: newsroom, open: ['_drafts/day-2.markdown'] },
  async (workbench) => {
    const { page } = workbench;
    const frame = workbench.previewFrame();
    await workbench.runCommand('Daybook: Show Preview to the Side');
    const problem = frame.locator('mark.problem.warning').first();
    await problem.hover();
    await frame.locator('#note:not([hidden])').waitFor();
    await workbench.screenshot('preview-problem');
    await problem.focus();
    await workbench.press('Enter');
    await page.locator('.action-widget').first().waitFor();
    await workbench.press('Escape');
    await frame.getByText('Day 1', { exact: true }).click();
    await untilEqual(() => cursorPosition(page), `Ln ${lineOf(20)}, Col 1`);
  },
);

for (const { theme, settings = {}, name = theme } of [
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'contrast' },
  { theme: 'light', settings: { 'daybook.preview.theme': 'paper', 'daybook.preview.zoom': 120 }, name: 'paper' },
]) {
  journey(
    `the page in the ${name} theme, for a screenshot`,
    { theme, slow: name !== 'paper', settings, open: ['_drafts/day-71.markdown'] },
    async (workbench) => {
      await workbench.runCommand('Daybook: Show Preview to the Side');
      await workbench.previewFrame().locator('mark.problem').first().waitFor();
      await workbench.screenshot(`preview-theme-${name}`);
      if (name !== 'paper') return;
      await workbench.runCommand('Daybook: Show Preview As…');
      await workbench.chooseRow('E-mail');
      await workbench
        .previewFrame()
        .locator('#body h1[style]')
        .or(workbench.previewFrame().locator('#body h1'))
        .first()
        .waitFor();
      await workbench.screenshot('preview-email');
      await workbench.runCommand('Daybook: Show Preview As…');
      await workbench.chooseRow('Plain Text');
      await workbench.previewFrame().locator('#body pre').waitFor();
      await workbench.screenshot('preview-text');
      await workbench.runCommand('Daybook: Copy as Rich Text');
      const types = async () => (await navigator.clipboard.read()).flatMap((item) => item.types);
      await until(async () => (await workbench.page.evaluate(types)).includes('text/html'));
    },
  );
}

/** The height of a line in the preview, in pixels. */
const LINE_HEIGHT = 28;
