import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { project } from '../host/hosts.mjs';
import { testAt } from './journey.mjs';
import { openPage, shows, startBrowser, updatesOf } from './previewPage.mjs';
import { drawn } from './workbench.mjs';

// The page alone, in a real browser.

const draft = readFileSync(join(project, 'samples/_drafts/day-71.markdown'), 'utf8');
const entry = readFileSync(join(project, 'samples/_posts/2026-03-09-day-64.markdown'), 'utf8');

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

for (const theme of /** @type {const} */ (['editor', 'paper', 'light', 'dark', 'contrast'])) {
  testAt('default', `axe finds nothing serious (${theme})`, async () => {
    const { page, context, tell } = await openPage(browser, { reducedMotion: 'reduce' });
    const next = await updatesOf();
    // What the editor would set; the page has them from no one else here.
    await page.addStyleTag({
      content: `:root { --vscode-editor-background: #fff; --vscode-editor-foreground: #3b3b3b;
        --vscode-descriptionForeground: #5f5f5f; --vscode-textLink-foreground: #005fb8; --vscode-focusBorder: #005fb8; }`,
    });
    await tell({ type: 'look', look: { theme, zoom: 100, pictures: [] } }, shows, next(`${draft}\n\n${bodyOf(entry)}`));
    await tell({ type: 'cursor', place: 12, reveal: 'no' });
    assert.ok((await page.locator('mark.problem').count()) > 5);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(
      serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
      [],
    );
    await page.screenshot({ path: join(project, `out/screenshots/page-${theme}.png`), fullPage: true });
    await context.close();
  });
}

testAt('default', 'the keyboard alone reaches every problem and every link, and the way to the fix', async () => {
  const { page, context, tell, said } = await openPage(browser);
  await tell(shows, (await updatesOf())(draft));
  const problems = await page.locator('mark.problem[tabindex]').count();
  const reached = new Set();
  for (let key = 0; key < problems; key++) {
    await page.keyboard.press('F8');
    const focused = await page.evaluate(() => {
      /** @type {(Element | null)[]} */
      const all = [...document.querySelectorAll('mark.problem[tabindex]')];
      return {
        index: all.indexOf(document.activeElement),
        note: document.querySelector('#note:not([hidden])')?.textContent,
      };
    });
    reached.add(focused.index);
    assert.ok(focused.note, 'what is wrong is said');
  }
  assert.equal(reached.size, problems);
  await page.keyboard.press('Enter');
  assert.equal((await said('problem')).at(-1)?.fix, true);
  await page.keyboard.press('Control+.');
  assert.equal((await said('problem')).length, 2);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#note').isHidden(), true);
  await page.evaluate(() => {
    const scrolled = new Promise((resolve) => addEventListener('scroll', () => resolve(undefined), { once: true }));
    scrollBy(0, scrollY > 0 ? -40 : 40); // as a page does that is still on its way to the problem
    return scrolled;
  });
  await drawn(page.locator('body'));
  assert.equal(await page.locator('#note').isHidden(), true, 'what was dismissed stays so');
  const links = await page.locator('a[href]').count();
  const focusable = problems + links;
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const tabbed = new Set();
  for (let key = 0; key < focusable + 2; key++) {
    await page.keyboard.press('Tab');
    tabbed.add(
      await page.evaluate(() => {
        /** @type {(Element | null)[]} */
        const all = [...document.querySelectorAll('a[href], [tabindex]')];
        return all.indexOf(document.activeElement);
      }),
    );
  }
  tabbed.delete(-1);
  assert.equal(tabbed.size, focusable);
  await context.close();
});

testAt('default', 'nothing moves by itself', async () => {
  const { page, context, tell } = await openPage(browser, { reducedMotion: 'reduce' });
  await tell(shows, (await updatesOf())(draft));
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
      }).length,
  );
  assert.equal(moving, 0);
  await context.close();
});

testAt('default', 'a problem keeps the place it leads to when text above it changes', async () => {
  const { page, context, tell, said } = await openPage(browser);
  const next = await updatesOf();
  const text = 'First.\n\n1/ **It ended,so they say**. Text.\n';
  await tell(shows, next(text), next(`More. ${text}`));
  const problem = page.locator('mark.problem.warning');
  await problem.click();
  const [chosen] = await said('problem');
  assert.equal(chosen?.fix, false);
  assert.ok(`More. ${text}`.slice(chosen.source).startsWith(await problem.innerText()), await problem.innerText());
  await context.close();
});

testAt('default', 'each item of a list is where its lines are, and is marked when the cursor is in it', async () => {
  const { page, context, tell } = await openPage(browser);
  const words = 'It goes on for a while and says what there is to say. ';
  const bullets = Array.from(
    { length: 30 },
    (_, index) => `* Bullet ${index + 1}. ${words.repeat(1 + (index % 7) * 2)}`,
  );
  const inner = ['* The last one.', '  * Inner one.', '  * Inner two.', '', '> Said:', '> * quoted'];
  const text = ['Text.', '', ...bullets, ...inner, '', `${words.repeat(200)}`, ''].join('\n');
  await tell(shows, (await updatesOf())(text));
  await page.evaluate(() => {
    document.hasFocus = () => false; // it is the text that leads
  });
  const top = (/** @type {string} */ name) =>
    page
      .locator('li', { hasText: name })
      .last()
      .evaluate((li) => li.getBoundingClientRect().top);
  const bulletsAt = [0, 7, 8, 19, 29].map((index) => ({ line: index + 2, name: `Bullet ${index + 1}.` }));
  const others = [
    { line: 33, name: 'Inner one.' },
    { line: 34, name: 'Inner two.' },
    { line: 37, name: 'quoted' },
  ];
  for (const { line, name } of [...bulletsAt, ...others]) {
    await tell({ type: 'scroll', place: line });
    assert.ok(Math.abs(await top(name)) <= 1, `${name} is at ${await top(name)}`);
    await tell({ type: 'cursor', place: line + 0.5, reveal: 'no' });
    assert.match(await page.locator('[aria-current]').innerText(), new RegExp(`^${name}`));
  }
  await context.close();
});

testAt('default', 'raw HTML with items of its own leaves a list to its lines as a whole', async () => {
  const { page, context, tell } = await openPage(browser);
  await tell(shows, (await updatesOf())('Text.\n\n* One <ul><li>raw</li></ul>\n* Two\n'));
  await tell({ type: 'cursor', place: 3.5, reveal: 'no' });
  assert.equal(await page.locator('#body > ul[aria-current]').count(), 1);
  await context.close();
});

testAt('default', 'an e-mail has its styles, and what a writer styled has none', async () => {
  const { page, context, tell } = await openPage(browser);
  const next = await updatesOf('email');
  await tell(
    { type: 'shows', state: { ...shows.state, target: 'email' } },
    next('Text [here](https://h.example/).\n\n<p style="position:fixed">raw</p>\n'),
  );
  assert.equal(await page.locator('#body a').evaluate((link) => link.style.color), 'rgb(20, 81, 143)');
  assert.equal(await page.getByText('raw').evaluate((element) => element.style.position), '');
  await context.close();
});

/** @param {string} text */
function bodyOf(text) {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}
