import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

function issue(number: number, date: string): string {
  return `---\ntitle: Issue ${number}\ndate: ${date} 09:00:00 -04:00\ntags: [harbour]\n---\n\n*The levy election is in ${30 - number} days.*\n`;
}

const ISSUES = {
  '_posts/2026-05-01-issue-1.md': issue(1, '2026-05-01'),
  '_posts/2026-05-02-issue-2.md': issue(2, '2026-05-02'),
  '_posts/2026-05-03-issue-3.md': issue(3, '2026-05-03'),
  '_posts/2026-05-04-issue-5.md': issue(5, '2026-05-04'),
  '_posts/2026-05-05-on-bridges.md': '---\ntitle: On bridges\n---\n\nA bridge.\n',
};

test('each fact is printed on a line, with its evidence and what disagrees', async () => {
  const { status, out, error } = await runDaybook(createNewsroom(ISSUES), 'profile');
  assert.deepEqual([status, error], [0, '']);
  assert.deepEqual(out.split('\n'), [
    'Learned from 5 entries, 1 of them not part of the numbered series.',
    'Count: one more each entry; Issue 5 was 2026-05-04 (likely: 3 of 4 entries); not _posts/2026-05-04-issue-5.md',
    'Title: Issue {number} (likely: 4 of 4 entries)',
    'File name: {date}-issue-{day}.md (likely: 4 of 4 entries)',
    'Date: YYYY-MM-DD HH:MM:SS ±HH:MM (likely: 4 of 4 entries)',
    'Time zone: America/New_York (likely: 4 of 4 entries)',
    'Keys: title, date, tags (likely: 4 of 4 entries)',
    'Countdown: levy election on 2026-05-30 (likely: 3 of 4 mentions); not _posts/2026-05-04-issue-5.md',
    '',
  ]);
});

test('the only entry of a log gives a guess, stated as such', async () => {
  const root = createNewsroom({
    '_posts/2026-03-15-tag-1.md': "---\ntitle: 'Tag 1'\ndate: 2026-03-15\n---\n\nHallo.\n",
  });
  const { out } = await runDaybook(root, 'profile');
  assert.deepEqual(out.split('\n').slice(0, 6), [
    'Learned from 1 entry.',
    'Count: one more each calendar day; Tag 1 was 2026-03-15 (a guess from 1 entry)',
    'Title: Tag {number}, in single quotes (a guess from 1 entry)',
    'File name: {date}-tag-{day}.md (a guess from 1 entry)',
    'Date: YYYY-MM-DD (a guess from 1 entry)',
    "Time zone: America/New_York, this computer's (a guess: the entries do not say)",
  ]);
});

test('the JSON has every fact in the same form', async () => {
  const { status, out } = await runDaybook(createNewsroom(ISSUES), 'profile', '--format', 'json');
  assert.equal(status, 0);
  const profile = JSON.parse(out);
  assert.deepEqual(Object.keys(profile), ['version', 'entries', 'facts']);
  assert.deepEqual([profile.version, profile.entries], [1, 5]);
  const keys = ['name', 'value', 'agree', 'of', 'source', 'strength', 'disagree', 'since'];
  for (const fact of profile.facts) assert.deepEqual(Object.keys(fact), keys, fact.name);
  assert.deepEqual(
    profile.facts.map(({ name, value }: { name: string; value: unknown }) => [name, value]),
    [
      ['count', 'entries'],
      ['title', 'Issue {number}'],
      ['fileName', '{date}-issue-{day}.md'],
      ['date', 'YYYY-MM-DD HH:MM:SS ±HH:MM'],
      ['timezone', 'America/New_York'],
      ['keys', ['title', 'date', 'tags']],
      ['countdown', { phrase: 'levy election', date: '2026-05-30' }],
    ],
  );
  const [count] = profile.facts;
  assert.deepEqual(
    [count.agree, count.of, count.source, count.disagree],
    [3, 4, 'learned', ['_posts/2026-05-04-issue-5.md']],
  );
});

test('a setting is stated as such, with the evidence of what was learned', async () => {
  const settings = '{ "title": "Letter {number}", "timezone": "Europe/Paris" }';
  const { out } = await runDaybook(
    createNewsroom({ ...ISSUES, 'daybook.json': settings }),
    'profile',
    '--format',
    'json',
  );
  const facts: readonly { name: string; value: unknown; source: string }[] = JSON.parse(out).facts;
  assert.deepEqual(
    facts.filter(({ source }) => source === 'setting').map(({ name, value }) => [name, value]),
    [
      ['title', 'Letter {number}'],
      ['timezone', 'Europe/Paris'],
    ],
  );
});

test('without entries there is nothing to know, and a path or an unknown format is refused', async () => {
  const root = createNewsroom();
  const empty = await runDaybook(root, 'profile');
  assert.equal(empty.status, 0);
  assert.match(empty.out, /^Learned from 0 entries\.\nCount: not known \(unknown\)\n/);
  const path = await runDaybook(root, 'profile', '_posts');
  assert.deepEqual([path.status, path.error], [2, 'profile takes no path, but was given _posts\n']);
  const format = await runDaybook(root, 'profile', '--format', 'xml');
  assert.deepEqual([format.status, format.error], [2, '--format is "xml"; it must be one of text, json\n']);
});
