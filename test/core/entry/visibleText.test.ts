import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorsOf, summarize } from '../../../src/core/archive/entrySummary.ts';
import { anchorsIn } from '../../../src/core/entry/anchor.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { scanLinks } from '../../../src/core/entry/scanLinks.ts';
import { visibleText } from '../../../src/core/entry/visibleText.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';

const SHOWN: readonly (readonly [string, string])[] = [
  ['**The mayor resigned**. *She* left.', 'The mayor resigned. She left.'],
  ['as [told](https://herald.example/a_b) _before_', 'as told before'],
  ['2 * 3 snake_case \\*kept\\* \\[so\\]', '2 * 3 snake_case *kept* [so]'],
  ['"Quoted," she said. The mayor\'s "no"', '“Quoted,” she said. The mayor’s “no”'],
  ["It's 'so' – again -- and --- so...", 'It’s ‘so’ – again – and — so…'],
  ["'Tis so", '’Tis so'],
  ['A <b>bold</b> word, <https://herald.example/>', 'A bold word, https://herald.example/'],
  ['Fish &amp; chips&nbsp;&#8217; &bogus;', 'Fish & chips\u00A0’ &bogus;'],
  ['One line\n> and another', 'One line\nand another'],
  ['{% twitter https://herald.example/1 %}', 'https://herald.example/1 %}'],
  ['`code` and a note[^1]', 'code and a note1]'],
];

test('visible text has no markup and no addresses, and its quotes are curly', () => {
  for (const [text, shown] of SHOWN) {
    const span = { from: 0, to: text.length };
    assert.equal(visibleText(text, span, scanLinks(text, span)), shown);
  }
});

test('visible text stops after enough letters', () => {
  assert.equal(visibleText('**ab** cd ef', { from: 0, to: 12 }, [], 4), 'ab cd');
});

test('any span of any text works, without reading outside it', () => {
  const text = 'a "b\' \\[c](d) &am <e {% f -- .. _g_ **h** [^i `j`\n> k';
  for (let from = 0; from <= text.length; from++) {
    for (let to = from; to <= text.length; to++) {
      const span = { from, to };
      const alone = text.slice(from, to);
      const inside = visibleText(text, span, scanLinks(text, span));
      assert.ok(inside.length <= alone.length, alone);
    }
  }
});

test('nearly all anchors are those of the rendered entry', { skip: noCorpus }, (context) => {
  let places = 0;
  let missed = 0;
  for (const { text } of corpusEntries()) {
    const entry = parseEntry(text);
    const ours = new Set(anchorsOf(summarize(entry)));
    const rendered = anchorsIn(renderBody(text.slice(entry.body.from)));
    places += rendered.length;
    missed += rendered.filter((anchor) => !ours.has(anchor)).length;
  }
  context.diagnostic(`${missed} of ${places}`);
  assert.ok(places > 20_000 && missed < places * 0.015, `${missed} of ${places}`);
});
