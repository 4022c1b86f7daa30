import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import type { Stage } from '../../../src/core/lint/rule.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const DATED = 'title: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n';
const HEAD = '1/ **Head**. Text.';

/** The marked text has the one problem, of that rule; with a second text, fixing makes that of it. */
function check(rule: string, marked: string, fixed?: string, stage: Stage = 'published'): void {
  const { text } = readMarks(marked);
  const around = surroundings(stage);
  const problems = lint(parseEntry(text), around);
  assert.equal(markRanges(text, problems), marked);
  assert.deepEqual(
    problems.map((problem) => problem.rule),
    [rule],
  );
  assert.equal(fixAll(text, around).text, fixed ?? text);
}

function checkSilent(text: string, stage: Stage = 'published'): void {
  const problems = lint(parseEntry(text), surroundings(stage));
  assert.deepEqual(
    problems.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
}

const GOOD = `${HEAD} (${A} / ${B})`;

test('a group that never closes', () => {
  check('citation-unclosed', `${HEAD} (⟦${A}⟧`, `${HEAD} (${A})`);
  check('citation-unclosed', `${HEAD} (${A} / ⟦${B}⟧`, GOOD);
});

test('a name and its address without the brackets of a link', () => {
  const bare = 'C Times https://c.example/3';
  const link = '[C Times](https://c.example/3)';
  check('citation-broken-link', `${HEAD} (${A} / ⟦${bare}⟧)`, `${HEAD} (${A} / ${link})`);
  check('citation-broken-link', `${HEAD} (${A} / ⟦${bare}⟧ / ${B})`, `${HEAD} (${A} / ${link} / ${B})`);
  check('citation-broken-link', `${HEAD} (⟦${bare}⟧ / ${B})`, `${HEAD} (${link} / ${B})`);
  check('citation-broken-link', `${HEAD} (⟦${bare}⟧)`, `${HEAD} (${link})`);
  checkSilent(`${HEAD} (${A})\n\n* **Head**. Text (see https://c.example/3) and more. (${B})`);
});

test('the key beside the closing bracket, or the same key without shift', () => {
  check('citation-unclosed', `${HEAD} (${A} / ⟦${B}⟧0`, GOOD);
  check('citation-unclosed', `${HEAD} (${A} / ⟦${B}⟧]`, GOOD);
});

test('a key between a name and its address', () => {
  const whole = `${HEAD} (${A})`;
  for (const link of [
    '[A News].(https',
    '[A News]x(https',
    '[A News]h(ttps',
    '[A News\\(https',
    '[A News][https',
    '[A News]{https',
  ])
    check('citation-broken-link', `${HEAD} (⟦${link}://a.example/1)⟧)`, whole);
  check('citation-broken-link', `${HEAD} (⟦[A News}(https://a.example/1)⟧)`, whole);
  check('citation-broken-link', `${HEAD} (⟦[A News(]https://a.example/1)⟧)`, whole);
  check('citation-broken-link', `${HEAD} (⟦{A News](https://a.example/1)⟧)`, whole);
});

test('another bracket in place of the one before a name', () => {
  check('citation-broken-link', `${HEAD} (⟦(A News](https://a.example/1)⟧)`, `${HEAD} (${A})`);
  check('citation-broken-link', `${HEAD} (${A} / ⟦(B Post](https://b.example/2)⟧)`, GOOD);
});

test('another bracket in place of the one behind an address', () => {
  check('citation-broken-link', `${HEAD} (⟦[A News](https://a.example/1]⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (${A} / ⟦[B Post](https://b.example/2]⟧)`, GOOD);
  check('citation-url', `${HEAD} ([A News](⟦https://a.example/1]⟧) / ${B})`, GOOD);
});

test('an opening bracket at the end of a name or an address', () => {
  check('citation-broken-link', `${HEAD} ([A News⟦(]⟧(https://a.example/1) / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News](https://a.example/1()⟧ / ${B})`, GOOD);
});

test('a key before a scheme, and a scheme without its signs', () => {
  check('citation-url', `${HEAD} ([A News](⟦/https://a.example/1⟧) / ${B})`, GOOD);
  const www = '[A News](https://www.a.example/1)';
  for (const scheme of ['https', 'htts', 'https:', 'https:/'])
    check('citation-url', `${HEAD} ([A News](⟦${scheme}www.a.example/1⟧))`, `${HEAD} (${www})`);
});

test('a key between the sentence and its group', () => {
  check('citation-placement', `${HEAD}⟦/ ⟧(${A} / ${B})`, GOOD);
  check('citation-placement', `${HEAD}⟦ / ⟧(${A} / ${B})`, GOOD);
  check('citation-placement', `${HEAD}⟦ [⟧(${A} / ${B})`, GOOD);
});

test('a space that divides a scheme', () => {
  check('citation-url', `${HEAD} ([A News](⟦https: //a.example/1⟧) / ${B})`, GOOD);
  check('citation-url', `${HEAD} (${A} / [B Post](⟦https:/ /b.example/2⟧))`, GOOD);
});

test('a key between the bracket of a group and its first link', () => {
  check('citation-separator', `${HEAD} (⟦.⟧${A})`, `${HEAD} (${A})`);
  check('citation-separator', `${HEAD} (⟦x⟧${A} / ${B})`, GOOD);
});

test('the bracket of a group on the next line', () => {
  check('citation-unclosed', `${HEAD} (${A} / ⟦${B}⟧\n)`, GOOD);
});

test('an address behind the empty brackets of a link', () => {
  check('citation-broken-link', `${HEAD} (⟦[A News]()(https://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News]()https://a.example/1⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News]()https://a.example/1)⟧`, `${HEAD} (${A})`);
});

test('what is empty is one fault', () => {
  check('citation-extra-bracket', `${HEAD} ⟦()⟧`);
  check('citation-broken-link', `${HEAD} (⟦[]()⟧)`);
  check('citation-broken-link', `${HEAD} (${A} / ⟦[]()⟧)`);
  check('citation-separator', `${HEAD} (${A} ⟦/ (⟧))`, `${HEAD} (${A})`);
  check('citation-separator', `${HEAD} (${A} ⟦/ []⟧)`, `${HEAD} (${A})`);
});

test('a name that a link was to have, in small letters or with a reference', () => {
  check('citation-unlinked', `${HEAD} (${A} / ⟦kxyz⟧)`);
  check('citation-unlinked', `${HEAD} (${A} / ⟦[KXYZ][1]⟧)`);
});

test('what is to come is no name without a link', () => {
  check('placeholder', `${HEAD} (${A} / ⟦TK⟧)`);
  check('placeholder', `${HEAD} (⟦TK⟧)`, undefined, 'draft');
});

test('a word between citations, and a key behind them', () => {
  check('citation-separator', `${HEAD} (${A} ⟦via⟧ ${B})`, GOOD);
  check('citation-placement', `${HEAD} (${A} / ${B})⟦[⟧`, GOOD);
});

test('the title of a link is no part of its address', () => {
  checkSilent(`${HEAD} ([A News](https://a.example/1 "One") / ${B})`);
});

test('what may go on is not closed for the writer', () => {
  check('citation-unclosed', `${HEAD} (${A} / ${B} ⟦/⟧ [c times and others])`);
});

test('an outlet in square brackets is one without its address', () => {
  check('citation-unlinked', `${HEAD} (${A} / ${B} / ⟦[C Times]⟧)`);
  check('citation-unlinked', `${HEAD} (⟦[C Times]⟧ / ${B})`);
  const [problem] = lint(parseEntry(`${HEAD} (${A} / [C Times])`), surroundings());
  assert.match(problem?.message ?? '', /^C Times is named/);
  assert.equal(problem?.suggestions?.[0]?.edits[0]?.text, '[C Times]()');
});

test('a key between citations that nobody meant', () => {
  check('citation-separator', `${HEAD} (${A} ⟦.⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A} ⟦\\⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (⟦[⟧${A} / ${B})`, GOOD);
  check('citation-separator', `${HEAD} (⟦{⟧${A} / ${B})`, GOOD);
});

test('a second bracket may stand apart from the first', () => {
  check('citation-extra-bracket', `${HEAD} ⟦( (⟧${A} / ${B})`, GOOD);
});

test('the key beside the bracket of a single citation', () => {
  check('citation-unclosed', `${HEAD} (⟦${A}⟧0`, `${HEAD} (${A})`);
  check('citation-unclosed', `${HEAD} (⟦${A}⟧.`, `${HEAD} (${A})`);
});

test('brackets that are missing around an address, or are there twice', () => {
  check('citation-broken-link', `${HEAD} (⟦[A News]https://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A Newshttps://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News]((https://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News]((https://a.example/1))⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (${A} / ⟦[B Post]https://b.example/2)⟧`, GOOD);
});

test('an escaped link in a group is no more than that', () => {
  check('editor-residue', `${HEAD} (⟦\\[A News\\]⟧(https://a.example/1) / ${B})`, GOOD);
});

test('a group that an empty line breaks in two is one problem', () => {
  check('citation-unclosed', `${HEAD} (${A} ⟦/⟧\n\n${B})`, GOOD);
  check('citation-unclosed', `${HEAD} (⟦${A}⟧\n\n/ ${B})`, GOOD);
  check('citation-unclosed', `${HEAD} (⟦${A}⟧\n\n${B})`, GOOD);
});

test('a long address without a name before the first citation is the group’s', () => {
  const address = `https://c.example/${'a-long-way/'.repeat(20)}`;
  const problems = lint(parseEntry(`${HEAD} (${address} / ${A})`), surroundings());
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['citation-raw-url'],
  );
});

