import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTimeZone, type TimeZone } from '../../../../src/core/dates/timeZone.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { formatDateLine } from '../../../../src/core/render/targets/dateLine.ts';
import { headHtml } from '../../../../src/core/render/targets/headHtml.ts';
import { type HeadKind, pageHead } from '../../../../src/core/render/targets/pageHead.ts';

const zone = (name: string) => findTimeZone(name) as TimeZone;

/** Checks the HTML of each part of the head, and that its span starts at its key. */
function checkHead(lines: string, expected: Partial<Record<HeadKind, string>>): void {
  const entry = parseEntry(`---\n${lines}\n---\n\nBody.`);
  const head = pageHead(entry);
  assert.deepEqual(Object.fromEntries(head.map(({ kind, html }) => [kind, html])), expected);
  for (const { kind, span } of head) assert.ok(span && entry.text.startsWith(kind, span.from));
}

test('each part is what readers see, and has the span of its key', () => {
  checkHead(
    [
      'title: Day 12',
      'date: 2031-01-31 09:30:00 -08:00',
      `description: '"It''s fine."'`,
      'image: "/uploads/12.jpg"',
      'todayInOneSentence: The mayor "left";',
      '  and it rained.',
      'editorsNote: Back on <a href="/x" onclick="y()">Monday</a>.',
      'currentMood: 😬',
      'tags:',
      '- city hall',
      '- rain',
    ].join('\n'),
    {
      title: 'Day 12',
      date: 'Jan 31, 2031, 9:30am UTC−8',
      description: '“It’s fine.”',
      image: '/uploads/12.jpg',
      todayInOneSentence: 'The mayor “left”; and it rained.',
      editorsNote: 'Back on <a href="/x">Monday</a>.',
      currentMood: '😬',
      tags: '<span>city hall</span> <span>rain</span>',
    },
  );
});

test('missing and empty values have no part; tags on one line are separated by spaces', () => {
  checkHead('title: Day 12\ndescription:\ntags: rain  mayor', {
    title: 'Day 12',
    tags: '<span>rain</span> <span>mayor</span>',
  });
  assert.deepEqual(pageHead(parseEntry('Body.')), []);
  assert.deepEqual(
    pageHead(parseEntry('Body.'), { wordCount: 400 }).map(({ text, span }) => [text, span]),
    [['This edition is 400 words, a 2-minute read.', undefined]],
  );
});

test('if the YAML is invalid, values are shown as written', () => {
  checkHead(`title: Day 12\ndescription: '"There's no way."'\ntags:\n- rain\n- mayor`, {
    title: 'Day 12',
    description: '“There’s no way.”',
    tags: '<span>rain</span> <span>mayor</span>',
  });
});

test('a date reads as on the site, in the local time of its zone', () => {
  const pacific = zone('America/Los_Angeles');
  for (const [value, line] of [
    ['2020-01-04 09:37:00 -08:00', 'Jan 4, 2020, 9:37am PT'],
    ['2020-07-04 12:05:00 -07:00', 'Jul 4, 2020, 12:05pm PT'],
    ['2020-01-04 00:00:00 -08:00', 'Jan 4, 2020'],
    ['2020-01-04 00:30:00 -08:00', 'Jan 4, 2020, 12:30am PT'],
    ['2020-01-04 09:37:00 -0500', 'Jan 4, 2020, 6:37am PT'],
    ['2020-01-04 02:00:00', 'Jan 3, 2020, 6:00pm PT'],
    ['2020-01-04', 'Jan 4, 2020'],
    ['2020-02-30 09:37:00 -08:00', undefined],
    ['2020-01-04 25:00:00 -08:00', undefined],
    ['2020-01-04 09:37:00 -99:99', 'Jan 4, 2020, 9:37am UTC−99:99'],
    ['TK', undefined],
  ] as const) {
    assert.equal(formatDateLine(value, pacific), line, value);
  }
  assert.equal(formatDateLine('2020-01-04 09:37:00 +00:00', zone('Europe/London')), 'Jan 4, 2020, 9:37am GMT');
  assert.equal(formatDateLine('2020-07-04 09:37:00 +01:00', zone('Europe/London')), 'Jul 4, 2020, 9:37am UTC+1');
  assert.equal(formatDateLine('2020-07-04 09:37:00 +05:30', zone('+05:30')), 'Jul 4, 2020, 9:37am UTC+5:30');
  assert.equal(formatDateLine('2020-07-04 09:37:00 -07:00', undefined), 'Jul 4, 2020, 9:37am UTC−7');
  assert.equal(formatDateLine('2020-07-04 09:37:00', undefined), 'Jul 4, 2020, 9:37am');
});

test('the heading, and the sentence with its colored marks', () => {
  const entry = parseEntry(
    '---\ntitle: Day 1\ndescription: Hm.\ntodayInOneSentence: AT&T <b title="x; y">rose; fell</b>; and rain.\n---\n',
  );
  assert.equal(
    headHtml(pageHead(entry)),
    `<h1>Day 1: <small>Hm.</small></h1>
<div class="todayInOneSentence"><p><strong>Today in One Sentence.</strong> AT&amp;T <b title="x; y">rose${SEPARATOR}fell</b>${SEPARATOR}and rain<span class="stop">.</span></p></div>
`,
  );
});

const SEPARATOR = '<span class="unseen">; </span><span class="pilcrow" aria-hidden="true">¶</span> ';
