import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { citationTracking } from '../../../src/core/lint/rules/citationTracking.ts';
import { citationUrl } from '../../../src/core/lint/rules/citationUrl.ts';
import { date as dateRule } from '../../../src/core/lint/rules/date.ts';
import { editorResidue } from '../../../src/core/lint/rules/editorResidue.ts';
import { frontMatter } from '../../../src/core/lint/rules/frontMatter.ts';
import { frontMatterKeys } from '../../../src/core/lint/rules/frontMatterKeys.ts';
import { headlineBold } from '../../../src/core/lint/rules/headlineBold.ts';
import { lineStart } from '../../../src/core/lint/rules/lineStart.ts';
import { sentenceSpacing } from '../../../src/core/lint/rules/sentenceSpacing.ts';
import { table } from '../../../src/core/lint/rules/table.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { checkNothingReported, checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

// What writers of technical, mathematical and sponsored logs do on purpose is no fault, and no fix touches it.

test('formulas are left alone', () => {
  for (const text of [
    'Let $[x,ay] = a[x,y]$ and $v^*w$ with $F^*y$ be $\\Gamma$.',
    'It is\n$$\\operatorname{Hom}(Fc,d) \\cong \\operatorname{Hom}(c,F^*d) [TS][V]$$\nfor all.',
  ])
    checkNothingReported(text);
});

test('asterisks of formulas, types and file names close nothing', () => {
  for (const text of [
    'Its fields are []*Node and []*Value in this order.',
    'There are *.cmd files, and *.sh files beside them.',
    'The star *F is a form, and the form ^*y as well.',
  ])
    checkSilent(headlineBold, text);
});

test('a hyphen at the end of italic text is moved outside', () => {
  checkRule(headlineBold, 'There are *non⟦-*c⟧onvex tilings.', 'There are *non*-convex tilings.');
});

test('letters in bold inside a word explain a name', () => {
  for (const text of [
    'A cursorline number **mod**e ind**icator**.',
    'The command `ls` stands for "**l**i**s**t".',
    'It stands for **M**a**k**e **dir**ectory.',
    'Declarative **cas**cade **key** mapping.',
  ])
    checkSilent(headlineBold, text);
  checkRule(
    headlineBold,
    '**Security as an afterthough⟦**t⟧: it is considered.',
    '**Security as an afterthought**: it is considered.',
  );
});

test('a colon and a space at the start of a line is a definition of kramdown', () => {
  checkSilent(headlineBold, 'archive.zip\n\n: **Size**\n  1 MB');
  checkSilent(headlineBold, 'archive.zip\n: **Size**\n  1 MB');
});

test('escaped asterisks between digits are a power', () => {
  checkSilent(editorResidue, 'It raises for 2\\*\\*40 and returns 0 for 2\\*\\*80.');
});

test('pasted tags on lines of their own are not removed: what is below would be another block', () => {
  checkRule(editorResidue, 'Text\n    ⟦</span>\n    <span>name</span>⟧');
  checkRule(editorResidue, 'Text ⟦<span>and\nmore</span>⟧ text.', 'Text and\nmore text.');
});

test('a quoted value whose closing mark is on the next line is not cut', () => {
  const text = '---\ntitle: "A"3-2"014)"\nauthor: "Ada\n"sute: 2031-01-31 01:04:27 +0000\nlang: de\n---\nText.\n';
  const finding = findings(frontMatter, text).find(({ message }) => message.includes('"author"'));
  assert.match(finding?.message ?? '', /quotation marks/);
  assert.equal(finding?.fix, undefined);
});

test('names of code in an entry with code are no sentences that run together', () => {
  checkSuggestions(sentenceSpacing, 'Use `x`. The ⟦sync.Map⟧ type holds it.', [
    'Use `x`. The sync. Map type holds it.',
  ]);
  checkRule(sentenceSpacing, 'Use `x`. It is ⟦full.While⟧ it runs.', 'Use `x`. It is full. While it runs.');
  checkRule(sentenceSpacing, 'She left at ⟦noon.Mayor⟧ Reyes stayed.', 'She left at noon. Mayor Reyes stayed.');
});

