import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationOutlet } from '../../../src/core/lint/rules/citationOutlet.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test("a name with another outlet's address is reported", () => {
  checkRule(citationOutlet, entry('([⟦NBC News⟧](https://www.cnbc.com/a))'));
  checkRule(citationOutlet, entry('([CNN](https://www.cnn.com/a) / [⟦Slate⟧](https://www.salon.com/b))'));
  checkRule(citationOutlet, entry('([⟦Quinnipiac⟧](https://www.monmouth.edu/a))'));
  checkRule(citationOutlet, '* **Live blogs**: [CNN](https://www.cnn.com/a) / [⟦CBS News⟧](https://abcnews.go.com/b)');
});

test("an outlet's own names are accepted", () => {
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
  ] as const)
    checkSilent(citationOutlet, entry(`([${name}](${address}))`));
});

test('names that describe a page, combine outlets or extend a name are accepted', () => {
  for (const name of [
    'Part 1',
    'Readable version',
    'Washington Post-ABC News poll',
    'Day 109',
    'Washington Post Magazine',
  ])
    checkSilent(citationOutlet, entry(`([${name}](https://www.washingtonpost.com/a))`));
});

test('any name is accepted on an open platform, on an unknown host and in prose', () => {
  for (const address of [
    'https://twitter.com/a',
    'https://x.com/a',
    'https://youtu.be/a',
    'https://jane.substack.com/p/a',
  ])
    checkSilent(citationOutlet, entry(`([NBC News](${address}))`));
  checkSilent(citationOutlet, entry('([NBC News](https://herald.example/a))'));
  checkSilent(citationOutlet, entry('She told [NBC News](https://www.cnbc.com/a) that she left.'));
});

test('it is an error if the outlet of the host is certain, and a warning otherwise or for an agency that others reprint', () => {
  const severityOf = (group: string) => findings(citationOutlet, entry(group))[0]?.severity ?? 'warning';
  assert.equal(severityOf('([NBC News](https://www.cnbc.com/a))'), 'error');
  assert.equal(severityOf('([Salon](https://slate.com/a))'), 'warning');
  assert.equal(severityOf('([Associated Press](https://abcnews.go.com/a))'), 'warning');
});

test('the message gives the evidence of the archive', () => {
  const messageFor = (count: number) => {
    const address = 'https://cnbc.com/a';
    const archive = [
      { outlet: 'CNBC', address, count },
      { outlet: 'NBC News', address },
    ];
    const context = { ...ruleContext(), outlets: learnOutlets(archive) };
    return findings(citationOutlet, entry('([NBC News](https://www.cnbc.com/a))'), context)[0]?.message;
  };
  assert.equal(messageFor(99), '`cnbc.com` is CNBC in 99 of 100 citations, not NBC News.');
  assert.equal(messageFor(999), '`cnbc.com` is CNBC in 999 of 1,000 citations, not NBC News.');
  assert.equal(messageFor(1_234_567), '`cnbc.com` is CNBC in 1,234,567 of 1,234,568 citations, not NBC News.');
});

test('both another name and another address are offered', () => {
  checkSuggestions(citationOutlet, entry('([⟦NBC News⟧](https://www.cnbc.com/a))'), [
    entry('([CNBC](https://www.cnbc.com/a))'),
    entry('([NBC News]())'),
  ]);
});

function entry(group: string): string {
  return `1/ **The mayor resigned**. She left. ${group}`;
}
