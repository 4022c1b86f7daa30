import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BoldPair,
  followPair,
  followPending,
  openedBold,
  type PendingPair,
} from '../../../../src/core/compose/items/boldPair.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { readMarks } from '../../../support/markedText.ts';

test('two asterisks close themselves where a bold text can start', () => {
  const opens = (marked: string) => {
    const { text, cursor = 0 } = readMarks(marked);
    return openedBold(parseEntry(text), cursor) !== undefined;
  };
  for (const marked of [
    '1/ **‸',
    '1/ **A**. She **‸ left',
    '* **‸',
    '**‸',
    '1/ **A**. ("**‸',
    'poll/ **‸\n\n2/ **B**.',
  ])
    assert.equal(opens(marked), true, marked);
  for (const marked of [
    '1/ **The mayor**‸', // closes
    '1/ **The mayor **‸',
    '1/ **‸The mayor',
    '1/ **‸ mayor**', // closed already
    '1/ ***‸',
    '1/ 2**‸',
    '1/ \\**‸',
    '1/ `**‸`',
    '```\n**‸\n```',
    '---\ntitle: **‸\n---\n',
    '<!-- **‸ -->',
  ])
    assert.equal(opens(marked), false, marked);
});

/** Types keys one after another at the caret, which is in the pair's bold text; returns the text with the caret. */
function type(marked: string, keys: readonly string[], options: Partial<BoldPair> = {}): string {
  const { text: start, cursor = 0 } = readMarks(marked);
  let text = start;
  let caret = cursor;
  let pair: BoldPair | undefined = {
    from: start.lastIndexOf('**', cursor - 2) + 2,
    to: cursor,
    end: '**. ',
    typedOver: 0,
    hasOpening: true,
    ...options,
  };
  for (const key of keys) {
    const edit = key === 'Backspace' ? { from: caret - 1, to: caret, text: '' } : { from: caret, to: caret, text: key };
    text = applyEdits(text, [edit]);
    caret = edit.from + edit.text.length;
    if (!pair) continue;
    const followed = followPair(pair, edit, text);
    if (followed.deletion) {
      text = applyEdits(text, [followed.deletion]);
      if (followed.deletion.from < caret) caret = Math.max(followed.deletion.from, caret - 1);
    }
    pair = followed.pair;
  }
  return `${text.slice(0, caret)}‸${text.slice(caret)}`;
}

test('the end of a pair is typed over', () => {
  assert.equal(type('2/ **‸**. ', [...'Mayor resigns']), '2/ **Mayor resigns‸**. ');
  assert.equal(type('2/ **‸**. ', [...'Mayor**']), '2/ **Mayor**‸. ');
  assert.equal(type('2/ **‸**. ', [...'Mayor**. She']), '2/ **Mayor**. She‸');
  assert.equal(type('2/ **‸**. ', [...'Mayor**, she']), '2/ **Mayor**, she‸. ');
  assert.equal(type('1/ **‸**', [...'Mayor**.'], { end: '**' }), '1/ **Mayor**.‸');
});

test('the opening asterisks of a pair that Enter inserted can be typed again', () => {
  assert.equal(type('2/ **‸**. ', [...'**Mayor**. She']), '2/ **Mayor**. She‸');
});

test('a third asterisk in an empty pair, or a deleted one, removes its end', () => {
  assert.equal(type('**‸**', ['*'], { end: '**', hasOpening: false }), '***‸');
  assert.equal(type('2/ **‸**', ['Backspace'], { end: '**', hasOpening: false }), '2/ *‸');
  assert.equal(type('2/ **‸**. ', ['Backspace']), '2/ *‸');
});

test('a pair moves with changes around it, and is forgotten when its end has changed', () => {
  const pair: BoldPair = { from: 5, to: 10, end: '**', typedOver: 0, hasOpening: false };
  const after = (edit: { from: number; to: number; text: string }, text: string) => followPair(pair, edit, text).pair;
  assert.deepEqual(after({ from: 0, to: 0, text: 'xy' }, 'xy1/ **Mayor**'), { ...pair, from: 7, to: 12 });
  assert.equal(after({ from: 14, to: 14, text: 'x' }, '1/ **Mayor**. x'), pair);
  assert.equal(after({ from: 10, to: 12, text: '' }, '1/ **Mayor'), undefined);
  assert.equal(after({ from: 6, to: 6, text: '\n' }, '1/ **M\nayor**'), undefined);
});

test('fast typing gives the same text: deletions may come any number of keys later', () => {
  for (const [keys, expected] of [
    ['Mayor**. She', '2/ **Mayor**. She'],
    ['**Mayor**. She', '2/ **Mayor**. She'],
    ['Mayor**, she', '2/ **Mayor**, she. '],
    ['Mayor', '2/ **Mayor**. '],
  ] as const) {
    for (const keysPerDeletion of [1, 2, 3, 5, 20]) {
      let text = '2/ ****. ';
      let caret = 5;
      let state: PendingPair = {
        pair: { from: 5, to: 5, end: '**. ', typedOver: 0, hasOpening: true },
        deletions: [],
      };
      const change = (edit: { from: number; to: number; text: string }) => {
        text = applyEdits(text, [edit]);
        state = followPending(state, edit, text);
      };
      const deletePending = () => {
        for (let span = state.deletions[0]; span; span = state.deletions[0]) {
          if (span.from < caret) caret -= Math.min(caret, span.to) - span.from;
          change({ ...span, text: '' });
        }
      };
      for (const [index, key] of [...keys].entries()) {
        change({ from: caret, to: caret, text: key });
        caret++;
        if (index % keysPerDeletion === keysPerDeletion - 1) deletePending();
      }
      deletePending();
      assert.equal(text, expected, `${keys}, ${keysPerDeletion}`);
      assert.deepEqual(state.deletions, []);
    }
  }
});
