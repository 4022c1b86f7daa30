import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedEntries, createNewsroom, readText, runDaybook } from '../testNewsroom.ts';

const BODY = 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a))\n';
const ENTRY = `---\ntitle: Day 1\ndate: 2026-03-01 09:00:00 +00:00\n---\n\n${BODY}`;

async function problems(root: string, ...args: string[]): Promise<string[]> {
  const { out, error } = await runDaybook(root, 'check', '--format', 'json', ...args);
  assert.equal(error, '');
  return checkedEntries(out).flatMap(({ path, problems }) =>
    problems.map(({ rule, severity }) => `${path} ${rule} ${severity}`),
  );
}

test("the rules in daybook.json apply; the editor's settings take precedence, and --rule takes precedence over both", async () => {
  const newsroomFile = { 'daybook.json': '{ "rules": { "placeholder": "off", "sentence-spacing": "info" } }' };
  const both = {
    ...newsroomFile,
    '.vscode/settings.json': '{ "daybook.rules": { "sentence-spacing": "error" }, /* loud */ }',
  };
  const entry = { '_drafts/day-1.markdown': ENTRY };
  const path = '_drafts/day-1.markdown';
  assert.deepEqual(await problems(createNewsroom({ ...entry, ...newsroomFile })), [`${path} sentence-spacing info`]);
  assert.deepEqual(await problems(createNewsroom({ ...entry, ...both })), [`${path} sentence-spacing error`]);
  assert.deepEqual(await problems(createNewsroom({ ...entry, ...both }), '--rule', 'sentence-spacing=hint'), [
    `${path} sentence-spacing hint`,
  ]);
});

test('folders, time zone and epochs come from the settings', async () => {
  const root = createNewsroom({
    'daybook.json':
      '{ "posts": "published", "drafts": "drafts", "timezone": "Europe/London", "epochs": [{ "from": "2026-03-01", "day": 1 }] }',
    'drafts/day-1.markdown': ENTRY,
    'published/2026-03-02-day-2.markdown': BODY,
    'notes/other.md': ENTRY,
  });
  assert.deepEqual(
    [...new Set((await problems(root)).filter((problem) => / placeholder /.test(problem)))],
    ['drafts/day-1.markdown placeholder hint', 'published/2026-03-02-day-2.markdown placeholder error'],
  );
  assert.deepEqual(
    (await problems(`${root}/notes`, '../drafts/day-1.markdown'))[0],
    'drafts/day-1.markdown placeholder hint',
  );
  const { out } = await runDaybook(root, 'new', '--date', '2026-03-30', '--time', '09:00', '--format', 'json');
  const { path, day, date } = JSON.parse(out);
  assert.deepEqual([path, day, date], ['drafts/day-30.markdown', 30, '2026-03-30 09:00:00 +01:00']);
});

test('further entries come from the settings, and are drafts while they contain TK', async () => {
  const files = {
    '_posts/2026-03-01-day-1.markdown': ENTRY,
    'notes/2026/a.md': BODY,
    'notes/old/b.md': BODY,
    'README.md': BODY,
  };
  const paths = async (root: string, ...args: string[]) => {
    const placeholders = (await problems(root, ...args)).filter((problem) => /^\S+ placeholder \w/.test(problem));
    return [...new Set(placeholders)];
  };
  const post = '_posts/2026-03-01-day-1.markdown placeholder error';
  const note = 'notes/2026/a.md placeholder hint';
  const entries = ['notes/**/*.md', '!notes/old/'];
  assert.deepEqual(await paths(createNewsroom(files)), [post]);
  const root = createNewsroom({ ...files, 'daybook.json': JSON.stringify({ entries }) });
  assert.deepEqual(await paths(root), [post, note]);
  assert.deepEqual(await paths(`${root}/notes`, '--root', '..'), [post, note]);
  const editorSettings = { '.vscode/settings.json': JSON.stringify({ 'daybook.entries': entries }) };
  assert.deepEqual(await paths(createNewsroom({ ...files, ...editorSettings })), [post, note]);
});

test('a folder outside the newsroom or in a subfolder is rejected with a reason', async () => {
  const reason =
    'The folder must be directly inside the newsroom: a single name, without slashes or a period at its start.';
  for (const name of ['../other', 'content/_posts']) {
    const root = createNewsroom({ 'daybook.json': JSON.stringify({ posts: name }), '_drafts/day-1.markdown': ENTRY });
    const { status, error } = await runDaybook(root, 'check');
    assert.deepEqual([status, error], [2, `daybook.json:1:10 ${reason}\n`]);
  }
});

