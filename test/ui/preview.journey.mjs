import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { cursor, scrolledTo, shownLine, shownSection, topLine, turnWheel, untilScrolledTo } from './places.mjs';
import { until, untilEqual } from './until.mjs';

// The preview beside the text: who has the focus leads, and nothing jumps.

const room = mkdtempSync(join(tmpdir(), 'daybook-preview-'));
const sections = Array.from({ length: 40 }, (_, index) => {
  const sentence = `Sentence of section ${index + 1} that goes on for a while, so that it takes more than a line. `;
  return `${index + 1}/ **Headline ${index + 1}**. ${sentence.repeat(1 + (index % 4))}([Herald](https://herald.example/${index + 1}))`;
});
const head =
  '---\ntitle: Day 1\ndate: 2031-01-20 09:00:00 -08:00\ntodayInOneSentence: One thing; and another.\n---\n\n';
mkdirSync(join(room, '_drafts'));
mkdirSync(join(room, '_posts'));
writeFileSync(join(room, '_config.yml'), 'url: https://log.example\ntimezone: America/Los_Angeles\n');
writeFileSync(join(room, '_posts/2031-01-20-day-1.markdown'), `${head}${sections.join('\n\n')}\n`);
writeFileSync(
  join(room, '_drafts/day-2.markdown'),
  '---\ntitle: Day 2\n---\n\n* **📌 [Day 1](https://log.example/2031/01/20/day-1/#20-headline-20-sentence-of-section-2): Again**. Text,glued.\n',
);
test.after(() => rmSync(room, { recursive: true, force: true }));

const file = '_posts/2031-01-20-day-1.markdown';
const lineOf = (/** @type {number} */ section) => 7 + 2 * (section - 1);

journey('whatever is done on either side, nothing jumps', { folder: room, open: [file] }, async (w) => {
  const { page } = w;
  const frame = w.previewFrame();
  const block = (/** @type {number} */ number) => frame.locator('#body p', { hasText: `Headline ${number}.` });
  const place = (/** @type {import('playwright-core').Locator} */ locator) =>
    locator.evaluate((element) => element.getBoundingClientRect().top);
  const height = () => frame.locator('body').evaluate(() => innerHeight);
  /** While the writer does something in the text, that changes by so much at most. */
  const still = async (
    /** @type {() => Promise<void>} */ act,
    /** @type {() => Promise<number | undefined>} */ read,
    by = LINE,
  ) => {
    await w.allHeard();
    const before = (await read()) ?? Number.NaN;
    await act();
    await w.allHeard();
    const after = (await read()) ?? Number.NaN;
    assert.ok(Math.abs(after - before) <= by, `from ${before} to ${after}`);
  };

  await w.command('Daybook: Show Preview to the Side');
  await block(1).waitFor();
  await w.screenshot('preview-1-opened');

  // At the end: what is written comes into view and stays in the middle third.
  await page.locator('.monaco-editor').first().click();
  await w.press('Control+End');
  await w.type('\n41/ **At the end**.');
  const end = frame.locator('#body p', { hasText: 'At the end' });
  await end.waitFor();
  await until(async () => (await place(end)) > (await height()) * 0.3 && (await place(end)) < (await height()) * 0.7);
  await still(
    async () => {
      await w.type(' And some more of it.');
      await end.filter({ hasText: 'And some more of it.' }).waitFor();
    },
    () => place(end),
  );
  await w.screenshot('preview-2-end');

  // In the middle.
  await w.goTo(lineOf(20), 10_000);
  await until(async () => (await block(20).getAttribute('aria-current')) === 'location');
  await w.type(' x');
  await until(async () => {
    const top = await place(block(20));
    return top > (await height()) * 0.2 && top < (await height()) * 0.7;
  });
  await still(
    async () => {
      await w.type(' Words that are typed in the middle.');
      await block(20).filter({ hasText: 'Words that are typed in the middle.' }).waitFor();
    },
    () => place(block(20)),
  );
  await w.screenshot('preview-3-middle');

  // The editor is scrolled: the page follows, but for a moment after a key.
  await until(async () => {
    await w.press('Alt+PageDown');
    for (let turn = 0; turn < 20; turn++) await w.press('Alt+PageUp');
    await w.allHeard();
    return (await scrolledTo(frame)) === 0;
  });
  await w.press('Alt+PageDown');
  await until(async () => (await scrolledTo(frame)) > 100 && (await isAlike()));

  /** The page shows what the text shows. */
  async function isAlike() {
    return Math.abs((await shownLine(frame)) - ((await topLine(page)) ?? 0)) <= 1.5;
  }

  // The page is scrolled while somebody writes in the editor: that stays.
  await page.locator('iframe.webview.ready').hover();
  await still(
    () => turnWheel(page, frame, 500),
    () => topLine(page),
    0,
  );

  // The page has the focus: the editor follows, and the page is not moved by that.
  const box = await page.locator('iframe.webview.ready').boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + 5, box.y + box.height - 40);
  await page.locator('.editor-group-container.active .tab.active', { hasText: 'Preview Day 1' }).waitFor();
  await until(() => frame.locator('body').evaluate(() => document.hasFocus()));
  await turnWheel(page, frame, 900);
  await until(isAlike);
  await w.screenshot('preview-4-scrolled');

  // A click leads to the word, and the page stays.
  const shown = await shownSection(frame);
  const kept = await scrolledTo(frame);
  await block(shown)
    .locator('strong')
    .click({ position: { x: 3, y: 5 } });
  await page.locator('.monaco-editor.focused').waitFor();
  await untilEqual(() => cursor(page), `Ln ${lineOf(shown)}, Col ${`${shown}/ **`.length + 1}`);
  await w.allHeard();
  assert.equal(await scrolledTo(frame), kept);

  // Another tab over the preview, and back.
  await w.command('View: Focus Next Editor Group');
  await w.command('File: New Untitled Text File');
  await block(shown).waitFor({ state: 'hidden' });
  await page.locator('.tab', { hasText: 'Preview Day 1' }).click();
  await block(shown).waitFor();
  await untilScrolledTo(frame, kept, LINE);

  // In the front matter.
  await page.locator('.tab[data-resource-name="2031-01-20-day-1.markdown"]').click();
  await w.goTo(2, 100);
  await w.type('1');
  await frame.locator('h1', { hasText: 'Day 11' }).waitFor();
  await untilEqual(() => scrolledTo(frame), 0);
  await w.screenshot('preview-5-front-matter');
  await w.press('Control+z');

  // The page is loaded anew.
  await w.press('Control+s');
  await w.goTo(lineOf(30), 5);
  await until(async () => (await place(block(30))) < (await height()));
  await w.allHeard();
  const before = await scrolledTo(frame);
  await frame.locator('body').evaluate(() => {
    window.isOld = true;
  });
  await w.command('Daybook: Refresh Preview');
  await until(() => frame.locator('body').evaluate(() => !window.isOld));
  await block(30).waitFor();
  await untilScrolledTo(frame, before, LINE);
  await w.screenshot('preview-6-reloaded');
});

