import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { countOutletUsages, outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

function archiveOf(count: number) {
  const archive = openArchiveIndex();
  for (let number = 1; number <= count; number++) {
    const date = `2031-${`${1 + (number % 12)}`.padStart(2, '0')}-01`;
    const group = `([Herald](https://herald.example/${number}) / [Wire](https://wire.example/${number % 3}))`;
    const text = `---\ntitle: Day ${number}\ndate: ${date}\n---\n\n1/ **Storm**. It rained. ${group}\n`;
    archive.indexEntry(parseEntry(text), `_posts/${date}-day-${number}.md`, number % 7 === 0);
  }
  return archive;
}

test('counting step by step has the same result as counting at once, and is cached', () => {
  const countSteps = (count: number) => {
    const archive = archiveOf(count);
    const counting = countOutletUsages(archive);
    let steps = 0;
    let step = counting.next();
    for (; !step.done; step = counting.next()) steps++;
    assert.equal(outletUsages(archive), step.value);
    assert.deepEqual(step.value.all, outletUsages(archiveOf(count)).all);
    return steps;
  };
  assert.ok(countSteps(400) > 1.5 * countSteps(200), 'a step does not grow with the archive');
});
