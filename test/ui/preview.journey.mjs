import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { cursor, settled, shownLine, shownSection, topLine, until } from './places.mjs';

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
const lineOf = (section) => 7 + 2 * (section - 1);

journey('whatever is done on either side, nothing jumps', { folder: room, open: [file] }, async (w) => {
  const { page } = w;
  const frame = w.previewFrame();
  const block = (number) => frame.locator('#body p', { hasText: `Headline ${number}.` });
  const place = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top);
  const height = () => frame.locator('body').evaluate(() => innerHeight);
  const scrolledTo = () => frame.locator('body').evaluate(() => scrollY);
  const still = async (what, read, by = LINE) => {
    const before = await settled(read);
    await what();
    const after = await settled(read);
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
    () => w.type(' And some more of it.'),
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
    () => w.type(' Words that are typed in the middle.'),
    () => place(block(20)),
  );
  await w.screenshot('preview-3-middle');

  // The editor is scrolled: the page follows.
  await page.waitForTimeout(400);
  for (let turn = 0; turn < 20; turn++) await w.press('Alt+PageUp');
  await until(async () => (await scrolledTo()) === 0);
  await w.press('Alt+PageDown');
  await until(async () => (await scrolledTo()) > 100);
  const top = await topLine(page);
  assert.ok(Math.abs((await shownLine(frame)) - top) <= 1.5, `line ${top} here, ${await shownLine(frame)} there`);

  // The page is scrolled while somebody writes in the editor: that stays.
  await page.locator('iframe.webview.ready').hover();
  await still(
    async () => {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(400);
    },
    () => topLine(page),
    0,
  );

  // The page has the focus: the editor follows, and the page is not moved by that.
  const box = await page.locator('iframe.webview.ready').boundingBox();
  await page.mouse.click(box.x + 5, box.y + box.height - 40);
  await page.waitForTimeout(300);
  await page.mouse.wheel(0, 900);
  await until(async () => Math.abs((await shownLine(frame)) - (await topLine(page))) <= 1.5);
  await w.screenshot('preview-4-scrolled');

  // A click leads to the word, and the page stays.
  const shown = await shownSection(frame);
  await still(
    async () => {
      await block(shown)
        .locator('strong')
        .click({ position: { x: 3, y: 5 } });
      await page.locator('.monaco-editor.focused').waitFor();
    },
    scrolledTo,
    0,
  );
  await until(async () => (await cursor(page)) === `Ln ${lineOf(shown)}, Col ${`${shown}/ **`.length + 1}`);

  // Another tab over the preview, and back.
  const before = await settled(scrolledTo);
  await w.command('View: Focus Next Editor Group').catch(() => w.command('View: Focus Second Editor Group'));
  await w.command('File: New Untitled Text File');
  await page.locator('.tab', { hasText: 'Preview Day 1' }).click();
  await block(shown).waitFor();
  assert.ok(Math.abs((await settled(scrolledTo)) - before) <= LINE, 'back on the tab');

  // In the front matter.
  await page.locator('.tab[data-resource-name="2031-01-20-day-1.markdown"]').click();
  await w.goTo(2, 100);
  await w.type('1');
  await frame.locator('h1', { hasText: 'Day 11' }).waitFor();
  await until(async () => (await scrolledTo()) === 0);
  await w.screenshot('preview-5-front-matter');
  await w.press('Control+z');

  // The page is loaded anew.
  await w.press('Control+s');
  await w.goTo(lineOf(30), 5);
  await until(async () => (await place(block(30))) < (await height()));
  const kept = await settled(scrolledTo);
  await w.command('Daybook: Refresh Preview');
  await block(30).waitFor();
  assert.ok(Math.abs((await settled(scrolledTo)) - kept) <= LINE, `${kept} before, ${await scrolledTo()} after`);
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
    await until(async () => (await cursor(page)) === `Ln ${lineOf(20)}, Col 1`);
  },
);

for (const [theme, settings] of [
  ['light', {}],
  ['dark', {}],
  ['contrast', {}],
  ['light', { 'daybook.preview.theme': 'paper', 'daybook.preview.zoom': 120 }],
]) {
  const name = settings['daybook.preview.theme'] ?? theme;
  journey(`the page looks right (${name})`, { theme, settings, open: ['_drafts/day-71.markdown'] }, async (w) => {
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
    await until(async () =>
      (await w.page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join())).includes('text/html'),
    );
  });
}

/** The height of a line of the page, in pixels. */
const LINE = 28;
