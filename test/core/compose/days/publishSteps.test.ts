import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishPlan } from '../../../../src/core/compose/days/publish.ts';
import { frontMatterTime, publishSteps } from '../../../../src/core/compose/days/publishSteps.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import type { Edit } from '../../../../src/core/text/text.ts';

const TEXT =
  '---\ntitle: Day 12\ndate: 2031-01-30 21:00:00 -08:00\n---\n\nTK/ **One**.\n\nTK/ **Two**.\n\nThe vote is in 30 days.\n';

/** The edits that replace texts by others. */
function edits(...changes: readonly [string, string][]): Edit[] {
  let at = 0;
  return changes.map(([old, text]) => {
    const from = TEXT.indexOf(old, at);
    at = from + old.length;
    return { from, to: at, text };
  });
}

function stepsOf(...changes: readonly [string, string][]): string[] {
  const path = '_posts/2031-01-31-day-12.markdown';
  const plan: PublishPlan = { path, edits: edits(...changes), blockers: [], warnings: [], conflicts: [] };
  return publishSteps(parseEntry(TEXT), '_drafts/day-12.markdown', plan).map(
    ({ title, detail, from, to }) => `${title} [${TEXT.slice(from, to)}]: ${detail}`,
  );
}

test('the steps are listed in order, each with its location', () => {
  const found = stepsOf(['21:00:00', '22:30:00'], ['TK', '1'], ['TK', '2'], ['30', '29']);
  assert.deepEqual(found, [
    'Move the file []: _drafts/day-12.markdown → _posts/2031-01-31-day-12.markdown',
    'Number 2 sections [TK]: TK/ becomes 1/, and so on',
    'Set the date [date: 2031-01-30 21:00:00 -08:00]: 2031-01-30 22:30:00 -08:00',
    'Correct 1 countdown [30]: 30 becomes 29',
  ]);
});

test('an added sentence is shown in full', () => {
  const [, step] = stepsOf(['-08:00', '-08:00\ntodayInOneSentence: One; and two.']);
  assert.equal(step, 'Write "Today in one sentence" []: One; and two.');
});

test('front matter that is added to a file without any is no countdown', () => {
  const text = 'TK/ **One**.\n';
  const entry = parseEntry(text);
  const plan: PublishPlan = {
    path: '_posts/2031-01-31-one.markdown',
    edits: [
      { from: 0, to: 0, text: '---\ndate: 2031-01-31 09:00:00 -08:00\n---\n\n' },
      { from: 0, to: 2, text: '1' },
    ],
    blockers: [],
    warnings: [],
    conflicts: [],
  };
  assert.deepEqual(
    publishSteps(entry, '_drafts/one.markdown', plan).map(({ title }) => title),
    ['Move the file', 'Number 1 section', 'Set the date'],
  );
});

test('if only the file moves, there is no other step', () => {
  assert.equal(stepsOf().length, 1);
});

test('the time in the front matter is read only if date and time are both there', () => {
  assert.deepEqual(frontMatterTime(parseEntry(TEXT)), { date: '2031-01-30', time: '21:00:00' });
  assert.equal(frontMatterTime(parseEntry('---\ntitle: Day 12\ndate: 2031-01-30\n---\n')), undefined);
  assert.equal(frontMatterTime(parseEntry('1/ One.\n')), undefined);
});
