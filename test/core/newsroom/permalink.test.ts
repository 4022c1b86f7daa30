import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { addressFinder, linkedPaths } from '../../../src/core/newsroom/addressFinder.ts';
import { pageAddress } from '../../../src/core/newsroom/permalink.ts';
import { pageValuesOf, siteValuesOf } from '../../../src/core/newsroom/siteValues.ts';

const POST = '_posts/2031-01-05-day-12.markdown';

test('the address of a post follows the pattern of the site', () => {
  for (const [permalink, address] of [
    [undefined, '/2031/01/05/day-12.html'],
    ['pretty', '/2031/01/05/day-12/'],
    ['ordinal', '/2031/005/day-12.html'],
    ['none', '/day-12.html'],
    ['/:year/:month/:day/:title/', '/2031/01/05/day-12/'],
    ['/log/:short_year-:i_month-:i_day/:slug:output_ext', '/log/31-1-5/day-12.html'],
  ] as const) {
    assert.equal(pageAddress(POST, {}, { permalink }), address);
  }
  const site = { permalink: 'pretty', collections: { posts: { permalink: '/news/:title/' } } };
  assert.equal(pageAddress(POST, {}, site), '/news/day-12/');
});

test('the front matter of a post overrides the pattern, its date, its name and its categories', () => {
  assert.equal(pageAddress(POST, { permalink: '/about-:title' }, {}), '/about-day-12');
  assert.equal(pageAddress(POST, { date: '2031-01-06 09:00:00 -08:00', slug: 'x' }, {}), '/2031/01/06/x.html');
  assert.equal(pageAddress(POST, { categories: ['News', 'City'] }, {}), '/news/city/2031/01/05/day-12.html');
  assert.equal(pageAddress(POST, { category: 'news city' }, {}), '/news/city/2031/01/05/day-12.html');
});

test('a draft has an address if it has a date', () => {
  assert.equal(pageAddress('_drafts/day-13.markdown', {}, {}), undefined);
  assert.equal(pageAddress('_drafts/day-13.markdown', {}, { permalink: 'none' }), '/day-13.html');
  assert.equal(pageAddress('_drafts/day-13.markdown', { date: '2031-01-06' }, {}), '/2031/01/06/day-13.html');
});

test('pages, files and members of collections have addresses of their own', () => {
  for (const [path, address, permalink] of [
    ['about.md', '/about.html', undefined],
    ['about.md', '/about/', 'pretty'],
    ['guide/index.html', '/guide/', 'pretty'],
    ['assets/logo.png', '/assets/logo.png', 'pretty'],
    ['_guides/start.md', '/guides/start.html', 'pretty'],
  ] as const) {
    assert.equal(pageAddress(path, {}, { permalink }), address, path);
  }
});

test('the values of a page are its front matter, and the defaults for its path', () => {
  const entry = parseEntry('---\ntitle: Day 12\nmood: calm\n---\n\nText.\n');
  const site = siteValuesOf({
    source:
      'defaults:\n- scope: { path: "", type: posts }\n  values: { mood: busy, layout: log }\n- scope: { path: _drafts }\n  values: { layout: draft }\n',
  })();
  const { url, ...values } = pageValuesOf(entry, POST, site);
  assert.deepEqual(values, { title: 'Day 12', mood: 'calm', layout: 'log', path: POST });
  assert.equal(url, '/2031/01/05/day-12.html');
  assert.equal(pageValuesOf(entry, '_drafts/day-12.markdown', site)['layout'], 'draft');
});

test('links lead to the files and posts that exist', () => {
  const files: Record<string, string> = {
    [POST]: '---\npermalink: /twelve/\n---\n',
    '_posts/2031-01-06-day-13.md': 'Text.\n',
    'about.md': '---\n---\n',
  };
  const find = addressFinder(
    '_posts',
    () => ({}),
    (path) => files[path],
  );
  assert.equal(find('2031-01-05-day-12', 'post'), '/twelve/');
  assert.equal(find('/2031-01-06-day-13', 'post'), '/2031/01/06/day-13.html');
  assert.equal(find('2031-01-07-day-14', 'post'), undefined);
  assert.equal(find(POST, 'file'), '/twelve/');
  assert.equal(find('/about.md', 'file'), '/about.html');
  assert.equal(find('../about.md', 'file'), undefined);
  assert.deepEqual(linkedPaths('{% link about.md %} {%- post_url "a" -%}', '_posts'), [
    'about.md',
    '_posts/a.markdown',
    '_posts/a.md',
    '_posts/a.html',
  ]);
});
