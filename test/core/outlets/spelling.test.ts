import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abbreviates, isSameName, misspells, sharesAllWords } from '../../../src/core/outlets/spelling.ts';

test('a typo differs in a few letters, depending on the length of the name', () => {
  for (const [name, right] of [
    ['Washignton Post', 'Washington Post'],
    ['Mediate', 'Mediaite'],
    ['Axois', 'Axios'],
    ['Associates Press', 'Associated Press'],
    ['Pew Research Centers', 'Pew Research Center'],
    ['NRP', 'NPR'],
  ] as const) {
    assert.ok(misspells(name, right), name);
  }
  for (const [name, right] of [
    ['NPR', 'NRA'],
    ['NBC', 'ABC'],
    ['NP', 'NPR'],
    ['npr', 'NPR'],
    ['Politico EU', 'Politico'],
    ['Channel 7', 'Channel 8'],
    ['washington post', 'Washington Post'],
    ['Salon', 'Slate'],
    ['House', 'FiveThirtyEight'],
  ] as const) {
    assert.ok(!misspells(name, right), name);
  }
});

test('case, spaces, punctuation and a leading "The" are ignored', () => {
  assert.ok(isSameName('The Washington Post', 'Washington Post'));
  assert.ok(isSameName('Law & Crime', 'Law and Crime'));
  assert.ok(isSameName('PageSix', 'Page Six'));
  assert.ok(!isSameName('Politico', 'Politics'));
});

test('names belong together if one contains all words of the other', () => {
  assert.ok(sharesAllWords('CNN Business', 'CNN'));
  assert.ok(sharesAllWords('Washington Post-ABC News poll', 'Washington Post'));
  assert.ok(!sharesAllWords('NBC News', 'ABC News'));
});

test('initials, abbreviated places and first words are short forms', () => {
  for (const [name, long] of [
    ['AP', 'Associated Press'],
    ['NY Times', 'New York Times'],
    ['LA Times', 'Los Angeles Times'],
    ['Pew', 'Pew Research Center'],
  ] as const) {
    assert.ok(abbreviates(name, long), name);
  }
  assert.ok(!abbreviates('CNN', 'CNBC'));
});
