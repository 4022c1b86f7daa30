import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('the result has the counts of the tests and the reasons of skipped ones', () => {
  checkReport(
    `test('passes', () => {}); test('fails', () => { throw new Error('no good'); }); test('waits', { skip: 'no corpus' }, () => {});
     test('has parts', async (t) => { await t.test('fails too', () => { throw new Error('nor this'); }); });`,
    { passed: 1, failed: 2, skipped: 1, reasons: ['no corpus'] },
    /✗ fails \(.*no good.*✗ fails too \(.*nor this/s,
  );
});

test('a file without tests is a failure', () => {
  checkReport('', { passed: 0, failed: 1, skipped: 0, reasons: [] }, /has no tests/);
});

test('a file that exits before its tests end is a failure', () => {
  checkReport(
    `test('passes', () => {}); test('leaves', () => new Promise(() => setTimeout(process.exit, 100, 0)));`,
    { passed: 1, failed: 1, skipped: 0, reasons: [] },
    /✗ leaves .*started but never ended/s,
  );
});

test('a file that cannot be loaded is a failure', () => {
  checkReport(`throw new Error('broken');`, { passed: 0, failed: 1, skipped: 0, reasons: [] }, /Error: broken/);
});

/** Runs a test file with some code in Node's test runner and checks the report. */
function checkReport(code: string, expected: object, outputPattern: RegExp): void {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-reporter-'));
  try {
    const file = join(folder, 'probe.test.cjs');
    writeFileSync(file, `const { test } = require('node:test');\n${code}`);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env; // otherwise Node.js takes the run for a part of this one
    const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=./scripts/testReporter.mjs', file], {
      encoding: 'utf8',
      env,
    });
    const result = /^##result (.*)$/m.exec(stdout)?.[1];
    assert.deepEqual(JSON.parse(result ?? 'null'), expected, stdout);
    assert.match(stdout, outputPattern);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
