import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  descriptionEdit,
  descriptionSuggestions,
} from '../../../../src/core/compose/frontMatter/descriptionSuggestions.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { markRanges, readMarks } from '../../../support/markedText.ts';

const CASES: readonly (readonly [body: string, ...offers: string[]])[] = [
  ['1/ **Head**. She called it "a long noon."', '"A long noon."'],
  ['1/ **Head**. She called it “a long noon,” and left.', '"A long noon."'],
  ['1/ **Head**. She asked, "who came?" He said: "Not I!"', '"Not I!"', '"Who came?"'],
  ['1/ **Head**. "We will rebuild it," she said, "and pay." He left.', '"We will rebuild it, and pay."'],
  ['1/ **Head**. It was "loud" and "far too long" for him.', '"Loud and far too long."'],
  ['1/ **Head**. It was "loud enough" and, by most counts, "far too long" for him.', '"Loud enough … far too long."'],
  ['1/ **Head**. He called it a "small hill." Then: "A small hill."', '"A small hill."'],
  ['1/ **Head**. He had "the small hill" and "the hill."', '"The small hill and the hill."'],
  ['1/ **Head**. It was "loud." Later it was "very late."', '"Very late."', '"Loud."'],
  ['* **Head**. "In a bullet it is."\n\n1/ **Head**. "In a section."', '"In a section."', '"In a bullet it is."'],
  ['1/ **Head**. It was "rather early."\n\n2/ **"A large hill," she said**.', '"A large hill."', '"Rather early."'],
  ['1/ **Head**. "A [link](https://a.example/"x") and \\$5." ([A "B" C](https://a.example))', '"A link and $5."'],
  ['1/ **Head**. An open "quote'],
  [''],
];

test('each quote is suggested once, the likeliest first', () => {
  for (const [body, ...offers] of CASES) {
    assert.deepEqual(
      descriptionSuggestions(parseEntry(body)).map(({ text }) => text),
      offers,
      body,
    );
  }
});

test('a suggestion has the span of its quote', () => {
  const marked = '---\ntitle: Day 12\n---\n\n1/ **Head**. She said ⟦"there\'s no," he heard, "second kettle,"⟧ twice.';
  const { text } = readMarks(marked);
  assert.equal(markRanges(text, descriptionSuggestions(parseEntry(text))), marked);
});

test('an apostrophe is doubled in the value', () => {
  const text = '---\ndescription: TK.\n---\n\n1/ **Head**. "There\'s no second kettle," she said.';
  const entry = parseEntry(text);
  const [offer] = descriptionSuggestions(entry);
  assert.ok(offer);
  assert.equal(
    applyEdits(text, [descriptionEdit(entry, offer)]),
    text.replace('TK.', `'"There''s no second kettle."'`),
  );
});
