import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import type { Problem, RuleContext } from '../../../src/core/lint/rule.ts';
import { readiness } from '../../../src/core/reports/readiness.ts';
import { applyEdits } from '../../../src/core/text/text.ts';
import { assertLinear, repeatToSize } from '../../support/assertLinear.ts';
import { markRanges, readMarks } from '../../support/markedText.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const HEAD = '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n';
const DONE = '1/ **The mayor resigned**. She left. ([Herald](https://herald.example/a))\n';

test('errors and warnings of the published entry have to be solved, hints and infos do not', () => {
  const marked = `${HEAD}⟦TK/⟧ **The mayor resigned**. She left at ⟦TK⟧. ([Herald](https://herald.example/a))

2/ **The ferry sank**. It was ⟦old.⟧

⟦4/⟧ ⟦The council met.⟧ ([Herald](https://herald.example/c?utm_source=x))

*The levy election is in ⟦30⟧ days.*
`;
  const { text } = readMarks(marked);
  const left = leftIn(text);
  assert.equal(markRanges(text, left), marked);
  assert.deepEqual(
    left.map(({ rule, severity }) => `${rule} ${severity}`),
    [
      'placeholder error',
      'placeholder error',
      'citation-missing error',
      'section-number warning',
      'headline-missing warning',
      'countdown warning',
    ],
  );
});

test('a finished entry has no problems, in any folder', () => {
  assert.deepEqual(leftIn(HEAD + DONE), []);
  assert.deepEqual(leftIn(HEAD + DONE, ruleContext('published')), []);
});

test('a draft prepared the evening before may have tomorrow’s number, a published entry not', () => {
  const text = (HEAD + DONE).replace('Day 12', 'Day 13');
  assert.deepEqual(leftIn(text), []);
  assert.deepEqual(rulesIn(leftIn(text, ruleContext('published'))), ['day-number']);
  assert.deepEqual(rulesIn(leftIn(text.replace('Day 13', 'Day 14'))), ['day-number']);
});

test('settings override default severities', () => {
  const text = `${HEAD}2/ **The ferry sank**. It was old.\n`;
  assert.deepEqual(rulesIn(leftIn(text)), ['section-number', 'citation-missing']);
  const quiet = readiness(parseEntry(text), ruleContext('draft'), {
    'section-number': 'off',
    'citation-missing': 'info',
  });
  assert.deepEqual(quiet, []);
});

test('values that can be composed are suggested', () => {
  const text = `---
title: Day 12
date: 2031-01-31 09:30:00 -08:00
description: TK.
---

TK/ **The mayor resigned**. "There's no time," she said. ([Herald](https://herald.example/a))
`;
  const required: RuleContext = { ...ruleContext('draft'), requiredKeys: () => ['todayInOneSentence'] };
  const offered = leftIn(text, required).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ title, edits }) => [title, changedLine(text, applyEdits(text, edits))]),
  );
  assert.deepEqual(offered, [
    ['Write "Today in one sentence"', 'todayInOneSentence: The mayor resigned.'],
    [`Use "There's no time." as the description`, `description: '"There''s no time."'`],
    [
      'Number the sections',
      `1/ **The mayor resigned**. "There's no time," she said. ([Herald](https://herald.example/a))`,
    ],
  ]);
});

test('an entry is not ready without an item that has text', () => {
  for (const body of ['', 'hello\n', 'hello\n\nA second paragraph.\n', '## Notables\n', '* \n', '<!-- TK -->\n']) {
    const messages = leftIn(HEAD + body).map(({ message }) => message);
    assert.ok(messages.includes('The entry has no item with text yet.'), body);
    assert.ok(
      leftIn(body).some(({ severity }) => severity === 'error'),
      body,
    );
  }
  assert.deepEqual(rulesIn(leftIn(`${HEAD}hello\n`)), ['section-empty']);
  assert.deepEqual(leftIn(`${HEAD}## News\n\nThe mayor resigned at noon.\n`, ruleContext('published')), []);
});

test('an image whose file does not exist is a warning, and one without a name a placeholder', () => {
  const hasFile = (path: string): boolean => path === 'uploads/a b.jpg';
  const context: RuleContext = { ...ruleContext('draft'), hasFile };
  const withImages = (front: string, body: string): string =>
    `${HEAD.replace('\n---\n\n', `\nimage: ${front}\n---\n\n`)}${DONE}\n${body}\n`;
  const marked = withImages(
    '"⟦/uploads/c.jpg⟧"',
    '![A hill](⟦/uploads/hill.jpg⟧ "A hill") and ![A](/uploads/a%20b.jpg)',
  );
  const { text } = readMarks(marked);
  assert.equal(markRanges(text, leftIn(text, context)), marked);
  assert.deepEqual(
    leftIn(text, context).map(({ severity, message }) => `${severity}: ${message}`),
    ['warning: Image not found: /uploads/c.jpg', 'warning: Image not found: /uploads/hill.jpg'],
  );
  assert.deepEqual(leftIn(text), []);
  const elsewhere = withImages(
    'https://cdn.example/c.jpg',
    '![A]({{ site.url }}/c.jpg) ![B](c.jpg) ![C](//d.example/c.jpg)',
  );
  assert.deepEqual(leftIn(elsewhere, context), []);

  const unfinished = withImages('"⟦/uploads/⟧"', '![A hill](⟦/uploads/⟧)');
  const unfinishedText = readMarks(unfinished).text;
  assert.equal(markRanges(unfinishedText, leftIn(unfinishedText, context)), unfinished);
  assert.deepEqual(rulesIn(leftIn(unfinishedText)), ['placeholder', 'placeholder']);
});

test('numbering all sections is suggested once', () => {
  const text = `${HEAD}TK/ **A**. B. ([C](https://c.example/1))\n\nTK/ **D**. E. ([F](https://f.example/1))\n`;
  const suggestions = leftIn(text).flatMap((problem) => problem.suggestions ?? []);
  assert.deepEqual(
    suggestions.map(({ title }) => title),
    ['Number the sections'],
  );
});

test('time grows linearly with the number of placeholders', () => {
  for (const [before, unit] of [
    ['', 'TK/ **A**. B. ([C](https://c.example/1))\n\n'],
    ['---\n', 'description: TK\n'],
    ['', 'TK/ \n\n'],
  ] as const) {
    assertLinear((size) => {
      const entry = parseEntry(repeatToSize(unit, size, before));
      return () => readiness(entry, ruleContext('draft'));
    });
  }
});

function leftIn(text: string, known = ruleContext('draft')): Problem[] {
  return readiness(parseEntry(text), known);
}

function rulesIn(problems: readonly Problem[]): string[] {
  return problems.map(({ rule }) => rule);
}

/** The first line that is not in the old text. */
function changedLine(before: string, after: string): string | undefined {
  const lines = new Set(before.split('\n'));
  return after.split('\n').find((line) => !lines.has(line));
}
