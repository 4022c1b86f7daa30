import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allItems, type Item, itemAt, itemRunsOf, touchedItems } from '../../../src/core/entry/items.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readMarks } from '../../support/markedText.ts';

/** One line for each item: its kind, indented by its depth, and its own lines joined by `|`. */
function listed(text: string): string[] {
  const entry = parseEntry(text);
  const depth = ({ parent }: Item): number => (parent ? depth(parent) + 1 : 0);
  return allItems(entry).map((item) => {
    const own = text.slice(item.own.from, item.own.to).split(/(?:\r?\n)+/);
    return `${'  '.repeat(depth(item))}${item.kind}: ${own.join('|')}`;
  });
}

test('bullets belong to the section above them, nested items to their bullet', () => {
  const text = '1/ One\n\n* a\n\n  * b\n\n* c\n\n2/ Two\n\n* d';
  assert.deepEqual(listed(text), [
    'section: 1/ One',
    '  bullet: * a',
    '    bullet:   * b',
    '  bullet: * c',
    'section: 2/ Two',
    '  bullet: * d',
  ]);
});

test('paragraphs, quotes and posts belong to the item before them', () => {
  const text = '1/ One\n\nMore.\n\n> Said.\n\n* a\n\n{% twitter https://x.example/1 %}\n\n2/ Two';
  assert.deepEqual(listed(text), [
    'section: 1/ One|More.|> Said.',
    '  bullet: * a|{% twitter https://x.example/1 %}',
    'section: 2/ Two',
  ]);
});

test('dividers, headings and closing lines end an item', () => {
  const text = '1/ One\n\n---\n\nAside.\n\n### ✏️ Notables.\n\n1. a\n\n2. b\n\n*Three days to go.*\n\nAfter.';
  assert.deepEqual(listed(text), ['section: 1/ One', 'ordered: 1. a', 'ordered: 2. b']);
  assert.deepEqual(
    itemRunsOf(parseEntry(text)).map(({ isNotables: notables, part, items }) => [notables, part, items.length]),
    [
      [false, 0, 1],
      [true, 2, 2],
    ],
  );
});

test('a comment that silences a rule belongs to the item below it', () => {
  const text = '1/ One\n\n<!-- daybook-disable-next liquid -->\n\n2/ Two';
  assert.deepEqual(listed(text), ['section: 1/ One', 'section: <!-- daybook-disable-next liquid -->|2/ Two']);
});

test('code, HTML, comments and definitions belong to the item above them, definitions at the end to none', () => {
  const text =
    '1/ One\n\n```\n2/ code\n```\n\n<!-- ask -->\n\n* a\n\n[^1]: Note.\n\n    More.\n\n2/ Two\n\n<div>\n3/ x\n</div>\n\n[a]: https://a.example';
  assert.deepEqual(listed(text), [
    'section: 1/ One|```|2/ code|```|<!-- ask -->',
    '  bullet: * a|[^1]: Note.|    More.',
    'section: 2/ Two|<div>|3/ x|</div>',
  ]);
});

test('a comment right above an item belongs to it', () => {
  assert.deepEqual(listed('1/ One\n\n<!-- ask -->\n* a\n<!-- this -->\n<!-- too -->\n* b'), [
    'section: 1/ One',
    '  bullet: <!-- ask -->|* a',
    '  bullet: <!-- this -->|<!-- too -->|* b',
  ]);
});

test('a tab makes a list deeper', () => {
  assert.deepEqual(listed('* a\n\t* b'), ['bullet: * a', '  bullet: \t* b']);
});

test('a struck section is an item, a date at the start of a paragraph is not', () => {
  assert.deepEqual(listed('1/ One\n\n~~2/ Two~~\n\n9/11 was long ago.'), [
    'section: 1/ One',
    'struck: ~~2/ Two~~|9/11 was long ago.',
  ]);
});

test('a space before the numbers of a list does not make it deeper', () => {
  assert.deepEqual(listed('### Notables.\n\n 1. a\n\n 2. b'), ['ordered:  1. a', 'ordered:  2. b']);
});

test('the item at an offset is the innermost one whose lines contain it', () => {
  const { text, cursor = 0 } = readMarks('1/ One\n\n* a‸\n\n* b');
  const item = itemAt(parseEntry(text), cursor);
  assert.equal(text.slice(item?.from, item?.to), '* a');
  assert.equal(itemAt(parseEntry(text), cursor + 1), undefined);
});

test('a selection refers to the items of one level that it touches', () => {
  const touched = (marked: string) => {
    const { text, ranges } = readMarks(marked);
    const [range = { from: 0, to: 0 }] = ranges;
    return touchedItems(parseEntry(text), range).map(({ head }) => text.slice(head.from, head.from + 3));
  };
  assert.deepEqual(touched('1/ One\n\n* a⟦\n\n* b\n\n*⟧ c\n\n2/ Two'), ['* a', '* b', '* c']);
  assert.deepEqual(touched('1/ O⟦ne\n\n* a\n\n*⟧ b\n\n2/ Two'), ['1/ ']);
  assert.deepEqual(touched('1/ One\n\n* ⟦a\n\n* b\n\n2/⟧ Two'), ['1/ ', '2/ ']);
});