test('lists without any space, and a list in quotation marks, get none', () => {
  checkSilent(sentenceSpacing, 'Run `x` with ssh -t rsa,dsa,ecdsa on it.');
  checkSilent(sentenceSpacing, 'The rule "ADJ,NOUN" is found.');
  const list = findings(sentenceSpacing, 'The keys rsa,dsa,ecdsa are new.');
  assert.deepEqual(
    list.map(({ fix, suggestions = [] }) => [fix, suggestions.length]),
    [
      [undefined, 1],
      [undefined, 1],
    ],
  );
  assert.equal(fixAll('Work in Chicago,IL,US or `x`.', ruleContext()).text, 'Work in Chicago, IL, US or `x`.');
  checkRule(sentenceSpacing, 'By ⟦plane,train⟧, and bus.', 'By plane, train, and bus.');
});

test('a long line of hyphens under a line of text makes a heading', () => {
  checkSilent(lineStart, 'What is next?\n-------------\n\nText.');
  checkSilent(lineStart, '[Ada](https://ada.example/)\n---------------\n\nText.');
  assert.equal(findings(lineStart, 'What is next?\n---\n\nText.').length, 1);
});

test('a character reference before a link is its space', () => {
  checkNothingReported('Hello, this is&nbsp;[Ada](https://ada.example/) again.');
});

test('TK at the start of a name is no placeholder', () => {
  checkNothingReported('They released the **TK-Instruct** model.');
});

test('brackets in the text of a link are no references', () => {
  checkNothingReported('See [[Job][Berlin] A writer of code](https://jobs.example/1).');
});

test('an address in the text of a link is part of the text', () => {
  checkSilent(citationUrl, 'See [the paper (www.math.example/paper.ps)](https://www.math.example/paper.ps).');
  checkSilent(citationUrl, 'See [(https://math.example/paper.ps)](https://www.math.example/paper.ps).');
});

test('tables are no fault in an entry with blocks of code or formulas', () => {
  const rows = '| Party | Seats |\n| --- | --- |\n| Harbor | 12 |';
  assert.equal(findings(table, rows).length, 1);
  assert.equal(findings(table, `Use \`x\`.\n\n${rows}`).length, 1);
  checkSilent(table, `${rows}\n\n~~~go\nx\n~~~`);
  checkSilent(table, `Let $x^2$ be.\n\n${rows}`);
});

test('parameters that the log itself gives to the links of its sponsors stay', () => {
  const title = '---\ntitle: "This Week in Piers #12: Sand"\n---\n\n';
  const link = (host: string, source: string) => `[A](https://${host}.example/?utm_source=${source}&utm_medium=email)`;
  checkSilent(citationTracking, `${title}${link('a', 'thisweekinpiers')} and ${link('b', 'newsletter')}.`);
  checkSilent(citationTracking, `${link('a', 'piers')}, ${link('b', 'piers')} and ${link('c', 'piers')}.`);
  checkSilent(citationTracking, '[![A](/a.png)](https://a.example/?utm_source=twip) and so on.');
  assert.equal(findings(citationTracking, `${title}${link('a', 'newsletter')}, ${link('b', 'x')}.`).length, 2);
  const shared = `${link('a', 'reddit.com')}, ${link('b', 'reddit.com')} and ${link('c', 'reddit.com')}.`;
  assert.equal(findings(citationTracking, shared).length, 3);
  checkSilent(citationTracking, `${title}${link('a', 'thisweekinpiers')}.`);
  const both = `${title}${link('a', 'thisweekinpiers')} [B](https://b.example/?fbclid=1)`;
  assert.equal(findings(citationTracking, both).length, 1);
  const mixed = `${title}[B](https://b.example/?fbclid=1&id=2#x) ${link('a', 'thisweekinpiers')}`;
  assert.equal(findings(citationTracking, mixed).length, 1);
});