test("an unknown time zone and a syntax error in the editor's settings are reported on standard error", async () => {
  const root = createNewsroom({
    '_drafts/day-1.markdown': ENTRY,
    'daybook.json': '{ "timezone": "Mars/Base" }',
    '.vscode/settings.json': '{\n  "daybook.rules": { "placeholder": "off" },\n  "daybook.posts" "entries"\n}\n',
  });
  const { status, out, error } = await runDaybook(root, 'check', '--format', 'json');
  assert.equal(status, 0);
  assert.deepEqual(error.split('\n'), [
    '.vscode/settings.json:3:19 Expected a colon. Settings after this may be ignored.',
    'daybook.json:1:15 Unknown time zone `Mars/Base`. Use an IANA name such as `Europe/London`.',
    '',
  ]);
  assert.deepEqual(
    checkedEntries(out)[0]?.problems.map(({ rule }) => rule),
    ['sentence-spacing'],
  );
});

test('countdowns come from the settings', async () => {
  const root = createNewsroom({
    'daybook.json': '{ "countdowns": [{ "phrase": "levy election", "date": "2026-03-20" }] }',
    '_drafts/day-1.markdown':
      '---\ntitle: Day 1\ndate: 2026-03-16 09:00:00 -07:00\n---\n\n*The levy election is in 5 days.*\n',
  });
  await runDaybook(root, 'check', '--fix');
  assert.match(readText(root, '_drafts/day-1.markdown'), /in 4 days\./);
});

test('an invalid daybook.json ends every command that needs it, in one line with the position', async () => {
  const root = createNewsroom({
    'daybook.json': '{\n  "rules": {\n    "date": "loud"\n  }\n}\n',
    '_drafts/day-1.markdown': ENTRY,
  });
  for (const args of [['check'], ['check', '--fix'], ['new', '--day', '3']]) {
    const { status, out, error } = await runDaybook(root, ...args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.equal(error, 'daybook.json:3:13 `rules.date` must be one of off, hint, info, warning, error.\n');
  }
  const unclosed = createNewsroom({ 'daybook.json': '{ "posts": "a"', '_drafts/day-1.markdown': ENTRY });
  assert.equal((await runDaybook(unclosed, 'check')).error, 'daybook.json:1:15 Expected a closing brace.\n');
});

test('an unknown setting is reported, and the check continues', async () => {
  const root = createNewsroom({
    'daybook.json': '{ "rule": {}, "rules": { "sentence-spacing": "off" } }',
    '_drafts/day-1.markdown': ENTRY,
  });
  const { status, out, error } = await runDaybook(root, 'check', '--format', 'json');
  assert.equal(status, 0);
  assert.equal(error, 'daybook.json:1:3 Unknown setting `rule`. Did you mean `rules`?\n');
  assert.deepEqual(
    checkedEntries(out)[0]?.problems.map(({ rule }) => rule),
    ['placeholder'],
  );
});

test('outlets, required keys and tracking parameters come from the settings', async () => {
  const post = (link: string) =>
    `---\ntitle: Day 1\ndate: 2026-03-01 09:00:00 +00:00\n---\n\n1/ **Head**. Text. (${link})\n`;
  const files = {
    '_posts/2026-03-01-day-1.markdown': post('[NBC News](https://www.cnn.com/a?share_id=1&utm_source=x)'),
  };
  const settings = {
    outlets: { 'cnn.com': 'NBC News' },
    requiredKeys: ['image'],
    tracking: ['share_id', '!utm_source'],
  };
  const rules = async (root: string) => (await problems(root)).map((problem) => problem.split(' ')[1]);
  assert.deepEqual(await rules(createNewsroom(files)), ['citation-outlet', 'citation-tracking']);
  const root = createNewsroom({ ...files, 'daybook.json': JSON.stringify(settings) });
  assert.deepEqual(await rules(root), ['front-matter-keys', 'citation-tracking']);
  await runDaybook(root, 'check', '--fix');
  assert.match(readText(root, '_posts/2026-03-01-day-1.markdown'), /\(https:\/\/www\.cnn\.com\/a\?utm_source=x\)/);
});
