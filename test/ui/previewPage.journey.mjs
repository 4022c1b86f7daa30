import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { project } from '../host/hosts.mjs';
import { testAt } from './journey.mjs';
import { closeBrowser, createMessages, lookOf, openPage, shows } from './previewPage.mjs';
import { untilEqual } from './until.mjs';
import { untilPainted } from './workbench.mjs';

const draft = readFileSync(join(project, 'samples/_drafts/day-71.markdown'), 'utf8');
const entry = readFileSync(join(project, 'samples/_posts/2026-03-09-day-64.markdown'), 'utf8');

describe('the preview page', () => {
  after(closeBrowser);

  for (const theme of /** @type {const} */ (['editor', 'paper', 'light', 'dark', 'contrast'])) {
    testAt('default', `axe finds no serious accessibility problem (${theme})`, async () => {
      const { page, context, send } = await openPage({ reducedMotion: 'reduce' });
      const next = await createMessages();
      // The colors that the editor would set.
      await page.addStyleTag({
        content: `:root { --vscode-editor-background: #fff; --vscode-editor-foreground: #3b3b3b;
        --vscode-descriptionForeground: #5f5f5f; --vscode-textLink-foreground: #005fb8; --vscode-focusBorder: #005fb8; }`,
      });
      await send(lookOf({ theme, isWithoutStyles: true }), shows, next(`${draft}\n\n${bodyOf(entry)}`));
      await send({ type: 'cursor', line: 12, reveal: 'no' });
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

  testAt('default', 'every problem, its fixes and every link can be reached with the keyboard', async () => {
    const { page, context, send, sentMessages } = await openPage();
    await send(shows, (await createMessages())(draft));
    const problems = await page.locator('mark.problem[tabindex]').count();
    const reachedProblems = new Set();
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
      reachedProblems.add(focused.index);
      assert.ok(focused.note, 'the message is shown');
    }
    assert.equal(reachedProblems.size, problems);
    await page.keyboard.press('Enter');
    assert.equal((await sentMessages('problem')).at(-1)?.fix, true);
    await page.keyboard.press('Control+.');
    assert.equal((await sentMessages('problem')).length, 2);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#note').isHidden(), true);
    await page.evaluate(() => {
      const scrolled = new Promise((resolve) => addEventListener('scroll', () => resolve(undefined), { once: true }));
      scrollBy(0, scrollY > 0 ? -40 : 40); // as when the page is still scrolling to the problem
      return scrolled;
    });
    await untilPainted(page.locator('body'));
    assert.equal(await page.locator('#note').isHidden(), true, 'the message stays hidden');
    const links = await page.locator('a[href]').count();
    const focusable = problems + links;
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const reachedElements = new Set();
    for (let key = 0; key < focusable + 2; key++) {
      await page.keyboard.press('Tab');
      reachedElements.add(
        await page.evaluate(() => {
          /** @type {(Element | null)[]} */
          const all = [...document.querySelectorAll('a[href], [tabindex]')];
          return all.indexOf(document.activeElement);
        }),
      );
    }
    reachedElements.delete(-1);
    assert.equal(reachedElements.size, focusable);
    await context.close();
  });

  testAt('default', 'nothing is animated with reduced motion', async () => {
    const { page, context, send } = await openPage({ reducedMotion: 'reduce' });
    await send(shows, (await createMessages())(draft));
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

  testAt('default', 'a problem leads to the right offset after the text above it has changed', async () => {
    const { page, context, send, sentMessages } = await openPage();
    const next = await createMessages();
    const text = 'First.\n\n1/ **It ended,so they say**. Text.\n';
    await send(shows, next(text), next(`More. ${text}`));
    const problem = page.locator('mark.problem.warning');
    await problem.click();
    const [chosen] = await sentMessages('problem');
    assert.equal(chosen?.fix, false);
    assert.ok(`More. ${text}`.slice(chosen.source).startsWith(await problem.innerText()), await problem.innerText());
    await context.close();
  });

  testAt('default', 'each list item scrolls with its source lines and is marked when the cursor is in it', async () => {
    const { page, context, send } = await openPage();
    const words = 'It goes on for a while and says what there is to say. ';
    const bullets = Array.from(
      { length: 30 },
      (_, index) => `* Bullet ${index + 1}. ${words.repeat(1 + (index % 7) * 2)}`,
    );
    const inner = ['* The last one.', '  * Inner one.', '  * Inner two.', '', '> Said:', '> * quoted'];
    const text = ['Text.', '', ...bullets, ...inner, '', `${words.repeat(200)}`, ''].join('\n');
    await send(shows, (await createMessages())(text));
    await page.evaluate(() => {
      document.hasFocus = () => false; // so that the page follows the editor
    });
    const top = (/** @type {string} */ name) =>
      page
        .locator('li', { hasText: name })
        .last()
        .evaluate((li) => li.getBoundingClientRect().top);
    const bulletItems = [0, 7, 8, 19, 29].map((index) => ({ line: index + 2, name: `Bullet ${index + 1}.` }));
    const innerItems = [
      { line: 33, name: 'Inner one.' },
      { line: 34, name: 'Inner two.' },
      { line: 37, name: 'quoted' },
    ];
    for (const { line, name } of [...bulletItems, ...innerItems]) {
      await send({ type: 'scroll', line });
      assert.ok(Math.abs(await top(name)) <= 1, `${name} is at ${await top(name)}`);
      await send({ type: 'cursor', line: line + 0.5, reveal: 'no' });
      assert.match(await page.locator('[aria-current]').innerText(), new RegExp(`^${name}`));
    }
    await context.close();
  });

  testAt('default', 'a list that contains raw HTML with items is marked as a whole', async () => {
    const { page, context, send } = await openPage();
    await send(shows, (await createMessages())('Text.\n\n* One <ul><li>raw</li></ul>\n* Two\n'));
    await send({ type: 'cursor', line: 3.5, reveal: 'no' });
    assert.equal(await page.locator('#body > ul[aria-current]').count(), 1);
    await context.close();
  });

  testAt('default', 'a notice says what Restricted Mode leaves out, as long as it leaves out something', async () => {
    const { page, context, send, sentMessages } = await openPage();
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    const images = /** @type {const} */ ({ folder: undefined, site: 'https://log.example', remote: 'restricted' });
    const notice = page.locator('#restricted');
    const next = await createMessages();
    const lines = Array.from({ length: 80 }, (_, index) => `Paragraph ${index}.\n\n`).join('');
    await send(lookOf({ images }), shows, next(lines));
    assert.equal(await notice.isVisible(), false);
    const heightBefore = await page.evaluate(() => document.documentElement.scrollHeight);

    const remote = '![A ferry](https://a.example/1.jpg)';
    await send(next(`${remote} and ![](/uploads/2.jpg)\n\n${lines}`), next(`${lines}${remote}\n`));
    assert.equal(await page.getByRole('status').innerText(), 'Restricted Mode: remote images are not loaded.');
    assert.equal(
      await page.locator('#body').getByRole('img').getAttribute('aria-label'),
      'not loaded (Restricted Mode): https://a.example/1.jpg · A ferry',
    );
    await send(lookOf({ images, isWithoutStyles: true }));
    const both = 'Restricted Mode: style sheets and remote images are not loaded.';
    assert.equal(await page.getByRole('status').innerText(), both);
    await notice.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    assert.equal((await sentMessages('manageTrust')).length, 1);
    assert.deepEqual(await sentMessages('clicked'), []);

    await send(lookOf({ images }), next(lines));
    assert.equal(await notice.isVisible(), false);
    await send(lookOf({ images, isWithoutStyles: true }));
    assert.equal(await notice.isVisible(), true);
    assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), heightBefore);
    await page.keyboard.press('Control+a');
    assert.doesNotMatch(await page.evaluate(() => String(getSelection())), /Restricted/);
    await notice.getByRole('button', { name: 'Close' }).click();
    await send({ ...shows, state: { ...shows.state, uri: 'file:///b.markdown' } }, next(remote));
    assert.equal(await notice.isVisible(), false);
    assert.match(JSON.stringify(await page.evaluate(() => window.state)), /"isNoticeClosed":true/);
    assert.deepEqual(requests, []);
    await context.close();
  });

  testAt('default', 'an image that is not shown has a note that says why, and counts as no text', async () => {
    const { page, context, send, sentMessages } = await openPage();
    const next = await createMessages();
    const text = [
      '![](/uploads/1.jpg) ![](http://a.example/2.jpg) ![](https://a.example/3.jpg) ![](//a.example/4.jpg) and *some* words',
      '<img src="/uploads/5.jpg">',
      'The end.',
    ].join('\n\n');
    const images = /** @type {const} */ ({ folder: 'data:,', site: 'https://log.example', remote: 'off' });
    const notes = () =>
      page
        .locator('#body')
        .getByRole('img')
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')));
    await send(lookOf({ images }), shows, next(text));
    await untilEqual(notes, [
      'not loaded (remote images are off): /uploads/1.jpg',
      'not loaded (only https: is): http://a.example/2.jpg',
      'not loaded (remote images are off): https://a.example/3.jpg',
      'not loaded (remote images are off): //a.example/4.jpg',
      'not loaded (remote images are off): /uploads/5.jpg',
    ]);
    assert.equal(await page.locator('#restricted').isVisible(), false);
    await page.locator('#body em').click({ position: { x: 1, y: 5 } });
    assert.deepEqual((await sentMessages('clicked')).at(-1), { type: 'clicked', block: 1, index: '    and '.length });
    await send(next('The end.\n'));
    assert.deepEqual(await notes(), []);
    await send(lookOf({ images: { ...images, site: undefined } }), next('![](/uploads/1.jpg)\n'));
    await untilEqual(notes, ['not found: /uploads/1.jpg']);
    await context.close();
  });

  testAt('default', 'an e-mail has our styles, but not those in raw HTML', async () => {
    const { page, context, send } = await openPage();
    const next = await createMessages('email');
    await send(
      { type: 'shows', state: { ...shows.state, target: 'email' } },
      next('Text [here](https://h.example/).\n\n<p style="position:fixed">raw</p>\n'),
    );
    assert.equal(await page.locator('#body a').evaluate((link) => link.style.color), 'rgb(20, 81, 143)');
    assert.equal(await page.getByText('raw').evaluate((element) => element.style.position), '');
    await context.close();
  });
});

/** @param {string} text */
function bodyOf(text) {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}
