import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dayAddress,
  type EarlierItem,
  itemAnchor,
  linkToEarlierItem,
  threadBullet,
} from '../../../../src/core/compose/citations/earlierEntryLinks.ts';
import { anchorsIn } from '../../../../src/core/entry/anchor.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { readDay } from '../../../../src/core/entry/readDay.ts';
import { renderBody } from '../../../../src/core/render/renderBody.ts';
import { textOf } from '../../../../src/core/text/text.ts';
import { readMarks } from '../../../support/markedText.ts';

const ENTRY = `---
title: Day 12
date: 2031-01-31 09:00:00 -08:00
---

1/ **The mayor – who never "left" – resigned**. She left
at noon. ([Herald](https://herald.example/a))

‸* **The ferry sank**. Nobody was hurt.

2/ **The storm**. One.

2/ **The storm**. Two.

Nothing more.
`;

const { text, cursor = 0 } = readMarks(ENTRY);
const entry = parseEntry(text);
const day = readDay(entry, '_posts/2031-01-31-Day-12.markdown', false);
const SITE = 'https://log.example';
const itemAt = (from: number | undefined): EarlierItem => ({ day, entry, from });
const at = (words: string) => text.indexOf(words);

test('a link points to the item and is named after its day or given a text', () => {
  const address = 'https://log.example/2031/01/31/Day-12/#the-ferry-sank-nobody-was-hurt';
  assert.equal(linkToEarlierItem(itemAt(cursor), SITE), `[Day 12](${address})`);
  assert.equal(linkToEarlierItem(itemAt(cursor), `${SITE}/`, 'sank'), `[sank](${address})`);
  assert.equal(
    linkToEarlierItem({ ...itemAt(cursor), anchors: ['the-ferry-sank'] }, ''),
    '[Day 12](/2031/01/31/Day-12/)',
  );
  assert.equal(linkToEarlierItem(itemAt(undefined), ''), '[Day 12](/2031/01/31/Day-12/)');
});

test('typographic characters in an anchor are percent-encoded', () => {
  assert.equal(
    linkToEarlierItem(itemAt(at('1/')), SITE),
    '[Day 12](https://log.example/2031/01/31/Day-12/#1-the-mayor-%E2%80%93-who-never-%E2%80%9Cleft%E2%80%9D-%E2%80%93-res)',
  );
});

test('a bullet repeats the headline, the text and the citations of the item', () => {
  assert.equal(
    threadBullet(itemAt(at('1/')), SITE),
    '* **📌 [Day 12](https://log.example/2031/01/31/Day-12/#1-the-mayor-%E2%80%93-who-never-%E2%80%9Cleft%E2%80%9D-%E2%80%93-res): The mayor – who never "left" – resigned**. She left at noon. ([Herald](https://herald.example/a))',
  );
  assert.equal(
    threadBullet(itemAt(at('Nothing')), ''),
    '* **📌 [Day 12](/2031/01/31/Day-12/#nothing-more)**: Nothing more.',
  );
  assert.equal(threadBullet(itemAt(3), SITE), undefined);
});

test('an anchor that ends in half of an emoji is left out of the address', () => {
  assert.equal(dayAddress(day, SITE, 'flags-\u{1F1F7}'.slice(0, -1)), 'https://log.example/2031/01/31/Day-12/');
});

test('an entry without a date has no address', () => {
  assert.equal(linkToEarlierItem({ ...itemAt(cursor), day: { ...day, date: undefined } }, SITE), undefined);
});

test('the anchor equals that of the page, also for the second of two equal items', () => {
  const anchors = anchorsIn(renderBody(textOf(text, entry.body)));
  for (const { from } of entry.blocks) assert.ok(anchors.includes(itemAnchor(entry, from)), itemAnchor(entry, from));
  assert.equal(itemAnchor(entry, at('2/ **The storm**. One')), '2-the-storm-one');
  const twice = parseEntry('1/ **A**.\n\n1/ **A**.\n');
  assert.deepEqual(
    twice.blocks.map(({ from }) => itemAnchor(twice, from)),
    ['1-a', '1-a-1'],
  );
});
