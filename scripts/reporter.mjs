// Reports on a run of `node --test`: what failed and why, what was skipped, and one `##result {…}` line with
// the counts. A `##test name` line for each test that begins is the sign of life that scripts/level.mjs waits for.
import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(events) {
  const result = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  const open = new Map(); // tests that have begun and not ended: a file that exits early would leave them unsaid
  for await (const { type, data } of events) {
    const key = JSON.stringify([data?.file, data?.line, data?.column, data?.name, data?.nesting]);
    if (type === 'test:dequeue') {
      open.set(key, (open.get(key) ?? 0) + 1);
      yield `##test ${data.name}\n`;
    } else if (type === 'test:complete') open.set(key, (open.get(key) ?? 0) - 1);
    else if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    else if (type === 'test:diagnostic' && !/^\w+ [\d.]+$/.test(data.message)) yield `${data.message}\n`;
    else if (type === 'test:pass') yield* passed(data, result);
    else if (type === 'test:fail') yield* failed(data, result);
  }
  for (const [key, count] of open) {
    if (count <= 0) continue;
    const [file, line, , name] = JSON.parse(key);
    result.failed += count;
    yield `\n✗ ${name} (${place({ file, line })})\n  began and never ended: did the file exit early?\n`;
  }
  yield `##result ${JSON.stringify(result)}\n`;
}

function* passed(test, result) {
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

function* failed(test, result) {
  if (test.todo !== undefined) {
    result.skipped += 1;
    return;
  }
  const { error } = test.details;
  if (error?.failureType === 'subtestsFailed') return; // told for the subtest
  result.failed += 1;
  const cause = error?.cause ?? error;
  yield `\n✗ ${isFile(test) ? 'the file itself' : test.name} (${place(test)})\n${indent(cause?.stack ?? inspect(cause))}\n`;
}

/** Node reports a file that has no tests, or that failed outside of them, as a test with the file's name. */
function isFile({ name, file, nesting }) {
  return nesting === 0 && file !== undefined && resolve(name) === resolve(file);
}

function place({ file, line }) {
  return file === undefined ? 'unknown file' : `${relative(process.cwd(), file)}:${line}`;
}

function indent(text) {
  return text.replace(/^/gm, '  ');
}
