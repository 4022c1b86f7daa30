import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block, Entry } from '../../../src/core/entry/entry.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { applyEdits, composeEdits, type Edit, type Span } from '../../../src/core/text.ts';
import { corpusEntries, noCorpus } from '../../support/corpus.ts';
import { surroundings } from '../../support/surroundings.ts';

const PIECES = [
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '](https://a.example/1)',
    '[A](https://a.example/1)',
    ' / ',
    '/',
    '**',
    '*',
    '\\',
    '\n',
    '\n\n',
    '\r\n',
  ],
  ...[
    '1/ ',
    'TK/ ',
    'poll/ ',
    '* ',
    '1. ',
    '### ',
    '> ',
    '---',
    '---\n',
    'title: Day 1\n',
    "'",
    '"',
    '“',
    '”',
    ':',
    ' ',
    '\u00a0',
    'https://',
  ],
  ...[
    'word',
    'Word.',
    'B News',
    'KT/',
    '<!-- x -->',
    '{% twitter x %}',
    '{{',
    '```',
    '|',
    ';',
    ',',
    ' and ',
    '.',
    '..',
    '🎉',
    '\u0000',
    '\ud83c',
  ],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const runs = { numRuns: 3000, seed: 1080 };

test('whatever the text, every span lies in it, and inner spans lie in outer ones', () => {
  fc.assert(
    fc.property(text, (source) => checkSpans(parseEntry(source))),
    runs,
  );
});

test('whatever the text, problems and their edits lie in it, and fixing comes to an end', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('draft' as const, 'published' as const), (source, stage) => {
      const around = surroundings(stage);
      for (const problem of lint(parseEntry(source), around)) {
        checkInside(problem, { from: 0, to: source.length });
        for (const fix of [problem.fix, ...(problem.suggestions ?? [])]) {
          for (const edit of fix?.edits ?? []) checkInside(edit, { from: 0, to: source.length });
          checkApart(fix?.edits ?? []);
        }
      }
      const fixed = fixAll(source, around);
      assert.equal(fixed.problems.find(({ fix }) => fix !== undefined)?.rule, undefined, 'nothing fixable is left');
      assert.equal(fixAll(fixed.text, around).text, fixed.text);
      assert.equal(applyEdits(source, fixed.edits), fixed.text);
    }),
    runs,
  );
});

test('real entries, damaged at random, are read without a span outside', { skip: noCorpus }, () => {
  const entries = corpusEntries().map((entry) => entry.text);
  const damage = fc.record({
    entry: fc.nat(entries.length - 1),
    at: fc.nat(30_000),
    cut: fc.nat(40),
    put: fc.constantFrom('', ...PIECES),
  });
  fc.assert(
    fc.property(damage, ({ entry, at, cut, put }) => {
      const whole = entries[entry] ?? '';
      const from = at % (whole.length + 1);
      checkSpans(parseEntry(whole.slice(0, from) + put + whole.slice(from + cut)));
    }),
    { numRuns: 2000, seed: 1080 },
  );
});

test('every entry of the corpus is read without a span outside', { skip: noCorpus }, () => {
  for (const { text: source } of corpusEntries()) checkSpans(parseEntry(source));
});

test('megabytes of anything are read and checked in linear time', () => {
  const around = surroundings();
  for (const unit of [
    '[',
    ']',
    '](',
    '(',
    ')',
    '*',
    '**',
    '\\',
    ' / ',
    '\n',
    '\n\n',
    '"',
    'TK ',
    '[a](',
    '[a](b ',
    '([A](https://a.example/1)',
    '* ',
    '1/ ',
    ' A',
    '.',
    '..',
    '\\[',
    "'",
    ': ',
    '{%',
    '<',
    '> ',
    '`',
    '[[',
    '([',
    '[A](u) ',
    '/ [A](u)',
    'A / ',
  ]) {
    const small = timeOf(unit.repeat(200_000 / unit.length), around);
    const large = timeOf(unit.repeat(3_000_000 / unit.length), around);
    assert.ok(
      large < Math.max(2_000, small * 45),
      `${JSON.stringify(unit)}: ${small} ms for 0.2 MB, ${large} ms for 3 MB`,
    );
  }
});

test('edits made one after the other are the same made at once', () => {
  const edits = (length: number) =>
    fc.array(fc.tuple(fc.nat(length), fc.nat(3), fc.constantFrom('', 'x', 'yz')), { maxLength: 4 }).map((list) => {
      const sorted = list.sort(([a], [b]) => a - b);
      return sorted.flatMap(([from, size, put], index): Edit[] => {
        const next = sorted[index + 1]?.[0] ?? length;
        const to = Math.min(from + size, Math.max(from, next - 1), length);
        return next === from ? [] : [{ from, to, text: put }];
      });
    });
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.gen(), (source, gen) => {
      const first = gen(edits, source.length);
      const middle = applyEdits(source, first);
      const second = gen(edits, middle.length);
      assert.equal(applyEdits(source, composeEdits(first, second)), applyEdits(middle, second));
    }),
    runs,
  );
});

function checkSpans({ text: source, frontMatter, body, blocks }: Entry): void {
  const whole = { from: 0, to: source.length };
  checkInside(body, whole);
  if (frontMatter) {
    checkInside(frontMatter, whole);
    checkInside(frontMatter.content, frontMatter);
    for (const key of frontMatter.keys) {
      checkInside(key, frontMatter);
      checkInside(key.nameSpan, key);
      checkInside(key.value, key);
    }
  }
  checkApart(blocks);
  for (const block of blocks) checkBlock(block, body);
}

function checkBlock(block: Block, body: Span): void {
  checkInside(block, body);
  checkInside(block.story, block);
  if (block.label) checkInside(block.label.name, block.label);
  if (block.label) checkInside(block.label, block);
  if (block.headline) {
    checkInside(block.headline, block.story);
    checkInside(block.headline.words, block.headline);
  }
  checkApart(block.links);
  for (const link of block.links) {
    checkInside(link, block.story);
    checkInside(link.name, link);
    checkInside(link.address, link);
  }
  checkApart(block.citations);
  for (const group of block.citations) {
    checkInside(group, block.story);
    checkApart(group.pieces);
    for (const piece of group.pieces) checkInside(piece, group);
  }
}

function checkInside(inner: Span, outer: Span): void {
  const inside = outer.from <= inner.from && inner.from <= inner.to && inner.to <= outer.to;
  assert.ok(inside, `${inner.from}–${inner.to} is not in ${outer.from}–${outer.to}`);
}

function checkApart(spans: readonly Span[]): void {
  const sorted = [...spans].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, span] of sorted.entries()) {
    const next = sorted[index + 1];
    assert.ok(!next || span.to <= next.from, `${span.from}–${span.to} overlaps ${next?.from}–${next?.to}`);
  }
}

function timeOf(source: string, around: ReturnType<typeof surroundings>): number {
  const start = performance.now();
  lint(parseEntry(source), around);
  return Math.round(performance.now() - start);
}
