import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSearch, type Search } from '../../../src/core/archive/search.ts';
import { type SearchDocument, searchDocument } from '../../../src/core/archive/searchDocument.ts';
import { termsIn } from '../../../src/core/archive/terms.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';

function document(date: string, ...items: readonly (readonly [headline: string, text: string])[]): SearchDocument {
  return {
    path: `_posts/${date}.md`,
    day: 1,
    date,
    items: items.map(([headline, text], index) => ({ from: index * 100, headline, text })),
  };
}

function searchOf(...documents: readonly SearchDocument[]): Search {
  const search = openSearch();
  for (const document of documents) search.indexDocument(document);
  return search;
}

/** The results as `2031-01-20#0`: date and index of the item. */
function results(search: Search, query: string, limit?: number): string[] {
  return search.find(query, limit).map(({ date, from }) => `${date}#${from / 100}`);
}

const search = searchOf(
  document(
    '2031-01-20',
    ['The mayor resigned', 'She left at noon, citing the ferry.'],
    ['A storm closed the harbor', 'All day.'],
  ),
  document(
    '2031-01-21',
    ['The ferry sank', 'The mayor called it a tragedy.'],
    ['The council met', 'About the mayor, mostly.'],
  ),
);

test('a match in the headline outranks one in the text, and an item with all words one with only some', () => {
  assert.deepEqual(results(search, 'mayor'), ['2031-01-20#0', '2031-01-21#1', '2031-01-21#0']);
  assert.deepEqual(results(search, 'ferry mayor'), ['2031-01-21#0', '2031-01-20#0', '2031-01-21#1']);
  assert.deepEqual(results(search, 'storm'), ['2031-01-20#1']);
  assert.deepEqual(results(search, 'mayor', 1), ['2031-01-20#0']);
});

test('a result has the day, the date, the path and the offset of the item', () => {
  const [result] = search.find('harbor');
  assert.deepEqual(
    { ...result, score: 0 },
    { path: '_posts/2031-01-20.md', day: 1, date: '2031-01-20', from: 100, score: 0 },
  );
});

test('a word matches its other forms, whatever the case, accents and quotation marks', () => {
  for (const query of ['RESIGNS', 'resigning', 'mayor’s', '"the Mayor resigned?"', 'resigne']) {
    assert.equal(results(search, query)[0], '2031-01-20#0', query);
  }
  assert.deepEqual(results(searchOf(document('2031-01-20', ['Café Zürich', ''])), 'cafes zurich'), ['2031-01-20#0']);
  assert.deepEqual(termsIn('The planned cities’ 1,200 policies'), ['plan', 'citi', '200', 'polici']);
});

test('the last word also matches words that begin with it', () => {
  assert.deepEqual(results(search, 'harb'), ['2031-01-20#1']);
  assert.deepEqual(results(search, 'storm harb'), ['2031-01-20#1']);
  assert.deepEqual(results(search, 'harb storms'), ['2031-01-20#1']);
  assert.deepEqual(results(search, 'harb '), []);
});

test('unknown words and stop words find nothing', () => {
  for (const query of ['', ' ', 'zeppelin', 'the of and', '—', 'constructor', '__proto__']) {
    assert.deepEqual(results(search, query), [], query);
  }
  assert.deepEqual(results(openSearch(), 'mayor'), []);
});

test('between equal items the newer one comes first, and an undated one last', () => {
  const undated = { ...document('x', ['Same words', '']), date: undefined };
  const equal = searchOf(
    undated,
    document('2030-01-20', ['Same words', '']),
    document('2020-01-20', ['Same words', '']),
  );
  assert.deepEqual(results(equal, 'same words'), ['2030-01-20#0', '2020-01-20#0', 'undefined#0']);
});

test('a document that is indexed again replaces its previous version, however often', () => {
  const changing = searchOf(document('2031-01-20', ['The mayor resigned', '']));
  for (let round = 0; round < 3000; round++)
    changing.indexDocument(document('2031-01-21', [`Version ${round}`, 'draft']));
  assert.deepEqual(results(changing, 'draft'), ['2031-01-21#0']);
  assert.deepEqual(results(changing, 'version 2999'), ['2031-01-21#0']);
  assert.deepEqual(results(changing, '2998 '), []);
  assert.deepEqual(results(changing, 'mayor'), ['2031-01-20#0']);
  changing.remove('_posts/2031-01-21.md');
  changing.remove('_posts/nowhere.md');
  assert.deepEqual(results(changing, 'draft'), []);
});

test('after any sequence of changes the results are those of a new index', () => {
  const words = fc.constantFrom('mayor', 'ferry', 'storm', 'council', 'harbor', 'resigned');
  const step = fc.record({
    date: fc.constantFrom('2031-01-01', '2031-01-02', '2031-01-03'),
    words: fc.array(words, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const changed = openSearch();
      const documents = new Map<string, SearchDocument>();
      for (const { date, words: headline } of steps) {
        const next = document(date, [headline.join(' '), '']);
        documents.delete(next.path);
        changed.remove(next.path);
        if (headline.length === 0) continue;
        changed.indexDocument(next);
        documents.set(next.path, next);
      }
      const actual = new Set(results(changed, 'mayor ferry storm'));
      assert.deepEqual(actual, new Set(results(searchOf(...documents.values()), 'mayor ferry storm')));
    }),
    { seed: 1080, numRuns: 200 },
  );
});

test('the words of an entry are searched, but not its addresses and outlets', () => {
  const text =
    '---\ntitle: Day 12\ndate: 2031-01-31 09:00:00 -08:00\n---\n\n1/ **The mayor resigned**. She [left](https://left.example/storm) at noon. ([Herald](https://herald.example/ferry))\n\n* **📌 [Day 9](https://x.example/#a): The storm**. Repeated.\n\n### Notables.\n\nNothing.\n';
  const entry = parseEntry(text);
  const document = searchDocument(entry, readDay(entry, '_posts/2031-01-31-day-12.markdown', false));
  assert.deepEqual([document.day, document.date, document.items.length], [12, '2031-01-31', 2]);
  const search = searchOf(document);
  for (const word of ['mayor', 'left', 'noon', 'nothing']) assert.equal(search.find(word).length, 1, word);
  for (const word of ['storm ', 'herald ', 'ferry ', 'https ', 'notables ', 'repeated '])
    assert.equal(search.find(word).length, 0, word);
});
