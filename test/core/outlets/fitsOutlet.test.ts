import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsOutlet } from '../../../src/core/outlets/fitsOutlet.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';

const outlets = learnOutlets();

test('an address fits the outlet that its host belongs to, and no other', () => {
  const address = 'https://www.nytimes.com/2031/01/31/us/mayor.html';
  assert.equal(fitsOutlet(address, 'New York Times', outlets), true);
  assert.equal(fitsOutlet(address, 'The New York Times', outlets), true);
  assert.equal(fitsOutlet(address, 'Reuters', outlets), false);
  assert.equal(fitsOutlet(address, 'Harbor Radio', outlets), false);
});

test('an address of an unknown host fits outlets that are not known to be elsewhere', () => {
  const address = 'https://harborradio.example/stories/1';
  assert.equal(fitsOutlet(address, 'Harbor Radio', outlets), true);
  assert.equal(fitsOutlet(address, 'Reuters', outlets), false);
  assert.equal(fitsOutlet('no address', 'Harbor Radio', outlets), false);
});