test('a source in brackets behind a bold quotation', () => {
  check('citation-unlinked', '* **She called it "a stunning turn of events."** (⟦Valley Post⟧)');
});

test('two addresses in one', () => {
  const first = 'https://a.example/x/';
  check('citation-url', `${HEAD} ([A News](⟦${first}https://b.example/y⟧))`);
  check('citation-url', `${HEAD} ([A News](⟦https://a.example/xhttps://b.example/y⟧))`);
  for (const host of [
    'web.archive.org/web/2017',
    'archive.ph',
    'archive.is/a',
    'webcache.search.example/a',
    '12ft.io',
  ]) {
    checkSilent(`${HEAD} ([A News](https://${host}/https://b.example/y))`);
  }
});

test('a character that sticks to a link is no outlet without one', () => {
  check('citation-separator', `${HEAD} (${A}⟦0 /⟧ ${B})`, GOOD);
});

test('a bracket that opens in the middle of a list wants no other to close it', () => {
  check('citation-extra-bracket', `* Sources: ${A} ⟦/ (⟧${B}`, `* Sources: ${A} / ${B}`);
});

test('both brackets in one name are one slip', () => {
  check('citation-broken-link', `${HEAD} ⟦[(A News)]⟧(https://a.example/1)`, `${HEAD} (${A})`);
});

