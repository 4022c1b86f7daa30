import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PublishRequest, publishPlan } from '../../../../src/core/compose/days/publish.ts';
import { findTimeZone } from '../../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { DEFAULT_FOLDERS } from '../../../../src/core/files/folders.ts';
import { type Conventions, DEFAULT_CONVENTIONS } from '../../../../src/core/newsroom/conventions.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { markRanges, readMarks } from '../../../support/markedText.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const DRAFT = `---
title: Day 12
date: 2031-01-30 09:30:00 -08:00
---

TK/ **The mayor resigned**. She left. ([Herald](https://herald.example/a))

TK/ **The ferry sank**. It was old. ([Herald](https://herald.example/b))

*The levy election is in 30 days.*
`;

const READY = `---
title: Day 12
date: 2031-01-31 16:45:10 -08:00
todayInOneSentence: The mayor resigned; and the ferry sank.
---

1/ **The mayor resigned**. She left. ([Herald](https://herald.example/a))

2/ **The ferry sank**. It was old. ([Herald](https://herald.example/b))

*The levy election is in 29 days.*
`;

test('publishing changes numbers, date, countdown and sentence and moves the file to the posts', () => {
  const plan = planFor(DRAFT, { withSentence: true });
  assert.equal(plan.path, '_posts/2031-01-31-day-12.markdown');
  assert.equal(applyEdits(DRAFT, plan.edits), READY);
  assert.deepEqual([plan.blockers, plan.warnings, plan.conflicts], [[], [], []]);
  const withoutSentence = planFor(DRAFT);
  assert.equal(applyEdits(DRAFT, withoutSentence.edits), READY.replace(/todayInOneSentence.*\n/, ''));
});

test('an entry that is ready does not change', () => {
  assert.deepEqual(planFor(READY, { withSentence: true }).edits, []);
});

test('an entry without a date gets one, followed by the sentence', () => {
  const text = DRAFT.replace(/date:.*\n/, '');
  const plan = planFor(text, { withSentence: true });
  assert.equal(applyEdits(text, plan.edits), READY);
});

test('errors that would be published are blockers, with spans in the current text', () => {
  const marked = DRAFT.replace('It was old.', 'It was ⟦TK⟧ years old.').replace(
    '([Herald](https://herald.example/b))',
    '(⟦[Herald](https://herald.example/b)⟧',
  );
  const { text } = readMarks(marked);
  const plan = planFor(text, { withSentence: true });
  assert.equal(markRanges(text, plan.blockers), marked);
  assert.deepEqual(
    plan.blockers.map(({ rule, severity }) => `${rule} ${severity}`),
    ['placeholder error', 'citation-unclosed error'],
  );
});

test("a number other than today's is an error", () => {
  const plan = planFor(DRAFT.replace('Day 12', 'Day 14'));
  assert.equal(plan.path, '_posts/2031-01-31-day-14.markdown');
  assert.ok(plan.blockers.some(({ rule }) => rule === 'day-number'));
});

const NAMES: readonly (readonly [title: string, path: string, fileName: string, target: string])[] = [
  ['title: Day 12', '_drafts/day-12.markdown', '{date}-day-{day}.markdown', '_posts/2031-01-31-day-12.markdown'],
  ['title: Day 12', 'notes.md', '{date}-{day}.md', '_posts/2031-01-31-12.md'],
  ['title: Last week', '_drafts/last-week.md', '{date}-day-{day}.markdown', '_posts/2031-01-31-last-week.md'],
  ['title: A week', '_drafts/2031-01-29-week.md', '{date}-day-{day}.markdown', '_posts/2031-01-31-week.md'],
  ['layout: post', '_drafts/day-9.markdown', '{date}-day-{day}.markdown', '_posts/2031-01-31-day-12.markdown'],
];

test("file names of days follow the newsroom's pattern, other entries keep their names", () => {
  for (const [title, path, fileName, target] of NAMES) {
    assert.equal(planFor(DRAFT.replace('title: Day 12', title), { path, conventions: named(fileName) }).path, target);
  }
});

test('an existing file, a published entry and an invalid date are conflicts', () => {
  const there: Day = {
    path: '_posts/2031-01-31-Day-12.markdown',
    draft: false,
    date: '2031-01-31',
    time: undefined,
    offset: undefined,
    number: 12,
  };
  const taken = planFor(DRAFT, { ruleContext: { ...ruleContext('draft'), days: [there] } });
  assert.deepEqual(
    taken.conflicts.map(({ reason, path }) => [reason, path]),
    [['exists', there.path]],
  );
  const published = planFor(READY, { path: there.path });
  assert.deepEqual(
    published.conflicts.map(({ reason }) => reason),
    ['published'],
  );
  assert.deepEqual(
    planFor(DRAFT, { now: { date: '2031-02-30', time: '09:30' } }).conflicts.map(({ reason }) => reason),
    ['no-date'],
  );
});

test('in a newsroom that keeps drafts with posts, the file stays in its folder, and its name gets the date', () => {
  const folders = { ...DEFAULT_FOLDERS, entries: ['content/posts/**/*.md'] };
  const pathFor = (path: string, days: readonly Day[] = []) =>
    planFor(DRAFT, {
      path,
      folders,
      conventions: named('{date}-day-{day}.md'),
      ruleContext: { ...ruleContext('draft', 'day-12.md'), days },
    });
  assert.equal(pathFor('content/posts/2031-01-30-day-12.md').path, 'content/posts/2031-01-31-day-12.md');
  assert.equal(pathFor('content/posts/day-12.md').path, 'content/posts/day-12.md');
  const inPlace = 'content/posts/2031-01-31-day-12.md';
  const self = { path: inPlace, draft: true, date: '2031-01-31', offset: undefined, time: undefined, number: 12 };
  assert.deepEqual(pathFor(inPlace, [self]).conflicts, []);
  const post = { ...self, path: '_posts/2031-01-30-day-11.md', draft: false, number: 11 };
  assert.equal(pathFor(inPlace, [self, post]).path, '_posts/2031-01-31-day-12.md');
});

function planFor(text: string, request: Partial<PublishRequest> = {}) {
  const zone = findTimeZone('America/Los_Angeles');
  assert.ok(zone);
  return publishPlan(parseEntry(text), {
    path: '_drafts/day-12.markdown',
    now: { date: '2031-01-31', time: '16:45:10' },
    zone,
    ruleContext: ruleContext('draft', 'day-12.markdown'),
    folders: DEFAULT_FOLDERS,
    conventions: DEFAULT_CONVENTIONS,
    ...request,
  });
}

function named(fileName: string): Conventions {
  return { ...DEFAULT_CONVENTIONS, fileName: { pattern: fileName, digits: 1 } };
}
