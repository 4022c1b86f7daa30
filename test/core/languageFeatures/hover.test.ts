import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { outletUsages } from '../../../src/core/archive/outletUsage.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { dateInAddress, hoverAt } from '../../../src/core/languageFeatures/hover.ts';
import { inlayHintsIn } from '../../../src/core/languageFeatures/inlayHints.ts';
import { readMarks } from '../../support/markedText.ts';

const FRONT = '---\ntitle: Day 13\ndate: 2031-02-01 09:00:00 -08:00\n---\n\n';
const archive = openArchiveIndex();
for (const [number, date] of [
  [11, '2031-01-30'],
  [12, '2031-01-31'],
] as const) {
  const text = `---\ntitle: Day ${number}\ndate: ${date} 09:00:00 -08:00\n---\n\n1/ **Head**. ([Herald](https://herald.example/a))`;
  archive.indexEntry(parseEntry(text), `_posts/${date}-day-${number}.markdown`, false);
}

function hovered(marked: string) {
  const { text, cursor = 0 } = readMarks(FRONT + marked);
  const entry = parseEntry(text);
  const own = readDay(entry, '_drafts/day-13.markdown', true);
  return hoverAt(entry, cursor, {
    outletUsages: outletUsages(archive),
    citationLookup: archive.citationLookup,
    ownDay: own,
  });
}

test('the hover of a citation shows how its outlet was cited and which earlier days cite its page', () => {
  const hover = hovered('1/ **Head**. ([He‸rald](https://www.herald.example/a?utm_source=x))');
  assert.ok(hover?.kind === 'citation');
  assert.deepEqual(
    [hover.outlet, hover.host, hover.usage?.count, hover.usage?.lastDay.number],
    ['Herald', 'herald.example', 2, 12],
  );
  assert.deepEqual(
    hover.earlier.map(({ number }) => number),
    [12, 11],
  );
});

test('the hover of a new outlet shows only what is known', () => {
  const hover = hovered('1/ **Head**. ([New](https://new.ex‸ample/2031/jan/05/x))');
  assert.ok(hover?.kind === 'citation');
  assert.deepEqual([hover.usage, hover.earlier, hover.publicationDate], [undefined, [], '2031-01-05']);
});

test('the hover of a label counts the words and citations of its item, including its bullets', () => {
  const hover = hovered(
    '‸1/ **One two**. Three. ([A](https://a.example))\n\n* **Four**. ([B](https://b.example))\n\n2/ **No**.',
  );
  assert.ok(hover?.kind === 'label');
  assert.deepEqual([hover.wordCount, hover.bulletCount, hover.outlets], [7, 1, ['A', 'B']]);
});

test('prose has no hover', () => {
  assert.equal(hovered('1/ **He‸ad**. ([A](https://a.example))'), undefined);
  assert.equal(hovered('‸'), undefined);
});

test('dates in addresses are found in all their forms', () => {
  for (const path of [
    '/2031/01/05/a',
    '/2031/1/5/',
    '/a-2031-01-05-b',
    '/2031/jan/05/a',
    '/20310105/a',
    '/a/20310105',
  ]) {
    assert.equal(dateInAddress(`https://a.example${path}`), '2031-01-05', path);
  }
  for (const path of ['/2031/13/05/', '/2031/02/30/', '/120310105', '/203101055', '/2031/0105', '/1234']) {
    assert.equal(dateInAddress(`https://a.example${path}`), undefined, path);
  }
});

function hintsIn(body: string) {
  const entry = parseEntry(FRONT + body);
  const hints = inlayHintsIn(entry, readDay(entry, '_drafts/day-13.markdown', true), archive.citationLookup);
  return hints.map((hint) => ({
    ...hint,
    before: entry.text.slice(Math.max(FRONT.length, hint.offset - 3), hint.offset),
  }));
}

test('hints show the earlier day behind its group and the future number, but not in an item that links back on purpose', () => {
  const hinted = (body: string) =>
    hintsIn(body).map(({ before, parts }) => [before, parts.map(({ text }) => text).join('')]);
  assert.deepEqual(
    hinted('1/ **A**.\n\nTK/ **B**. ([Herald](https://herald.example/a) / [H](https://herald.example/b)) More.'),
    [
      ['\nTK', '2'],
      ['b))', 'also Day 12'],
    ],
  );
  assert.deepEqual(hinted('1/ **A**. ([Herald](https://herald.example/a)'), [['/a)', 'also Day 12']], 'an open group');
  const callback = '* **📌 [Day 12](https://log.example/2031/01/31/day-12/): A**. ([Herald](https://herald.example/a))';
  assert.deepEqual(hinted(callback), []);
});

test('a hint names each earlier day once, and its tooltip the outlets of a group', () => {
  const one = '1/ **A**. ([Herald](https://herald.example/a))';
  assert.deepEqual(
    hintsIn(one)[0]?.parts.map(({ tooltip }) => tooltip),
    ['Day 12 cites this address, and 1 other day too.'],
  );
  const two = '1/ **A**. ([Herald](https://herald.example/a) / [Copy](https://herald.example/a))';
  assert.deepEqual(
    hintsIn(two)[0]?.parts.map(({ text, tooltip, day }) => [text, tooltip, day?.number]),
    [
      [
        'also Day 12',
        'Day 12 cites this address of Herald, and 1 other day too. Day 12 cites this address of Copy, and 1 other day too.',
        12,
      ],
    ],
  );
});
