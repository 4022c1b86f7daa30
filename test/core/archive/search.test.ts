import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSearch, type Search } from '../../../src/core/archive/search.ts';
import { type SearchDocument, searchDocument } from '../../../src/core/archive/searchDocument.ts';
import { termsIn } from '../../../src/core/archive/terms.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';

function entry(date: string, ...items: readonly (readonly [headline: string, text: string])[]): SearchDocument {
  return {
    path: `_posts/${date}.md`,
    day: 1,
    date,
    items: items.map(([headline, text], index) => ({ from: index * 100, headline, text })),
  };
}

function searchOf(...entries: readonly SearchDocument[]): Search {
  const search = openSearch();
  for (const one of entries) search.put(one);
  return search;
}

/** The answers as `2031-01-20#0`. */
function answers(search: Search, question: string, limit?: number): string[] {
  return search.find(question, limit).map(({ date, from }) => `${date}#${from / 100}`);
}

const search = searchOf(
  entry(
    '2031-01-20',
    ['The mayor resigned', 'She left at noon, citing the ferry.'],
    ['A storm closed the harbor', 'All day.'],
  ),
  entry(
    '2031-01-21',
    ['The ferry sank', 'The mayor called it a tragedy.'],
    ['The council met', 'About the mayor, mostly.'],
  ),
);

test('a headline counts more than the text below it, and an item with all words more than one with some', () => {
  assert.deepEqual(answers(search, 'mayor'), ['2031-01-20#0', '2031-01-21#1', '2031-01-21#0']);
  assert.deepEqual(answers(search, 'ferry mayor'), ['2031-01-21#0', '2031-01-20#0', '2031-01-21#1']);
  assert.deepEqual(answers(search, 'storm'), ['2031-01-20#1']);
  assert.deepEqual(answers(search, 'mayor', 1), ['2031-01-20#0']);
});

test('an answer names the day, the date, the file and the place of the item', () => {
  const [found] = search.find('harbor');
  assert.deepEqual(
    { ...found, score: 0 },
    { path: '_posts/2031-01-20.md', day: 1, date: '2031-01-20', from: 100, score: 0 },
  );
});

test('a word is found by another form of it, in any case, with any accent or quote', () => {
  for (const question of ['RESIGNS', 'resigning', 'mayor’s', '"the Mayor resigned?"', 'resigne']) {
    assert.equal(answers(search, question)[0], '2031-01-20#0', question);
  }
  assert.deepEqual(answers(searchOf(entry('2031-01-20', ['Café Zürich', ''])), 'cafes zurich'), ['2031-01-20#0']);
  assert.deepEqual(termsIn('The planned cities’ 1,200 policies'), ['plan', 'citi', '200', 'polici']);
});

test('the last word may be the beginning of one', () => {
  assert.deepEqual(answers(search, 'harb'), ['2031-01-20#1']);
  assert.deepEqual(answers(search, 'storm harb'), ['2031-01-20#1']);
  assert.deepEqual(answers(search, 'harb storms'), ['2031-01-20#1']);
  assert.deepEqual(answers(search, 'harb '), []);
});

test('what nobody wrote, and words that say nothing, find nothing', () => {
  for (const question of ['', ' ', 'zeppelin', 'the of and', '—', 'constructor', '__proto__']) {
    assert.deepEqual(answers(search, question), [], question);
  }
  assert.deepEqual(answers(openSearch(), 'mayor'), []);
});

test('of equal items the newer comes first, and an undated one last', () => {
  const undated = { ...entry('x', ['Same words', '']), date: undefined };
  const equal = searchOf(undated, entry('2030-01-20', ['Same words', '']), entry('2020-01-20', ['Same words', '']));
  assert.deepEqual(answers(equal, 'same words'), ['2030-01-20#0', '2020-01-20#0', 'undefined#0']);
});

test('an entry that is put again is searched as it is now, however often', () => {
  const changing = searchOf(entry('2031-01-20', ['The mayor resigned', '']));
  for (let round = 0; round < 3000; round++) changing.put(entry('2031-01-21', [`Version ${round}`, 'draft']));
  assert.deepEqual(answers(changing, 'draft'), ['2031-01-21#0']);
  assert.deepEqual(answers(changing, 'version 2999'), ['2031-01-21#0']);
  assert.deepEqual(answers(changing, '2998 '), []);
  assert.deepEqual(answers(changing, 'mayor'), ['2031-01-20#0']);
  changing.remove('_posts/2031-01-21.md');
  changing.remove('_posts/nowhere.md');
  assert.deepEqual(answers(changing, 'draft'), []);
});

test('putting and removing in any order leaves what putting alone would have made', () => {
  const words = fc.constantFrom('mayor', 'ferry', 'storm', 'council', 'harbor', 'resigned');
  const step = fc.record({
    date: fc.constantFrom('2031-01-01', '2031-01-02', '2031-01-03'),
    words: fc.array(words, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const worn = openSearch();
      const kept = new Map<string, SearchDocument>();
      for (const { date, words: said } of steps) {
        const one = entry(date, [said.join(' '), '']);
        kept.delete(one.path);
        worn.remove(one.path);
        if (said.length === 0) continue;
        worn.put(one);
        kept.set(one.path, one);
      }
      const found = new Set(answers(worn, 'mayor ferry storm'));
      assert.deepEqual(found, new Set(answers(searchOf(...kept.values()), 'mayor ferry storm')));
    }),
    { seed: 1080, numRuns: 200 },
  );
});

test('of an entry its words are searched, not its addresses and sources', () => {
  const text =
    '---\ntitle: Day 12\ndate: 2031-01-31 09:00:00 -08:00\n---\n\n1/ **The mayor resigned**. She [left](https://left.example/storm) at noon. ([Herald](https://herald.example/ferry))\n\n* **📌 [Day 9](https://x.example/#a): The storm**. Repeated.\n\n### Notables.\n\nNothing.\n';
  const parsed = parseEntry(text);
  const made = searchDocument(parsed, readDay(parsed, '_posts/2031-01-31-day-12.markdown', false));
  assert.deepEqual([made.day, made.date, made.items.length], [12, '2031-01-31', 2]);
  const one = searchOf(made);
  for (const word of ['mayor', 'left', 'noon', 'nothing']) assert.equal(one.find(word).length, 1, word);
  for (const word of ['storm ', 'herald ', 'ferry ', 'https ', 'notables ', 'repeated '])
    assert.equal(one.find(word).length, 0, word);
});