test('dates in another form are no errors where the log writes them so', () => {
  const others = Array.from({ length: 12 }, (_, index) => `01-${index + 10}-2031`);
  assert.deepEqual(dateMessages('02-01-2031', others), []);
  assert.equal(dateMessages('02-01-2031', []).length, 1);
  assert.equal(dateMessages('2nd of May', others).length, 1);
  assert.deepEqual(dateMessages('{{ .Date }}', others), []);
});

test('an offset without minutes is a date that the site reads', () => {
  const mixed = Array.from({ length: 24 }, (_, index) =>
    index % 8 === 0 ? '2031-01-10 09:00:00 -4' : `2031-01-${index + 10}`,
  );
  assert.deepEqual(dateMessages('2031-02-01 09:00:00 -4', mixed), ['info: The date is not written as YYYY-MM-DD.']);
});

test('where many entries write their dates in several ways, a change is only offered', () => {
  const forms = ['2031-01-10 09:00:00 +0100', '2031-01-11 09:00:00 +0100', "'2031-01-12T09:00:00+01:00'"];
  const mixed = Array.from({ length: 30 }, (_, index) => forms[index % 10 === 0 ? 2 : 1] ?? '');
  const [finding] = findings(dateRule, front("date: '2031-02-01T09:00:00+01:00'"), contextOf(mixed.map(dated)));
  assert.equal(finding?.fix, undefined);
  assert.equal(finding?.suggestions?.length, 1);
});

test('a key that several entries have is no typing slip', () => {
  const log = (count: number) => Array.from({ length: count }, () => 'authors: [ada]\ndate: 2031-01-10');
  const text = front('authors: [ada]\ndate: 2031-02-01');
  assert.deepEqual(keyMessages(text, log(6)), []);
  assert.deepEqual(keyMessages(text, log(2)), ['Unknown key "authors". Did you mean "author"?']);
});

test('a date in the name of the file is enough where many entries have no other', () => {
  const log = (undated: number) =>
    Array.from({ length: 20 }, (_, index) => (index < undated ? 'layout: post' : 'date: 2031-01-10'));
  assert.deepEqual(keyMessages(front('layout: post'), log(5)), []);
  assert.deepEqual(keyMessages(front('layout: post'), log(1)), ['The date is missing.']);
});

test('an entry that only its file name dates needs the keys of the entries of its time', () => {
  const log = Array.from({ length: 60 }, (_, index) => (index < 40 ? 'layout: post' : 'description: A word.'));
  assert.deepEqual(keyMessages(front('layout: post'), log, '_posts/2031-01-05-a.md'), []);
  assert.deepEqual(keyMessages(front('layout: post'), log, '_posts/2031-03-05-a.md'), ['The description is missing.']);
});

function front(keys: string): string {
  return `---\ntitle: A\n${keys}\n---\n\nText.\n`;
}

function dated(value: string): string {
  return `date: ${value}`;
}

/** A log whose entries have these keys, one a day from January 10 on. */
function contextOf(others: readonly string[], path = '_posts/2031-02-01-a.md') {
  const days = others.map((keys, index): Day => {
    const day = new Date(Date.UTC(2031, 0, 1 + index)).toISOString().slice(0, 10);
    return readDay(parseEntry(front(keys)), `_posts/${day}-a.md`, false);
  });
  const settings = { timezone: undefined, epochs: [], systemZone: () => 'Europe/Paris' };
  return ruleContextOf(newsroomOf(days, settings), path, 'published');
}

function dateMessages(value: string, others: readonly string[]): readonly string[] {
  return findings(dateRule, front(dated(value)), contextOf(others.map(dated))).map(
    ({ severity = 'error', message }) => `${severity}: ${message}`,
  );
}

function keyMessages(text: string, others: readonly string[], path?: string): readonly string[] {
  return findings(frontMatterKeys, text, contextOf(others, path)).map(({ message }) => message);
}
