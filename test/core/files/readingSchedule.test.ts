import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimeToLearn, takesLong } from '../../../src/core/files/readingSchedule.ts';

/** The numbers of entries at which a reading of `total` files, `msPerFile` each, in batches of 16, learns from them. */
function learnsAt(total: number, msPerFile: number, knownEntries = 0): number[] {
  const stages: number[] = [];
  for (let done = 16; done < total; done += 16) {
    const entries = Math.max(knownEntries, done);
    if (isTimeToLearn({ done, total, entries, elapsedMs: done * msPerFile }, stages.at(-1))) stages.push(entries);
  }
  return stages;
}

test('on a slow disk, the first hundred entries teach something, and then twice as many each time', () => {
  assert.deepEqual(learnsAt(10_000, 20), [112, 224, 448, 896, 1792, 3584, 7168]);
});

test('on a very slow disk, the entries of a few seconds have to do', () => {
  assert.deepEqual(learnsAt(400, 200), [16, 32, 64, 128, 256]);
});

test('what is about to be known as a whole is not learned in part', () => {
  assert.deepEqual(learnsAt(1539, 1), []);
  assert.deepEqual(learnsAt(10_000, 0.1), []);
  assert.deepEqual(learnsAt(100, 11), []);
  assert.ok(Math.max(...learnsAt(10_000, 2)) <= 9500);
});

test('the entries of the last session are learned from once, as soon as the newest are known to be unchanged', () => {
  assert.deepEqual(learnsAt(10_000, 20, 10_000), [10_000]);
});

test('all in all, no more is learned from than the whole archive', () => {
  for (const total of [200, 1000, 5000, 100_000]) {
    const learned = learnsAt(total, 50).reduce((sum, entries) => sum + entries, 0);
    assert.ok(learned > 0 && learned <= 2 * total, `${learned} of ${total}`);
  }
});

test('nothing is learned before there is anything', () => {
  assert.equal(isTimeToLearn({ done: 0, total: 0, entries: 0, elapsedMs: 9999 }, undefined), false);
  assert.equal(isTimeToLearn({ done: 200, total: 9000, entries: 0, elapsedMs: 9999 }, undefined), false);
});

test('the first files are the newest, and so are the next ones where reading all takes long', () => {
  assert.equal(takesLong({ done: 0, total: 20, waitedMs: 0 }), true);
  assert.equal(takesLong({ done: 16, total: 1539, waitedMs: 16 }), false, 'a disk');
  assert.equal(takesLong({ done: 16, total: 1539, waitedMs: 80 }), true, 'a network');
  assert.equal(takesLong({ done: 16, total: 10_000, waitedMs: 1 }), true, 'many entries');
  assert.equal(takesLong({ done: 16, total: 40, waitedMs: 3000 }), true, 'a very slow network');
});