test('a group that ends with a separator and no bracket is one problem', () => {
  check('citation-unclosed', `${HEAD} (${A} / ${B} ⟦/⟧`, GOOD);
  check('citation-unclosed', `${HEAD} (${A} / ${B}⟦/⟧`, GOOD);
});

test('a group that never closes in the middle of an entry does not reach into the next block', () => {
  check(
    'citation-unclosed',
    `${HEAD} (⟦${A}⟧\n\n2/ **Head**. Text. (${B})`,
    `${HEAD} (${A})\n\n2/ **Head**. Text. (${B})`,
  );
});

test('what separates citations', () => {
  check('citation-separator', `${HEAD} (${A}⟦ ⟧${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A} ⟦/ /⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A}⟦,⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A}⟦;⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A} ⟦|⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A} ⟦and⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A}⟦y /⟧ ${B})`, GOOD);
  check('citation-separator', `${HEAD} (⟦/⟧ ${A} / ${B})`, GOOD);
  check('citation-separator', `${HEAD} (${A} / ${B} ⟦/⟧)`, GOOD);
  check('citation-separator', `${HEAD} (${A} / ${B}) ⟦/⟧`, GOOD);
});

test('links that are not whole', () => {
  check('citation-broken-link', `${HEAD} (⟦[A News(https://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News] (https://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦(A News)[https://a.example/1]⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦[A News](https://a.example/1⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (⟦A News](https://a.example/1)⟧ / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (${A} / ⟦[B Post](https://b.example/2⟧`, GOOD);
});

