// Reports on a run of `node --test`: what failed and why, what was skipped, and one `##result {…}` line with
// the counts. A `##test name` line for each test that begins is the sign of life that scripts/runStep.mjs waits for.
import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';

/** @typedef {import('node:test').EventData.TestPass} TestPass */
/** @typedef {import('node:test').EventData.TestFail} TestFail */
/** @typedef {import('node:test').EventData.TestDequeue} Test what every event says about its test */

/** @typedef {{ passed: number, failed: number, skipped: number, reasons: string[] }} Result */

/**
 * Reports on the events of a run, as `node --test-reporter` wants it.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  /** @type {Result} */
  const result = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  /**
   * How many tests of that key have begun and not ended: a file that exits early would leave them unsaid.
   * @type {Map<string, number>}
   */
  const open = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:dequeue') {
      const key = keyOf(data);
      open.set(key, (open.get(key) ?? 0) + 1);
      yield `##test ${data.name}\n`;
    } else if (type === 'test:complete') {
      const key = keyOf(data);
      open.set(key, (open.get(key) ?? 0) - 1);
    } else if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    else if (type === 'test:diagnostic' && !/^\w+ [\d.]+$/.test(data.message)) yield `${data.message}\n`;
    else if (type === 'test:pass') yield* passed(data, result);
    else if (type === 'test:fail') yield* failed(data, result);
  }
  for (const [key, count] of open) {
    if (count <= 0) continue;
    /** @type {Test} */
    const test = JSON.parse(key);
    result.failed += count;
    yield `\n✗ ${test.name} (${place(test)})\n  began and never ended: did the file exit early?\n`;
  }
  yield `##result ${JSON.stringify(result)}\n`;
}

function* passed(/** @type {TestPass} */ test, /** @type {Result} */ result) {
  if (isFile(test)) {
    result.failed += 1;
    yield `\n✗ ${place(test)} holds no test\n`;
  } else if (test.skip !== undefined || test.todo !== undefined) {
    result.skipped += 1;
    const reason = [test.skip, test.todo].find((words) => typeof words === 'string');
    if (reason && !result.reasons.includes(reason)) result.reasons.push(reason);
  } else if (test.details.type !== 'suite') {
    result.passed += 1;
  }
}

function* failed(/** @type {TestFail} */ test, /** @type {Result} */ result) {
  if (test.todo !== undefined) {
    result.skipped += 1;
    return;
  }
  /** @type {TestFail['details']['error'] & { failureType?: string }} */
  const error = test.details.error;
  if (error?.failureType === 'subtestsFailed') return; // told for the subtest
  result.failed += 1;
  const cause = error?.cause ?? error;
  yield `\n✗ ${isFile(test) ? 'the file itself' : test.name} (${place(test)})\n${indent(cause?.stack ?? inspect(cause))}\n`;
}

function keyOf(/** @type {Test} */ { file, line, column, name, nesting }) {
  return JSON.stringify({ file, line, column, name, nesting });
}

/** Node reports a file that has no tests, or that failed outside of them, as a test with the file's name. */
function isFile(/** @type {Test} */ { name, file, nesting }) {
  return nesting === 0 && file !== undefined && resolve(name) === resolve(file);
}

function place(/** @type {Test} */ { file, line }) {
  return file === undefined ? 'unknown file' : `${relative(process.cwd(), file)}:${line}`;
}

function indent(/** @type {string} */ text) {
  return text.replace(/^/gm, '  ');
}
