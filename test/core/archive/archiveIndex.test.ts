import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArchiveIndex, openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

const HERALD = 'https://herald.example/ferry';

test('a new index is empty', () => {
  const index = openArchiveIndex();
  assert.deepEqual(index.days(), []);
  assert.equal(index.summary('_posts/a.markdown'), undefined);
  assert.equal(index.anchors('_posts/a.markdown'), undefined);
  assert.deepEqual(index.citationLookup.daysCiting(HERALD), []);
});

test('an address is found with every day that cites it, and the item that cites it', () => {
  const index = openArchiveIndex();
  add(index, 11, HERALD);
  add(index, 12, `${HERALD}/?utm_source=x`, 'A second look');
  add(index, 13, 'https://herald.example/other');
  assert.deepEqual(
    index.citationLookup.daysCiting(`http://www.herald.example/ferry#top`).map(({ number }) => number),
    [12, 11],
  );
  assert.equal(index.citationLookup.itemCiting(HERALD, pathOf(12))?.headline, 'A second look');
  assert.equal(index.citationLookup.itemCiting(HERALD, pathOf(13)), undefined);
});

test('the citations of an entry are forgotten when it changes or is removed', () => {
  const index = openArchiveIndex();
  add(index, 11, HERALD);
  assert.equal(add(index, 11, HERALD), false);
  assert.equal(add(index, 11, 'https://herald.example/new'), true);
  assert.deepEqual(index.citationLookup.daysCiting(HERALD), []);
  assert.equal(index.citationLookup.daysCiting('https://herald.example/new').length, 1);
  assert.equal(index.remove(pathOf(11)), true);
  assert.equal(index.remove(pathOf(11)), false);
  assert.deepEqual(index.citationLookup.daysCiting('https://herald.example/new'), []);
  assert.deepEqual(index.days(), []);
});

test('the array of days stays the same until a day changes', () => {
  const index = openArchiveIndex();
  add(index, 11, HERALD);
  const days = index.days();
  add(index, 11, 'https://herald.example/new');
  assert.equal(index.days(), days);
  add(index, 12, HERALD);
  assert.notEqual(index.days(), days);
});

test('a day has the values of its front matter', () => {
  const index = openArchiveIndex();
  add(index, 11, HERALD);
  assert.deepEqual(index.days(), [
    {
      path: pathOf(11),
      draft: false,
      date: '2031-01-11',
      offset: '-08:00',
      time: '09:00:00',
      number: 11,
      keys: ['title', 'date', 'tags'],
      title: 'Day 11',
      dateText: '2031-01-11 09:00:00 -08:00',
    },
  ]);
});

test('outlets are learned from published entries, with their number of citations', () => {
  const index = openArchiveIndex();
  for (let day = 1; day <= 20; day++) add(index, day, `https://valley.example/${day}`, 'Head', 'Valley Post');
  const outlet = index.outlets().forHost('valley.example');
  assert.deepEqual([outlet?.name, outlet?.acceptedCount, outlet?.citationCount], ['Valley Post', 20, 20]);
});

test('nothing is learned from drafts, or from a single entry', () => {
  const drafts = openArchiveIndex();
  for (let day = 1; day <= 20; day++) {
    drafts.indexEntry(parseEntry(entry(day, `https://valley.example/${day}`, 'H', 'Valley Post')), pathOf(day), true);
  }
  assert.equal(drafts.outlets().forHost('valley.example'), undefined);
  const alone = openArchiveIndex();
  const text = Array.from({ length: 20 }, (_, at) => entry(1, `https://valley.example/${at}`, 'H', 'Wrong Name')).join(
    '\n',
  );
  alone.indexEntry(parseEntry(text), pathOf(1), false);
  assert.equal(alone.outlets().forHost('valley.example'), undefined);
});

test('an error repeated within one entry does not outweigh the other entries', () => {
  const index = openArchiveIndex();
  for (let day = 1; day <= 6; day++) add(index, day, `https://valley.example/${day}`, 'Head', 'Valley Post');
  const errors = Array.from({ length: 30 }, (_, at) => entry(7, `https://valley.example/7/${at}`, 'H', 'Wrong Name'));
  index.indexEntry(parseEntry(errors.join('\n')), pathOf(7), false);
  assert.equal(index.outlets().forHost('valley.example')?.name, 'Valley Post');
});

test('tags are counted over published entries', () => {
  const index = openArchiveIndex();
  add(index, 11, HERALD);
  add(index, 12, HERALD);
  assert.deepEqual([...index.tags()], [['harbor', 2]]);
  index.remove(pathOf(12));
  assert.deepEqual([...index.tags()], [['harbor', 1]]);
});

function add(index: ArchiveIndex, day: number, address: string, headline = 'Head', outlet = 'Herald'): boolean {
  return index.indexEntry(parseEntry(entry(day, address, headline, outlet)), pathOf(day), false);
}

function pathOf(day: number): string {
  return `_posts/2031-01-${String(day).padStart(2, '0')}-day-${day}.markdown`;
}

function entry(day: number, address: string, headline: string, outlet: string): string {
  const date = `2031-01-${String(day).padStart(2, '0')} 09:00:00 -08:00`;
  return `---\ntitle: Day ${day}\ndate: ${date}\ntags: harbor\n---\n\n1/ **${headline}**. Text. ([${outlet}](${address}))\n`;
}
