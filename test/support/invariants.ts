import assert from 'node:assert/strict';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint, type Severities } from '../../src/core/lint/lint.ts';
import type { Fix, Problem, RuleContext } from '../../src/core/lint/rule.ts';
import { applyEdits, type Edit, type Span } from '../../src/core/text/text.ts';
import { type Node, treeOf } from './tree.ts';

/** Every span of the entry lies in its text; they nest, and neither cross nor stand out of order. */
export function checkSpans(entry: Entry): void {
  checkInside(treeOf(entry), { from: 0, to: entry.text.length }, '');
}

function checkInside(nodes: readonly Node[], { from, to }: Span, path: string): void {
  let at = from;
  for (const node of nodes) {
    const here = `${path}/${node.name}`;
    assert.ok(
      at <= node.from && node.from <= node.to && node.to <= to,
      `${here} ${node.from}–${node.to} in ${at}–${to}`,
    );
    checkInside(node.children, node, here);
    at = node.to;
  }
}

/** Every problem stands on something, and no edit of a fix leaves the text, overlaps another or changes nothing. */
export function checkProblems(text: string, problems: readonly Problem[]): void {
  for (const { rule, from, to, fix, suggestions = [] } of problems) {
    assert.ok(0 <= from && from <= to && to <= text.length, `${rule} ${from}–${to}`);
    assert.ok(from < to || text === '', `${rule} stands on nothing`);
    for (const { title, edits } of [fix, ...suggestions].filter((each): each is Fix => each !== undefined)) {
      checkEdits(text, edits, `${rule}: ${title}`);
      assert.notEqual(applyEdits(text, edits), text, `${rule}: ${title}: changes nothing`);
    }
  }
}

/** Edits that can all be made: none leaves the text or overlaps another. */
export function checkEdits(text: string, edits: readonly Edit[], what: string): void {
  let at = 0;
  for (const { from, to } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    assert.ok(at <= from && from <= to && to <= text.length, `${what}: ${from}–${to} behind ${at}`);
    at = to;
  }
}

/** Fixing ends with nothing left to fix, its edits make what it gives, and a second time changes nothing. */
export function checkFixing(text: string, surroundings: RuleContext, severities: Severities = {}): void {
  const before = lint(parseEntry(text), surroundings, severities);
  const fixed = fixAll(text, surroundings, severities);
  checkEdits(text, fixed.edits, 'all fixes');
  assert.equal(applyEdits(text, fixed.edits), fixed.text);
  assert.deepEqual(
    fixed.problems.filter(({ fix }) => fix).map(({ rule, message }) => `${rule}: ${message}`),
    [],
    'something fixable is left',
  );
  assert.equal(fixAll(fixed.text, surroundings, severities).text, fixed.text, 'a second time changes something');
  if (before.every(({ fix }) => !fix)) assert.equal(fixed.text, text, 'nothing is fixable, but something changed');
}

/** All of it: the text parses, and what is found in it and done about it keeps to the rules. */
export function checkInvariants(text: string, surroundings: RuleContext, severities: Severities = {}): void {
  const entry = parseEntry(text);
  checkSpans(entry);
  checkProblems(text, lint(entry, surroundings, severities));
  checkFixing(text, surroundings, severities);
}
