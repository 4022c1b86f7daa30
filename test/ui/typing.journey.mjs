import assert from 'node:assert/strict';
import { join } from 'node:path';
import { project } from '../host/hosts.mjs';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

// A writer's hands: what typing, Enter, Tab and paste do, and what is shown meanwhile.

const POST = '_posts/2026-03-12-day-67.markdown';
const otherExtension = join(project, 'test/host/otherExtension');

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

for (const other of [false, true]) {
  journey(
    `a day is written by keys alone, without an error at the cursor${other ? ', beside an extension that binds Enter' : ''}`,
    { theme: other ? 'light' : 'dark', slow: other, ...(other && { otherExtension }) },
    async (workbench) => {
      const { page } = workbench;
      const name = other ? 'beside' : 'alone';
      await until(async () => {
        await workbench.press('Control+k');
        await workbench.press('Shift+D');
        return page.locator('.tab.active[data-resource-name^="day-"]').isVisible();
      }, 'the new day');
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      const draft = `_drafts/${await page.locator('.tab.active').getAttribute('data-resource-name')}`;
      const body = async () => {
        await until(async () => {
          await workbench.press('Control+s');
          await page.waitForTimeout(200);
          return (await page.locator('.tab.active.dirty').count()) === 0;
        }, 'the saved file');
        return workbench.readFile(draft).replace(/^---[\s\S]*?\n---\n\n/, '');
      };
      if (other) await page.locator('.statusbar', { hasText: 'The other extension is active.' }).waitFor();
      const seen = await recordErrors(workbench);

      await typeAsAPerson(workbench, '**');
      await page.locator('.editor-group-container.active .view-line', { hasText: '****' }).waitFor();
      await typeAsAPerson(workbench, 'The storm flooded 114 homes');
      await workbench.screenshot(`typing-${name}-1-headline`);
      await workbench.press('Tab');
      await typeAsAPerson(workbench, '. Nobody died. ([Harbor Radio');
      await workbench.screenshot(`typing-${name}-2-citation`);
      await typeAsAPerson(
        workbench,
        '](https://harborradio.example/stories/1) / [Civic Desk](https://civicdesk.example/a',
      );
      await workbench.press('Control+End');
      await pressEnter(workbench);
      await untilEqual(async () => /\n\n(?:TK|2)\/ \*\*\*\*\. $/.test(await body()), true, 'the next section');
      await typeAsAPerson(workbench, 'Two pumps failed');
      await workbench.press('Tab');
      await typeAsAPerson(workbench, 'They were old. ');
      await page.evaluate(() => navigator.clipboard.writeText('https://harborradio.example/stories/2'));
      await workbench.press('Control+v');
      await untilEqual(
        async () => (await body()).includes('([Harbor Radio](https://harborradio.example/stories/2))'),
        true,
      );
      await workbench.press('Control+End');
      await pressEnter(workbench);
      await pressEnter(workbench);
      await typeAsAPerson(workbench, 'db-');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'db-bullet' }).waitFor();
      await workbench.screenshot(`typing-${name}-3-snippets`);
      await typeAsAPerson(workbench, 'bullet');
      await workbench.press('Tab');
      await typeAsAPerson(workbench, 'The mayor resigned');
      await workbench.screenshot(`typing-${name}-4-snippet`);
      await workbench.press('Tab');
      await typeAsAPerson(workbench, 'She left.');
      await workbench.press('Tab');
      await typeAsAPerson(workbench, 'Civic Desk');
      await workbench.press('Tab');
      await typeAsAPerson(workbench, 'https://civicdesk.example/b');
      await workbench.press('Control+End');
      await pressEnter(workbench);
      await pressEnter(workbench);
      const text = await body();
      assert.match(
        text,
        /^TK\/ \*\*The storm flooded 114 homes\*\*\. Nobody died\. \(\[Harbor Radio\]\(https:\/\/harborradio\.example\/stories\/1\) \/ \[Civic Desk\]\(https:\/\/civicdesk\.example\/a\)\)\n\n/,
      );
      assert.match(text, /\*\*Two pumps failed\*\*\. They were old\. \(\[Harbor Radio\]/);
      assert.match(
        text,
        /\n\n\* \*\*The mayor resigned\*\*\. She left\. \(\[Civic Desk\]\(https:\/\/civicdesk\.example\/b\)\)\n/,
      );
      assert.deepEqual(await seen(), { errors: [], summaries: [] });

      await workbench.press('Control+k');
      await workbench.press('Shift+R');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await workbench.screenshot(`typing-${name}-5-readiness`);
      await workbench.press('Escape');
      await workbench.press('Control+k');
      await workbench.press('v');
      await workbench.previewFrame().locator('#body').getByText('Two pumps failed').waitFor();
      await workbench.press('Control+1');
      await workbench.press('Control+k');
      await workbench.press('Shift+P');
      await page.locator('.quick-input-widget, .monaco-dialog-box').first().waitFor();
      await workbench.screenshot(`typing-${name}-6-publish`);
      await workbench.chooseRow(/Publish(?: Anyway)?$/);
      const post = page.locator('.tab.active', { hasText: /^\d{4}-\d\d-\d\d-day-\d+\.markdown/ });
      await post.waitFor();
      await workbench.screenshot(`typing-${name}-7-published`);
      assert.deepEqual((await seen()).errors, []);
    },
  );
}