test('a bracket or a separator that slipped into a name goes out of it', () => {
  check('citation-broken-link', `${HEAD} (${A} / [B Post⟦)]⟧(https://b.example/2)`, GOOD);
  check('citation-broken-link', `${HEAD} ⟦[(⟧A News](https://a.example/1) / ${B})`, GOOD);
  check('citation-broken-link', `${HEAD} (${A} ⟦[/ ⟧B Post](https://b.example/2))`, GOOD);
  check('citation-broken-link', `${HEAD} ([A News⟦ /]⟧(https://a.example/1) ${B})`, GOOD);
});

test('a name that stands partly outside its link', () => {
  check(
    'citation-broken-link',
    `${HEAD} (⟦A[BC News]⟧(https://abcnews.go.com/1))`,
    `${HEAD} ([ABC News](https://abcnews.go.com/1))`,
  );
  check(
    'citation-broken-link',
    `${HEAD} (⟦NBC [News]⟧(https://www.nbcnews.com/1))`,
    `${HEAD} ([NBC News](https://www.nbcnews.com/1))`,
  );
});

test('an outlet without a link is offered one, the cursor in its address', () => {
  for (const marked of [
    `${HEAD} (${A} / ⟦B Post⟧ / ${A.replace('/1', '/3')})`,
    `${HEAD} (${A} / ⟦B Post⟧)`,
    `${HEAD} (⟦B Post⟧ / ${A})`,
  ]) {
    check('citation-unlinked', marked);
    const { text } = readMarks(marked);
    const [fix] = lint(parseEntry(text), surroundings())[0]?.suggestions ?? [];
    assert.ok(fix);
    assert.match(applyEdits(text, fix.edits), /\[B Post\]\(\)/);
    assert.equal(fix.edits[0]?.text.slice(fix.caret), ')');
  }
  check('citation-unlinked', '1/ **Head**. Text. (⟦Gallup⟧)');
});

test('addresses that lead nowhere', () => {
  check('citation-url', `${HEAD} (⟦[A News]()⟧)`);
  check('citation-url', `${HEAD} ([A News](⟦a-news.com/1⟧))`, `${HEAD} ([A News](https://a-news.com/1))`);
  check('citation-url', `${HEAD} ([A News](⟦www.a.example/1⟧))`, `${HEAD} ([A News](https://www.a.example/1))`);
  check('citation-url', `${HEAD} ([A News](⟦ttps://a.example/1⟧))`, `${HEAD} ([A News](https://a.example/1))`);
  check('citation-url', `${HEAD} ([A News](⟦https://a.example/1"⟧))`, `${HEAD} ([A News](https://a.example/1))`);
  check('citation-url', `${HEAD} ([A News](⟦https://a.example/1https://b.example/2⟧))`);
  check('citation-url', `${HEAD} ([A News](⟦She did not say so at all⟧))`);
  check('citation-url', `${HEAD} ([A News](⟦realName⟧))`);
  check('citation-url', `${HEAD} ([A News](⟦http://localhost:4000/1⟧))`);
});

