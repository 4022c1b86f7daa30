import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../../src/core/archive/archiveIndex.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Finding } from '../../../src/core/lint/rule.ts';
import { citationKnown } from '../../../src/core/lint/rules/citationKnown.ts';
import { newsroomOf, surroundingsOf } from '../../../src/core/newsroom.ts';
import { markRanges, readMarks } from '../../support/marked.ts';

test('an address of an earlier day is pointed out, with the day and the item', () => {
  const { bad } = citationKnown;
  const { text } = readMarks(bad);
  const findings = found(text, [11]);
  assert.equal(markRanges(text, findings), bad);
  assert.equal(findings[0]?.message, 'Day 11 cites this address under "The ferry sank".');
  assert.deepEqual(findings[0]?.related, [
    { from: OFFSET, to: OFFSET, path: pathOf(11), message: 'Day 11 cites the address here.' },
  ]);
  assert.deepEqual(found(citationKnown.good, [11]), []);
});

test('an item that leads back to the earlier day is let be', () => {
  const text =
    '* **📌 [Day 11](https://log.example/2031/01/30/day-11/#2-the-ferry): The ferry sank**. ([Herald](https://herald.example/ferry))\n';
  assert.deepEqual(found(text, [11]), []);
});

test('of several days the latest is named', () => {
  const { text } = readMarks(citationKnown.bad);
  assert.match(found(text, [11, 13, 12])[0]?.message ?? '', /^Day 13 .*, as do 2 other days\.$/);
  assert.match(found(text, [11, 12])[0]?.message ?? '', /^Day 12 .*, as does one other day\.$/);
});

test('a page that many days cite is let be', () => {
  const { text } = readMarks(citationKnown.bad);
  assert.deepEqual(found(text, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]), []);
});

test('the entry itself, later days and other drafts are no earlier days', () => {
  const { text } = readMarks(citationKnown.bad);
  const dated = `---\ntitle: Day 12\ndate: 2031-01-12 09:00:00 -08:00\n---\n\n${text}`;
  assert.deepEqual(found(dated, [12, 13]), []);
  assert.equal(found(dated, [11]).length, 1);
  assert.deepEqual(found(dated, [11], true), []);
  assert.deepEqual(found(text, [12], false, pathOf(12)), []);
});

test('a published entry hears nothing of it, unless the settings ask', () => {
  assert.equal(citationKnown.severity.published, 'off');
});

function found(text: string, days: readonly number[], drafts = false, path = '_drafts/day-12.markdown'): Finding[] {
  const archive = openIndex();
  for (const day of days) archive.put(parseEntry(earlier(day)), pathOf(day), drafts);
  const settings = { timezone: undefined, epochs: [], systemZone: () => 'UTC', archive };
  return [
    ...citationKnown.check(parseEntry(text), surroundingsOf(newsroomOf(archive.days(), settings), path, 'draft')),
  ];
}

function earlier(day: number): string {
  return `---\ntitle: Day ${day}\ndate: 2031-01-${day} 09:00:00 -08:00\n---\n\n1/ **The ferry sank**. ([KXYZ](https://herald.example/ferry/))\n`;
}

const OFFSET = earlier(11).indexOf('1/ **');

function pathOf(day: number): string {
  return `_posts/2031-01-${day}-day-${day}.markdown`;
}
