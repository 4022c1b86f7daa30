import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { corpusPath, noCorpus } from '../support/corpus.ts';
import { daybook, newsroom, read } from './newsroom.ts';

const OPEN = 'TK/ **Head**. One.Two. ([Herald](https://herald.example/a)\n';
const MENDED = 'TK/ **Head**. One. Two. ([Herald](https://herald.example/a))\n';
const CLEAN = '1/ **Head**. Text. ([Herald](https://herald.example/a))\n';

interface Report {
  readonly version: number;
  readonly entries: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly start: { readonly line: number; readonly column: number };
      readonly fix: null | { readonly title: string; readonly edits: readonly object[] };
    }[];
  }[];
}

const parse = (out: string) => JSON.parse(out) as Report;

test('the real draft has exactly its faults, and --fix mends the two that are certain', {
  skip: noCorpus,
}, async () => {
  const draft = readFileSync(corpusPath('day-1080.draft.markdown'), 'utf8');
  const root = newsroom({ '_drafts/day-1080.markdown': draft });
  const { status, out } = await daybook(root, 'check', '--format', 'json');
  assert.equal(status, 1);
  const [entry] = parse(out).entries;
  assert.equal(entry?.path, '_drafts/day-1080.markdown');
  assert.deepEqual(
    entry.problems.map(({ rule, severity, start, fix }) => [start.line, rule, severity, fix !== null]),
    [
      [7, 'placeholder', 'hint', false],
      [7, 'headline-missing', 'hint', false],
      [7, 'sentence-spacing', 'warning', true],
      [7, 'citation-unclosed', 'error', true],
      [21, 'placeholder', 'hint', false],
      [25, 'placeholder', 'hint', false],
      [29, 'placeholder', 'hint', false],
      [29, 'section-empty', 'hint', false],
      [31, 'citation-missing', 'hint', false],
    ],
  );
  assert.equal((await daybook(root, 'check', '--fix')).status, 0);
  const mended = read(root, '_drafts/day-1080.markdown');
  assert.equal(mended, draft.replace('decades.Esper', 'decades. Esper').replace('n1109961) /', 'n1109961))'));
  await daybook(root, 'check', '--fix');
  assert.equal(read(root, '_drafts/day-1080.markdown'), mended);
});

test('json has the documented form, and lists entries without problems', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': OPEN, '_posts/2026-03-16-day-2.markdown': CLEAN });
  const { out } = await daybook(root, 'check', '--format', 'json');
  const report = JSON.parse(out);
  assert.equal(report.version, 1);
  assert.deepEqual(report.entries[1], { path: '_posts/2026-03-16-day-2.markdown', problems: [] });
  assert.deepEqual(report.entries[0].problems.at(-1), {
    rule: 'citation-unclosed',
    severity: 'error',
    message: 'The citation group is not closed.',
    from: 24,
    to: 58,
    start: { line: 1, column: 25 },
    end: { line: 1, column: 59 },
    fix: { title: 'Close the citation group', edits: [{ from: 58, to: 58, text: ')' }] },
  });
});

test('the status is 0 without findings as loud as --fail-on, 1 with one, 2 where it could not run', async () => {
  const root = newsroom({
    '_drafts/day-1.markdown': OPEN,
    '_drafts/day-2.markdown': 'TK/ **Head**. One.Two. ([A](https://a.example/))\n',
  });
  assert.equal((await daybook(root, 'check')).status, 1);
  assert.equal((await daybook(root, 'check', '_drafts/day-2.markdown')).status, 0);
  assert.equal((await daybook(root, 'check', '_drafts/day-2.markdown', '--fail-on', 'warning')).status, 1);
  assert.equal((await daybook(root, 'check', '_drafts/day-2.markdown', '--fail-on', 'hint')).status, 1);
  for (const wrong of [
    ['nowhere.md'],
    ['--format', 'xml'],
    ['--fail-on', 'loud'],
    ['--rule', 'no-rule=off'],
    ['--rule', 'date'],
    ['--rule', 'date=loud'],
    ['--unknown'],
    ['--root', 'nowhere'],
  ]) {
    const { status, out, error } = await daybook(root, 'check', ...wrong);
    assert.deepEqual([status, out, error.split('\n').length], [2, '', 2], wrong.join(' '));
  }
  assert.deepEqual((await daybook(root, 'chekc')).status, 2);
});

