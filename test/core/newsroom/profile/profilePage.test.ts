import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profilePage } from '../../../../src/core/newsroom/profile/profilePage.ts';
import { LOG_FORMS } from '../../../support/logForms.ts';
import { type LogEntry, profileOf } from '../../../support/profiledLog.ts';

const LOG: readonly LogEntry[] = [
  ['2031-01-03-issue-1.md', 'title: Issue 1\ndate: 2031-01-03'],
  ['2031-01-10-issue-2.md', 'title: Issue 2\ndate: 2031-01-10'],
  ['2031-01-17-no-3.md', 'title: Issue 3\ndate: 2031-01-17'],
  ['2031-01-24-issue-4.md', 'title: Issue 4\ndate: 2031-01-24'],
];

test('the page has every fact with its evidence, and links to the entries that disagree', () => {
  const { text, facts, links } = profilePage(profileOf(LOG), {});
  assert.match(text, /^# How this log is written\n\nLearned from 4 entries\./);
  assert.ok(text.includes('## Title\n\nIssue {number} (likely: 4 of 4 entries)\n'), text);
  assert.ok(
    text.includes('## File name\n\n{date}-issue-{day}.md (likely: 3 of 4 entries)\n\nNot so in:\n\n- _posts'),
    text,
  );
  assert.deepEqual(
    links.map(({ from, to, path }) => [text.slice(from, to), path]),
    [['_posts/2031-01-17-no-3.md', '_posts/2031-01-17-no-3.md']],
  );
  for (const { offset } of facts) assert.ok(text.startsWith('## ', offset));
});

test('a setting is shown in place of what was learned, which is told if it differs', () => {
  const { text } = profilePage(profileOf(LOG), { title: 'Letter {number}', count: 'entries' });
  assert.ok(
    text.includes('Letter {number}, from the settings (likely: 4 of 4 entries; the entries show: Issue {number})'),
    text,
  );
});

test('every form of a log has a page, from no entry on', () => {
  assert.ok(profilePage(profileOf([]), {}).text.includes('There are no entries yet.'));
  for (const { name, entry } of LOG_FORMS) {
    const { text, facts } = profilePage(profileOf([entry(0), entry(1)]), {});
    assert.ok(!/undefined|null|NaN|\[object/.test(text), `${name}: ${text}`);
    assert.ok(facts.length >= 6, name);
  }
});