test('an address inside another one is not glued to it', () => {
  checkSilent(`${HEAD} ([A News](https://web.archive.org/web/2017/https://a.example/1))`);
  checkSilent(`${HEAD} ([A News](https://a.example/share?url=https://b.example/2))`);
});

test('what is still to come is a hint in a draft and an error once published', () => {
  check('placeholder', `⟦TK/⟧ **Head**. Text. (${A})`, undefined, 'draft');
  check('placeholder', `⟦tK/⟧ **Head**. Text. (${A})`);
  check('placeholder', `${HEAD} ⟦TK⟧ more. (${A})`);
  check('placeholder', `---\n${DATED}description: ⟦TK⟧.\n---\n`);
  check('placeholder', `${HEAD} ([A News](⟦TK⟧))`);
  checkSilent(`${HEAD} The TKO came late, from a STKD firm. (${A})`);
  checkSilent(`${HEAD} ([A News](https://a.example/TK))`);
});

test('an empty section is that alone, not also one without headline and source', () => {
  check('section-empty', '⟦1/⟧ ', undefined, 'draft');
  check('section-empty', `${GOOD}\n\n⟦2/⟧`);
});

test('sentences', () => {
  check(
    'sentence-spacing',
    `1/ **Head**. Two ⟦decades.Esper⟧ left. (${A})`,
    `1/ **Head**. Two decades. Esper left. (${A})`,
  );
  check(
    'sentence-spacing',
    `1/ **Head**. The ⟦Council,calling⟧ it so. (${A})`,
    `1/ **Head**. The Council, calling it so. (${A})`,
  );
  check(
    'sentence-spacing',
    `1/ **Head**. "Good ⟦friends."Some⟧ left. (${A})`,
    `1/ **Head**. "Good friends." Some left. (${A})`,
  );
  check('sentence-spacing', `1/ **Head**. It ended⟦..⟧ Then more. (${A})`, `1/ **Head**. It ended. Then more. (${A})`);
});

test('names, numbers and abbreviations are no glued sentences', () => {
  for (const words of [
    'U.S.Embassy',
    'the U.S. and the E.U.',
    '1,000 and 3.5',
    'Ph.D.',
    'e.g.Trump',
    'see WhiteHouse.gov',
    'J.D. Vance',
    'wait ... what',
    'at 9 a.m.Eastern',
  ]) {
    checkSilent(`1/ **Head**. It was ${words} then. (${A})`);
  }
});

test('a paragraph without a source is a hint in a draft, and let be once published', () => {
  check('citation-missing', `${GOOD}\n\nIt was so, and nobody said ⟦otherwise.⟧`, undefined, 'draft');
  checkSilent(`${GOOD}\n\nIt was so, and nobody said otherwise.`);
});

test('a headline is wanted on sections, polls and notables, and nowhere else', () => {
  check('headline-missing', `poll/ ⟦51% said so.⟧ Others did not. (${A})`);
  check('headline-missing', `### Notables.\n\n1. **One**. (${A})\n\n2. ⟦Two.⟧ (${B})`);
  checkSilent(`* Related. (${A})`);
  checkSilent(`1. January: It began.\n\n2. May: It ended.`);
});

test('front matter', () => {
  const at = (line: string) => `---\n${DATED}${line}\n---\n`;
  check('front-matter', at("description: ⟦'\"There's no way.\"'⟧"), at("description: '\"There''s no way.\"'"));
  check('front-matter', at('description: ⟦He said: no.⟧'), at("description: 'He said: no.'"));
  check('front-matter', at('⟦title⟧: Day 12'));
  check('front-matter', `---⟦yaml⟧\n${DATED}---\n`, `---\n${DATED}---\n`);
  check('front-matter', '---⟦js⟧\n{ title: "Day 12" }\n---\n');
  check('front-matter', `⟦---⟧\ntitle: Day 12\n\n${GOOD}\n`);
});

