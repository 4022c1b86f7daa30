import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { learnOutlets } from '../../../src/core/outlets/outlets.ts';
import { withOwnOutlets } from '../../../src/core/outlets/ownOutlets.ts';
import { ruleContext } from '../../support/ruleContext.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

test('linting many versions of an entry keeps none of their texts in memory', () => {
  const own = { outlets: { 'herald.example': 'Herald' }, ignoredOutlets: [] };
  const context = {
    ...ruleContext('draft', '2031-01-31-day-12.markdown'),
    outlets: withOwnOutlets(learnOutlets(), own),
  };
  const rest = 'The “mayor” left. '.repeat(5000); // long enough that one text kept in memory is noticed
  const type = (keys: number) => {
    for (let key = 0; key < keys; key++) {
      const cited = `([Outlet Number ${key}](https://host-number-${key}.example.org/a?utm_source=b) / [N](https://n${key}.example/a))`;
      const entry = parseEntry(`---\ntitle: Day 12\n---\n\n1/ **The mayor resigned**. She left. ${cited}\n\n${rest}`);
      lint(entry, context, {});
      context.outlets.suggestName(`https://another-host-${key}.example.org/a`);
    }
  };
  type(20);
  const before = heapUsed();
  type(100);
  const bytesPerKey = (heapUsed() - before) / 100;
  assert.ok(bytesPerKey < rest.length / 4, `${Math.round(bytesPerKey)} bytes a key`);
});

function heapUsed(): number {
  assert.ok(typeof collect === 'function');
  collect();
  return process.memoryUsage().heapUsed;
}