test('--rule makes a rule louder, quieter, or silent', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': OPEN });
  const rules = async (...args: string[]) =>
    parse((await daybook(root, 'check', '--format', 'json', ...args)).out).entries[0]?.problems.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  assert.deepEqual(await rules(), ['placeholder hint', 'sentence-spacing warning', 'citation-unclosed error']);
  assert.deepEqual(await rules('--rule', 'placeholder=off', '--rule', 'sentence-spacing=info'), [
    'sentence-spacing info',
    'citation-unclosed error',
  ]);
});

test('--fix writes what is certain and nothing else', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': OPEN, '_posts/2026-03-16-day-2.markdown': CLEAN });
  const { status, out } = await daybook(root, 'check', '--fix');
  assert.equal(status, 0);
  assert.match(out, /2 problems fixed\./);
  assert.equal(read(root, '_drafts/day-1.markdown'), MENDED);
  assert.equal(read(root, '_posts/2026-03-16-day-2.markdown'), CLEAN);
});

test('a file that is not UTF-8 is left as it is', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': '' });
  const bytes = Buffer.concat([Buffer.from(OPEN), Buffer.from([0xe9, 0x0a])]);
  writeFileSync(join(root, '_drafts/day-1.markdown'), bytes);
  const { status, error } = await daybook(root, 'check', '--fix');
  assert.deepEqual([status, error], [2, '_drafts/day-1.markdown is not UTF-8; it was left as it is\n']);
  assert.deepEqual(readFileSync(join(root, '_drafts/day-1.markdown')), bytes);
});

test('paths are those below the root, wherever the command runs; outside it they are absolute', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': CLEAN, 'other/note.txt': '' });
  const outside = newsroom({ 'alone.md': CLEAN });
  const paths = async (cwd: string, ...args: string[]) =>
    parse((await daybook(cwd, 'check', '--format', 'json', ...args)).out).entries.map(({ path }) => path);
  assert.deepEqual(await paths(root), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(join(root, '_drafts'), 'day-1.markdown'), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(join(root, 'other'), '--root', '..'), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(outside, root), ['_drafts/day-1.markdown']);
  assert.deepEqual(await paths(root, '--root', '.', join(outside, 'alone.md')), [join(outside, 'alone.md')]);
});

test('a folder gives its entries; Markdown beside the posts and drafts is not among them', async () => {
  const root = newsroom({
    'README.md': 'TK',
    '_drafts/a/day-1.md': CLEAN,
    '_posts/2026-03-16-day-2.markdown': CLEAN,
    'node_modules/x/_posts/y.md': CLEAN,
  });
  const { entries } = parse((await daybook(root, 'check', '--format', 'json')).out);
  assert.deepEqual(
    entries.map(({ path }) => path),
    ['_drafts/a/day-1.md', '_posts/2026-03-16-day-2.markdown'],
  );
});

test('links are followed, even round in circles; hidden files and lost links are passed over', async () => {
  const posts = newsroom({ '2026-03-16-day-2.markdown': CLEAN });
  const root = newsroom({ '_drafts/day-1.md': CLEAN, '_drafts/.hidden.md': CLEAN, '_drafts/day-3.md/day-3.md': CLEAN });
  symlinkSync(posts, join(root, '_posts'));
  symlinkSync(root, join(root, '_drafts/again'));
  symlinkSync(join(root, 'lost.md'), join(root, '_drafts/lost.md'));
  symlinkSync('somebody@machine', join(root, '_drafts/.#day-1.md'));
  const { status, out } = await daybook(root, 'check', '--format', 'json');
  assert.equal(status, 0);
  assert.deepEqual(
    parse(out).entries.map(({ path }) => path),
    ['_drafts/day-1.md', '_drafts/day-3.md/day-3.md', '_posts/2026-03-16-day-2.markdown'],
  );
});

