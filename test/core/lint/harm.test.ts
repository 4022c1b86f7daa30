import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fixed, type HarmKind, harmDone } from '../../support/harm.ts';

// The reader that judges fix-all must notice what it is there for.

test('changes of what is not prose are harm', () => {
  checkHarm('Needs `1..10` now.', 'Needs `1.10` now.', 'code');
  checkHarm('~~~\na.B\n~~~', '~~~\na. B\n~~~', 'code');
  checkHarm('> ~~~\n> a.B\n> ~~~', '> ~~~\n> a. B\n> ~~~', 'code');
  checkHarm('A.\n\n    a..b', 'A.\n\n    a.b', 'code');
  checkHarm('A <b title="x..y">word</b>.', 'A <b title="x.y">word</b>.', 'html');
  checkHarm('<!-- a.Then -->', '<!-- a. Then -->', 'html');
  checkHarm('A {{ a..b }} word.', 'A {{ a.b }} word.', 'liquid');
  checkHarm('{% raw %}a..b{% endraw %}', '{% raw %}a.b{% endraw %}', 'liquid');
});

test('changes of valid addresses and of the titles of links are harm, except for tracking', () => {
  checkHarm('[a](https://a.example/1..2)', '[a](https://a.example/1.2)', 'address');
  checkHarm('[a][b]\n\n[b]: https://a.example/1..2', '[a][b]\n\n[b]: https://a.example/1.2', 'address');
  checkHarm('See https://a.example/1..2 now.', 'See https://a.example/1.2 now.', 'address');
  checkHarm('<https://a.example/1..2>', '<https://a.example/1.2>', 'address');
  checkHarm('![a](/1..2)', '![a](/1.2)', 'address');
  checkHarm('[a](https://a.example "b..c")', '[a](https://a.example "b.c")', 'link title');
  checkHarm('[a](https://a.example/?utm_source=b&c=d)', '[a](https://a.example/?c=d)');
  checkHarm('[a](https://a.example/?b=c)', '[a](https://a.example/)', 'address');
});

test('changes of the title, the moment and other values are harm', () => {
  checkHarm(front('title: "Day 3: The flood"'), front('title: Day 3'), 'title');
  checkHarm(front('title: Day  3'), front('title: Day 3'), 'title');
  checkHarm(front('title: Day 3.'), front('title: Day 3'), undefined, 'title');
  checkHarm(front('title: Day 3: The flood'), front('title: Day 3'), undefined, 'title');
  checkHarm(front('date: 2026-03-23T06:59:59Z'), front('date: 2026-03-23 06:59:59 -07:00'), 'moment', 'date');
  checkHarm(front('date: 2026-03-23T06:59:59Z'), front('date: 2026-03-22 23:59:59 -07:00'), undefined, 'date');
  checkHarm(front('date: 2026-03-23 09:00'), front('date: 2026-03-23 09:00:00 -07:00'), undefined, 'date');
  checkHarm(front('date: 2026-03-23 09:00'), front('date: 2026-03-23 16:00:00 +00:00'), 'moment', 'date');
  checkHarm(front('tags: [a, b]'), front("tags: '[a, b]'"), 'value');
  checkHarm(front('mood: fine\ntitle: Day 3.'), front('mood: Fine\ntitle: Day 3'), 'value', 'title');
});

test('words that come and go where nothing was fixed are harm', () => {
  checkHarm('She left and wept.', 'She left.', 'word');
  checkHarm('She left and wept.', 'She left.', undefined, 'and wept');
  checkHarm('a `b` c d', 'a `b c d', 'code');
});

test('other blocks that become something else are harm', () => {
  checkHarm('##a\n\n8) b', '## a\n\n8) b');
  checkHarm('- a\n\n  b\n', '-a\n\n  b\n', 'block');
  checkHarm('A.\n\n~~~\nb\n~~~', '~~~\n\n~~~\nb\n~~~', 'code');
});

function front(key: string): string {
  return `---\n${key}\n---\n\nText.\n`;
}

/** The change must do harm of the kind, or none at all. `fault` is the part of the text that was reported and fixed. */
function checkHarm(before: string, after: string, kind?: HarmKind, fault?: string): void {
  const at = fault === undefined ? 0 : before.indexOf(fault);
  const fixed: readonly Fixed[] = [
    { rule: '', from: at, to: at + (fault?.length ?? 0), edits: [editBetween(before, after)] },
  ];
  const kinds = harmDone(before, after, fixed).map((harm) => harm.kind);
  if (kind === undefined) assert.deepEqual(kinds, [], JSON.stringify([before, after]));
  else assert.ok(kinds.includes(kind), `${kind} not in ${kinds}: ${JSON.stringify([before, after])}`);
}

/** The smallest edit that turns one text into the other. */
function editBetween(before: string, after: string): Fixed['edits'][number] {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, text: after.slice(from, after.length - end) };
}
