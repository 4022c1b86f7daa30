import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { corpusPath, noCorpus } from '../../support/corpus.ts';
import { COMMONMARK, createNewsroom, readText, runDaybook } from '../testNewsroom.ts';

const entry = (day: number, date: string) => `---\ntitle: Day ${day}\ndate: ${date} 09:00:00 -08:00\n---\n\n1/ Text.\n`;
const files = {
  '_config.yml': `timezone: America/Los_Angeles\n${COMMONMARK}`,
  '_posts/2026-03-02-day-57.markdown': entry(57, '2026-03-02'),
  '_posts/2026-03-03-day-58.markdown': entry(58, '2026-03-03'),
  '_posts/2026-03-04-day-59.markdown': entry(59, '2026-03-04'),
};

test('today gets its number by the calendar and the time in the newsroom’s time zone', async () => {
  const root = createNewsroom(files);
  const { status, out } = await runDaybook(root, 'new', '--format', 'json');
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(out), {
    path: '_drafts/day-71.markdown',
    day: 71,
    date: '2026-03-16 05:00:00 -07:00',
    title: 'Day 71',
    text: '---\ntitle: Day 71\ndate: 2026-03-16 05:00:00 -07:00\n---\n\nTK/ ',
  });
  assert.equal(readText(root, '_drafts/day-71.markdown'), JSON.parse(out).text);
});

test('file names follow the pattern in the settings', async () => {
  const root = createNewsroom({ ...files, 'daybook.json': '{ "fileName": "{date}-no-{day}.md" }' });
  assert.equal((await runDaybook(root, 'new', '--dry-run')).out, '_drafts/no-71.md\n');
  const published = await runDaybook(root, 'new', '--dry-run', '--published', '--date', '2026-03-05');
  assert.equal(published.out, '_posts/2026-03-05-no-60.md\n');
});

test('a new day uses the newsroom’s template, and a missing template is reported', async () => {
  const settings = { 'daybook.json': '{ "template": "templates/day.md" }' };
  const root = createNewsroom({
    ...files,
    ...settings,
    'templates/day.md': '---\ntitle: {title}\n---\n\nTK/ {weekday}',
  });
  await runDaybook(root, 'new');
  const expected = '---\ntitle: Day 71\ndate: 2026-03-16 05:00:00 -07:00\n---\n\nTK/ Monday';
  assert.equal(readText(root, '_drafts/day-71.markdown'), expected);
  const { status, error } = await runDaybook(createNewsroom({ ...files, ...settings }), 'new');
  assert.deepEqual([status, error.split(':')[0]], [2, 'cannot read the template templates/day.md']);
});

test('a dry run writes nothing; a published day goes among the posts', async () => {
  const root = createNewsroom(files);
  assert.equal((await runDaybook(root, 'new', '--dry-run')).out, '_drafts/day-71.markdown\n');
  assert.equal(existsSync(join(root, '_drafts')), false);
  assert.equal(
    (await runDaybook(root, 'new', '--published', '--date', '2026-03-05', '--time', '10:00')).out,
    '_posts/2026-03-05-day-60.markdown\n',
  );
  assert.match(
    readText(root, '_posts/2026-03-05-day-60.markdown'),
    /^---\ntitle: Day 60\ndate: 2026-03-05 10:00:00 -08:00\n---\n/,
  );
});

test('an existing day is reported, and nothing is overwritten', async () => {
  const root = createNewsroom(files);
  for (const args of [
    ['--date', '2026-03-03'],
    ['--date', '2026-03-03', '--dry-run'],
    ['--date', '2026-03-20', '--day', '58'],
  ]) {
    const { status, out, error } = await runDaybook(root, 'new', ...args);
    assert.deepEqual([status, out], [2, '']);
    assert.match(error, /^[^\n]*_posts\/2026-03-03-day-58\.markdown[^\n]*\n$/);
  }
  await runDaybook(root, 'new');
  const again = await runDaybook(root, 'new');
  assert.equal(again.status, 2);
  assert.match(again.error, /_drafts\/day-71\.markdown/);
});

test('a date before the first entry and invalid arguments are reported in one line', async () => {
  const root = createNewsroom(files);
  for (const date of ['2020-01-01', '2026-02-30', 'soon']) {
    const { status, error } = await runDaybook(root, 'new', '--date', date);
    assert.deepEqual([status, error.split('\n').length], [2, 2], date);
  }
  for (const wrong of [['--time', '25:00'], ['--day', 'x'], ['somewhere.md']])
    assert.equal((await runDaybook(root, 'new', ...wrong)).status, 2);
});

test('the message for an invalid argument says what is expected', async () => {
  const error = async (...args: string[]) => (await runDaybook(createNewsroom(files), ...args)).error;
  assert.equal(await error('new', '--date', 'tomorrow'), '--date is "tomorrow"; it must be a date, YYYY-MM-DD\n');
  const dashMessage = '--day takes a value; write one that begins with a dash as --day=…\n';
  assert.equal(await error('new', '--day', '-4'), dashMessage);
  const stdinMessage = '- reads the addresses from standard input and cannot be combined with others\n';
  assert.equal(await error('cite', 'https://herald.example/a', '-'), stdinMessage);
});

test('an empty folder needs --day for its first number, and only for that', async () => {
  const root = createNewsroom();
  const { status, error } = await runDaybook(root, 'new');
  assert.equal(status, 2);
  assert.match(error, /--day N/);
  assert.equal((await runDaybook(root, 'new', '--day', '1')).status, 0);
  assert.match(readText(root, '_drafts/day-1.markdown'), /^---\ntitle: Day 1\ndate: 2026-03-16 08:00:00 -04:00\n/);
  // From then on the number is known.
  assert.equal((await runDaybook(root, 'new', '--date', '2026-03-18')).status, 0);
  assert.match(readText(root, '_drafts/day-3.markdown'), /^---\ntitle: Day 3\n/);
});

test('new days in the real archive get the right numbers and times', { skip: noCorpus }, async () => {
  const days = async (date: string, time: string) => {
    const args = ['new', '--root', corpusPath(), '--dry-run', '--format', 'json', '--date', date, '--time', time];
    const { day, date: stamp } = JSON.parse((await runDaybook('.', ...args)).out);
    return `${day} ${stamp}`;
  };
  assert.equal(await days('2025-09-01', '12:00'), '1686 2025-09-01 12:00:00 -07:00');
  assert.equal(await days('2021-01-23', '12:00'), '4 2021-01-23 12:00:00 -08:00');
  assert.equal(await days('2025-11-02', '01:30'), '1748 2025-11-02 01:30:00 -07:00');
  assert.equal(await days('2025-03-09', '02:30'), '1510 2025-03-09 03:30:00 -07:00');
});

// The limit on the size of files is one of POSIX shells.
if (process.platform !== 'win32') {
  test('a disk that is full leaves no empty or incomplete file', () => {
    const root = createNewsroom({ '_drafts/.keep': '' });
    // No file may grow beyond 0 bytes: writing fails as on a full disk, creating does not.
    const script = `trap '' XFSZ; ulimit -f 0; exec "$0" "$1" new --day 1`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, resolve('dist/cli.js')], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^daybook: cannot write _drafts\/day-1\.markdown: file too large\n$/);
    assert.deepEqual(readdirSync(join(root, '_drafts')), ['.keep']);
  });
}
