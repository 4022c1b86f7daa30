import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { formatMinutes, readingTime, type Stats, statsOf, totalOf } from '../../../src/core/reports/stats.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const ENTRY = `---
title: Day 12
date: 2031-01-31 09:30:00 -08:00
---

1/ **The mayor resigned**. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))

* **She left**. ([Herald](https://herald.example/c))

TK/ **TK**.

study/ **It rained**. ([Gallup](https://gallup.example/d))

poll/ **61% want a wall**. ([Gallup](https://gallup.example/e))

### Notables.

1. **A bus came**. ([KXYZ](https://kxyz.example/f)
`;

test('an entry in figures', () => {
  const { words, ...stats } = figures(ENTRY);
  assert.deepEqual(stats, {
    minutes: 1,
    items: { sections: 3, polls: 1, bullets: 1, notables: 1 },
    citations: 6,
    outlets: [
      { name: 'Gallup', count: 2 },
      { name: 'Herald', count: 2 },
      { name: 'KXYZ', count: 2 },
    ],
    toCome: 2,
    problems: { error: 1, warning: 0, info: 0, hint: 0 },
  });
  const longer = ENTRY.replace('title: Day 12', 'title: Day 12\nimage: a b c').replace('/a)', '/a/very/long/address)');
  assert.equal(figures(longer).words, words);
  assert.equal(figures(ENTRY.replace('She left', 'She left at noon')).words, words + 2);
});

test('several entries together', () => {
  const other = '1/ **A ferry sank**. ([Herald](https://herald.example/g))';
  const [one, two] = [figures(ENTRY), figures(other)];
  const total = totalOf([one, two]);
  assert.equal(total.words, one.words + two.words);
  assert.deepEqual(total.items, { sections: 4, polls: 1, bullets: 1, notables: 1 });
  assert.deepEqual(total.outlets[0], { name: 'Herald', count: 3 });
  assert.deepEqual([total.citations, total.toCome, total.problems.error], [7, 2, 1]);
  assert.deepEqual(totalOf([]), figures(''));
});

test('reading time goes by the half', () => {
  for (const [words, minutes] of [
    [0, '1'],
    [240, '1'],
    [260, '1½'],
    [1300, '6½'],
    [1380, '7'],
  ] as const) {
    assert.equal(formatMinutes(readingTime(words)), minutes);
  }
});

function figures(text: string): Stats {
  const entry = parseEntry(text);
  const problems = lint(entry, ruleContext('draft'));
  return statsOf(
    entry,
    problems.filter(({ rule, severity }) => rule === 'placeholder' || severity === 'error'),
  );
}
