import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openSearch } from '../../src/core/archive/search.ts';
import { searchDocument } from '../../src/core/archive/searchDocument.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import questions from './questions.json' with { type: 'json' };

describe('the archive is searched: the entry meant is among the first three', () => {
  const search = openSearch();
  before(() => {
    if (noCorpus) return;
    for (const { path, text } of corpusEntries()) {
      const entry = parseEntry(text);
      search.put(searchDocument(entry, readDay(entry, path, false)));
    }
  });

  // As a writer asks, and the dates of the entries that are meant.
  for (const { question, dates } of questions) {
    test(question, { skip: noCorpus }, () => {
      const found = search.find(question, 3).map(({ date }) => date ?? '');
      assert.ok(
        dates.some((date) => found.includes(date)),
        found.join(', '),
      );
    });
  }
});
