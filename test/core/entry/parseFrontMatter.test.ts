import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKey, scalarValue } from '../../../src/core/entry/keys.ts';
import { parseFrontMatter } from '../../../src/core/entry/parseFrontMatter.ts';
import { checkTree } from '../../support/checkTree.ts';

test('front matter extends from one line of hyphens to the next', () => {
  checkTree(
    'fronts',
    '⟦front|---\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧\n⟦key|⟦name|todayInOneSentence⟧: ⟦value|One; and two.⟧⟧⟧\n⟦close|---⟧\n⟧\n1/ Text\n\n---\n',
  );
  checkTree('fronts', '⟦front|---\n⟦content|⟧⟦close|---⟧\n⟧Text');
  checkTree('fronts', '⟦front|--- \n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧\n⟦close|---⟧ ⟧');
});

test('front matter is recognized whatever its line breaks, and after a byte order mark', () => {
  checkTree(
    'fronts',
    '⟦front|---\r\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧\r\n⟦key|⟦name|tags⟧:\r\n  ⟦value|- a⟧⟧⟧\r\n⟦close|---⟧\r\n⟧\r\nText',
  );
  checkTree('fronts', '⟦front|\ufeff---\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧\n⟦close|---⟧⟧');
});

test('a text that does not start with three hyphens has no front matter', () => {
  for (const text of [
    '',
    'Text',
    ' ---\na: b\n---\n',
    '----\na: b\n---\n',
    '\n---\n\nText\n\n---\n',
    '\n---\ntitle: x\n',
  ]) {
    checkTree('fronts', text);
  }
});

test('whitespace above the hyphens does not hide front matter that has a known key', () => {
  for (const above of ['\n', '\r\n\n', ' ']) {
    checkTree('fronts', `${above}⟦front|---\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧\n⟦close|---⟧\n⟧\nText`);
  }
});

test('three full stops close it as well', () => {
  checkTree('fronts', '⟦front|---\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧\n⟦close|...⟧\n⟧\nText\n\n---\n');
});

test('a language after the opening hyphens is recorded but not used', () => {
  checkTree('fronts', '⟦front|---⟦language|js⟧\n⟦content|{ title: "Day 12" }⟧\n⟦close|---⟧\n⟧');
  checkTree('fronts', '⟦front|--- ⟦language|yaml⟧ \n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧\n⟦close|---⟧⟧');
});

test('a value is taken as written, without a comment after it', () => {
  checkFront('⟦key|⟦name|title⟧:   ⟦value|Day 12⟧   # a comment⟧');
  checkFront("⟦key|⟦name|description⟧: ⟦value|'\"There''s # no way.\"'⟧ # a comment⟧");
  checkFront('⟦key|⟦name|image⟧: ⟦value|"/uploads/\\"12\\"#.jpg"⟧⟧');
  checkFront('⟦key|⟦name|image⟧: ⟦value|/uploads/12.jpg#top⟧⟧');
  checkFront('⟦key|⟦name|title⟧:⟦value|⟧⟧\n⟦key|⟦name|date⟧: ⟦value|2031-01-31 09:30:00 -08:00⟧⟧');
});

test('a value continues over any mixture of indented lines and list items', () => {
  for (const end of ['\n', '\r\n']) {
    const lines = [
      '⟦key|⟦name|tags⟧:',
      '⟦value|- a',
      '- b: c',
      '  d',
      '\t- e',
      ' ',
      '  - f⟧⟧',
      '⟦key|⟦name|title⟧: ⟦value|g',
      ' h',
      '  date: i',
      '   j⟧⟧',
    ];
    checkTree('fronts', `⟦front|---${end}⟦content|${lines.join(end)}⟧${end}⟦close|---⟧⟧`);
    const unclosed = lines.filter((line) => line !== ' ').join(end);
    checkTree('fronts', `⟦front|---${end}⟦content|${unclosed}⟧⟧`);
  }
});

test('a value may continue over indented lines, lists and blank lines between them', () => {
  checkFront('⟦key|⟦name|tags⟧:\n  ⟦value|- a\n  - b⟧⟧\n⟦key|⟦name|categories⟧:\n⟦value|- c⟧⟧');
  checkFront('⟦key|⟦name|podcast⟧:\n  ⟦value|url: https://a.example\n  guid: 1⟧⟧');
  checkFront('⟦key|⟦name|note⟧: ⟦value|>\n  One\n\n  Two⟧⟧\n\n⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧');
  checkFront('⟦key|⟦name|note⟧: ⟦value|"One\n\nTwo"⟧ # a comment⟧\n⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧');
});

