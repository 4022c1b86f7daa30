import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { entryLink, itemAtAnchor } from '../../../src/core/languageFeatures/entryLinks.ts';

const text =
  '---\ntitle: Day 11\ndate: 2031-01-30 09:00:00 -08:00\n---\n\n1/ **The mayor resigned**. Text.\n\n* **Later**. More.\n';
const entry = parseEntry(text);
const days: readonly Day[] = [readDay(entry, '_posts/2031-01-30-day-11.markdown', false)];
const path = (address: string, site?: string) => entryLink(address, site, days)?.day.path;

test('an address of the site points to the entry with its date and name', () => {
  for (const address of [
    '/2031/01/30/day-11/',
    '/2031/01/30/Day-11',
    'https://log.example/2031/01/30/day-11/?a=b#1-the-mayor',
    'http://www.log.example/2031/01/30/day-11',
  ]) {
    assert.equal(path(address, 'https://log.example'), '_posts/2031-01-30-day-11.markdown', address);
  }
});

test('an address of another site, of a missing day or of a page that is not an entry points to no entry', () => {
  for (const address of [
    'https://herald.example/2031/01/30/day-11/',
    'https://log.example/2031/01/31/day-12/',
    'https://log.example/2031/01/30/other/',
    'https://log.example/about/',
    'mailto:a@log.example',
  ]) {
    assert.equal(path(address, 'https://log.example'), undefined, address);
  }
});

test("if the site's address is not known, the path is enough", () => {
  assert.equal(path('https://log.example/2031/01/30/day-11/'), '_posts/2031-01-30-day-11.markdown');
});

test('the path may start with the folder that the site is in', () => {
  for (const address of [
    '/blog/2031/01/30/day-11/',
    'https://log.example/blog/2031/01/30/day-11/',
    '/2031/01/30/day-11/',
  ]) {
    assert.equal(path(address, 'https://log.example/blog'), '_posts/2031-01-30-day-11.markdown', address);
  }
  assert.equal(path('/other/2031/01/30/day-11/', 'https://log.example/blog'), undefined);
  assert.equal(path('/blog/2031/01/30/day-11/', 'https://log.example'), undefined);
});

test('the anchor points to its item', () => {
  const link = entryLink('/2031/01/30/day-11/#1-the-mayor-resigned-text', undefined, days);
  assert.equal(itemAtAnchor(entry, link?.anchor ?? ''), text.indexOf('1/'));
  assert.equal(itemAtAnchor(entry, 'later-more'), text.indexOf('* **Later'));
  assert.equal(itemAtAnchor(entry, 'gone'), undefined);
  assert.equal(itemAtAnchor(entry, ''), undefined);
});
