import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import type { Completion, CompletionContext } from '../../../src/core/languageFeatures/completion.ts';
import { completionsAt } from '../../../src/core/languageFeatures/completions.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { readMarks } from '../../support/markedText.ts';

const archive = openArchiveIndex();
const put = (number: number, date: string, body: string) =>
  archive.indexEntry(
    parseEntry(`---\ntitle: Day ${number}\ndate: ${date} 09:00:00 -08:00\n---\n\n${body}`),
    `_posts/${date}-day-${number}.markdown`,
    false,
  );
put(
  1,
  '2029-01-20',
  '1/ **Old news**. Text. ([Gazette](https://gazette.example/1) / [Gazette](https://gazette.example/2))',
);
put(
  11,
  '2031-01-30',
  '1/ **The mayor resigned**. Text. ([Herald](https://herald.example/1) / [KXYZ](https://kxyz.example/1))\n\nstudy/ **A study**. Text.',
);
put(
  12,
  '2031-01-31',
  '1/ **The ferry sank**. Text. ([Herald](https://herald.example/2) / [Herald Live](https://herald.example/3))',
);

const FRONT = '---\ntitle: Day 13\ndate: 2031-02-01 09:00:00 -08:00\n---\n\n';

function offered(marked: string, known: Partial<CompletionContext> = {}): { found: Completion[]; shown: string[] } {
  const { text, cursor = 0 } = readMarks(FRONT + marked);
  const entry = parseEntry(text);
  const found = completionsAt(entry, cursor, {
    outlets: archive.outlets(),
    trackingParameters: [],
    outletUsages: outletUsages(archive),
    archive,
    site: 'https://log.example',
    ownDay: readDay(entry, '_drafts/day-13.markdown', true),
    ...known,
  });
  const shown = found.map(({ span, insertText: made, caret = made.length }) => {
    const before = text.slice(FRONT.length, span.from);
    return `${before}${made.slice(0, caret)}‸${made.slice(caret)}${text.slice(span.to)}`;
  });
  return { found, shown };
}

/** The labels of everything but the snippets, and of the outlets only those that have been cited. */
const labels = (marked: string) =>
  offered(marked)
    .found.filter(({ kind, detail }) => kind !== 'snippet' && detail !== 'not cited yet')
    .map(({ label }) => label);

test('outlets are ordered by how likely they are to be cited again', () => {
  assert.deepEqual(labels('1/ **Head**. ([‸'), ['Herald', 'Herald Live', 'KXYZ', 'Gazette']);
  assert.equal(offered('1/ **Head**. ([‸').found[0]?.detail, '2 times, last Day 12');
});

test('while older entries have not been read, citations are not counted, and no outlet is said never to be cited', () => {
  const { found } = offered('1/ **Head**. ([Local](https://local.example/a) / [‸', { isPartial: true });
  const detailOf = (name: string) => found.find(({ label }) => label === name)?.detail;
  assert.equal(detailOf('Herald'), 'cited on Day 12');
  assert.equal(detailOf('KXYZ'), 'cited on Day 11');
  assert.equal(detailOf('Local'), 'in this entry');
  assert.equal(detailOf('Reuters'), '');
});

test('an outlet is inserted with the rest of its link', () => {
  assert.equal(offered('1/ **Head**. ([‸').shown[0], '1/ **Head**. ([Herald](‸)');
  assert.equal(offered('1/ **Head**. ([He‸])').shown[0], '1/ **Head**. ([Herald](‸))');
  assert.equal(offered('1/ **Head**. ([‸]())').shown[0], '1/ **Head**. ([Herald‸]())');
});

test('if the address is already there, only the outlets of its host are offered', () => {
  assert.deepEqual(labels('1/ **Head**. ([‸](https://herald.example/9))'), ['Herald', 'Herald Live']);
  assert.deepEqual(
    offered('1/ **Head**. ([‸](https://www.reuters.com/9))').found.map(({ label, detail }) => [label, detail]),
    [['Reuters', 'not cited yet']],
  );
});

