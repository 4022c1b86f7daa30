import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatMinutes,
  readingTime,
  readingTimeLine,
  steadyReadingTime,
} from '../../../../src/core/render/targets/readingTime.ts';

test('the reading time is rounded to half minutes', () => {
  for (const [words, minutes] of [
    [0, '1'],
    [240, '1'],
    [260, '1½'],
    [1300, '6½'],
    [1380, '7'],
  ] as const) {
    assert.equal(formatMinutes(readingTime(words)), minutes);
  }
});

test('the reading time reads as on the site', () => {
  for (const [words, line] of [
    [1, 'This edition is 1 word, a 1-minute read.'],
    [349, 'This edition is 349 words, a 1½-minute read.'],
    [350, 'This edition is 350 words, a 2-minute read.'],
    [1300, 'This edition is 1,300 words, a 6½-minute read.'],
    [1600, 'This edition is 1,600 words, an 8-minute read.'],
    [2250, 'This edition is 2,250 words, an 11½-minute read.'],
    [1234567, 'This edition is 1,234,567 words, a 6173-minute read.'],
  ] as const) {
    assert.equal(readingTimeLine(words), line);
  }
});

test('for the writer the time never falls as the text grows', () => {
  const shown = [0, 1, 50, 130, 200, 1300].map((words) => formatMinutes(steadyReadingTime(words)));
  assert.deepEqual(shown, ['0', '½', '½', '½', '1', '6½']);
  for (let words = 1; words < 2000; words++) {
    assert.ok(steadyReadingTime(words) >= steadyReadingTime(words - 1), `${words} words`);
  }
});
