import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { withOwnOutlets } from '../../../src/core/outlets/ownOutlets.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { surroundings } from '../../support/surroundings.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

test('a day of writing names and addresses keeps no earlier text of the entry in memory', () => {
  const own = { outlets: { 'herald.example': 'Herald' }, ignoredOutlets: [] };
  const around = {
    ...surroundings('draft', '2031-01-31-day-12.markdown'),
    outlets: withOwnOutlets(learnOutlets(), own),
  };
  const rest = 'The “mayor” left. '.repeat(5000); // so that a text takes 180 KB
  const type = (keys: number) => {
    for (let key = 0; key < keys; key++) {
      const cited = `([Outlet Number ${key}](https://host-number-${key}.example.org/a?utm_source=b) / [N](https://n${key}.example/a))`;
      const entry = parseEntry(`---\ntitle: Day 12\n---\n\n1/ **The mayor resigned**. She left. ${cited}\n\n${rest}`);
      lint(entry, around, {});
      around.outlets.nameFor(`https://another-host-${key}.example.org/a`);
    }
  };
  type(20);
  const before = used();
  type(500);
  const kept = (used() - before) / 500;
  assert.ok(kept < 5000, `${Math.round(kept)} bytes a key`);
});

function used(): number {
  assert.ok(typeof collect === 'function');
  collect();
  return process.memoryUsage().heapUsed;
}
