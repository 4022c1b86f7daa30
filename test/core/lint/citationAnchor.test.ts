import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/archive/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { citationAnchor } from '../../../src/core/lint/rules/citationAnchor.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const DAYS = ['2031-01-30-day-11', '2031-02-02-Day-14', '2031-02-09-last-week'].map(day);
const ANCHORS: readonly string[] = [
  '1-the-mayor’s-ferry-sank',
  '2-the-“harbor”-will-open-on-monday',
  '3-schools-will-open-on-monday',
  '4-a-very-long-headline-that-is-cut-of',
];

const DEAD: readonly (readonly [string, ...string[]])[] = [
  ['/2031/01/30/day-11/⟦#1-the-mayors-ferry-sank⟧', '/2031/01/30/day-11/#1-the-mayor’s-ferry-sank'],
  ['/2031/01/30/day-11⟦#1-THE-mayor’s-ferry-sank⟧', '/2031/01/30/day-11#1-the-mayor’s-ferry-sank'],
  ['/2031/02/02/day-14/⟦#2-schools-will-open-on-monday⟧', '/2031/02/02/day-14/#3-schools-will-open-on-monday'],
  ['/2031/01/30/day-11/?a=b⟦#the-weather⟧'],
  ['⟦/2031/01/30/day-12⟧/#1-the', '/2031/01/30/day-11/#1-the'],
  ['⟦/2031/02/03/day-15⟧/'],
];

test('an anchor or an entry that is not there is a fault, and the nearest is offered', () => {
  for (const [marked, ...right] of DEAD) {
    const { text } = readMarks(entry(`https://log.example${marked}`));
    const findings = found(text);
    assert.equal(markRanges(text, findings), entry(`https://log.example${marked}`));
    const offers = findings.flatMap(({ suggestions }) => suggestions ?? []);
    assert.deepEqual(
      offers.slice(0, 1).map(({ edits }) => applyEdits(text, edits)),
      right.map((address) => entry(`https://log.example${address}`)),
    );
  }
});

const ALIVE: readonly string[] = [
  'https://log.example/2031/01/30/day-11/#1-the-mayor’s-ferry-sank',
  'https://log.example/2031/01/30/Day-11/#1-the-mayor%E2%80%99s-ferry-sank',
  'https://log.example/2031/02/02/day-14/#4-a-very-long-headline-that-is-cut-of',
  '/2031/01/30/day-11/',
  '/2031/01/30/day-11/#',
  'https://log.example/2030/12/30/day-999/#gone',
  'https://herald.example/news/2031/01/30/day-12/',
  'https://herald.example/2031/01/30/day-of-rain/',
  'https://herald.example/day-12',
];

test('what is there, an archive that lacks the month, and other sites are let be', () => {
  for (const address of ALIVE) assert.deepEqual(found(entry(address)), [], address);
});

test('where the archive or the anchors are not known nothing is judged', () => {
  const text = entry('https://log.example/2031/01/30/day-11/#gone');
  const tree = parseEntry(text);
  const known = { ...surroundings(), days: DAYS, anchors: () => ANCHORS };
  assert.deepEqual([...citationAnchor.check(tree, { ...known, days: [] })], []);
  assert.deepEqual([...citationAnchor.check(tree, { ...known, anchors: () => undefined })], []);
  assert.equal([...citationAnchor.check(tree, known)].length, 1);
});

function found(text: string) {
  return [...citationAnchor.check(parseEntry(text), { ...surroundings(), days: DAYS, anchors: () => ANCHORS })];
}

function entry(address: string): string {
  return `1/ **Head** as [told](https://herald.example/day-1). ([Herald](https://herald.example/a))\n\n* **📌 [Day](${address}): Head**.\n`;
}

function day(name: string): Day {
  const number = /day-(\d+)/i.exec(name)?.[1];
  return {
    path: `_posts/${name}.markdown`,
    draft: false,
    date: name.slice(0, 10),
    time: undefined,
    offset: undefined,
    number: number === undefined ? undefined : Number(number),
  };
}
