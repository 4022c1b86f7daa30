import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findTimeZone } from '../../src/core/dates/timeZone.ts';
import { anchorsIn } from '../../src/core/entry/anchor.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { renderBody } from '../../src/core/render/renderBody.ts';
import { renderEmail } from '../../src/core/render/targets/email.ts';
import { renderPage } from '../../src/core/render/targets/page.ts';
import { renderPlainText } from '../../src/core/render/targets/plainText.ts';
import { textOf } from '../../src/core/text/text.ts';
import { anyText } from '../support/arbitraryTexts.ts';
import { corpusEntries, corpusLines, noCorpus } from '../support/corpus.ts';

const options = { skip: noCorpus };
const zone = findTimeZone('America/Los_Angeles');

test('the ids on each page are the anchors that links may use', options, () => {
  for (const { path, text } of corpusEntries()) {
    const entry = parseEntry(text);
    const page = renderPage(entry);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id.replaceAll('&amp;', '&'));
    assert.deepEqual(ids.sort(), [...anchorsIn(renderBody(textOf(entry.text, entry.body)))].sort(), path);
  }
});

test('every page has its date, and no target loses a link', options, () => {
  for (const { path, text } of corpusEntries()) {
    const entry = parseEntry(text);
    const page = renderPage(entry, zone && { zone });
    assert.match(page, /<p class="date">[A-Z][a-z]{2} \d{1,2}, \d{4}(?:, \d{1,2}:\d\d[ap]m PT)?<\/p>/, path);
    const body = renderBody(textOf(entry.text, entry.body));
    const links = new Set([...body.matchAll(/<a href="(https?:[^"]*)"/g)].map(([, href]) => href));
    const plain = renderPlainText(entry);
    const email = renderEmail(entry);
    for (const href of links) {
      const written = href?.replaceAll('&#x27;', "'") ?? '';
      assert.ok(page.includes(`href="${written}"`), `${path}: ${href}`);
      assert.ok(email.includes(`href="${written}"`), `${path}: ${href}`);
      assert.ok(plain.includes(written.replaceAll('&amp;', '&')), `${path}: ${href}`);
    }
  }
});

test('the reference renderings cover all entries with Liquid', options, () => {
  const changed = corpusLines<{ name: string; markdown?: string }>('expected/rendered.jsonl.gz').filter(
    ({ markdown }) => markdown !== undefined,
  );
  const withLiquid = corpusEntries().filter(({ text }) => /\{%|\{\{/.test(text));
  const names = new Set(withLiquid.map(({ path }) => path.slice('_posts/'.length)));
  assert.ok(changed.length >= 356);
  for (const { name } of changed) assert.ok(names.has(name), name);
});

test('every target renders any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const entry = parseEntry(text);
      for (const render of [renderPage, renderEmail, renderPlainText]) assert.ok(render(entry).length > 0);
    }),
    { seed: 1080, numRuns: 2000 },
  );
});
