import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberSections } from '../../../../src/core/compose/items/numberSections.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const CASES: readonly (readonly [before: string, after: string])[] = [
  ['TK TK TK', '1 2 3'],
  ['1 TK 2 poll TK', '1 2 3 poll 4'],
  ['2 1 3', '1 2 3'],
  ['KT tK10 TK', '1 2 3'],
  ['1 2 3', '1 2 3'],
  ['1 2 --- 1 TK 2', '1 2 --- 1 2 3'],
  ['1 2 --- TK', '1 2 --- 3'],
  ['1 1 2', '1 2 3'],
  ['1 ~~2 3 TK', '1 ~~2 3 4'],
  ['1 ~~2 2 TK', '1 ~~2 2 3'],
  ['1 9/11 TK', '1 9/11 2'],
  ['poll', 'poll'],
  ['', ''],
];

test('sections are numbered from 1, and a list that starts over from 1 again', () => {
  for (const [before, after] of CASES) {
    const text = entry(before);
    const edits = numberSections(parseEntry(text));
    assert.equal(applyEdits(text, edits), entry(after));
    assert.equal(edits.length === 0, before === after);
  }
});

test('only the number changes, whatever the line breaks', () => {
  const text = '---\r\ntitle: Day 12\r\n---\r\n\r\nTK/ **A**.\r\n\r\n3/**B**. TK people.';
  assert.equal(applyEdits(text, numberSections(parseEntry(text))), text.replace('TK/', '1/').replace('3/', '2/'));
});

test('labels in code, HTML, Liquid and comments neither count nor change', () => {
  const text = [
    'TK/ **A**.',
    '```\nTK/ **In code**.\n```',
    '    TK/ **In indented code**.',
    '* **Bullet**.\n\n  ```\n  7/ **In code**.\n  ```',
    '> ```\n> 7/ **In code**.\n> ```',
    '<div>\n7/ **In HTML**.\n</div>',
    '<!--\n7/ **In a comment**.\n\n8/ **Below**.\n-->',
    '{% raw %}\n\n7/ **In Liquid**.\n\n{% endraw %}',
    '5/ **B** `7/ **c**`.',
  ].join('\n\n');
  const edits = numberSections(parseEntry(text));
  assert.equal(applyEdits(text, edits), text.replace('TK/ **A**', '1/ **A**').replace('5/ **B**', '2/ **B**'));
});

function entry(labels: string): string {
  return labels
    .split(' ')
    .map((label) => {
      if (label === '---' || label === '') return label;
      if (label.startsWith('~~')) return `${label}/ **Head**. Text.~~`;
      return label.includes('/') ? `${label} was long ago.` : `${label}/ **Head**. Text.`;
    })
    .join('\n\n');
}
