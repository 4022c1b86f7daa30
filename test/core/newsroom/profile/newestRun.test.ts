import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestRunOf } from '../../../../src/core/newsroom/profile/newestRun.ts';

/** Each character is the form of one entry, from the oldest to the newest; a dot has none. */
function checkRun(forms: string, expected: string | undefined, expectedRun: string | undefined): void {
  const run = newestRunOf(
    Array.from(forms, (form, index) => ({ form, index })),
    ({ form }) => (form === '.' ? undefined : form),
  );
  assert.equal(run?.form, expected, forms);
  assert.equal(run?.items.map(({ form }) => form).join(''), expectedRun, forms);
}

test('one form is one run', () => {
  checkRun('aaaa', 'a', 'aaaa');
  checkRun('a.a', 'a', 'aa');
  checkRun('', undefined, undefined);
  checkRun('..', undefined, undefined);
});

test('one or two entries of another form are exceptions, three are a new form', () => {
  checkRun('aaaaaab', 'a', 'aaaaaab');
  checkRun('aaaaaabb', 'a', 'aaaaaabb');
  checkRun('aaaaaabbb', 'b', 'bbb');
  checkRun('aaaaaabbbabbb', 'b', 'bbbabbb');
});

test('in a log that has only begun, the newest entry decides', () => {
  checkRun('ab', 'b', 'ab');
  checkRun('aab', 'a', 'aab');
  checkRun('abb', 'b', 'abb');
});
