import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { outletFaultsOfKind } from '../../../src/core/lint/citationGroups/outletFaults.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { withOwnOutlets } from '../../../src/core/outlets/ownOutlets.ts';

const learned = learnOutlets(
  Array.from({ length: 60 }, () => ({ outlet: 'Old Herald', address: 'https://herald.example/a' })),
);
const own = withOwnOutlets(learned, {
  outlets: { 'herald.example': 'Port Alder Herald', 'sport.kxyz.example': 'KXYZ Sport' },
  ignoredOutlets: ['wire.example', 'The Wire'],
});

test('a name from the settings takes precedence over the archive, also for subdomains', () => {
  assert.equal(learned.forHost('herald.example')?.name, 'Old Herald');
  assert.equal(own.forHost('herald.example')?.name, 'Port Alder Herald');
  assert.equal(own.forHost('www2.herald.example')?.name, 'Port Alder Herald');
  assert.equal(own.forHost('kxyz.example'), undefined);
  assert.equal(own.suggestName('https://sport.kxyz.example/a'), 'KXYZ Sport');
  assert.deepEqual(own.hostsOf('KXYZ Sport'), ['sport.kxyz.example']);
});

test('hosts without a setting keep their outlet', () => {
  assert.equal(own.forHost('cnn.com')?.name, learned.forHost('cnn.com')?.name);
  assert.equal(own.suggestName('https://www.cnn.com/a'), 'CNN');
  assert.equal(withOwnOutlets(learned, { outlets: {}, ignoredOutlets: [] }), learned);
});

test('an ignored host is not judged, and an ignored name is accepted at every host', () => {
  const faults = (group: string) =>
    outletFaultsOfKind(parseEntry(`1/ **A**. B. (${group})\n`), own, 'outlet').map(({ message }) => message);
  assert.equal(faults('[NBC News](https://www.cnn.com/a)').length, 1);
  assert.deepEqual(faults('[The Wire](https://www.cnn.com/a)'), []);
  const ignoring = withOwnOutlets(learned, { outlets: {}, ignoredOutlets: ['cnn.com'] });
  assert.equal(ignoring.forHost('edition.cnn.com'), undefined);
  assert.equal(ignoring.forHost('nbcnews.com')?.name, 'NBC News');
});
