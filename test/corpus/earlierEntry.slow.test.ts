import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierItemAddress } from '../../src/core/compose/citations/earlierEntryLinks.ts';
import { anchorsIn, decodeAnchor } from '../../src/core/entry/anchor.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import { entryLink, itemAtAnchor } from '../../src/core/languageFeatures/entryLinks.ts';
import { renderBody } from '../../src/core/render/renderBody.ts';
import { textOf } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

const SITE = 'https://log.example';

test('a generated link to an item leads to an anchor on its page and back to the item', { skip: noCorpus }, (t) => {
  let items = 0;
  let exact = 0;
  for (const { path, text } of corpusEntries()) {
    const entry = parseEntry(text);
    const day = readDay(entry, path, false);
    const anchors = anchorsIn(renderBody(textOf(text, entry.body)));
    for (const { from, label, headline } of entry.blocks) {
      if (!label && !headline) continue;
      const address = earlierItemAddress({ day, entry, from, anchors }, SITE) ?? '';
      const link = entryLink(address, SITE, [day]);
      assert.equal(link?.day, day, address);
      items++;
      if (link.anchor === '') continue; // the page has no anchor for the item, so the link leads to the page as a whole
      exact++;
      assert.ok(anchors.includes(decodeAnchor(address.slice(address.indexOf('#') + 1))), address);
      if (exact % 10 === 0) assert.equal(itemAtAnchor(entry, link.anchor), from, address);
    }
  }
  t.diagnostic(`${exact} of ${items} links lead to their item`);
  assert.ok(exact >= items * 0.995);
});
