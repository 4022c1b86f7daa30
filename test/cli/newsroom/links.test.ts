import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkedEntries, createNewsroom, readText, runDaybook } from '../testNewsroom.ts';

const TRACKED = 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a?utm_source=x)\n';
const CLEAN = '1/ **Head**. Text. ([Herald](https://herald.example/a))\n';

test('--fix and number change no file to which a link leads out of the newsroom', async () => {
  const outside = createNewsroom({ 'precious.md': TRACKED, 'folder/also.md': TRACKED });
  const root = createNewsroom({ '_drafts/day-1.md': TRACKED });
  symlinkSync(join(outside, 'precious.md'), join(root, '_drafts/day-2.md'));
  symlinkSync(join(outside, 'folder'), join(root, '_drafts/folder'));
  for (const args of [
    ['check', '--fix'],
    ['check', '--fix', '_drafts/day-2.md', '_drafts/folder'],
    ['number', '_drafts'],
  ]) {
    const { status, error } = await runDaybook(root, ...args);
    assert.equal(status, 2);
    assert.match(error, /^_drafts\/day-2\.md is a link that leads out of .*; it was left unchanged\. .*$/m);
    assert.match(error, /^_drafts\/folder\/also\.md is a link /m);
    assert.equal(readText(outside, 'precious.md'), TRACKED);
    assert.equal(readText(outside, 'folder/also.md'), TRACKED);
  }
  assert.notEqual(readText(root, '_drafts/day-1.md'), TRACKED, 'the newsroom itself is fixed');
});

test('--fix changes a file through a link that stays in the newsroom, and one that is named by its own path', async () => {
  const outside = createNewsroom({ 'a.md': TRACKED, 'folder/b.md': TRACKED });
  const root = createNewsroom({ 'texts/day-1.md': TRACKED, '_drafts/day-2.md': TRACKED });
  symlinkSync(join(root, 'texts/day-1.md'), join(root, '_drafts/day-1.md'));
  await runDaybook(root, 'check', '--fix');
  assert.notEqual(readText(root, 'texts/day-1.md'), TRACKED);
  await runDaybook(root, 'check', '--fix', '--root', '.', join(outside, 'a.md'), join(outside, 'folder'));
  assert.notEqual(readText(outside, 'a.md'), TRACKED);
  assert.notEqual(readText(outside, 'folder/b.md'), TRACKED);
});

test('links between folders, however many, are followed once', async () => {
  const root = createNewsroom({ '_posts/a.md': CLEAN });
  for (let from = 0; from < 12; from++) {
    mkdirSync(join(root, `_posts/${from}`));
    writeFileSync(join(root, `_posts/${from}/x.md`), CLEAN);
    for (let to = 0; to < 12; to++) symlinkSync(`../${to}`, join(root, `_posts/${from}/to-${to}`));
  }
  symlinkSync('/', join(root, '_posts/everything'));
  symlinkSync('.', join(root, '_posts/self'));
  const { out, status } = await runDaybook(root, 'check', '--format', 'json');
  assert.equal(status, 0);
  assert.equal(checkedEntries(out).length, 1 + 2 * 12);
});

test('a template or a picture to which a link leads out of the newsroom is not read', async () => {
  const outside = createNewsroom({ 'secret.txt': 'SECRET', 'secret.png': 'SECRET' });
  const root = createNewsroom({
    'daybook.json': '{ "template": "day.md" }',
    '_posts/2026-03-13-day-1.markdown': `---\ntitle: Day 1\ndate: 2026-03-13 09:00:00 -0400\nimage: /a.png\n---\n\n${CLEAN}\n![](/a.png)\n`,
  });
  symlinkSync(join(outside, 'secret.txt'), join(root, 'day.md'));
  symlinkSync(join(outside, 'secret.png'), join(root, 'a.png'));
  const created = await runDaybook(root, 'new', '--day', '2', '--dry-run', '--format', 'json');
  assert.deepEqual(created, {
    status: 2,
    out: '',
    error: 'cannot read the template day.md: a link leads out of the newsroom\n',
  });
  const page = await runDaybook(root, 'render', '--target', 'page', '_posts');
  assert.equal(page.status, 0);
  assert.ok(!page.out.includes(Buffer.from('SECRET').toString('base64')));
});

// Only Windows has no such permissions.
if (process.platform !== 'win32') {
  test('a folder and a file that cannot be read are reported, and the rest is checked', async () => {
    const root = createNewsroom({
      '_drafts/day-1.md': CLEAN,
      '_drafts/closed/day-2.md': CLEAN,
      '_drafts/day-3.md': CLEAN,
    });
    chmodSync(root, 0o755); // temporary folders are closed to others
    chmodSync(join(root, '_drafts/closed'), 0);
    chmodSync(join(root, '_drafts/day-3.md'), 0);
    const asText = await asOrdinaryUser(() => runDaybook(root, 'check'));
    assert.equal(asText.status, 2);
    assert.match(
      asText.error,
      /^cannot read .*\/_drafts\/closed: permission denied\ncannot read _drafts\/day-3\.md: permission denied\n$/,
    );
    assert.match(asText.out, /in 1 entry\.$/m);
    for (const args of [['stats'], ['render', '_drafts'], ['ready', '_drafts'], ['number', '_drafts']]) {
      const { status, error } = await asOrdinaryUser(() => runDaybook(root, ...args));
      assert.equal(status, 2, args.join(' '));
      assert.match(error, /closed: permission denied/);
    }
    chmodSync(join(root, '_drafts/closed'), 0o755);
  });
}

/** Runs a function without the rights of root, who can read everything. */
async function asOrdinaryUser<T>(run: () => Promise<T>): Promise<T> {
  const NOBODY = 65_534;
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
