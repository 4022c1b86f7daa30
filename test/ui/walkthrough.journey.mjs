import { journey } from './journey.mjs';
import { until } from './until.mjs';

const STEPS = ['newsroom', 'day', 'write', 'preview', 'publish'];

for (const theme of ['light', 'dark', 'contrast']) {
  journey(
    `each step of the walkthrough is ticked by doing, and shows its picture (${theme})`,
    { theme, slow: true, settings: { 'daybook.preview.openWithNewDay': false } },
    async (workbench) => {
      const { page } = workbench;
      await workbench.openFile('_drafts/day-68.markdown');
      await page.locator('.statusbar-item', { hasText: 'Day 68' }).first().waitFor();
      const showWalkthrough = async () => {
        await workbench.runCommand('Welcome: Open Walkthrough...');
        await workbench.chooseRow('Write with Daybook');
        await tick('publish').waitFor({ state: 'attached' });
        await untilPictured('some step'); // the picture takes the focus when it appears
      };
      const picture = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('svg');
      /** The colours of the panel and of the words on it. The page is replaced with each step. */
      const colors = () =>
        picture.evaluate((svg) =>
          [svg.querySelector('rect'), svg.querySelector('text')].map((part) => part && getComputedStyle(part).fill),
        );
      const untilPictured = (/** @type {string} */ step) =>
        until(async () => {
          const [panel, words] = await colors().catch(() => []);
          return panel && words && panel !== words && words !== 'rgb(0, 0, 0)' && words !== 'none';
        }, `the picture of ${step}`);
      const tick = (/** @type {string} */ step) => page.locator(`[data-done-step-id$="#${step}"]`);
      const ticked = async () => {
        const states = await Promise.all(STEPS.map((step) => tick(step).getAttribute('class')));
        return STEPS.filter((_, index) => /\bcomplete\b/.test(states[index] ?? ''));
      };
      const untilTicked = (/** @type {number} */ count) =>
        until(async () => (await ticked()).join() === STEPS.slice(0, count).join(), `${count} ticks`);
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility'); // leaves room for the pictures
      await showWalkthrough();
      await untilTicked(1); // the newsroom is open

      for (const step of STEPS) {
        await page.locator(`[data-step-id$="#${step}"]`).click();
        await untilPictured(step);
        await workbench.screenshot(`walkthrough-${theme}-${step}`);
      }

      await page.locator('[data-step-id$="#day"]').click();
      await page.getByRole('button', { name: 'New Day' }).click();
      await page.locator('.tab.active', { hasText: /day-\d+\s*\.markdown/ }).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await showWalkthrough();
      await untilTicked(2);

      await workbench.openFile('_drafts/day-68.markdown');
      await workbench.press('Control+End');
      await workbench.type('TK/ **A**. B. ([NPR](https://npr.example/a))');
      await workbench.press('Control+s');
      await showWalkthrough();
      await untilTicked(3);

      await workbench.openFile('_drafts/day-68.markdown');
      await workbench.runCommand('Daybook: Show Preview to the Side');
      await workbench.previewFrame().locator('#body').waitFor();
      await workbench.runCommand('View: Close All Editors'); // a narrow walkthrough has no pictures
      await showWalkthrough();
      await untilTicked(4);

      await workbench.openFile('_drafts/day-68.markdown');
      await workbench.runCommand('Daybook: Check Readiness');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await workbench.press('Escape');
      await showWalkthrough();
      await untilTicked(5);
      await workbench.screenshot(`walkthrough-${theme}-ticked`);
    },
  );
}