journey(
  'a link leads to the item, a problem to its fix',
  { folder: room, open: ['_drafts/day-2.markdown'] },
  async (w) => {
    const { page } = w;
    const frame = w.previewFrame();
    await w.command('Daybook: Show Preview to the Side');
    const problem = frame.locator('mark.problem.warning').first();
    await problem.hover();
    await frame.locator('#note:not([hidden])').waitFor();
    await w.screenshot('preview-problem');
    await problem.focus();
    await w.press('Enter');
    await page.locator('.action-widget').first().waitFor();
    await w.press('Escape');
    await frame.getByText('Day 1', { exact: true }).click();
    await untilEqual(() => cursor(page), `Ln ${lineOf(20)}, Col 1`);
  },
);

for (const { theme, settings = {}, name = theme } of [
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'contrast' },
  { theme: 'light', settings: { 'daybook.preview.theme': 'paper', 'daybook.preview.zoom': 120 }, name: 'paper' },
]) {
  journey(
    `the page looks right (${name})`,
    { theme, slow: name !== 'paper', settings, open: ['_drafts/day-71.markdown'] },
    async (w) => {
      await w.command('Daybook: Show Preview to the Side');
      await w.previewFrame().locator('mark.problem').first().waitFor();
      await w.screenshot(`preview-theme-${name}`);
      if (name !== 'paper') return;
      await w.command('Daybook: Show Preview As…');
      await w.choose('E-mail');
      await w.previewFrame().locator('#body h1[style]').or(w.previewFrame().locator('#body h1')).first().waitFor();
      await w.screenshot('preview-email');
      await w.command('Daybook: Show Preview As…');
      await w.choose('Plain Text');
      await w.previewFrame().locator('#body pre').waitFor();
      await w.screenshot('preview-text');
      await w.command('Daybook: Copy as Rich Text');
      const types = async () => (await navigator.clipboard.read()).flatMap((item) => item.types);
      await until(async () => (await w.page.evaluate(types)).includes('text/html'));
    },
  );
}

/** The height of a line of the page, in pixels. */
const LINE = 28;
