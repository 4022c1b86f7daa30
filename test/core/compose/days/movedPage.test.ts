import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedPage, redirectLinks } from '../../../../src/core/compose/days/movedPage.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const MOVED = { from: '/2031/01/31/day-12', to: '/2031/02/01/day-13' };
const SITE = 'https://log.example';

test('the page moves with the date and the name of its entry', () => {
  const day = (path: string, date: string | undefined): Day => {
    return { path, draft: false, date, time: undefined, offset: undefined, number: undefined };
  };
  const before = day('_posts/2031-01-31-day-12.markdown', '2031-01-31');
  assert.deepEqual(movedPage(before, day('_posts/2031-02-01-day-13.markdown', '2031-02-01')), MOVED);
  assert.equal(movedPage(before, before), undefined);
  assert.equal(movedPage(day('_drafts/day-12.markdown', undefined), before), undefined);
});

test('every link to the page gets the new path and keeps its host, anchor and query', () => {
  for (const address of [
    'https://log.example/2031/01/31/day-12/#1-the-mayor',
    'https://www.log.example/2031/01/31/Day-12',
    '{{ site.url }}/2031/01/31/day-12/?a=b',
    '/2031/01/31/day-12/',
  ]) {
    const text = `* **📌 [Day 12](${address}): The mayor** and <a href="${address}">again</a>.`;
    const expected = text.replaceAll(/\/2031\/01\/31\/day-12/gi, MOVED.to);
    assert.equal(applyEdits(text, redirectLinks(text, MOVED, SITE)), expected);
  }
});

test('a link to a site in a folder gets the new path below that folder', () => {
  for (const origin of [
    'https://log.example/blog',
    '/blog',
    '{{ site.url }}{{ site.baseurl }}',
    '{{site.baseurl}}',
    '',
  ]) {
    const text = `[Day 12](${origin}/2031/01/31/day-12/#a)`;
    const expected = `[Day 12](${origin}/2031/02/01/day-13/#a)`;
    assert.equal(applyEdits(text, redirectLinks(text, MOVED, `${SITE}/blog`)), expected);
  }
  const other = '[Day 12](https://log.example/fr/2031/01/31/day-12/)';
  assert.deepEqual(redirectLinks(other, MOVED, `${SITE}/blog`), []);
});

test('addresses in code and comments stay, those of definitions change', () => {
  const address = 'https://log.example/2031/01/31/day-12/';
  const moved = address.replace(MOVED.from, MOVED.to);
  for (const [before, after] of [
    [`Run \`get ${address} now\`.`, `Run \`get ${address} now\`.`],
    [`\`\`\`\nget ${address}\n\`\`\``, `\`\`\`\nget ${address}\n\`\`\``],
    [`<!-- see ${address} -->`, `<!-- see ${address} -->`],
    [`See [it][d].\n\n[d]: ${address}`, `See [it][d].\n\n[d]: ${moved}`],
    [`See <${address}>.`, `See <${moved}>.`],
  ] as const) {
    assert.equal(applyEdits(before, redirectLinks(before, MOVED, SITE)), after);
  }
});

test('links to other pages, other sites and archived copies of the page stay', () => {
  for (const address of [
    'https://log.example/2031/01/31/day-120/',
    'https://log.example/2031/01/31/day-12b/',
    'https://log.example/2030/01/31/day-12/',
    'https://herald.example/2031/01/31/day-12/',
    'https://archive.example/https://log.example/2031/01/31/day-12/',
    'https://herald.example/en/2031/01/31/day-12/',
  ]) {
    assert.deepEqual(redirectLinks(`[Day 12](${address})`, MOVED, SITE), [], address);
  }
});

test("if the site's address is not known, any host will do", () => {
  const text = '[Day 12](https://log.example/2031/01/31/day-12/)';
  assert.equal(redirectLinks(text, MOVED, undefined).length, 1);
});
