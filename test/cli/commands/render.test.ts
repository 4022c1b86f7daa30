import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMONMARK, createNewsroom, runDaybook } from '../testNewsroom.ts';

const ENTRY = '---\ntitle: Day 1\n---\n\n1/ **Head**. "Quoted." {{ site.url }}\n';

test('the body is rendered without front matter, with the address of its site', async () => {
  const root = createNewsroom({
    '_drafts/day-1.markdown': ENTRY,
    '_config.yml': `url: "https://own.example" # ours\n${COMMONMARK}`,
  });
  const html = '<p>1/ <strong>Head</strong>. “Quoted.” https://own.example</p>\n';
  assert.deepEqual(await runDaybook(root, 'render', '_drafts/day-1.markdown'), { status: 0, out: html, error: '' });
  const json = await runDaybook(root, 'render', '_drafts', '--format', 'json');
  assert.equal(json.out, `${JSON.stringify({ path: '_drafts/day-1.markdown', html })}\n`);
});

test('the address of the site is empty if its configuration has none', async () => {
  const entry = ENTRY.replace('{{ site.url }}', '<a href="{{ site.url }}{{ site.baseurl }}/a/">A</a>');
  const linked = entriesThatLinkToEachOther('https://log.example');
  for (const [config, href] of [
    [undefined, '/a/'],
    ['title: Log\n', '/a/'],
    ['url: ""\nbaseurl: "/log"\n', '/log/a/'],
    ['url: https://own.example\nbaseurl: /log\n', 'https://own.example/log/a/'],
  ] as const) {
    const root = createNewsroom({
      '_drafts/day-1.markdown': entry,
      ...(config !== undefined && { '_config.yml': config + COMMONMARK, ...linked }),
    });
    const { out } = await runDaybook(root, 'render', '_drafts/day-1.markdown');
    assert.ok(out.includes(`<a href="${href}">A</a>`), out);
  }
});

test('in a folder of entries without a configuration, the links between them show the address of the site', async () => {
  const root = createNewsroom({
    '_drafts/day-1.markdown': ENTRY,
    ...entriesThatLinkToEachOther('https://log.example'),
  });
  const { out } = await runDaybook(root, 'render', '_drafts/day-1.markdown');
  assert.equal(out, '<p>1/ <strong>Head</strong>. “Quoted.” https://log.example</p>\n');
});

test('the engine is the one that the configuration names; a setting overrides it, and an argument both', async () => {
  const table = '| a |\n|---|\n| ~~"b"~~ |\n';
  const config = 'markdown: CommonMark\ncommonmark:\n  options: [SMART]\n  extensions: [table]\n';
  const cells = /<td>(.*)<\/td>/;
  const rendered = async (files: Record<string, string>, ...args: string[]) => {
    const root = createNewsroom({ '_drafts/day-1.markdown': table, ...files });
    return (await runDaybook(root, 'render', '_drafts', ...args)).out;
  };
  assert.match(await rendered({ '_config.yml': config }), /<td>~~“b”~~<\/td>/);
  assert.match(
    await rendered({ '_config.yml': config, 'daybook.json': '{ "engine": "gfm" }' }),
    /<td><del>&quot;b&quot;<\/del><\/td>/,
  );
  assert.match(
    await rendered({ '_config.yml': config, 'daybook.json': '{ "engine": "gfm" }' }, '--engine', 'commonmark'),
    /<td>~~“b”~~<\/td>/,
  );
  assert.doesNotMatch(await rendered({}), cells);
  assert.match(await rendered({ 'hugo.toml': '' }), /<td><del>“b”<\/del><\/td>/);
  assert.match(
    await rendered({}, '--engine', 'gfm', '--target', 'page'),
    /<td><del>"b"<\/del><\/td>|<td><del>&quot;b&quot;<\/del><\/td>/,
  );
});

test('an unknown engine is refused', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': ENTRY });
  const { status, error } = await runDaybook(root, 'render', '_drafts', '--engine', 'redcarpet');
  assert.deepEqual([status, error], [2, '--engine is "redcarpet"; it must be one of commonmark, gfm, kramdown\n']);
});

test('values of the site and the page, and addresses of other pages, are resolved', async () => {
  const root = createNewsroom({
    '_drafts/day-2.markdown':
      '---\ntitle: Day 2\n---\n\n{{ site.title }}: {{ page.title }}, after [Day 1]({% post_url 2031-01-31-day-1 %}). {% include a.html %}\n',
    '_posts/2031-01-31-day-1.markdown': '---\npermalink: /one/\n---\n\nText.\n',
    '_config.yml': `title: Log\nbaseurl: /log\n${COMMONMARK}`,
  });
  assert.equal(
    (await runDaybook(root, 'render', '_drafts')).out,
    '<p>Log: Day 2, after <a href="/log/one/">Day 1</a>. {% include a.html %}</p>\n',
  );
  const page = (await runDaybook(root, 'render', '_drafts', '--target', 'page')).out;
  assert.match(page, /<a href="\/log\/one\/">Day 1<\/a>. <mark class="liquid">\{% include a\.html %\}<\/mark>/);
});