test('outlets are offered after a separator and in an announced list, but not in prose or after a label', () => {
  assert.equal(labels('1/ **Head**. ([A](https://a.example) / [‸').length, 5);
  assert.equal(labels('* **Live blogs**: [‸').length, 4);
  assert.deepEqual(labels('1/ **Head**. She [left‸'), []);
  assert.ok(labels('1/ [‸').every((label) => label.startsWith('Day')));
});

test('a bare address becomes a citation', () => {
  const { shown, found } = offered('1/ **Head**. (https://herald.example/a?utm_source=x‸)');
  assert.equal(shown[0], '1/ **Head**. ([Herald](https://herald.example/a)‸)');
  assert.equal(found[0]?.filterText, 'https://herald.example/a?utm_source=x');
  assert.deepEqual(labels('1/ **Head**. word‸'), []);
});

test('labels are offered at the start of a line, the next number first', () => {
  assert.deepEqual(labels('1/ **Head**. Text.\n\n‸'), ['2/', 'TK/', 'poll/', 'study/']);
  assert.deepEqual(labels('TK/ **Head**. Text.\n\npo‸'), ['TK/', 'poll/', 'study/']);
  assert.equal(offered('1/ **Head**.\n\npo‸').shown[2], '1/ **Head**.\n\npoll/ ‸');
  assert.deepEqual(labels('1/ **Head**. Text.\n‸'), []);
  assert.deepEqual(labels('1/ **Head**. Text.\n\n‸More.'), []);
});

test('earlier days are offered in links, with their address', () => {
  assert.deepEqual(labels('1/ **Head**. See [Day‸]'), ['Day 12', 'Day 11', 'Day 1']);
  assert.deepEqual(labels('* **📌 [Day 11‸'), ['Day 11']);
  assert.equal(offered('* **📌 [12‸').shown[0], '* **📌 [Day 12](https://log.example/2031/01/31/day-12/)‸');
});

test('in a link named after a day, the addresses of its items are offered', () => {
  const { shown, found } = offered('* **📌 [Day 11](‸)');
  assert.deepEqual(
    found.map(({ label }) => label),
    ['Day 11', 'The mayor resigned', 'A study'],
  );
  assert.equal(
    shown[1],
    '* **📌 [Day 11](https://log.example/2031/01/30/day-11/#1-the-mayor-resigned-text-herald-kxy‸)',
  );
});

test('nothing is offered in front matter and code, and little before the archive has been read', () => {
  const text = '---\ntitle: [\n---\n\nText.';
  const known = {
    outlets: learnOutlets(),
    trackingParameters: [],
    outletUsages: undefined,
    archive: undefined,
    site: '',
  };
  const own = readDay(parseEntry(text), '_drafts/day-13.markdown', true);
  assert.deepEqual(completionsAt(parseEntry(text), text.indexOf('[') + 1, { ...known, ownDay: own }), []);
  assert.deepEqual(labels('```\n([‸\n```'), []);
  assert.deepEqual(
    offered('1/ **Head**. ([‸](https://www.npr.org/1))', known).found.map(({ label }) => label),
    ['NPR'],
  );
});

