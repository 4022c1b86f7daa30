import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkedEntries, createNewsroom, readText, runDaybook } from './testNewsroom.ts';

const entry = (title: string, date: string) =>
  `---\ntitle: ${title}\ndate: ${date}\ndraft: false\n---\n\n1/ **The mayor left**. She left today. ([Herald](https://herald.example/${date.slice(0, 10)}))\n`;

/** A small tree of each generator, with an issue a week. */
const SITES = {
  Hugo: {
    'hugo.toml': 'baseURL = "https://log.example/"\n',
    'content/_index.md': '---\ntitle: Log\n---\n',
    'content/posts/_index.md': '---\ntitle: Posts\n---\n\nAll  posts.Here.\n',
    'content/posts/2026-03-02-issue-7.md': entry('Issue 7', '2026-03-02T09:00:00-05:00'),
    'content/posts/2026-03-09-issue-8.md': entry('Issue 8', '2026-03-09T09:00:00-04:00'),
    'content/about.md': 'One.Two.\n',
    'archetypes/default.md': '---\ntitle: "{{ .Name }}"\n---\n',
    'daybook.json': '{ "entries": ["content/posts/**/*.md", "!**/_index.md"] }',
  },
  Eleventy: {
    'eleventy.config.js': 'export default () => {};\n',
    'posts/2026/2026-03-02-issue-7.md': entry('Issue 7', '2026-03-02 09:00:00 -05:00'),
    'posts/2026/2026-03-09-issue-8.md': entry('Issue 8', '2026-03-09 09:00:00 -04:00'),
    'README.md': 'One.Two.\n',
    'node_modules/a/posts/x.md': 'One.Two.\n',
    'daybook.json': '{ "entries": ["posts/**/*.md"] }',
  },
  Astro: {
    'astro.config.mjs': 'export default {};\n',
    'src/content/blog/issue-7.md': entry('Issue 7', '2026-03-02'),
    'src/content/blog/issue-8.md': entry('Issue 8', '2026-03-09'),
    'src/pages/about.md': 'One.Two.\n',
    'daybook.json': '{ "entries": ["src/content/blog/**/*.md"] }',
  },
};

const EXPECTED: Readonly<Record<keyof typeof SITES, { readonly path: string; readonly date: string }>> = {
  Hugo: { path: 'content/posts/2026-03-16-issue-9.md', date: '2026-03-16T08:00:00-04:00' },
  Eleventy: { path: 'posts/2026/2026-03-16-issue-9.md', date: '2026-03-16 08:00:00 -04:00' },
  Astro: { path: 'src/content/blog/issue-9.md', date: '2026-03-16' },
};

for (const [name, files] of Object.entries(SITES) as [keyof typeof SITES, Record<string, string>][]) {
  test(`on a site of ${name}, the entries that the globs list are checked, and no other file`, async () => {
    const root = createNewsroom(files);
    const { status, out } = await runDaybook(root, 'check', '--format', 'json');
    const entries = checkedEntries(out);
    assert.deepEqual(
      entries.map(({ path }) => path),
      Object.keys(files).filter((path) => path.includes('issue-')),
    );
    assert.deepEqual(
      entries.flatMap(({ problems }) => problems.filter(({ severity }) => severity !== 'hint')),
      [],
    );
    assert.equal(status, 0);
  });

  test(`on a site of ${name}, a new entry is written beside the others, in their form`, async () => {
    const root = createNewsroom(files);
    const { path, date } = EXPECTED[name];
    const { out } = await runDaybook(root, 'new', '--format', 'json');
    const created = JSON.parse(out);
    assert.deepEqual([created.path, created.title, created.date], [path, 'Issue 9', date]);
    assert.match(readText(root, path), /^---\ntitle: Issue 9\ndate: /);
    assert.ok(!existsSync(join(root, '_drafts')));
    assert.equal((await runDaybook(root, 'check')).status, 0);
  });

  test(`on a site of ${name}, the profile is that of its entries`, async () => {
    const { out } = await runDaybook(createNewsroom(files), 'profile');
    assert.match(out, /Issue/);
    assert.doesNotMatch(out, /about|README|_index/);
  });
}

test('front matter in TOML is one clear error, and is left as it is', async () => {
  const toml = `+++\ntitle = "Issue 9"\ndate = 2026-03-16T09:00:00-04:00\n\n[params]\nx = 1\n+++\n\n1/ **One**. one.Two. ([Herald](https://herald.example/9))\n`;
  const root = createNewsroom({ ...SITES.Hugo, 'content/posts/2026-03-16-issue-9.md': toml });
  const { status, out, error } = await runDaybook(root, 'check');
  assert.deepEqual([status, error], [1, '']);
  assert.match(out, /issue-9\.md:1:1 error Front matter in TOML is not supported: expected YAML/);
  assert.equal(out.match(/:\d+ error /g)?.length, 1);
  await runDaybook(root, 'check', '--fix');
  assert.equal(readText(root, 'content/posts/2026-03-16-issue-9.md'), toml.replace('one.Two', 'one. Two'));
});
