import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { project } from '../host/hosts.mjs';
import { openPage, startBrowser, updatesOf } from './previewPage.mjs';

// The page alone, in a real browser.

const draft = readFileSync(join(project, 'samples/_drafts/day-71.markdown'), 'utf8');
const entry = readFileSync(join(project, 'samples/_posts/2026-03-09-day-64.markdown'), 'utf8');
const shows = { type: 'shows', state: { uri: 'file:///a.markdown', target: 'site', locked: false } };

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

test('after 10,000 random edits the page is what it would be if it were shown anew', async () => {
  const random = randomFrom(20_260_801);
  const patched = await openPage(browser);
  await patched.tell(shows);
  const next = await updatesOf();
  let text = draft;
  let waiting = [next(text)];
  for (let edit = 1; edit <= 10_000; edit++) {
    text = edited(text, random);
    if (text.length > 7000) text = draft;
    waiting.push(next(text));
    if (edit % 500 > 0) continue;
    await patched.tell(...waiting);
    waiting = [];
    const fresh = await openPage(browser);
    await fresh.tell(shows, next(text, true));
    assert.equal(await patched.html(), await fresh.html(), `after ${edit} edits`);
    await fresh.context.close();
  }
  assert.equal((await patched.said('received')).length, 10_001);
  await patched.context.close();
});

for (const theme of ['editor', 'paper', 'light', 'dark', 'contrast']) {
  test(`axe finds nothing serious (${theme})`, async () => {
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

test('the keyboard alone reaches every problem and every link, and the way to the fix', async () => {
  const { page, context, tell, said } = await openPage(browser);
  await tell(shows, (await updatesOf())(draft));
  const problems = await page.locator('mark.problem[tabindex]').count();
  const reached = new Set();
  for (let key = 0; key < problems; key++) {
    await page.keyboard.press('F8');
    const focused = await page.evaluate(() => {
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
  await page.evaluate(() => scrollBy(0, -40)); // as a page does that is still on its way to the problem
  await page.waitForTimeout(100);
  assert.equal(await page.locator('#note').isHidden(), true, 'what was dismissed stays so');
  const links = await page.locator('a[href]').count();
  const focusable = problems + links;
  await page.evaluate(() => document.activeElement.blur());
  const tabbed = new Set();
  for (let key = 0; key < focusable + 2; key++) {
    await page.keyboard.press('Tab');
    tabbed.add(
      await page.evaluate(() => [...document.querySelectorAll('a[href], [tabindex]')].indexOf(document.activeElement)),
    );
  }
  tabbed.delete(-1);
  assert.equal(tabbed.size, focusable);
  await context.close();
});

test('nothing moves by itself', async () => {
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

test('a problem keeps the place it leads to when text above it changes', async () => {
  const { page, context, tell, said } = await openPage(browser);
  const next = await updatesOf();
  const text = 'First.\n\n1/ **It ended,so they say**. Text.\n';
  await tell(shows, next(text), next(`More. ${text}`));
  const problem = page.locator('mark.problem.warning');
  await problem.click();
  const [chosen] = await said('problem');
  const { source, ...rest } = chosen;
  assert.deepEqual(rest, { type: 'problem', fix: false });
  assert.ok(`More. ${text}`.slice(source).startsWith(await problem.innerText()), await problem.innerText());
  await context.close();
});

test('each item of a list is where its lines are, and is marked when the cursor is in it', async () => {
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
  const top = (name) =>
    page
      .locator('li', { hasText: name })
      .last()
      .evaluate((li) => li.getBoundingClientRect().top);
  const places = [0, 7, 8, 19, 29].map((line) => [line + 2, `Bullet ${line + 1}.`]);
  for (const [line, name] of [...places, [33, 'Inner one.'], [34, 'Inner two.'], [37, 'quoted']]) {
    await tell({ type: 'scroll', place: line });
    assert.ok(Math.abs(await top(name)) <= 1, `${name} is at ${await top(name)}`);
    await tell({ type: 'cursor', place: line + 0.5, reveal: 'no' });
    assert.match(await page.locator('[aria-current]').innerText(), new RegExp(`^${name}`));
  }
  await context.close();
});

test('raw HTML with items of its own leaves a list to its lines as a whole', async () => {
  const { page, context, tell } = await openPage(browser);
  await tell(shows, (await updatesOf())('Text.\n\n* One <ul><li>raw</li></ul>\n* Two\n'));
  await tell({ type: 'cursor', place: 3.5, reveal: 'no' });
  assert.equal(await page.locator('#body > ul[aria-current]').count(), 1);
  await context.close();
});

test('an e-mail has its styles, and what a writer styled has none', async () => {
  const { page, context, tell } = await openPage(browser);
  const next = await updatesOf({ target: 'email' });
  await tell(
    { type: 'shows', state: { ...shows.state, target: 'email' } },
    next('Text [here](https://h.example/).\n\n<p style="position:fixed">raw</p>\n'),
  );
  assert.equal(await page.locator('#body a').evaluate((link) => link.style.color), 'rgb(20, 81, 143)');
  assert.equal(await page.getByText('raw').evaluate((element) => element.style.position), '');
  await context.close();
});

function bodyOf(text) {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}

/** Types, deletes, splits, joins, moves and pastes, anywhere. */
function edited(text, random) {
  const at = Math.floor(random() * (text.length + 1));
  const pieces = [
    'a',
    ' ',
    '\n',
    '\n\n',
    '"',
    '*',
    '**',
    '[',
    '](',
    ')',
    '/',
    '`',
    '<b>',
    '</div>',
    '---\n',
    '* ',
    '> ',
    '1. ',
    '{% ',
    'TK',
    "'",
    '[^1]',
    '\n[^1]: note\n\n',
    '    ',
    '|',
  ];
  switch (Math.floor(random() * 5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
    case 1: {
      const from = Math.floor(random() * text.length);
      return text.slice(0, at) + text.slice(from, from + Math.floor(random() * 200)) + text.slice(at);
    }
    default:
      return text.slice(0, at) + pieces[Math.floor(random() * pieces.length)] + text.slice(at);
  }
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
