import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedEntries, createNewsroom, runDaybook } from '../testNewsroom.ts';

test('anchors of earlier entries are looked up, however often an entry is linked to', async () => {
  const fence = (title: string) => `---\ntitle: ${title}\n---\n\n`;
  const link = (fragment: string) =>
    `* **📌 [Day 1](/2031/01/20/day-1/#${fragment}): Head**. ([A](https://a.example/a))\n`;
  const root = createNewsroom({
    '_posts/2031-01-20-day-1.markdown': `${fence('Day 1')}1/ **The mayor's ferry sank**. ([A](https://a.example/b))\n\n* **Schools** open. ([A](https://a.example/c))\n`,
    '_posts/2031-01-21-day-2.markdown': `${fence('Day 2')}${['1-the-mayor’s-ferry-sank-a', '1-the-mayors-ferry-sank-a', 'schools-open-a', '2-schools-open-a'].map(link).join('')}`,
  });
  const { out } = await runDaybook(root, 'check', '--format', 'json');
  const anchors = checkedEntries(out).flatMap(({ problems }) =>
    problems.filter(({ rule }) => rule === 'citation-anchor'),
  );
  assert.deepEqual(
    anchors.map(({ start }) => start.line),
    [6, 8],
  );
});
