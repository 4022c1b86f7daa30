import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { citationAnchor } from '../../../src/core/lint/rules/citationAnchor.ts';
import { checkRule, checkSilent, suggestedTexts } from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const ANCHORS: readonly string[] = [
  '1-the-mayor’s-ferry-sank',
  '2-the-“harbor”-will-open-on-monday',
  '3-schools-will-open-on-monday',
  '4-a-very-long-headline-that-is-cut-of',
];
const CONTEXT = {
  ...ruleContext(),
  days: ['2031-01-30-day-11', '2031-02-02-Day-14', '2031-02-09-last-week'].map(day),
  anchorsOf: () => ANCHORS,
};

const DEAD: readonly (readonly [string, ...string[]])[] = [
  ['/2031/01/30/day-11/⟦#1-the-mayors-ferry-sank⟧', '/2031/01/30/day-11/#1-the-mayor’s-ferry-sank'],
  ['/2031/01/30/day-11⟦#1-THE-mayor’s-ferry-sank⟧', '/2031/01/30/day-11#1-the-mayor’s-ferry-sank'],
  ['/2031/02/02/day-14/⟦#2-schools-will-open-on-monday⟧', '/2031/02/02/day-14/#3-schools-will-open-on-monday'],
  ['/2031/01/30/day-11/?a=b⟦#the-weather⟧'],
  ['/2031/01/30/day-11/⟦#monday-monday-monday-monday-monday⟧'],
  ['/2031/01/30/day-11/⟦#4⟧'],
  ['⟦/2031/01/30/day-12⟧/#1-the', '/2031/01/30/day-11/#1-the'],
  ['⟦/2031/02/03/day-15⟧/'],
];

test('an anchor or an entry that does not exist is reported, and the nearest is offered', () => {
  for (const [marked, ...nearest] of DEAD) {
    checkRule(citationAnchor, entry(`https://log.example${marked}`), undefined, CONTEXT);
    const { text } = readMarks(entry(`https://log.example${marked}`));
    assert.deepEqual(
      suggestedTexts(citationAnchor, text, CONTEXT).slice(0, 1),
      nearest.map((address) => entry(`https://log.example${address}`)),
    );
  }
});

const ACCEPTED: readonly string[] = [
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

test('anchors that exist, months that the archive does not hold and other sites are accepted', () => {
  for (const address of ACCEPTED) checkSilent(citationAnchor, entry(address), CONTEXT);
});

test('nothing is reported if the archive or its anchors are unknown', () => {
  const address = 'https://log.example/2031/01/30/day-11/';
  checkSilent(citationAnchor, entry(`${address}#gone`), { ...CONTEXT, days: [] });
  checkSilent(citationAnchor, entry(`${address}#gone`), { ...CONTEXT, anchorsOf: () => undefined });
  checkRule(citationAnchor, entry(`${address}⟦#gone⟧`), undefined, CONTEXT);
});

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