function entriesThatLinkToEachOther(site: string): Record<string, string> {
  const days = Array.from({ length: 20 }, (_, index) => index + 10);
  return Object.fromEntries(
    days.map((day) => [
      `_posts/2031-01-${day}-day-${day}.markdown`,
      ENTRY.replace(
        '{{ site.url }}',
        `[Earlier](${site}/2031/01/${Math.max(10, day - 1)}/day-${Math.max(10, day - 1)}/)`,
      ),
    ]),
  );
}

const FULL = `---
title: Day 1
date: 2031-01-31 09:30:00 -08:00
description: Hm.
image: /uploads/1.png
---

1/ **Head**. ([A](/b))
`;

test('a page is self-contained: it includes the image, and uses the configured time zone', async () => {
  const root = createNewsroom({
    '_posts/2031-01-31-day-1.markdown': FULL,
    '_config.yml': `url: https://own.example\ntimezone: America/Denver\n${COMMONMARK}`,
    'uploads/1.png': 'PNG',
  });
  const { status, out } = await runDaybook(root, 'render', '_posts', '--target', 'page');
  assert.equal(status, 0);
  assert.match(
    out,
    /^<!doctype html>[\s\S]*<h1>Day 1: <small>Hm\.<\/small><\/h1>\n<p class="date">Jan 31, 2031, 10:30am MT<\/p>/,
  );
  assert.match(out, /<img src="data:image\/png;base64,UE5H" alt="">/);
  assert.match(
    out,
    /<p id="1-head-a">1\/ <strong>Head<\/strong>\. \(<a href="https:\/\/own\.example\/b">A<\/a>\)<\/p>/,
  );
});

test('the time zone in the newsroom’s settings takes precedence over that of the site', async () => {
  const root = createNewsroom({
    '_posts/2031-01-31-day-1.markdown': FULL,
    '_config.yml': `timezone: America/Denver\n${COMMONMARK}`,
    'daybook.json': '{ "timezone": "America/New_York" }',
  });
  const { out } = await runDaybook(root, 'render', '_posts', '--target', 'page');
  assert.match(out, /<p class="date">Jan 31, 2031, 12:30pm ET<\/p>/);
});

test('an image outside the newsroom is left out, and the default time zone is that of the archive', async () => {
  const post = FULL.replace('/uploads/1.png', '/../secret.png');
  const root = createNewsroom({
    'site/_posts/2031-01-31-day-1.markdown': post,
    'site/_posts/2031-07-01-day-152.markdown': post.replace('01-31 09:30:00 -08', '07-01 09:30:00 -07'),
    'secret.png': 'PNG',
  });
  const { out } = await runDaybook(
    join(root, 'site'),
    'render',
    '_posts/2031-01-31-day-1.markdown',
    '--target',
    'page',
  );
  assert.match(out, /<p class="date">Jan 31, 2031, 9:30am PT<\/p>/);
  assert.doesNotMatch(out, /UE5H|<img/);
});

test('e-mail and plain text have the same form in JSON as a body', async () => {
  const root = createNewsroom({
    '_posts/2031-01-31-day-1.markdown': FULL,
    '_config.yml': `url: https://own.example\n${COMMONMARK}`,
  });
  const path = '_posts/2031-01-31-day-1.markdown';
  for (const [target, expected] of [
    ['email', '<a href="https://own.example/b" style="'],
    ['text', '1/ Head. (A [1])\n\n[1] https://own.example/b\n'],
  ] as const) {
    const { out } = await runDaybook(root, 'render', path, '--target', target);
    assert.ok(out.includes(expected), out);
    const json = await runDaybook(root, 'render', path, '--target', target, '--format', 'json');
    assert.equal(json.out, `${JSON.stringify({ path, html: out })}\n`);
  }
});

test('a missing path or an unknown target is reported in one line', async () => {
  const root = createNewsroom({ 'a.md': ENTRY });
  for (const args of [[], ['a.md', '--target', 'paper'], ['nowhere.md']]) {
    const { status, out, error } = await runDaybook(root, 'render', ...args);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2]);
  }
});

test('the built command runs in its own process', () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': ENTRY });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), ...args], { cwd: root, encoding: 'utf8' });
  assert.match(run('render', '_drafts/day-1.markdown').stdout, /^<p>1\/ <strong>Head<\/strong>\. “Quoted\.”/);
  const { status, stderr } = run('nonsense');
  assert.deepEqual(
    [status, stderr],
    [
      2,
      'daybook: there is no command "nonsense"; the commands are check, render, new, cite, number, summary, ready, stats, profile; see daybook help\n',
    ],
  );
  assert.equal(run('check').status, 0);
});