test('nothing is offered where a citation or label would be part of something that is not prose', () => {
  for (const marked of [
    '1/ **Head**. Run `([‸` now.',
    '1/ **Head**. Run `a https://herald.example/a‸ b` now.',
    '```\n\n‸\n```',
    '* **Head**.\n\n  ```\n  ([‸\n  ```',
    '1/ **Head**.\n\n    ([‸',
    '> ```\n> ([‸\n> ```',
    '```\n([‸',
    '<div>\n([‸\n</div>',
    '1/ **Head**. <a title="([‸">x</a>',
    '1/ **Head**. <a href="https://herald.example/a‸',
    '1/ **Head**. <https://herald.example/a‸>',
    '1/ **Head**. <https://herald.example/a‸',
    '1/ **Head**. <kbd>([‸</kbd>',
    '<!-- see\n\n‸\n-->',
    '1/ **Head**. <!-- ([‸ -->',
    '{% comment %}\n\n‸\n\n{% endcomment %}',
    '1/ **Head**. {% link ([‸ %}',
    '[a]: https://herald.example/a‸',
    '[a]: ‸',
    '1/ **Head**. ![Day‸](https://a.example/b.png)',
    '1/ **Head**. ![Day‸',
    '1/ **Head**. See [Day‸][a].\n\n[a]: https://a.example',
  ]) {
    assert.deepEqual(labels(marked), [], marked);
  }
});

test('a bracket in code does not start a link', () => {
  assert.equal(
    offered('1/ **Head**. Run `a[` (https://herald.example/a‸)').shown[0],
    '1/ **Head**. Run `a[` ([Herald](https://herald.example/a)‸)',
  );
  assert.equal(labels('1/ **Head**. Run `]` at ([‸').length, 4);
});

test('the outlets that Daybook knows are offered below those of the archive and of the entry, each only once', () => {
  const { found } = offered(
    '1/ **Head**. ([Ferry News](https://ferry.example/1) / [the reuters](https://r.example/1) / [‸',
  );
  const names = found.map(({ label }) => label);
  assert.deepEqual(names.slice(0, 6), ['Herald', 'Herald Live', 'KXYZ', 'Gazette', 'the reuters', 'Ferry News']);
  assert.equal(found[5]?.detail, 'in this entry');
  assert.equal(names[6], 'ABC News');
  for (const name of ['Associated Press', 'NPR', 'The 19th', 'YouTube']) {
    assert.equal(found.find(({ label }) => label === name)?.detail, 'not cited yet', name);
  }
  assert.ok(names.indexOf('Washington Post') < names.indexOf('404 Media'));
  assert.ok(!names.includes('Reuters'));
  assert.equal(new Set(names).size, names.length);
});

test('a known outlet is not offered under a second name if the archive or the entry has one for it', () => {
  const names = offered('1/ **Head**. ([AP](https://apnews.com/1) / [‸').found.map(({ label }) => label);
  assert.ok(names.includes('AP') && !names.includes('Associated Press'));
  const young = openArchiveIndex();
  young.indexEntry(
    parseEntry(`${FRONT}1/ **Head**. Text. ([BBC News](https://bbc.com/1))`),
    '_posts/2031-02-01-day-13.md',
    false,
  );
  const known = { archive: young, outlets: young.outlets(), outletUsages: outletUsages(young) };
  const found = offered('1/ **Head**. ([‸', known).found;
  assert.equal(found[0]?.label, 'BBC News');
  assert.ok(found.some(({ label }) => label === 'Reuters') && !found.some(({ label }) => label === 'BBC'));
});

test('a log without any entry has the outlets that Daybook knows', () => {
  const empty = openArchiveIndex();
  const known = { archive: empty, outlets: empty.outlets(), outletUsages: outletUsages(empty) };
  const { found, shown } = offered('1/ **Head**. ([‸', known);
  assert.equal(found[0]?.label, 'ABC News');
  assert.equal(shown[0], '1/ **Head**. ([ABC News](‸)');
});

test('the tab stop of a snippet lists all outlets, whatever its placeholder says', () => {
  const { found, shown } = offered('1/ **Head**. ([Outlet‸](https://))');
  assert.equal(shown[0], '1/ **Head**. ([Herald‸](https://))');
  assert.equal(found[0]?.filterText, 'Outlet Herald');
  assert.ok(found.some(({ label }) => label === 'NPR'));
  assert.equal(offered('1/ **Head**. ([He‸](https://))').found[0]?.filterText, undefined);
});

