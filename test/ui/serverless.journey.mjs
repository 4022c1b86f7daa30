import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, newPage } from '../host/browser.mjs';
import { QUIET_SETTINGS } from '../host/editorHome.mjs';
import { newest, project } from '../host/hosts.mjs';
import { install } from '../host/install.mjs';
import { serveWorkbench } from '../host/serverlessWorkbench.mjs';
import { testAt } from './journey.mjs';
import { until, untilEqual } from './until.mjs';
import { actions, untilRestored } from './workbench.mjs';

const DRAFT = `---
title: Day 71
date: 2026-03-16 10:15:00 -07:00
description: '"It is a small hill."'
todayInOneSentence: The silt hill was named.
---

TK/ **The silt hill was named**. Tolliver said she would not fight it: "It is a small hill." ([Port Alder Herald](https://herald.example/2026/03/16/hill-named/)
`;

testAt(
  'default',
  'without a server, as on vscode.dev: a draft is fixed, previewed and published in a virtual workspace',
  async () => {
    await install(newest, ...(process.env['CHROMIUM_PATH'] ? [] : ['chromium']));
    const folder = mkdtempSync(join(tmpdir(), 'daybook-virtual-'));
    cpSync(join(project, 'samples/_posts'), join(folder, '_posts'), { recursive: true });
    cpSync(join(project, 'samples/_config.yml'), join(folder, '_config.yml'));
    mkdirSync(join(folder, '_drafts'));
    writeFileSync(join(folder, '_drafts/day-71.markdown'), DRAFT);
    const settings = {
      ...QUIET_SETTINGS,
      'workbench.colorTheme': 'Default Light Modern',
      'editor.minimap.enabled': false,
    };
    const server = await serveWorkbench({ folder, settings });
    const browser = await launchBrowser();
    const page = await newPage(browser);
    /** @type {Set<string>} */
    const otherHosts = new Set();
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isOurs = hostname === 'localhost' || hostname.endsWith('.vscode-resource.vscode-cdn.net'); // answered by a service worker
      if (/^https?:$/.test(protocol) && !isOurs) otherHosts.add(hostname);
    });
    const workbench = actions(page, folder);
    try {
      await page.goto(server.url);
      await untilRestored(page);
      await workbench.runCommand('View: Show Daybook');
      const row = (/** @type {string} */ text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
      await row('Day 71').click();
      await page.locator('.squiggly-error').first().waitFor();
      await untilEqual(async () => (await workbench.problemCounts()).errors, 1);

      await page.locator('.editor-group-container.active .view-line', { hasText: 'Tolliver' }).first().click();
      await workbench.press('Control+End');
      await workbench.press('ArrowLeft');
      await workbench.press('Control+.');
      await page.locator('.action-widget').getByText('Close the citation group').waitFor();
      await workbench.press('Enter');
      await untilEqual(async () => (await workbench.problemCounts()).errors, 0);

      await workbench.runCommand('Daybook: Show Preview to the Side');
      await workbench.previewFrame().locator('#body').getByText('Port Alder Herald)').waitFor();
      await workbench.screenshot('serverless-1-preview');

      await workbench.runCommand('Daybook: Publish Entry');
      await workbench.chooseRow(/Publish(?: Anyway)?$/);
      await page.locator('.tab[data-resource-name="2026-03-16-day-71.markdown"]').first().waitFor();
      await until(async () => (await workbench.visibleText()).includes('1/ **The silt hill was named**'));
      await row('Mon 16').waitFor();
      await workbench.screenshot('serverless-2-published');
      assert.deepEqual([...otherHosts], []);
      assert.deepEqual(
        [...server.missing].filter((path) => /^\/daybook\/(?:dist|media)\//.test(path) && !path.endsWith('.map')),
        [],
      );
    } catch (error) {
      await workbench.screenshot('failed-serverless').catch(() => {}); // the page itself may have failed
      throw error;
    } finally {
      await browser.close();
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
