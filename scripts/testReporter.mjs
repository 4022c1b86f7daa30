// A reporter for `node --test`. Prints failures, skipped tests and one `##result {…}` line with the counts. For each test that
// starts it prints a `##test name` line, from which scripts/runStep.mjs sees that the run is alive.
import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';

/** @typedef {import('node:test').EventData.TestPass} TestPass */
/** @typedef {import('node:test').EventData.TestFail} TestFail */
/** @typedef {import('node:test').EventData.TestDequeue} Test the fields that all events have in common */

/** @typedef {{ passed: number, failed: number, skipped: number, reasons: string[] }} Result */

/**
 * The reporter, in the form that `node --test-reporter` expects.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  /** @type {Result} */
  const result = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  /**
   * The number of tests, by key, that have started but not ended. If a file exits early, Node.js does not report these.
   * @type {Map<string, number>}
   */
  const running = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:dequeue') {
      const key = keyOf(data);
      running.set(key, (running.get(key) ?? 0) + 1);
      yield `##test ${data.name}\n`;
    } else if (type === 'test:complete') {
      const key = keyOf(data);
      running.set(key, (running.get(key) ?? 0) - 1);
    } else if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    else if (type === 'test:diagnostic' && !/^\w+ [\d.]+$/.test(data.message)) yield `${data.message}\n`;
    else if (type === 'test:pass') yield* passed(data, result);
    else if (type === 'test:fail') yield* failed(data, result);
  }
  for (const [key, count] of running) {
    if (count <= 0) continue;
    /** @type {Test} */
    const test = JSON.parse(key);
    result.failed += count;
    yield `\n✗ ${test.name} (${locationOf(test)})\n  started but never ended: did the file exit early?\n`;
  }
  yield `##result ${JSON.stringify(result)}\n`;
}

function* passed(/** @type {TestPass} */ test, /** @type {Result} */ result) {
  if (isFile(test)) {
    result.failed += 1;
    yield `\n✗ ${locationOf(test)} has no tests\n`;
  } else if (test.skip !== undefined || test.todo !== undefined) {
    result.skipped += 1;
    const reason = [test.skip, test.todo].find((value) => typeof value === 'string');
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
  if (error?.failureType === 'subtestsFailed') return; // already reported for the subtest
  result.failed += 1;
  const cause = error?.cause ?? error;
  yield `\n✗ ${isFile(test) ? 'the file itself' : test.name} (${locationOf(test)})\n${indent(cause?.stack ?? inspect(cause))}\n`;
}

function keyOf(/** @type {Test} */ { file, line, column, name, nesting }) {
  return JSON.stringify({ file, line, column, name, nesting });
}

/** Node.js reports a file that has no tests, or that failed outside of its tests, as a test with the name of the file. */
function isFile(/** @type {Test} */ { name, file, nesting }) {
  return nesting === 0 && file !== undefined && resolve(name) === resolve(file);
}

function locationOf(/** @type {Test} */ { file, line }) {
  return file === undefined ? 'unknown file' : `${relative(process.cwd(), file)}:${line}`;
}

function indent(/** @type {string} */ text) {
  return text.replace(/^/gm, '  ');
}
