import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchFor } from '../../../src/core/text/searchFor.ts';
import { damageOnce, randomFrom } from '../../support/randomEdits.ts';

const EXPRESSION = /\b(\w+) \1\b|,\w|\d\n?day/g;

test('finds the offsets of all matches, in any text after any other', () => {
  const find = searchFor(EXPRESSION);
  for (const text of ['', 'so so', 'a,b c,d', 'so so', 'x so so', 'x so so', '', 'a,b'])
    assert.deepEqual(find(text), offsetsIn(text), text);
});

test('finds the same after random edits as in a text that is new to it', () => {
  const random = randomFrom(7);
  const find = searchFor(EXPRESSION);
  let text = Array.from({ length: 30 }, (_, index) => `Line ${index},of so so\nmany many 3 days.`).join('\n\n');
  let matches = 0;
  for (let edit = 0; edit < 5000; edit++) {
    const [part] = text.slice(random(text.length)).split(' ', 1);
    text = random(3) === 0 ? text.replace(part ?? '', '\n\n') : damageOnce(text, random);
    if (text.length > 4000) text = text.slice(random(1500), 3000);
    const found = find(text);
    matches += found.length;
    assert.deepEqual(found, offsetsIn(text), JSON.stringify(text));
  }
  assert.ok(matches > 20_000, `${matches} matches`);
});

test('after a key, only the paragraph around it is searched', () => {
  const paragraph = 'He said so so.';
  const searched: number[] = [];
  const expression = countingExecutions(/so so/g, searched);
  const find = searchFor(expression);
  const text = Array.from({ length: 50 }, () => paragraph).join('\n\n');
  find(text);
  searched.length = 0;
  const middle = text.indexOf('\n\n', text.length / 2);
  const found = find(`${text.slice(0, middle)}x${text.slice(middle)}`);
  assert.equal(found.length, 50);
  assert.ok(searched.length > 0 && Math.max(...searched) < 3 * paragraph.length, `searched ${searched}`);
});

function offsetsIn(text: string): readonly number[] {
  return Array.from(text.matchAll(EXPRESSION), ({ index }) => index);
}

/** An expression that notes the length of each text that it searches. */
function countingExecutions(expression: RegExp, lengths: number[]): RegExp {
  return Object.assign(expression, {
    exec(text: string) {
      lengths.push(text.length);
      return RegExp.prototype.exec.call(expression, text);
    },
  });
}
