import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArchiveIndex, openIndex } from '../../../src/core/archive/archiveIndex.ts';
import { openPageIndex } from '../../../src/core/archive/pageIndex.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

const HERALD = 'https://herald.example/ferry';

test('a new index knows nothing', () => {
  const index = openIndex();
  assert.deepEqual(index.days(), []);
  assert.equal(index.summary('_posts/a.markdown'), undefined);
  assert.equal(index.anchors('_posts/a.markdown'), undefined);
  assert.deepEqual(index.citing.days(HERALD), []);
});

test('an address is known with every day and the item that cites it', () => {
  const index = openIndex();
  put(index, 11, HERALD);
  put(index, 12, `${HERALD}/?utm_source=x`, 'A second look');
  put(index, 13, 'https://herald.example/other');
  assert.deepEqual(
    index.citing.days(`http://www.herald.example/ferry#top`).map(({ number }) => number),
    [12, 11],
  );
  assert.equal(index.citing.item(HERALD, pathOf(12))?.headline, 'A second look');
  assert.equal(index.citing.item(HERALD, pathOf(13)), undefined);
});

test('an entry that changes or goes takes what it said with it', () => {
  const index = openIndex();
  put(index, 11, HERALD);
  assert.equal(put(index, 11, HERALD), false);
  assert.equal(put(index, 11, 'https://herald.example/new'), true);
  assert.deepEqual(index.citing.days(HERALD), []);
  assert.equal(index.citing.days('https://herald.example/new').length, 1);
  assert.equal(index.remove(pathOf(11)), true);
  assert.equal(index.remove(pathOf(11)), false);
  assert.deepEqual(index.citing.days('https://herald.example/new'), []);
  assert.deepEqual(index.days(), []);
});

test('the list of days is the same one until a day changes', () => {
  const index = openIndex();
  put(index, 11, HERALD);
  const days = index.days();
  put(index, 11, 'https://herald.example/new');
  assert.equal(index.days(), days);
  put(index, 12, HERALD);
  assert.notEqual(index.days(), days);
});

test('a day is known as its front matter tells it', () => {
  const index = openIndex();
  put(index, 11, HERALD);
  assert.deepEqual(index.days(), [
    {
      path: pathOf(11),
      draft: false,
      date: '2031-01-11',
      offset: '-08:00',
      time: '09:00:00',
      number: 11,
      keys: ['title', 'date', 'tags'],
    },
  ]);
});

test('published entries teach outlets, and say how surely', () => {
  const index = openIndex();
  for (let day = 1; day <= 20; day++) put(index, day, `https://valley.example/${day}`, 'Head', 'Valley Post');
  const outlet = index.outlets().at('valley.example');
  assert.deepEqual([outlet?.name, outlet?.named, outlet?.cited], ['Valley Post', 20, 20]);
});

test('drafts teach nothing, and neither does one entry alone', () => {
  const drafts = openIndex();
  for (let day = 1; day <= 20; day++) {
    drafts.put(parseEntry(entry(day, `https://valley.example/${day}`, 'H', 'Valley Post')), pathOf(day), true);
  }
  assert.equal(drafts.outlets().at('valley.example'), undefined);
  const alone = openIndex();
  const text = Array.from({ length: 20 }, (_, at) => entry(1, `https://valley.example/${at}`, 'H', 'Wrong Name')).join(
    '\n',
  );
  alone.put(parseEntry(text), pathOf(1), false);
  assert.equal(alone.outlets().at('valley.example'), undefined);
});

test("an entry's own slips do not outvote what the others say", () => {
  const index = openIndex();
  for (let day = 1; day <= 6; day++) put(index, day, `https://valley.example/${day}`, 'Head', 'Valley Post');
  const slips = Array.from({ length: 30 }, (_, at) => entry(7, `https://valley.example/7/${at}`, 'H', 'Wrong Name'));
  index.put(parseEntry(slips.join('\n')), pathOf(7), false);
  assert.equal(index.outlets().at('valley.example')?.name, 'Valley Post');
});

test('tags are counted over what is published', () => {
  const index = openIndex();
  put(index, 11, HERALD);
  put(index, 12, HERALD);
  assert.deepEqual([...index.tags()], [['harbor', 2]]);
  index.remove(pathOf(12));
  assert.deepEqual([...index.tags()], [['harbor', 1]]);
});

test('a page that everybody cites, and entries without end, leave what is known as it is', () => {
  const gone = new Set<number>();
  const pages = openPageIndex((entry) => gone.has(entry));
  const page = 7 * 2 ** 32 + 5;
  for (let entry = 0; entry < 20_000; entry++) {
    pages.add(page, entry);
    if (entry % 100 !== 0) gone.add(entry);
  }
  const left = pages.of(page).filter((entry) => !gone.has(entry));
  assert.equal(left.length, 200);
  assert.ok(pages.of(page).length < 1000, 'what is gone is dropped in time');
  assert.deepEqual(pages.of(page + 1), []);
});

function put(index: ArchiveIndex, day: number, address: string, headline = 'Head', outlet = 'Herald'): boolean {
  return index.put(parseEntry(entry(day, address, headline, outlet)), pathOf(day), false);
}

function pathOf(day: number): string {
  return `_posts/2031-01-${String(day).padStart(2, '0')}-day-${day}.markdown`;
}

function entry(day: number, address: string, headline: string, outlet: string): string {
  const date = `2031-01-${String(day).padStart(2, '0')} 09:00:00 -08:00`;
  return `---\ntitle: Day ${day}\ndate: ${date}\ntags: harbor\n---\n\n1/ **${headline}**. Text. ([${outlet}](${address}))\n`;
}
