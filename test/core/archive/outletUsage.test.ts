import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../../src/core/archive/archiveIndex.ts';
import { countOutletUsages, outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

function archiveOf(count: number) {
  const archive = openIndex();
  for (let number = 1; number <= count; number++) {
    const date = `2031-${`${1 + (number % 12)}`.padStart(2, '0')}-01`;
    const group = `([Herald](https://herald.example/${number}) / [Wire](https://wire.example/${number % 3}))`;
    const text = `---\ntitle: Day ${number}\ndate: ${date}\n---\n\n1/ **Storm**. It rained. ${group}\n`;
    archive.put(parseEntry(text), `_posts/${date}-day-${number}.md`, number % 7 === 0);
  }
  return archive;
}

test('counted in pieces, the uses are what they are at once, and they are there for whoever asks next', () => {
  const pieces = (count: number) => {
    const archive = archiveOf(count);
    const counting = countOutletUsages(archive);
    let yielded = 0;
    let step = counting.next();
    for (; !step.done; step = counting.next()) yielded++;
    assert.equal(outletUsages(archive), step.value);
    assert.deepEqual(step.value.all, outletUsages(archiveOf(count)).all);
    return yielded;
  };
  assert.ok(pieces(400) > 1.5 * pieces(200), 'the pieces do not grow with the archive');
});
