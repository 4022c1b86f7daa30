import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { corpusPath, noCorpus } from '../../support/corpus.ts';
import { COMMONMARK, checkedEntries, createNewsroom, readText, runDaybook } from '../testNewsroom.ts';

const UNCLOSED = 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a)\n';
const FIXED = 'TK/ **Head**. one. Two. ([Herald](https://herald.example/a))\n';
const CLEAN = '1/ **Head**. Text. ([Herald](https://herald.example/a))\n';
const WITHOUT_PROBLEMS = `---
title: Day 2
date: 2026-03-16 09:00:00 -04:00
description: Text.
image: /uploads/2.jpg
todayInOneSentence: Head.
---

${CLEAN}`;

test('the real draft has exactly its known problems, and --fix fixes the two certain ones', {
  skip: noCorpus,
}, async () => {
  const draft = readFileSync(corpusPath('day-1080.draft.markdown'), 'utf8');
  const root = createNewsroom({ '_drafts/day-1080.markdown': draft });
  const { status, out } = await runDaybook(root, 'check', '--format', 'json');
  assert.equal(status, 1);
  const [entry] = checkedEntries(out);
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
  assert.equal((await runDaybook(root, 'check', '--fix')).status, 0);
  const fixed = readText(root, '_drafts/day-1080.markdown');
  assert.equal(fixed, draft.replace('decades.Esper', 'decades. Esper').replace('n1109961) /', 'n1109961))'));
  await runDaybook(root, 'check', '--fix');
  assert.equal(readText(root, '_drafts/day-1080.markdown'), fixed);
});

test('the JSON has the documented form, and lists entries without problems', async () => {
  const root = createNewsroom({
    '_drafts/day-1.markdown': UNCLOSED,
    '_posts/2026-03-16-day-2.markdown': WITHOUT_PROBLEMS,
  });
  const { out } = await runDaybook(root, 'check', '--format', 'json');
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

test('--rule changes the severity of a rule or turns it off', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED });
  const rules = async (...args: string[]) =>
    checkedEntries((await runDaybook(root, 'check', '--format', 'json', ...args)).out)[0]?.problems.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  assert.deepEqual(await rules(), [
    'placeholder hint',
    'front-matter-keys hint',
    'sentence-spacing warning',
    'citation-unclosed error',
  ]);
  assert.deepEqual(await rules('--rule', 'placeholder=off', '--rule', 'sentence-spacing=info'), [
    'front-matter-keys hint',
    'sentence-spacing info',
    'citation-unclosed error',
  ]);
});

test('--fix applies only certain fixes', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED, '_posts/2026-03-16-day-2.markdown': CLEAN });
  const { status, out } = await runDaybook(root, 'check', '--fix');
  assert.equal(status, 0);
  assert.match(out, /2 problems fixed\./);
  assert.equal(readText(root, '_drafts/day-1.markdown'), FIXED);
  assert.equal(readText(root, '_posts/2026-03-16-day-2.markdown'), CLEAN);
});

test('front matter in JavaScript is reported and never run', async () => {
  const root = createNewsroom();
  const target = join(root, 'written.txt');
  const entry = `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(target)}, 'x') }\n---\n\n${CLEAN}`;
  writeFileSync(join(root, 'entry.md'), entry);
  for (const command of [
    ['check', 'entry.md'],
    ['check', '--fix', 'entry.md'],
    ['render', 'entry.md'],
  ])
    await runDaybook(root, ...command);
  assert.equal(existsSync(target), false);
  assert.equal(readText(root, 'entry.md'), entry);
  const entries = checkedEntries((await runDaybook(root, 'check', '--format', 'json', 'entry.md')).out);
  assert.deepEqual(
    entries[0]?.problems.map(({ rule, severity }) => [rule, severity]),
    [['front-matter', 'error']],
  );
});

