import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { outletFaults } from '../../../src/core/lint/citationGroups/outletFaults.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { withOwnOutlets } from '../../../src/core/outlets/ownOutlets.ts';

const learned = learnOutlets(
  Array.from({ length: 60 }, () => ({ outlet: 'Old Herald', address: 'https://herald.example/a' })),
);
const own = withOwnOutlets(learned, {
  outlets: { 'herald.example': 'Port Alder Herald', 'sport.kxyz.example': 'KXYZ Sport' },
  ignoredOutlets: ['wire.example', 'The Wire'],
});

test('a host has the name that the newsroom gives it, whatever the archive teaches, and so have those below it', () => {
  assert.equal(learned.at('herald.example')?.name, 'Old Herald');
  assert.equal(own.at('herald.example')?.name, 'Port Alder Herald');
  assert.equal(own.at('www2.herald.example')?.name, 'Port Alder Herald');
  assert.equal(own.at('kxyz.example'), undefined);
  assert.equal(own.nameFor('https://sport.kxyz.example/a'), 'KXYZ Sport');
  assert.deepEqual(own.homesOf('KXYZ Sport'), ['sport.kxyz.example']);
});

test('what the newsroom says nothing of is known as before', () => {
  assert.equal(own.at('cnn.com')?.name, learned.at('cnn.com')?.name);
  assert.equal(own.nameFor('https://www.cnn.com/a'), 'CNN');
  assert.equal(withOwnOutlets(learned, { outlets: {}, ignoredOutlets: [] }), learned);
});

test('an ignored host is not judged, and an ignored name is right everywhere', () => {
  const faults = (group: string) =>
    outletFaults(parseEntry(`1/ **A**. B. (${group})\n`), own, 'outlet').map(({ message }) => message);
  assert.equal(faults('[NBC News](https://www.cnn.com/a)').length, 1);
  assert.deepEqual(faults('[The Wire](https://www.cnn.com/a)'), []);
  const ignoring = withOwnOutlets(learned, { outlets: {}, ignoredOutlets: ['cnn.com'] });
  assert.equal(ignoring.at('edition.cnn.com'), undefined);
  assert.equal(ignoring.at('nbcnews.com')?.name, 'NBC News');
});