test('in an archive of many outlets, what is typed decides which of them are offered', () => {
  const many = openArchiveIndex();
  const group = Array.from({ length: 700 }, (_, index) => `[Paper ${index}](https://p${index}.example/1)`).join(' / ');
  many.indexEntry(parseEntry(`${FRONT}1/ **Head**. Text. (${group})`), '_posts/2031-02-01-day-13.md', false);
  const known = { archive: many, outlets: many.outlets(), outletUsages: outletUsages(many) };
  const names = (marked: string) => offered(marked, known).found.map(({ label }) => label);
  assert.equal(names('1/ **Head**. ([‸').length, 500);
  assert.ok(names('1/ **Head**. ([paper 69‸').includes('Paper 699'));
  assert.ok(names('1/ **Head**. ([reut‸').includes('Reuters'));
});

/** The text that a snippet inserts, with its tab stops. */
const snippet = (marked: string, prefix: string) =>
  offered(marked).found.find(({ kind, label }) => kind === 'snippet' && label === prefix)?.insertText;

test('db-section has the next number', () => {
  for (const [marked, number] of [
    ['db-section‸', 1],
    ['db‸', 1],
    ['‸', 1],
    ['1/ **Head**. Text.\n\ndb-sec‸', 2],
    ['1/ **Head**. Text.\n\n2/ **Head**. Text.\n\ndb-sec‸\n\n3/ **Head**. Text.', 3],
    ['db-sec‸\n\n1/ **Head**. Text.', 1],
    ['TK/ **Head**. Text.\n\nTK/ **Head**. Text.\n\ndb-sec‸', 3],
    ['7/ **Head**. Text.\n\nTK/ **Head**. Text.\n\ndb-sec‸', 9],
    ['1/ **Head**. Text.\n\n~~2/ **Head**. Text.~~\n\npoll/ **Head**. Text.\n\ndb-sec‸', 2],
    ['1/ **Head**. Text.\n\n* **Head**. Text.\n\n1. **Head**. Text.\n\ndb-sec‸', 2],
  ] as const) {
    const body = `\${1:${number}}/ **\${2:Headline}**. \${3:Text.} ([\${4:Outlet}](\${5:https://}))$0`;
    assert.equal(snippet(marked, 'db-section'), body, marked);
  }
});

test('db-notable has the next number of its list, and db-footnote that of the footnote without a text', () => {
  const notables = '---\n\n### ✏️ Notables.\n\n';
  for (const [marked, number] of [
    [`${notables}db-notable‸`, '1'],
    [`1. **Head**.\n\n${notables}db-notable‸`, '1'],
    [`${notables}1. **Head**. Text.\n\n2. **Head**. Text.\n\ndb-notable‸`, '3'],
    [`${notables}1. **Head**. Text.\n\n1. **Head**. Text.\n\ndb-notable‸`, '1'],
  ] as const) {
    assert.equal(snippet(marked, 'db-notable')?.slice(0, 7), `\${1:${number}}.`, marked);
  }
  for (const [marked, number] of [
    ['db-footnote‸', '1'],
    ['One[^1] and two[^2].\n\n[^1]: Text.\n\ndb-foot‸', '2'],
    ['One[^3].\n\n[^3]: Text.\n\ndb-foot‸', '4'],
  ] as const) {
    assert.equal(snippet(marked, 'db-footnote')?.slice(0, 10), `[^\${1:${number}}]:`, marked);
  }
});

test('snippets are offered at the start of a line only', () => {
  for (const marked of ['1/ **Head**. db‸', 'word‸', 'db-section‸ more', '```\ndb‸\n```']) {
    assert.equal(snippet(marked, 'db-section'), undefined, marked);
  }
  const [first = ''] = offered('1/ **Head**.\n\ndb-s‸').shown;
  assert.ok(first.startsWith(`1/ **Head**.\n\n\${1:2}/ `), first);
});