test('dates', () => {
  const at = (date: string) => `---\ntitle: Day 12\ndate: ${date}\n---\n`;
  const right = at('2031-01-31 09:30:00 -08:00');
  for (const near of [
    '2031-01-31 9:30',
    '2031-01-31T09:30:00-08:00',
    '2031/1/31 09:30:00 -0800',
    "'2031-01-31 09:30:00 -08:00'",
  ]) {
    check('date', at(`⟦${near}⟧`), right);
  }
  check('date', at('2031-01-31 09:30:00 ⟦-07:00⟧'), right);
  check('date', at('⟦2031-02-30 09:30:00 -08:00⟧'));
  check('date', at('⟦tomorrow⟧'));
});

test('a draft may have the number of the day after its date', () => {
  const tomorrow = '---\ntitle: Day 13\ndate: 2031-01-31 21:30:00 -08:00\n---\n';
  checkSilent(tomorrow, 'draft');
  check('day-number', tomorrow.replace('13', '⟦13⟧'), tomorrow.replace('13', '12'));
  check('day-number', tomorrow.replace('13', '⟦14⟧'), tomorrow.replace('13', '12'), 'draft');
});

test('what is not a fault', () => {
  for (const text of [
    `* **Live blogs**: ${A} / ${B}`,
    `* **Harris +1.0 points** (${A}) \\\n  **Trump +2.0 points** (${B})`,
    '* **Only a headline**',
    `* poll/ **51% said so**. (${A})`,
    `${HEAD} See [Day 11](https://own.example/2031/01/30/day-11/#2-the-“grand”-plan). (${A})`,
    `${HEAD} Done! 🎉 (${A})`,
    `\\(An aside.\\) More. (${A})`,
    `${HEAD} (${A} / [A News](https://a.example/other))`,
    '{% twitter\nhttps://twitter.com/a/status/1\n%}',
    `${HEAD} A plan (as [they](https://c.example/3) said). (${A})`,
    `${HEAD} The [first](https://c.example/3) and [second](https://c.example/4). (${A})`,
  ]) {
    checkSilent(text);
  }
});

test('several broken links in one group are each one problem', () => {
  const text = `${HEAD} ([A News(https://a.example/1) / B Post](https://b.example/2) / [C]](https://c.example/3))`;
  const problems = lint(parseEntry(text), surroundings());
  assert.equal(
    markRanges(text, problems),
    `${HEAD} (⟦[A News(https://a.example/1)⟧ / ⟦B Post](https://b.example/2)⟧ / ⟦[C]](https://c.example/3)⟧)`,
  );
  assert.equal(fixAll(text, surroundings()).text, `${HEAD} (${A} / ${B} / [C](https://c.example/3))`);
});

test('a link whose address never closes does not swallow the line below it', () => {
  check(
    'citation-broken-link',
    `${HEAD} (${A} / ⟦[B Post](https://b.example/2⟧\n\n2/ **Head** (so). Text. (${A})`,
    `${HEAD} (${A} / ${B})\n\n2/ **Head** (so). Text. (${A})`,
  );
});

test('what is no fault is none in a draft either', () => {
  for (const text of [
    `{% twitter\nhttps://twitter.com/a/status/1\n%}\n\n${GOOD}`,
    `${HEAD} \\[See also\\] (${A})`,
    `${HEAD} More. #hashtag (${A})`,
    `${HEAD} More. 🎉 (${A})`,
    `* **Only a headline**\n\n* **Another** (${A})`,
    `### ✏️ Notables.\n\n1. **One**. Text. (${A})\n\n*See you tomorrow.*`,
    `<!-- notables:start -->\n\n1. **One**. Text. (${A})\n\n<!-- notables:end -->`,
    `1/ **Half of them left**. 1/2 of the council went. (${A})`,
    `1/ **"A quoted headline."** Text. (${A})`,
    `1/ **Head**, a clause. (${A})\r\n\r\n* **Head** – a clause. (${B})\r\n`,
  ]) {
    checkSilent(text, 'draft');
  }
});
