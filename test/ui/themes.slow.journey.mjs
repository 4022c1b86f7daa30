import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

// What a writer sees in each kind of theme: a screenshot of each, and a check that it is there.

const POST = '_posts/2026-03-12-day-67.markdown';

/** @type {Readonly<Record<string, string>>} */
const THEMES = {
  light: 'light',
  dark: 'dark',
  contrast: 'contrast',
  'contrast-light': 'Default High Contrast Light',
};

for (const [name, theme] of Object.entries(THEMES)) {
  journey(`a draft, an entry and its preview in the ${name} theme`, { theme, slow: true }, async (workbench) => {
    const { page } = workbench;
    const screenshot = (/** @type {string} */ words) => workbench.screenshot(`theme-${name}-${words}`);
    const editor = page.locator('.editor-group-container.active .monaco-editor');
    const errors = editor.locator('.squiggly-error');
    await workbench.runCommand('Daybook: New Day');
    await page.locator('.tab.active[data-resource-name^="day-"]').waitFor();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.runCommand('Daybook: Check Readiness');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'no item with text' }).waitFor();
    await screenshot('1-not-ready');
    await workbench.press('Escape');

    await workbench.type('The harbor is open');
    for (let times = 0; times < 12; times++) await workbench.press('Control+z');
    await until(async () => !(await workbench.visibleText()).includes('harbor'));
    await workbench
      .previewFrame()
      .locator('#body')
      .getByText(/^\s*TK\/\s*$/)
      .first()
      .waitFor();
    await screenshot('2-undone');

    await workbench.type('**');
    await editor.locator('.view-line', { hasText: '****' }).waitFor();
    await page.keyboard.type('The mayor left', { delay: 20 });
    await workbench.press('Tab');
    await page.keyboard.type('. She left TK. ([Harbor Radio]', { delay: 20 });
    await editor.locator('.view-line', { hasText: '[Harbor Radio]' }).waitFor();
    await screenshot('3-typed');
    assert.equal(await errors.count(), 0);
    await workbench.goTo(1);
    await errors.first().waitFor();
    await screenshot('4-left');

    await workbench.openFile(POST);
    await workbench.goTo(16, 1);
    await screenshot('5-colours');
    await workbench.runCommand('Daybook: Toggle Folded Addresses');
    await until(async () => !(await editor.locator('.view-lines').innerText()).includes('harborradio.example'));
    await screenshot('6-folded');

    await workbench.press('Control+k');
    await workbench.press('v');
    await workbench.previewFrame().locator('#body').getByText('The ferry Marigold').first().waitFor();
    await page.locator('.tab', { hasText: 'Day 67 · Preview' }).waitFor();
    await screenshot('7-preview');
    await workbench.runCommand('Daybook: Show Preview As…');
    await workbench.chooseRow('E-mail');
    await page.locator('.tab', { hasText: 'Day 67 · E-mail' }).waitFor();
    await workbench.previewFrame().locator('#body h1').first().waitFor();
    await screenshot('8-email');
  });
}
