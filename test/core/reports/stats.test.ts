import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { type Stats, statsOf, totalStats } from '../../../src/core/reports/stats.ts';
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

test('the counts of an entry', () => {
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
    placeholders: 2,
    problems: { error: 1, warning: 0, info: 0, hint: 0 },
  });
  const longer = ENTRY.replace('title: Day 12', 'title: Day 12\nimage: a b c').replace('/a)', '/a/very/long/address)');
  assert.equal(figures(longer).words, words);
  assert.equal(figures(ENTRY.replace('She left', 'She left at noon')).words, words + 2);
});

test('the total of several entries', () => {
  const other = '1/ **A ferry sank**. ([Herald](https://herald.example/g))';
  const [one, two] = [figures(ENTRY), figures(other)];
  const total = totalStats([one, two]);
  assert.equal(total.words, one.words + two.words);
  assert.deepEqual(total.items, { sections: 4, polls: 1, bullets: 1, notables: 1 });
  assert.deepEqual(total.outlets[0], { name: 'Herald', count: 3 });
  assert.deepEqual([total.citations, total.placeholders, total.problems.error], [7, 2, 1]);
  assert.deepEqual(totalStats([]), figures(''));
});

function figures(text: string): Stats {
  const entry = parseEntry(text);
  const problems = lint(entry, ruleContext('draft'));
  return statsOf(
    entry,
    problems.filter(({ rule, severity }) => rule === 'placeholder' || severity === 'error'),
  );
}
