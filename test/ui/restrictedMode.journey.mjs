import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';
import { untilPainted } from './workbench.mjs';

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-untrusted-'));
for (const folder of ['_drafts', '_posts', '.vscode']) mkdirSync(join(newsroom, folder));
writeFileSync(
  join(newsroom, '_drafts/day-1.markdown'),
  '---\ntitle: Day 1\ndate: 2031-01-30 09:00:00 -08:00\n---\n\n1/ **Head**. one.Two. ([A](https://a.example/)\n\n![](https://nowhere.invalid/x.png)\n\nThe end.\n',
);
writeFileSync(join(newsroom, '_config.yml'), 'url: https://log.example\ntimezone: America/Los_Angeles\n');
const settings = { 'preview.styles': ['hostile.css'], 'preview.remoteImages': true, template: 'template.md' };
writeFileSync(join(newsroom, 'daybook.json'), JSON.stringify(settings));
writeFileSync(
  join(newsroom, '.vscode/settings.json'),
  JSON.stringify({ 'daybook.preview.styles': ['hostile.css'], 'daybook.preview.remoteImages': true }),
);
writeFileSync(join(newsroom, 'hostile.css'), '#body { outline: 7px solid rgb(255, 0, 0); }');
// Links that lead in circles: the ways through them have no end.
for (const name of ['a', 'b', 'c', 'd']) symlinkSync('.', join(newsroom, '_posts', name));
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

journey(
  'an untrusted folder is checked and previewed without its style sheets and remote images, which come when it is trusted',
  { folder: newsroom, open: ['_drafts/day-1.markdown'], untrusted: true },
  async (workbench) => {
    const { page, previewFrame, problemCounts, runCommand, screenshot } = workbench;
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    /** How requests for remote images ended: `csp` is the page's own policy, and nothing was sent. @type {string[]} */
    const imageFailures = [];
    page.on('requestfailed', (request) => {
      if (request.url().includes('nowhere.invalid')) imageFailures.push(request.failure()?.errorText ?? '');
    });
    const notice = previewFrame().locator('#restricted');
    const body = previewFrame().locator('#body');
    const outline = () => body.evaluate((element) => getComputedStyle(element).outlineWidth);

    await page
      .locator('[id="status.workspaceTrust"], .statusbar-item', { hasText: 'Restricted Mode' })
      .first()
      .waitFor();
    await until(async () => (await problemCounts()).errors > 0, 'a problem');
    await runCommand('Daybook: Show Preview to the Side');
    await body.getByText('The end.').waitFor();
    await workbench.untilSettled();
    assert.notEqual(await outline(), '7px');
    assert.ok(!requests.some((url) => url.includes('hostile.css')));
    assert.deepEqual(imageFailures, []);
    assert.equal(
      await notice.getByRole('status').innerText(),
      'Restricted Mode: style sheets and remote images are not loaded.',
    );
    assert.match(
      (await body.locator('.missing').getAttribute('aria-label')) ?? '',
      /^not loaded \(Restricted Mode\): /,
    );
    await body.evaluate((element) => {
      element.ownerDocument.createElement('img').src = 'https://nowhere.invalid/y.png'; // past our own check
    });
    await untilEqual(() => imageFailures, ['csp']);
    imageFailures.length = 0;
    await screenshot('restricted-mode');
    for (const theme of ['Dark Modern', 'Dark High Contrast', 'Light High Contrast']) {
      await runCommand('Preferences: Color Theme');
      await workbench.type(theme);
      await workbench.chooseRow(theme);
      await untilPainted(previewFrame().locator('body'));
      await screenshot(`restricted-mode-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }

    await notice.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await until(async () => (await outline()) === '7px', 'the style sheet of the folder');
    await until(() => imageFailures.some((text) => text !== 'csp'), 'a request for the remote image');
    assert.equal(await notice.isVisible(), false);
    await screenshot('restricted-mode-trusted');
  },
);
