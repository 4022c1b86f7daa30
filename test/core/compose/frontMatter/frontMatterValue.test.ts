import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valueEdit, yamlScalar } from '../../../../src/core/compose/frontMatter/frontMatterValue.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { readFrontMatterValues } from '../../../../src/core/entry/yaml.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const CASES: readonly (readonly [before: string, after: string])[] = [
  ['---\nseen: no\n---\n', '---\nseen: yes, it is\n---\n'],
  ["---\nseen: 'no' # hm\ntitle: x\n---\n", '---\nseen: yes, it is # hm\ntitle: x\n---\n'],
  ['---\nseen:\n---\n', '---\nseen: yes, it is\n---\n'],
  ['---\nseen: \n---\n', '---\nseen: yes, it is\n---\n'],
  ['---\nseen: # hm\n---\n', '---\nseen: yes, it is # hm\n---\n'],
  ['---\nseen: >-\n  one\n  two\ntitle: x\n---\n', '---\nseen: yes, it is\ntitle: x\n---\n'],
  ['---\ntitle: x\n---\n\nText', '---\ntitle: x\nseen: yes, it is\n---\n\nText'],
  ['---\r\ntitle: x\r\n---\r\n', '---\r\ntitle: x\r\nseen: yes, it is\r\n---\r\n'],
  ['---\n---\n', '---\nseen: yes, it is\n---\n'],
  ['Text', '---\nseen: yes, it is\n---\n\nText'],
  ['\ufeffText', '\ufeff---\nseen: yes, it is\n---\n\nText'],
  ['', '---\nseen: yes, it is\n---\n\n'],
];

test('one value is set or one key added, and nothing else changes', () => {
  for (const [before, after] of CASES) {
    assert.equal(applyEdits(before, [valueEdit(parseEntry(before), 'seen', 'yes, it is')]), after);
  }
});

test('YAML reads any line of text as itself', () => {
  const pieces = [
    'yes',
    'no',
    '12',
    "'",
    '"',
    ': ',
    ' #',
    '- ',
    '{',
    '&',
    '*',
    '|',
    '; and ',
    'The ',
    '$5',
    '%',
    '“',
    ':',
    ' ',
    '~',
    'null',
  ];
  const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(line, (text) => {
      const values = readFrontMatterValues(parseEntry(`---\nseen: ${yamlScalar(text)}\n---\n`));
      assert.deepEqual(values, { ok: true, data: { seen: text } });
    }),
    { seed: 1, numRuns: 2000 },
  );
});
