import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnOutlets } from '../../../src/core/archive/outlets.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Finding } from '../../../src/core/lint/rule.ts';
import { citationOutlet } from '../../../src/core/lint/rules/citationOutlet.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const outlets = learnOutlets();

test("a name with another outlet's address is found", () => {
  checkOutlet('([⟦NBC News⟧](https://www.cnbc.com/a))');
  checkOutlet('([CNN](https://www.cnn.com/a) / [⟦Slate⟧](https://www.salon.com/b))');
  checkOutlet('([⟦Quinnipiac⟧](https://www.monmouth.edu/a))');
  checkOutlet('* **Live blogs**: [CNN](https://www.cnn.com/a) / [⟦CBS News⟧](https://abcnews.go.com/b)');
});

test('honest names are let be', () => {
  for (const [name, address] of [
    ['The New Yorker', 'https://www.newyorker.com/a'],
    ['WIRED', 'https://www.wired.com/a'],
    ['538', 'https://projects.fivethirtyeight.com/a'],
    ['The Daily Beast', 'https://www.thedailybeast.com/a'],
    ['STAT', 'https://www.statnews.com/a'],
    ['PBS NewsHour', 'https://www.pbs.org/a'],
    ['CNN Money', 'https://money.cnn.com/a'],
    ['The Athletic', 'https://www.nytimes.com/athletic/a'],
    ['Bloomberg Law', 'https://news.bloomberglaw.com/a'],
    ['Intelligencer', 'https://nymag.com/a'],
    ['Politico', 'https://www.politico.eu/a'],
    ['ABC News', 'https://abcnews.com/a'],
    ['MS Now', 'https://www.ms.now/a'],
    ['Reuters', 'https://news.yahoo.com/a'],
  ] as const) {
    checkOutlet(`([${name}](${address}))`);
  }
});

test('names that describe, combine or extend are let be', () => {
  for (const name of [
    'Part 1',
    'Readable version',
    'Washington Post-ABC News poll',
    'Day 109',
    'Washington Post Magazine',
  ])
    checkOutlet(`([${name}](https://www.washingtonpost.com/a))`);
});

test('no name is wrong where anybody publishes, on an unknown host, or in prose', () => {
  for (const address of [
    'https://twitter.com/a',
    'https://x.com/a',
    'https://youtu.be/a',
    'https://jane.substack.com/p/a',
  ])
    checkOutlet(`([NBC News](${address}))`);
  checkOutlet('([NBC News](https://herald.example/a))');
  checkOutlet('She told [NBC News](https://www.cnbc.com/a) that she left.');
});

test('it is an error where the host is certain, and a warning where it is not or an agency may be reprinted', () => {
  assert.equal(found('([NBC News](https://www.cnbc.com/a))')[0]?.severity, 'error');
  assert.equal(found('([Salon](https://slate.com/a))')[0]?.severity, undefined);
  assert.equal(found('([Associated Press](https://abcnews.go.com/a))')[0]?.severity, undefined);
});

test('the message gives the evidence of the archive', () => {
  const archive = [...Array(99).fill('CNBC'), 'NBC News'].map((outlet: string) => ({
    outlet,
    address: 'https://cnbc.com/a',
  }));
  const [finding] = found('([NBC News](https://www.cnbc.com/a))', learnOutlets(archive));
  assert.equal(finding?.message, '`cnbc.com` is CNBC in 99 of 100 citations, not NBC News.');
});

test('both ways are offered: another name, or another address', () => {
  const text = body('([NBC News](https://www.cnbc.com/a))');
  const [finding] = found('([NBC News](https://www.cnbc.com/a))');
  assert.equal(finding?.fix, undefined);
  assert.deepEqual(
    finding?.suggestions?.map(({ edits }) => applyEdits(text, edits)),
    [body('([CNBC](https://www.cnbc.com/a))'), body('([NBC News]())')],
  );
});

function body(group: string): string {
  return group.startsWith('*') ? group : `1/ **The mayor resigned**. She left. ${group}`;
}

function found(group: string, known = outlets): Finding[] {
  const around = { ...surroundings(), outlets: known };
  return [...citationOutlet.check(parseEntry(body(group)), around)];
}

function checkOutlet(marked: string): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  assert.equal(markRanges(body(text), found(text)), body(marked));
}
