import assert from 'node:assert/strict';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint, type Severities } from '../../src/core/lint/lint.ts';
import type { Fix, Problem, RuleContext } from '../../src/core/lint/rule.ts';
import { applyEdits, type Edit, type Span } from '../../src/core/text/text.ts';
import { type Node, treeOf } from './checkTree.ts';

/** Every span of the entry must lie within the text; spans must nest, be in order, and not cross. */
export function checkSpans(entry: Entry): void {
  checkInside(treeOf(entry), { from: 0, to: entry.text.length }, '');
}

function checkInside(nodes: readonly Node[], { from, to }: Span, path: string): void {
  let at = from;
  for (const node of nodes) {
    const nodePath = `${path}/${node.name}`;
    assert.ok(
      at <= node.from && node.from <= node.to && node.to <= to,
      `${nodePath} ${node.from}–${node.to} in ${at}–${to}`,
    );
    checkInside(node.children, node, nodePath);
    at = node.to;
  }
}

/** Every problem must have a range; the edits of its fixes must lie within the text, not overlap, and change something. */
export function checkProblems(text: string, problems: readonly Problem[]): void {
  for (const { rule, from, to, fix, suggestions = [] } of problems) {
    assert.ok(0 <= from && from <= to && to <= text.length, `${rule} ${from}–${to}`);
    assert.ok(from < to || text === '', `${rule} has an empty range`);
    for (const { title, edits } of [fix, ...suggestions].filter((each): each is Fix => each !== undefined)) {
      checkEdits(text, edits, `${rule}: ${title}`);
      assert.notEqual(applyEdits(text, edits), text, `${rule}: ${title}: changes nothing`);
    }
  }
}

/** The edits must lie within the text and not overlap. */
export function checkEdits(text: string, edits: readonly Edit[], description: string): void {
  let at = 0;
  for (const { from, to } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    assert.ok(at <= from && from <= to && to <= text.length, `${description}: ${from}–${to} after ${at}`);
    at = to;
  }
}

/** Fix-all must leave nothing to fix, return edits that yield its text, and change nothing when run again. */
export function checkFixing(text: string, context: RuleContext, severities: Severities = {}): void {
  const problems = lint(parseEntry(text), context, severities);
  const fixed = fixAll(text, context, severities);
  checkEdits(text, fixed.edits, 'all fixes');
  assert.equal(applyEdits(text, fixed.edits), fixed.text);
  assert.deepEqual(
    fixed.problems.filter(({ fix }) => fix).map(({ rule, message }) => `${rule}: ${message}`),
    [],
    'fixable problems remain',
  );
  assert.equal(fixAll(fixed.text, context, severities).text, fixed.text, 'a second run changes something');
  if (problems.every(({ fix }) => !fix)) assert.equal(fixed.text, text, 'nothing is fixable, but something changed');
}

/** Checks all of the above: the spans, the problems and the fixes of a text. */
export function checkInvariants(text: string, context: RuleContext, severities: Severities = {}): void {
  const entry = parseEntry(text);
  checkSpans(entry);
  checkProblems(text, lint(entry, context, severities));
  checkFixing(text, context, severities);
}
