import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArchiveIndex, openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { archiveSnapshot } from '../../../src/core/archive/archiveSnapshot.ts';
import { outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

test('a snapshot keeps its days, tags, outlets and counts while the index grows', () => {
  const index = openArchiveIndex();
  for (let number = 1; number <= 20; number++) add(index, number, 'The Herald');
  const snapshot = snapshotOf(index);
  for (let number = 21; number <= 80; number++) add(index, number, 'Herald Tribune');
  assert.equal(snapshot.days().length, 20);
  assert.equal(snapshot.days(), snapshot.days());
  assert.equal(snapshot.paths().length, 20);
  assert.deepEqual([...snapshot.tags()], [['ferry', 20]]);
  assert.equal(snapshot.outlets().suggestName('https://herald.example/new'), 'The Herald');
  assert.deepEqual(
    outletUsages(snapshot).all.map(({ name, count }) => [name, count]),
    [['The Herald', 20]],
  );
  assert.equal(index.days().length, 80);
});

test('drafts are days of a snapshot, and teach it no outlets and tags', () => {
  const index = openArchiveIndex();
  for (let number = 1; number <= 20; number++) add(index, number, 'The Herald', true);
  const snapshot = snapshotOf(index);
  assert.equal(snapshot.days().length, 20);
  assert.deepEqual([...snapshot.tags()], []);
  assert.notEqual(snapshot.outlets().suggestName('https://herald.example/new'), 'The Herald');
});

test('an index from which a snapshot was taken learns what one does from which none was', () => {
  const [index, untouched] = [openArchiveIndex(), openArchiveIndex()];
  for (let number = 1; number <= 1000; number++) {
    const outlet = number <= 992 ? 'The Herald' : 'The Wire';
    const host = number <= 992 ? 'herald' : 'wire';
    add(untouched, number, outlet, false, host);
    add(index, number, outlet, false, host);
    if (number % 31 === 0) snapshotOf(index).outlets();
  }
  for (const host of ['herald', 'wire'])
    assert.deepEqual(index.outlets().forHost(`${host}.example`), untouched.outlets().forHost(`${host}.example`));
  assert.ok(index.outlets().forHost('wire.example'));
});

test('what is counted in a snapshot is counted anew in the index, whose entries may have changed without their days', () => {
  const index = openArchiveIndex();
  for (let number = 1; number <= 20; number++) add(index, number, 'The Herald');
  assert.equal(outletUsages(snapshotOf(index)).all.length, 1);
  for (let number = 1; number <= 10; number++) add(index, number, 'The Wire', false, 'wire');
  assert.deepEqual(
    outletUsages(index).all.map(({ name, count }) => [name, count]),
    [
      ['The Herald', 10],
      ['The Wire', 10],
    ],
  );
});

test('a snapshot is taken in steps that do not grow with the archive', () => {
  const steps = (count: number) => {
    const index = openArchiveIndex();
    for (let number = 1; number <= count; number++) add(index, number, 'The Herald');
    return [...archiveSnapshot(index)].length;
  };
  assert.equal(steps(400), 2 * steps(200) - 1);
});

function snapshotOf(index: ArchiveIndex): ArchiveIndex {
  const taking = archiveSnapshot(index);
  for (let step = taking.next(); ; step = taking.next()) if (step.done) return step.value;
}

function add(index: ArchiveIndex, number: number, outlet: string, draft = false, host = 'herald'): void {
  const text = `---\ntitle: Day ${number}\ntags: ferry\n---\n\n1/ **Storm**. It rained. ([${outlet}](https://${host}.example/${number}))\n`;
  index.indexEntry(parseEntry(text), `_posts/day-${number}.md`, draft);
}
