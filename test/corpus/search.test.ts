import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openSearch } from '../../src/core/archive/search.ts';
import { searchDocument } from '../../src/core/archive/searchDocument.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import searchQueries from './searchQueries.json' with { type: 'json' };

describe('searching the archive, an intended entry is among the first three results', () => {
  const search = openSearch();
  before(() => {
    if (noCorpus) return;
    for (const { path, text } of corpusEntries()) {
      const entry = parseEntry(text);
      search.indexDocument(searchDocument(entry, readDay(entry, path, false)));
    }
  });

  // Queries as writers type them, and the dates of the intended entries.
  for (const { query, dates } of searchQueries) {
    test(query, { skip: noCorpus }, () => {
      const foundDates = search.find(query, 3).map(({ date }) => date ?? '');
      assert.ok(
        dates.some((date) => foundDates.includes(date)),
        foundDates.join(', '),
      );
    });
  }
});
