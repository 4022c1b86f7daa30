import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from '../../../src/core/archive/entrySummary.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { readDay } from '../../../src/core/entry/readDay.ts';
import { foldingRanges } from '../../../src/core/languageFeatures/folding.ts';
import { type OutlineNode, outline } from '../../../src/core/languageFeatures/outline.ts';
import { selectionRanges } from '../../../src/core/languageFeatures/selectionRanges.ts';
import { workspaceSymbols } from '../../../src/core/languageFeatures/workspaceSymbols.ts';
import { markRanges, readMarks } from '../../support/markedText.ts';

const ENTRY =
  '---\ntitle: Day 1\n---\n\n' +
  '1/ **The mayor *resigned***. She left. ([Herald](https://herald.example/a) / [KXYZ](https://kxyz.example/b))\n\n' +
  '* **📌 [Day 4](https://log.example/4): The pump failed.**\n\n' +
  'TK/ \n\n2/ The council sat until dawn. Nobody knew why.\n\n---\n\n### ✏️ Notables.\n\n1. **A notable**.\n\n*Nine days.*\n';

function lines(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap(({ kind, label, headline, citationCount: sources, children }) => [
    `${indent}${kind} ${label}|${headline}|${sources}`,
    ...lines(children, `${indent}  `),
  ]);
}

test('the outline contains sections with their bullets, and notables under their heading', () => {
  assert.deepEqual(lines(outline(parseEntry(ENTRY))), [
    'section 1/|The mayor resigned|2',
    '  bullet |📌 Day 4: The pump failed.|0',
    'section TK/||0',
    'section 2/|The council sat until dawn.|0',
    'heading |✏️ Notables.|0',
    '  ordered |A notable|0',
  ]);
});

test('an item that Enter has just started shows no full stop', () => {
  assert.deepEqual(lines(outline(parseEntry('1/ **A**. B.\n\nTK/ ****. \n\n* ****. \n'))), [
    'section 1/|A|0',
    'section TK/||0',
    '  bullet ||0',
  ]);
});

test('each line of the outline is inside its item, and each item inside its parent', () => {
  const check = (nodes: readonly OutlineNode[], from: number, to: number) => {
    for (const node of nodes) {
      assert.ok(from <= node.from && node.from <= node.line.from && node.line.to <= node.to && node.to <= to);
      check(node.children, node.from, node.to);
    }
  };
  check(outline(parseEntry(ENTRY)), 0, ENTRY.length);
});

test('front matter, sections with bullets and headings fold up to their last line', () => {
  const text = '---\ntitle: Day 1\n---\n\n1/ A\n\n* b\n\n* c\n\n2/ D\n\n### Notables.\n\n1. e\n\n*Bye.*';
  assert.equal(
    markRanges(text, foldingRanges(parseEntry(text))),
    '⟦---\ntitle: Day 1\n---⟧\n\n⟦1/ A\n\n* b\n\n* c⟧\n\n2/ D\n\n⟦### Notables.\n\n1. e⟧\n\n*Bye.*',
  );
});

test('a selection expands from the outlet to its citation, the group, the content, the item and its bullets', () => {
  const { text, cursor = 0 } = readMarks(
    '1/ **A**. B. ([He‸rald](https://h.example/a) / [K](https://k.example/b))\n\n* c\n\n2/ D',
  );
  assert.deepEqual(
    selectionRanges(parseEntry(text), cursor).map(({ from, to }) => text.slice(from, to)),
    [
      'Herald',
      '[Herald](https://h.example/a)',
      '[Herald](https://h.example/a) / [K](https://k.example/b)',
      '([Herald](https://h.example/a) / [K](https://k.example/b))',
      '**A**. B. ([Herald](https://h.example/a) / [K](https://k.example/b))',
      '1/ **A**. B. ([Herald](https://h.example/a) / [K](https://k.example/b))',
      '1/ **A**. B. ([Herald](https://h.example/a) / [K](https://k.example/b))\n\n* c',
      text,
    ],
  );
});

test('a selection expands by the parts of a headline and of front matter', () => {
  const grown = (marked: string) => {
    const { text, cursor = 0 } = readMarks(marked);
    return selectionRanges(parseEntry(text), cursor).map(({ from, to }) => text.slice(from, to));
  };
  assert.deepEqual(grown('1/ **A ‸b**. C. ([D](https://d.example/1))').slice(0, 3), ['A b', '**A b**', '**A b**. C. ']);
  assert.deepEqual(grown('---\ntitle: Da‸y 1\n---\n\n1/ A'), [
    'Day 1',
    'title: Day 1',
    '---\ntitle: Day 1\n---\n',
    '---\ntitle: Day 1\n---\n\n1/ A',
  ]);
});

test('workspace symbols find days and headlines, the newest first', () => {
  const entry = (number: number, headline: string) =>
    parseEntry(`---\ntitle: Day ${number}\n---\n\n1/ **${headline}**. Text.`);
  const entries = new Map([
    ['_posts/2031-01-30-day-11.markdown', entry(11, 'The mayor resigned')],
    ['_posts/2031-02-01-day-13.markdown', entry(13, 'A new Mayor was sworn in')],
    ['_posts/2031-02-02-day-112.markdown', entry(112, 'It rained')],
  ]);
  const source = {
    days: () => Array.from(entries, ([path, { text, frontMatter }]) => readDay({ text, frontMatter }, path, false)),
    summary: (path: string) => {
      const found = entries.get(path);
      return found && summarize(found);
    },
  };
  const found = (query: string) =>
    workspaceSymbols(source, query).map(({ name, container }) => `${name} (${container})`);
  assert.deepEqual(found('mayor'), [
    'A new Mayor was sworn in (Day 13 · 2031-02-01)',
    'The mayor resigned (Day 11 · 2031-01-30)',
  ]);
  assert.deepEqual(found('resigned the'), ['The mayor resigned (Day 11 · 2031-01-30)']);
  assert.deepEqual(found('Day 11'), ['Day 112 (2031-02-02)', 'Day 11 (2031-01-30)']);
  assert.deepEqual(found(''), []);
  assert.equal(workspaceSymbols(source, 'day', 2).length, 2);
});
