import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemReport } from '../../../src/core/reports/problemReport.ts';

test('a report names versions, host and evidence, and nothing else of the facts it is given', () => {
  const fact = {
    ...{ name: 'title', agree: 14, of: 15, source: 'learned', strength: 'likely' },
    value: 'SECRET {number}',
    disagree: ['_posts/SECRET.md'],
  };
  const report = problemReport({
    version: '0.2.0',
    editor: 'Visual Studio Code 1.139.0 (desktop)',
    host: 'node',
    remote: 'ssh-remote',
    isTrusted: false,
    newsrooms: [{ entryCount: 15, settings: ['rules', 'timezone'], facts: [fact] }],
  });
  assert.doesNotMatch(report, /SECRET/);
  assert.match(
    report,
    /^## Window\n\n- Daybook 0\.2\.0\n- Visual Studio Code 1\.139\.0 \(desktop\)\n- extension host: node, remote: ssh-remote\n- Restricted Mode\n/,
  );
  assert.match(report, /\n- entries: 15\n- settings: rules, timezone\n- title: learned, likely \(14 of 15\)\n$/);
});

test('a report without a newsroom is complete, too', () => {
  const report = problemReport({
    version: '0.2.0',
    editor: 'Visual Studio Code for the Web 1.139.0',
    host: 'web',
    remote: undefined,
    isTrusted: true,
    newsrooms: [],
  });
  assert.match(report, /- extension host: web\n$/);
  assert.doesNotMatch(report, /Restricted|undefined/);
});
