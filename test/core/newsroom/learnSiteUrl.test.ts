import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnSiteUrl } from '../../../src/core/newsroom/learnSiteUrl.ts';

const LOG = 'https://log.example';

/** Entries of January 2031, each with the text for its day. */
function entries(count: number, textOf: (day: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    path: `_posts/2031-01-${twoDigits(index + 1)}-Day-${index + 1}.markdown`,
    readText: () => textOf(index + 1),
  }));
}

function twoDigits(day: number): string {
  return `${day}`.padStart(2, '0');
}

function linkTo(day: number, site: string): string {
  return `See [Day ${day}](${site}/2031/01/${twoDigits(day)}/day-${day}/#1-the-mayor).`;
}

test('links from many entries to others show where the site is', () => {
  assert.equal(learnSiteUrl(entries(20, (day) => linkTo(Math.max(1, day - 1), LOG))), LOG);
});

test('a few links show nothing, nor do links that disagree', () => {
  assert.equal(learnSiteUrl(entries(9, (day) => linkTo(Math.max(1, day - 1), LOG))), undefined);
  const site = (day: number) => (day % 2 === 0 ? LOG : 'https://copy.example');
  assert.equal(learnSiteUrl(entries(28, (day) => linkTo(Math.max(1, day - 1), site(day)))), undefined);
});

test('a link of an entry to its own page may lead to a copy on another site', () => {
  assert.equal(learnSiteUrl(entries(28, (day) => linkTo(day, 'https://copy.example'))), undefined);
});

test('pages that are no entries of the log are other sites’', () => {
  assert.equal(learnSiteUrl(entries(28, () => '[A](https://a.example/2031/01/01/the-mayor/)')), undefined);
});