for (const theme of ['dark', 'light']) {
  journey(
    `addresses fold but on the line with the cursor (${theme})`,
    { theme, slow: theme === 'light', open: [POST] },
    async (workbench) => {
      const { page } = workbench;
      const text = workbench.readFile(POST);
      await workbench.goTo(7, 1);
      await workbench.screenshot(`folded-${theme}-1-off`);
      await workbench.runCommand('Daybook: Toggle Folded Addresses');
      await page.locator('.editor-group-container.active .view-lines [class*="ced-"]').first().waitFor();
      await page.waitForTimeout(300);
      await workbench.screenshot(`folded-${theme}-2-on`);
      await workbench.goTo(10, 1);
      await page.waitForTimeout(300);
      await workbench.screenshot(`folded-${theme}-3-elsewhere`);
      await workbench.press('Control+a');
      await workbench.press('Control+c');
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
      await workbench.press('Control+Home');
      await workbench.press('Control+f');
      await workbench.type('https://');
      await page.locator('.find-widget .matchesCount', { hasText: /of \d/ }).waitFor();
      await workbench.screenshot(`folded-${theme}-4-find`);
      await workbench.press('Escape');
      assert.equal(workbench.readFile(POST), text);
    },
  );
}

journey(
  'a date is picked by words, and a day that does not exist is none',
  { theme: 'dark', slow: true },
  async (workbench) => {
    const { page } = workbench;
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await workbench.runCommand('Daybook: New Day for Date…');
    await rows.filter({ hasText: 'today' }).waitFor();
    await rows.filter({ hasText: 'last entry' }).first().waitFor();
    await workbench.screenshot('dates-1-list');
    const typed = async (/** @type {string} */ text, /** @type {string | RegExp} */ expected) => {
      await page.locator('.quick-input-widget input').first().fill(text);
      await rows.filter({ hasText: expected }).waitFor();
      assert.equal(await rows.count(), 1, text);
    };
    await typed('2026-02-30', 'no such day');
    await workbench.screenshot('dates-2-no-such-day');
    await workbench.press('Enter');
    assert.equal(await rows.count(), 1, 'the list stays open');
    await typed('today', 'today');
    await typed('monday', 'Mon ');
    await typed('+2', /\d{4}-\d\d-\d\d/);
    await typed('3/23/2026', 'Mon 2026-03-23');
    await workbench.screenshot('dates-3-typed');
    await workbench.press('Enter');
    await page.locator('.tab.active[data-resource-name="day-78.markdown"]').waitFor();
  },
);

/**
 * Types with pauses, as a person does: after every few letters long enough for problems to be shown.
 *
 * @param {Workbench} workbench
 */
async function typeAsAPerson({ page }, /** @type {string} */ text) {
  for (const [index, character] of [...text].entries()) {
    await page.keyboard.type(character);
    await page.waitForTimeout(index % 7 === 6 ? 150 : 15);
  }
  await page.waitForTimeout(300);
}

/**
 * Presses Enter and waits as long as a person does before the next key: an extension that binds Enter takes its time.
 *
 * @param {Workbench} workbench
 */
async function pressEnter({ page }) {
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
}

/**
 * Records every error that is underlined on the cursor's line from now on, and every summary of the status bar that counts a problem. Returns a
 * function that returns them.
 *
 * @param {Workbench} workbench
 */
async function recordErrors({ page }) {
  const recorder = await page.evaluateHandle(() => {
    const seen = { errors: /** @type {string[]} */ ([]), summaries: /** @type {string[]} */ ([]) };
    const look = () => {
      const cursor = document.querySelector('.editor-group-container.active .cursor')?.getBoundingClientRect();
      for (const squiggle of document.querySelectorAll('.editor-group-container.active .squiggly-error')) {
        const { top, bottom } = squiggle.getBoundingClientRect();
        if (cursor && top < cursor.bottom + 2 && cursor.top - 2 < bottom) {
          const lines = [...document.querySelectorAll('.editor-group-container.active .view-line')];
          const line = lines.find((element) => Math.abs(element.getBoundingClientRect().top - cursor.top) < 4);
          seen.errors.push(line?.textContent ?? '');
        }
      }
      const summary = document.querySelector('[id="daybook.daybook.daybook.entry"]')?.textContent ?? '';
      if (/\d problem/.test(summary) && seen.summaries.at(-1) !== summary) seen.summaries.push(summary);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
    return seen;
  });
  return () => recorder.jsonValue();
}
