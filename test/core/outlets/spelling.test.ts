import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abbreviates, isSameName, misspells, sharesName } from '../../../src/core/outlets/spelling.ts';

test('a slip of the fingers is few letters for the length of the name', () => {
  for (const [name, right] of [
    ['Washignton Post', 'Washington Post'],
    ['Mediate', 'Mediaite'],
    ['Axois', 'Axios'],
    ['Associates Press', 'Associated Press'],
    ['Pew Research Centers', 'Pew Research Center'],
  ] as const) {
    assert.ok(misspells(name, right), name);
  }
  for (const [name, right] of [
    ['NPR', 'NRA'],
    ['Politico EU', 'Politico'],
    ['Channel 7', 'Channel 8'],
    ['washington post', 'Washington Post'],
    ['Salon', 'Slate'],
    ['House', 'FiveThirtyEight'],
  ] as const) {
    assert.ok(!misspells(name, right), name);
  }
});

test('case, spaces, punctuation and a leading The make no other name', () => {
  assert.ok(isSameName('The Washington Post', 'Washington Post'));
  assert.ok(isSameName('Law & Crime', 'Law and Crime'));
  assert.ok(isSameName('PageSix', 'Page Six'));
  assert.ok(!isSameName('Politico', 'Politics'));
});

test('a name with all words of another is of one house with it', () => {
  assert.ok(sharesName('CNN Business', 'CNN'));
  assert.ok(sharesName('Washington Post-ABC News poll', 'Washington Post'));
  assert.ok(!sharesName('NBC News', 'ABC News'));
});

test('initials, short places and first words are short forms', () => {
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