test('the day is checked against the archive, the offset against the site', async () => {
  const entry = (day: number, date: string, offset: string) =>
    `---\ntitle: Day ${day}\ndate: ${date} 09:00:00 ${offset}\n---\n\n${CLEAN}`;
  const root = createNewsroom({
    '_config.yml': `timezone: America/Los_Angeles # the newsroom\n${COMMONMARK}`,
    '_posts/2026-03-02-day-57.markdown': entry(57, '2026-03-02', '-08:00'),
    '_posts/2026-03-03-day-58.markdown': entry(58, '2026-03-03', '-08:00'),
    '_posts/2026-03-04-day-59.markdown': entry(59, '2026-03-04', '-08:00'),
    '_drafts/day-60.markdown': entry(60, '2026-03-09', '-08:00'),
  });
  const entries = checkedEntries((await runDaybook(root, 'check', '--format', 'json')).out);
  assert.deepEqual(
    entries.flatMap(({ path, problems }) => problems.map(({ rule }) => `${path} ${rule}`)),
    ['_drafts/day-60.markdown day-number', '_drafts/day-60.markdown date'],
  );
  await runDaybook(root, 'check', '--fix');
  assert.match(readText(root, '_drafts/day-60.markdown'), /title: Day 64\ndate: 2026-03-09 09:00:00 -08:00\n/);
});

test('text output shows the words of a problem; github and sarif have the forms that those services read', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': UNCLOSED });
  const text = (await runDaybook(root, 'check')).out;
  assert.match(
    text,
    /^_drafts\/day-1\.markdown:1:15 warning Missing space after the full stop\. sentence-spacing, fixable\n {2}TK\/ \*\*Head\*\*\. one\.Two\..*\n {2} {14}\^{7}\n/m,
  );
  const github = (await runDaybook(root, 'check', '--format', 'github')).out;
  assert.match(
    github,
    /^::error file=_drafts\/day-1\.markdown,line=1,endLine=1,col=25,endColumn=59,title=citation-unclosed::The citation group is not closed\.$/m,
  );
  const sarif = JSON.parse((await runDaybook(root, 'check', '--format', 'sarif')).out);
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

test('fixing again writes nothing', async () => {
  const root = createNewsroom({ '_drafts/day-1.markdown': FIXED });
  const path = join(root, '_drafts/day-1.markdown');
  chmodSync(path, 0o444);
  utimesSync(path, 1, 1);
  const { status, out } = await runDaybook(root, 'check', '--fix');
  assert.deepEqual([status, out.includes('fixed')], [0, false]);
  assert.equal(statSync(path).mtimeMs, 1000);
});

test('offsets and columns count UTF-16 code units, lines count all line breaks', async () => {
  const root = createNewsroom({ '_drafts/day-1.md': `\ufeff😀 é\r\n\r\n${UNCLOSED}` });
  const { out } = await runDaybook(root, 'check', '--format', 'json', '--rule', 'citation-missing=off');
  const problem = checkedEntries(out)[0]?.problems.find(({ rule }) => rule === 'placeholder');
  assert.deepEqual(problem, {
    rule: 'placeholder',
    severity: 'hint',
    message: 'TK: this section has no number yet.',
    from: 9,
    to: 12,
    start: { line: 3, column: 1 },
    end: { line: 3, column: 4 },
    fix: null,
  });
});

test('outlet names are learned from the archive', async () => {
  const cited = (name: string, day: number) =>
    `---\ntitle: Day ${day}\ndate: 2031-01-0${day} 09:30:00 -08:00\n---\n\n1/ **Head**. Text. ([${name}](https://harbour.example/${day}))\n`;
  const root = createNewsroom({
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((day) => [
        `_posts/2031-01-0${day}-day-${day}.markdown`,
        cited('Harbour Gazette', day),
      ]),
    ),
    '_posts/2031-01-09-day-9.markdown': cited('Harbour Gazete', 9),
  });
  const { out } = await runDaybook(root, 'check', '_posts/2031-01-09-day-9.markdown');
  assert.match(out, /"Harbour Gazete" looks like a typo for Harbour Gazette\. citation-outlet-spelling, fixable/);
});

test('a file in another encoding is reported, and the others are checked', async () => {
  const root = createNewsroom({ '_drafts/day-2.markdown': UNCLOSED });
  writeFileSync(join(root, '_drafts/day-1.markdown'), Buffer.from('\ufeff1/ Text.', 'utf16le'));
  const { status, out, error } = await runDaybook(root, 'check');
  assert.equal(error, '_drafts/day-1.markdown is UTF-16; entries must be UTF-8\n');
  assert.match(out, /^_drafts\/day-2\.markdown:/m);
  assert.equal(status, 2);
});
