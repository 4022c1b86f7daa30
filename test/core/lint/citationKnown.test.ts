import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { citationKnown } from '../../../src/core/lint/rules/citationKnown.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { checkRule, checkSilent, findings } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';

const { bad, good } = citationKnown;
const CITING = readMarks(bad).text;

test('an address cited on an earlier day is reported, with the day and the item', () => {
  checkRule(citationKnown, bad, undefined, after([11]));
  const [finding] = findings(citationKnown, CITING, after([11]));
  assert.equal(finding?.message, 'Day 11 already cites this address under "The ferry sank".');
  const item = { from: ITEM, to: ITEM, path: pathOf(11), message: 'Day 11 cites the address here.' };
  assert.deepEqual(finding?.related, [item]);
  checkSilent(citationKnown, good, after([11]));
});

test('an item that links to the earlier day is accepted', () => {
  const text =
    '* **📌 [Day 11](https://log.example/2031/01/30/day-11/#2-the-ferry): The ferry sank**. ([Herald](https://herald.example/ferry))\n';
  checkSilent(citationKnown, text, after([11]));
});

test('the latest of several earlier days is named', () => {
  const messageAfter = (days: readonly number[]) => findings(citationKnown, CITING, after(days))[0]?.message ?? '';
  assert.match(messageAfter([11, 13, 12]), /^Day 13 .*, as do 2 other days\.$/);
  assert.match(messageAfter([11, 12]), /^Day 12 .*, as does one other day\.$/);
});

test('a page that many days cite is accepted', () => {
  checkSilent(citationKnown, CITING, after([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]));
});

test('the entry itself, later days and other drafts are not earlier days', () => {
  const dated = (cited: string) => `---\ntitle: Day 12\ndate: 2031-01-12 09:00:00 -08:00\n---\n\n${cited}`;
  checkSilent(citationKnown, dated(CITING), after([12, 13]));
  checkRule(citationKnown, dated(bad), undefined, after([11]));
  checkSilent(citationKnown, dated(CITING), after([11], { areDrafts: true }));
  checkSilent(citationKnown, CITING, after([12], { path: pathOf(12) }));
});

test('it is off in published entries by default', () => {
  assert.equal(citationKnown.severity.published, 'off');
});

/** An archive whose entries of these days cite the address. */
function after(days: readonly number[], { areDrafts = false, path = '_drafts/day-12.markdown' } = {}) {
  const archive = openArchiveIndex();
  for (const day of days) archive.indexEntry(parseEntry(earlier(day)), pathOf(day), areDrafts);
  const settings = { timezone: undefined, epochs: [], systemZone: () => 'UTC', archive };
  return ruleContextOf(newsroomOf(archive.days(), settings), path, 'draft');
}

function earlier(day: number): string {
  return `---\ntitle: Day ${day}\ndate: 2031-01-${day} 09:00:00 -08:00\n---\n\n1/ **The ferry sank**. ([KXYZ](https://herald.example/ferry/))\n`;
}

const ITEM = earlier(11).indexOf('1/ **');

function pathOf(day: number): string {
  return `_posts/2031-01-${day}-day-${day}.markdown`;
}
