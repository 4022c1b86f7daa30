import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { report } from '../../../src/cli/report/report.ts';
import type { CheckedEntry } from '../../../src/cli/report/types.ts';
import type { Severity } from '../../../src/core/lint/rule.ts';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

const asText = (checked: readonly CheckedEntry[], colour: boolean) => report(checked, 'text', { colour, root: '.' });
const TWICE = '([Herald](https://herald.example/a) / [Herald](https://herald.example/a))';
const problem = { from: 4, to: 9, message: 'This is wrong.', rule: 'a-rule', severity: 'error' as const };
const entry = { path: '_posts/a.md', text: 'One wrong word.\n', problems: [problem], fixed: 0 };

test('location, severity and rule are coloured; without colour the text is the same', () => {
  const plain = asText([entry], false);
  const coloured = asText([entry], true).replaceAll('\u001b', '␛');
  assert.ok(coloured.startsWith('␛[1m_posts/a.md:1:5␛[0m ␛[31merror␛[0m This is wrong. ␛[90ma-rule␛[0m\n'), coloured);
  assert.equal(coloured.replace(/␛\[\d+m/g, ''), plain);
});

test('a message of several lines is printed on one', () => {
  const broken = { ...entry, problems: [{ ...problem, message: 'This is\nwrong.' }] };
  assert.equal(asText([broken], false).split('\n')[0], '_posts/a.md:1:5 error This is wrong. a-rule');
});

test('related information has its own indented line', async () => {
  const root = createNewsroom({ '_posts/a.markdown': `1/ **The mayor resigned**. She left. ${TWICE}\n` });
  const { out } = await runDaybook(
    root,
    'check',
    '--rule',
    'citation-repeated=warning',
    '--rule',
    'front-matter-keys=off',
  );
  assert.match(out, /\n {2} +\^+\n {2}see _posts\/a\.markdown:1:48 First citation of this address\.\n\n/);
});

test('related information in another entry has its path', () => {
  const related = [{ from: 0, to: 0, path: '_posts/b.md', message: 'It is Day 11.' }];
  assert.match(
    asText([{ ...entry, problems: [{ ...problem, related }] }], false),
    /\n {2}see _posts\/b\.md It is Day 11\.\n/,
  );
});

test('the problem matcher of the editor matches the problems and nothing else', () => {
  const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
  const fix = { title: 'Fix it', edits: [] };
  const related = [{ from: 0, to: 3, message: 'It began here.' }];
  const problems = severities.map((severity) => ({
    ...problem,
    severity,
    related,
    ...(severity === 'info' ? { fix } : {}),
  }));
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [{ name, pattern }] = contributes.problemMatchers;
  assert.equal(name, 'daybook');
  const matches = asText([{ ...entry, path: '_posts/a 1:2.md', problems, fixed: 2 }], false)
    .split('\n')
    .map((line) => new RegExp(pattern.regexp).exec(line))
    .filter((match) => match !== null);
  assert.deepEqual(
    matches.map((match) =>
      [pattern.file, pattern.line, pattern.column, pattern.severity, pattern.message, pattern.code].map(
        (group) => match[group],
      ),
    ),
    severities.map((severity) => ['_posts/a 1:2.md', '1', '5', severity, 'This is wrong.', 'a-rule']),
  );
});

test('--fix leaves a file in another encoding unchanged, reports it, and fixes the others', async () => {
  const root = createNewsroom({
    '_drafts/day-1.markdown': 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a))\n',
    '_drafts/day-3.markdown': 'TK/ **Head**. one.Two. ([Herald](https://herald.example/a))\n',
  });
  const latin1 = Buffer.from('TK/ **Head**. Caf\xe9. one.Two. ([Herald](https://herald.example/a))\n', 'latin1');
  writeFileSync(`${root}/_drafts/day-2.markdown`, latin1);
  const { status, out, error } = await runDaybook(root, 'check', '--fix');
  assert.equal(status, 2);
  assert.equal(error, '_drafts/day-2.markdown is not UTF-8; it was left unchanged\n');
  assert.match(out, /^_drafts\/day-2\.markdown:1:\d+ warning Missing space after the full stop/m);
  assert.match(out, /^2 problems fixed\.$/m);
  assert.deepEqual(readFileSync(`${root}/_drafts/day-2.markdown`), latin1);
  for (const day of [1, 3]) assert.match(readFileSync(`${root}/_drafts/day-${day}.markdown`, 'utf8'), /one\. Two\./);
});

test('a day number below 1 is reported in one line', async () => {
  const root = createNewsroom();
  for (const day of ['0', '000', '-1']) {
    const { status, out, error } = await runDaybook(root, 'new', `--day=${day}`);
    assert.deepEqual([status, out, error], [2, '', `--day is "${day}"; it must be a number from 1 to 999999\n`]);
  }
});
