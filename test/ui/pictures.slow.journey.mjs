import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import UPNG from 'upng-js';
import { project } from '../host/hosts.mjs';
import { copyNewsroom } from '../host/sampleNewsroom.mjs';
import { journey } from './journey.mjs';
import { untilPainted } from './workbench.mjs';

// The pictures in README.md, each in light and dark. `npm run pictures` writes them to docs/images; as a test, this takes them for
// nothing but to see that everything they show is still there.

const folder = process.env['DAYBOOK_PICTURES'] ?? join(project, 'out/screenshots');

/** The marketplace loads all pictures with the page. */
const MAX_PICTURE_BYTES = 200_000;

/** As many as one byte names: more than a window needs. */
const COLORS = 256;

const size = { width: 1120, height: 640, scale: 1.5 };

const DRAFT = '_drafts/day-71.markdown';
const TEXT = `---
title: Day 71
date: 2026-03-16 10:15:00 -07:00
description: '"It is a small hill."'
---

TK/ **The silt hill was finished eight days early and named before anyone could vote on it**. A child at the opening called it the Big Small. The name was on a map by noon, and Tolliver said she would not fight it: "It is a small hill." ([Port Alder Herald](https://herald.example/2026/03/16/hill-named/) / [Harbor Radio](https://harborradio.example/stories/7293/big-small-hill)

* **The committee of nine met anyway**. It will now choose a name for the bench. ([Civic Desk](https://civicdesk.example/city-hall/committee-of-nine?id=80211) / [The Tidewater](https://tidewater.example/p/the-bench))

TK/ **Both highways out of town are open for the first time in eight days**. The county towed 41 cars, six of them twice. ([Coast Wire](https://coastwire.example/article/highways-open-41aa9c02) / [Alder County Courier](https://courier.example/news/highways-open-24520.html))

* **The coffee seller made $9,000 and bought a second cart**. ([Harbor Radio](https://harborradio.example/stories/5120/second-cart))

TK/ **Insurers will treat the silt as a flood after all**, the state commissioner said. The letters go out this week.
`;

const SOURCES = [
  'https://herald.example/2026/03/16/silt-is-a-flood/?utm_source=newsletter',
  'https://www.reuters.com/world/us/silt-flood-2026-03-16/',
  'https://www.npr.org/2026/03/16/silt-flood',
];

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-pictures-'));
copyNewsroom(newsroom);
rmSync(join(newsroom, '_drafts'), { recursive: true });
mkdirSync(join(newsroom, '_drafts'));
cpSync(join(project, 'samples/_drafts/day-68.markdown'), join(newsroom, '_drafts/day-68.markdown'));
writeFileSync(join(newsroom, DRAFT), TEXT);
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

for (const theme of ['light', 'dark']) {
  journey(
    `the pictures in the README (${theme})`,
    {
      folder: newsroom,
      theme,
      size,
      slow: true,
      open: [DRAFT],
      settings: {
        'breadcrumbs.enabled': false,
        'editor.fontSize': 13,
        'editor.lineNumbers': 'off',
        'editor.renderLineHighlight': 'none',
        'editor.stickyScroll.enabled': false,
      },
    },
    async (workbench) => {
      const { page } = workbench;
      const rows = page.locator('.quick-input-list .monaco-list-row');
      const sidebarRow = (/** @type {string} */ text) => page.locator('.sidebar .monaco-list-row', { hasText: text });
      mkdirSync(folder, { recursive: true });
      const picture = async (/** @type {string} */ name) => {
        await page.locator('.statusbar').getByText('Copied').waitFor({ state: 'hidden' }); // said by the command of untilSettled
        await untilPainted(page.locator('body'));
        const bytes = withFewColors(await page.screenshot({ animations: 'disabled' }));
        assert.ok(bytes.length < MAX_PICTURE_BYTES, `${name}: ${bytes.length} bytes`);
        writeFileSync(join(folder, `${name}-${theme}.png`), bytes);
      };

      await page.locator('.squiggly-error').first().waitFor();
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.runCommand('Daybook: Show Preview to the Side');
      const body = workbench.previewFrame().locator('#body');
      await body.getByText('Big Small').waitFor();
      const line = TEXT.split('\n').findIndex((text) => text.includes('The silt hill')) + 1;
      await workbench.goTo(line, (TEXT.split('\n')[line - 1] ?? '').length + 1);
      await workbench.untilSettled();
      await workbench.press('Control+.');
      await page.locator('.action-widget').getByText('Close the citation group').waitFor();
      await picture('fix');
      await workbench.press('Enter');
      await body.getByText('Harbor Radio)').first().waitFor();

      await workbench.press('Control+End');
      await workbench.press('ArrowLeft'); // before the line break at the end
      await page.evaluate((text) => navigator.clipboard.writeText(text), SOURCES.join('\n'));
      await workbench.press('Control+v');
      await page.locator('.post-edit-widget').waitFor();
      await body.getByText('Port Alder Herald / Reuters / NPR').waitFor();
      await workbench.untilSettled();
      await picture('paste');

      await workbench.runCommand('Daybook: Insert Link to Earlier Entry…');
      await rows.first().waitFor();
      await workbench.type('pumps failed');
      await rows.filter({ hasText: /pump/i }).first().waitFor();
      await picture('earlier');
      await workbench.press('Escape');

      await workbench.runCommand('Daybook: Publish Entry');
      await rows.first().waitFor();
      await picture('publish');
      await workbench.press('Escape');

      await workbench.runCommand('View: Show Daybook');
      await sidebarRow('▰').first().waitFor();
      await sidebarRow('March').first().waitFor();
      await workbench.untilSettled();
      await picture('views');
    },
  );
}

/**
 * Less than half as large, and the eye sees no difference.
 *
 * @param {Buffer} png
 */
function withFewColors(png) {
  const image = UPNG.decode(Uint8Array.from(png).buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS));
}
