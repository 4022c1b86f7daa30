import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readDay } from '../../src/core/archive/readDay.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { lineAt, lineStarts } from '../../src/core/lines.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { newsroomOf, surroundingsOf } from '../../src/core/newsroom.ts';
import { renderBody } from '../../src/core/render/body.ts';
import { corpusEntries, corpusLines, noCorpus } from '../support/corpus.ts';
import { everyRule } from '../support/surroundings.ts';

// What the rules say of ten years of real entries. `UPDATE=1 npm run test:unit` writes the counts anew; read the difference.

const COUNTS = 'test/corpus/findings.json';

/** The classes of known faults that each rule is to find. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'citation-unclosed': ['group-missing-close-paren', 'group-trailing-separator'],
  'citation-separator': ['sep-missing', 'sep-doubled', 'sep-stray-char', 'group-trailing-separator'],
  'citation-broken-link': [
    'close-paren-inside-name',
    'open-paren-inside-name',
    'bracket-misplaced',
    'group-missing-close-paren',
    'sep-missing',
  ],
  'citation-unlinked': ['name-without-link', 'group-name-only'],
  'citation-url': ['url-empty', 'url-glued', 'url-scheme'],
  'citation-missing': ['section-no-citation'],
  'section-empty': ['section-no-citation', 'label-empty'],
  'sentence-spacing': ['missing-space-after-period', 'missing-space-after-comma', 'double-period'],
  'day-number': ['fm-wrong-day-number'],
};

interface Known {
  readonly path: string;
  readonly line: number;
  readonly class: string;
  readonly text: string;
}

/** Rows that are no faults: a bracket that the writer means to show, an address with a name in it. */
const NO_FAULTS = [/\\\[\[Readable Version Here\]/, /“Marco\.Rubio@state\.gov”/];

const entries = noCorpus ? [] : corpusEntries().map(({ path, text }) => ({ path, text, entry: parseEntry(text) }));
const days = entries.map(({ path, entry }) => readDay(entry, path, false));
const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
const around = (path: string) => surroundingsOf(newsroom, path, 'published');
const found = entries.flatMap(({ path, text, entry }) => {
  const starts = lineStarts(text);
  return lint(entry, around(path), everyRule).map(({ rule, from, to }) => ({
    rule,
    path,
    from: lineAt(starts, from) + 1,
    to: lineAt(starts, to) + 1,
  }));
});

test('each rule finds in the archive what it found when somebody last read it', { skip: noCorpus }, () => {
  const counts: Record<string, number> = {};
  for (const { rule } of found) counts[rule] = (counts[rule] ?? 0) + 1;
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (process.env['UPDATE']) writeFileSync(COUNTS, `${JSON.stringify(sorted, null, 2)}\n`);
  assert.deepEqual(sorted, JSON.parse(readFileSync(COUNTS, 'utf8')));
});

test('at least 95 of 100 known faults of each kind are found', { skip: noCorpus }, (context) => {
  const rows = corpusLines<Known>('known-faults.jsonl').filter(
    ({ text }) => !NO_FAULTS.some((pattern) => pattern.test(text)),
  );
  for (const kind of new Set(Object.values(FAMILIES).flat())) {
    const known = rows.filter((row) => row.class === kind);
    const missed = known.filter(
      ({ path, line }) =>
        !found.some(
          (problem) =>
            problem.path === path &&
            problem.from <= line &&
            line <= problem.to &&
            FAMILIES[problem.rule]?.includes(kind),
        ),
    );
    context.diagnostic(`${kind}: ${known.length - missed.length} of ${known.length}`);
    assert.ok(
      missed.length <= known.length * 0.05,
      `${kind} missed: ${missed.map(({ path, line }) => `${path}:${line}`).join(', ')}`,
    );
  }
});

test('most of what is found is known; what is not has been read', { skip: noCorpus }, (context) => {
  const lines = new Map<string, Set<string>>();
  for (const { path, line, class: kind } of corpusLines<Known>('known-faults.jsonl')) {
    const kinds = lines.get(`${path}:${line}`) ?? new Set();
    lines.set(`${path}:${line}`, kinds.add(kind));
  }
  for (const [rule, kinds] of Object.entries(FAMILIES)) {
    const all = found.filter((problem) => problem.rule === rule);
    const known = all.filter(({ path, from }) => kinds.some((kind) => lines.get(`${path}:${from}`)?.has(kind)));
    context.diagnostic(`${rule}: ${known.length} of ${all.length} are known`);
  }
});

test('fixing every entry comes to an end and changes the page only where something was fixed', {
  skip: noCorpus,
}, () => {
  for (const { path, text, entry } of entries) {
    const fixed = fixAll(text, around(path));
    if (fixed.text === text) continue;
    assert.equal(fixAll(fixed.text, around(path)).text, fixed.text, path);
    const after = parseEntry(fixed.text);
    const before = renderBody(text.slice(entry.body.from)).split('\n');
    const now = renderBody(fixed.text.slice(after.body.from)).split('\n');
    const changed = now.filter((line, index) => line !== before[index]).length;
    assert.ok(
      now.length === before.length && changed <= fixed.count,
      `${path}: ${changed} lines of the page changed by ${fixed.count} fixes`,
    );
  }
});
