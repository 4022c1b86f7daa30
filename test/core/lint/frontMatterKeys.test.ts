import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import type { Stage } from '../../../src/core/entry/stage.ts';
import type { Fix, RuleContext } from '../../../src/core/lint/rule.ts';
import { frontMatterKeys } from '../../../src/core/lint/rules/frontMatterKeys.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { checkSilent, findings } from '../../support/checkRule.ts';
import { markRanges, readMarks } from '../../support/markedText.ts';

const ALL = ['title', 'date', 'description', 'image', 'todayInOneSentence'];
const DRAFT = '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n';

test('a draft needs a title and a date', () => {
  checkMessages('draft', '⟦⟦---⟧⟧\nimage: /uploads/12.jpg\n---\n', ['The title is missing.', 'The date is missing.']);
  checkMessages('draft', "---\n⟦title⟧:\n⟦date⟧: ''\n---\n", ['The title is empty.', 'The date is empty.']);
  checkMessages('draft', DRAFT, []);
});

test('an empty entry is reported', () => {
  for (const text of ['', ' \n']) {
    const messages = found('published', text, []).map(({ message }) => message);
    assert.deepEqual(messages, ['The entry is empty.']);
  }
});

test('a published entry needs the keys that the entries around it have', () => {
  const missing = ['The description is missing.', 'The image is missing.', '"Today in one sentence" is missing.'];
  const marked = DRAFT.replace('---', '⟦⟦⟦---⟧⟧⟧');
  checkMessages('published', marked, missing, archive(ALL));
  checkMessages('published', marked, missing, archive(ALL).slice(0, 1));
  checkMessages('published', DRAFT.replace('---', '⟦---⟧'), ['The description is missing.'], archive(ALL.slice(0, 3)));
  checkMessages('published', DRAFT, [], archive(['title', 'date']));
  checkMessages('published', DRAFT, [], []);
});

test('a key that the archive began to use later is not required before', () => {
  const days = [...archive(['title', 'date']), ...archive(ALL, '2032')];
  checkMessages('published', DRAFT, [], days);
  assert.equal(found('published', DRAFT.replace('2031-01-31', '2032-02-10'), days).length, 3);
});

test('a misspelled key is reported once, and not also as missing', () => {
  const message = 'Unknown key "descripton". Did you mean "description"?';
  checkMessages(
    'published',
    DRAFT.replace('---\n', '---\n⟦descripton⟧: A day.\n'),
    [message],
    archive(ALL.slice(0, 3)),
  );
  checkMessages('draft', DRAFT.replace('date:', '⟦Date⟧:'), ['Unknown key "Date". Did you mean "date"?']);
  checkMessages('draft', DRAFT.replace('---\n', '---\n⟦today_in_one_sentence⟧: A day.\n'), [
    'Unknown key "today_in_one_sentence". Did you mean "todayInOneSentence"?',
  ]);
});

test('other keys are accepted', () => {
  checkMessages('draft', DRAFT.replace('---\n', '---\ncurrentMood: 😶\nmood: 1\ndates: 2\npodcast:\n  title: A\n'), []);
});

test('adding missing keys is offered, with the cursor where the writer continues', () => {
  const days = archive(ALL);
  assert.deepEqual(
    found('published', '---\nlayout: post\n---\n\nText.', days).map(({ suggestions }) =>
      offered('---\nlayout: post\n---\n\nText.', suggestions?.[0]),
    ),
    [
      '---\ntitle: Day 12‸\nlayout: post\n---\n\nText.',
      '---\nlayout: post\ndate: 2031-01-31‸\n---\n\nText.',
      '---\nlayout: post\ndescription: \'"‸"\'\n---\n\nText.',
      '---\nlayout: post\nimage: "/uploads/‸"\n---\n\nText.',
      '---\nlayout: post\ntodayInOneSentence: ‸\n---\n\nText.',
    ],
  );
  const [finding] = found('draft', '---\r\n---\r\n', days);
  assert.equal(offered('---\r\n---\r\n', finding?.suggestions?.[0]), '---\r\ntitle: Day 12‸\r\n---\r\n');
});

test('where most entries have no date, the file name is enough', () => {
  const days = archive(['title']);
  checkMessages('published', '---\ntitle: Day 12\n---\n', [], days);
  checkMessages('published', '⟦---⟧\ntitle: Day 12\n---\n', ['The date is missing.'], archive(['title', 'date']));
  checkMessages('draft', '---\ntitle: Day 12\n---\n', [], days);
  const context = contextOf('published', days, '_posts/news.markdown');
  assert.equal(findings(frontMatterKeys, '---\ntitle: Day 12\n---\n', context).length, 1);
});

test('a key that YAML reads, or whose fault is named by another rule, is not missing', () => {
  for (const title of ['title : Day 12', '"title": Day 12', 'title:Day 12', ' title: Day 12', 'title: #MeToo'])
    checkMessages('draft', `---\n${title}\ndate: 2031-01-31 09:30:00 -08:00\n---\n`, []);
  checkMessages('draft', `\n${DRAFT}`, []);
});

test('an added key gets the indentation of the others', () => {
  const text = '---\n  layout: post\n---\n';
  assert.deepEqual(
    found('draft', text, []).map(({ suggestions }) => offered(text, suggestions?.[0])),
    ['---\n  title: Day 12‸\n  layout: post\n---\n', '---\n  layout: post\n  date: 2031-01-31‸\n---\n'],
  );
});

test('adding front matter to a file that is named like an entry is offered', () => {
  const text = '1/ **The mayor left**.\n\nText.';
  const [finding, ...more] = found('draft', text, []);
  assert.deepEqual(more, []);
  assert.deepEqual([finding?.from, finding?.to], [0, text.indexOf('\n')]);
  assert.equal(offered(text, finding?.suggestions?.[0]), `---\ntitle: Day 12\ndate: 2031-01-31‸\n---\n\n${text}`);
  checkSilent(frontMatterKeys, text, contextOf('draft', [], 'README.md'));
});

function archive(keys: readonly string[], year = '2031'): readonly Day[] {
  return Array.from({ length: 20 }, (_, at) => {
    const date = `${year}-02-${String(at + 1).padStart(2, '0')}`;
    return {
      path: `_posts/${date}.markdown`,
      draft: false,
      date,
      time: undefined,
      offset: undefined,
      number: at,
      title: `Day ${at}`,
      keys,
    };
  });
}

function contextOf(stage: Stage, days: readonly Day[], path = '_posts/2031-01-31-day-12.markdown'): RuleContext {
  const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
  return ruleContextOf(newsroom, path, stage);
}

function found(stage: Stage, text: string, days: readonly Day[]) {
  return findings(frontMatterKeys, text, contextOf(stage, days));
}

function checkMessages(stage: Stage, marked: string, messages: readonly string[], days: readonly Day[] = []): void {
  const { text } = readMarks(marked);
  assert.deepEqual(
    found(stage, text, days).map(({ message }) => message),
    messages,
  );
  assert.equal(markRanges(text, found(stage, text, days)), marked);
}

function offered(text: string, fix: Fix | undefined): string {
  const [edit, ...more] = fix?.edits ?? [];
  assert.ok(edit && fix?.caret !== undefined && more.length === 0);
  return applyEdits(text, [{ ...edit, text: `${edit.text.slice(0, fix.caret)}‸${edit.text.slice(fix.caret)}` }]);
}