test('a broken value does not hide the keys after it', () => {
  checkFront("⟦key|⟦name|description⟧: ⟦value|'\"There's no way.\"'⟧⟧\n⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧");
  checkFront("⟦key|⟦name|description⟧: ⟦value|'never closed⟧⟧\n⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧");
  checkFront('⟦key|⟦name|description⟧: ⟦value|"one⟧⟧\n⟦key|⟦name|title⟧: ⟦value|two"⟧⟧');
  checkFront('no key\nno:key\n⟦key|⟦name|title⟧: ⟦value|a: b⟧⟧');
});

test('a key may have quotes, a space before its colon, or an indentation that all keys share', () => {
  checkFront('⟦key|"⟦name|title⟧": ⟦value|Day 12⟧⟧\n⟦key|⟦name|date⟧ : ⟦value|2031-01-31⟧⟧');
  checkFront(
    '  ⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧\n  ⟦key|⟦name|tags⟧:\n    ⟦value|- a⟧⟧\n# title: x\n  ⟦key|⟦name|note⟧: ⟦value|a\n    b⟧⟧',
  );
});

test('a known key is found without the space after its colon, and indented by mistake', () => {
  checkFront('⟦key|⟦name|title⟧:⟦value|Day 12⟧⟧\nhttps://a.example');
  checkFront(' ⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧\n⟦key|⟦name|date⟧: ⟦value|2031-01-31⟧⟧');
  checkFront('⟦key|⟦name|date⟧: ⟦value|2031-01-31⟧⟧\n\t⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧');
  checkFront('⟦key|⟦name|note⟧: ⟦value|a\n  tag:b\n  note: c⟧⟧');
  checkFront('⟦key|⟦name|podcast⟧:\n  ⟦value|title: a⟧⟧');
});

test('comments and blank lines may come between keys', () => {
  checkFront('# One\n⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧\n\n# Two\n⟦key|⟦name|date⟧: ⟦value|2031-01-31⟧⟧');
});

test('unclosed front matter ends at its first blank line', () => {
  checkTree(
    ['fronts', 'blocks'],
    '⟦front|---\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧\n⟧\n⟦section|⟦number|1/⟧ Text⟧\n\n⟦divider|---⟧\n\n⟦paragraph|Text⟧',
  );
  checkTree(
    ['fronts', 'blocks'],
    '⟦front|---\n⟦content|⟦key|⟦name|tags⟧:\n  ⟦value|- a⟧⟧⟧\n⟧\n  ⟦paragraph|Text⟧\n\n⟦heading|⟦marker|##⟧ Text⟧',
  );
  checkTree('fronts', '⟦front|---\n⟦content|⟦key|⟦name|title⟧: ⟦value|Day 12⟧⟧⟧⟧');
  checkTree('fronts', '⟦front|---⟦content|⟧⟧');
});

test('a quote that opens in unclosed front matter does not reach into the body', () => {
  const front = '⟦front|---\n⟦content|⟦key|⟦name|title⟧: ⟦value|"Day 12⟧⟧⟧\n⟧\n';
  checkTree(
    ['fronts', 'blocks'],
    `${front}⟦section|⟦number|1/⟧ **Head**. She said "no" twice.⟧\n\n⟦section|⟦number|2/⟧ Text⟧`,
  );
  checkTree(['fronts', 'blocks'], `${front}⟦section|⟦number|1/⟧ They said so."⟧\n\n⟦section|⟦number|2/⟧ Text⟧`);
  checkTree(
    ['fronts', 'blocks'],
    `${front}⟦section|⟦number|1/⟧ They said so."⟧\n\n⟦divider|---⟧\n\n⟦section|⟦number|2/⟧ Text⟧`,
  );
  checkTree(['fronts', 'blocks'], `${front}⟦paragraph|They said so."⟧\n\n⟦section|⟦number|2/⟧ Text⟧`);
});

test('the last of duplicate keys counts, and quotes are not part of its text', () => {
  const text = "---\ntitle: Day 11\ntitle: 'Day ''12'''\nnote: \"a \\\"b\\\"\"\nplain: it's\n---\n";
  const frontMatter = parseFrontMatter(text);
  const read = (name: string) => {
    const key = findKey(frontMatter, name);
    return key && scalarValue(text, key);
  };
  assert.deepEqual(
    [read('title'), read('note'), read('plain'), read('none')],
    ["Day '12'", 'a "b"', "it's", undefined],
  );
});

function checkFront(content: string): void {
  checkTree('fronts', `⟦front|---\n⟦content|${content}⟧\n⟦close|---⟧\n⟧`);
}