test('a configuration that cannot be read is none', async () => {
  const root = newsroom({ '_drafts/day-1.md': CLEAN, '_config.yml/file': '' });
  assert.equal((await daybook(root, 'check')).status, 0);
});

test('a file outside both folders is a draft while it holds a TK', async () => {
  const root = newsroom({ 'draft.md': 'TK/ **Head**. Text.\n', 'done.md': '1/ **Head**. Text.\n' });
  const { entries } = parse((await daybook(root, 'check', '--format', 'json', 'draft.md', 'done.md')).out);
  assert.deepEqual(
    entries.map(({ problems }) => problems.find(({ rule }) => rule === 'citation-missing')?.severity),
    ['hint', 'error'],
  );
});

test('front matter in JavaScript is pointed out and never run', async () => {
  const root = newsroom();
  const target = join(root, 'written.txt');
  const entry = `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(target)}, 'x') }\n---\n\n${CLEAN}`;
  writeFileSync(join(root, 'entry.md'), entry);
  for (const command of [
    ['check', 'entry.md'],
    ['check', '--fix', 'entry.md'],
    ['render', 'entry.md'],
  ])
    await daybook(root, ...command);
  assert.equal(existsSync(target), false);
  assert.equal(read(root, 'entry.md'), entry);
  const { entries } = parse((await daybook(root, 'check', '--format', 'json', 'entry.md')).out);
  assert.deepEqual(
    entries[0]?.problems.map(({ rule, severity }) => [rule, severity]),
    [['front-matter', 'error']],
  );
});

test('the day and the offset are judged by the archive and the site', async () => {
  const entry = (day: number, date: string, offset: string) =>
    `---\ntitle: Day ${day}\ndate: ${date} 09:00:00 ${offset}\n---\n\n${CLEAN}`;
  const root = newsroom({
    '_config.yml': 'timezone: America/Los_Angeles # the newsroom\n',
    '_posts/2026-03-02-day-57.markdown': entry(57, '2026-03-02', '-08:00'),
    '_posts/2026-03-03-day-58.markdown': entry(58, '2026-03-03', '-08:00'),
    '_posts/2026-03-04-day-59.markdown': entry(59, '2026-03-04', '-08:00'),
    '_drafts/day-60.markdown': entry(60, '2026-03-09', '-08:00'),
  });
  const { entries } = parse((await daybook(root, 'check', '--format', 'json')).out);
  assert.deepEqual(
    entries.flatMap(({ path, problems }) => problems.map(({ rule }) => `${path} ${rule}`)),
    ['_drafts/day-60.markdown day-number', '_drafts/day-60.markdown date'],
  );
  await daybook(root, 'check', '--fix');
  assert.match(read(root, '_drafts/day-60.markdown'), /title: Day 64\ndate: 2026-03-09 09:00:00 -07:00\n/);
});

test('text shows the words a problem is about, github and sarif the forms that those read', async () => {
  const root = newsroom({ '_drafts/day-1.markdown': OPEN });
  const text = (await daybook(root, 'check')).out;
  assert.match(
    text,
    /^_drafts\/day-1\.markdown:1:15 warning No space follows the full stop here\. sentence-spacing, fixable\n {2}TK\/ \*\*Head\*\*\. One\.Two\..*\n {2} {14}\^{7}\n/m,
  );
  const github = (await daybook(root, 'check', '--format', 'github')).out;
  assert.match(
    github,
    /^::error file=_drafts\/day-1\.markdown,line=1,endLine=1,col=25,endColumn=59,title=citation-unclosed::The citation group is not closed\.$/m,
  );
  const sarif = JSON.parse((await daybook(root, 'check', '--format', 'sarif')).out);
  assert.equal(sarif.version, '2.1.0');
  assert.deepEqual(sarif.runs[0].results.at(-1).locations[0].physicalLocation.region, {
    startLine: 1,
    startColumn: 25,
    endLine: 1,
    endColumn: 59,
    charOffset: 24,
    charLength: 34,
  });
});
