import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, Link } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import { fixAll, problemsToFix } from '../../src/core/lint/fix.ts';
import { lint } from '../../src/core/lint/lint.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { newsroomOf, ruleContextOf } from '../../src/core/newsroom/newsroom.ts';
import { createBlockRenderer, renderBlocks } from '../../src/core/render/renderBody.ts';
import { applyEdits, type Edit, type Span, touches } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkEdits } from '../support/invariants.ts';
import { everyRule } from '../support/ruleContext.ts';

// Applies the certain fixes of all rules, including those that are off by default, to the whole archive.

const options = { skip: noCorpus };
const parsed = (noCorpus ? [] : corpusEntries()).map(({ path, text }) => ({ path, text, entry: parseEntry(text) }));
const days = parsed.map(({ path, entry }) => readDay(entry, path, false));
const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
const contextOf = (path: string) => ruleContextOf(newsroom, path, 'published');
const entries = parsed
  .map((entry) => ({ ...entry, problems: lint(entry.entry, contextOf(entry.path), everyRule) }))
  .filter(({ problems }) => problems.some(({ fix }) => fix))
  .map((entry) => ({ ...entry, fixed: fixAll(entry.text, contextOf(entry.path), everyRule) }));

test('fix-all ends, and running it again changes nothing', options, (context) => {
  for (const { path, text, fixed } of entries) {
    assert.deepEqual(fixed.problems.filter(({ fix }) => fix).map(describeProblem(fixed.text)), [], `${path}: left`);
    assert.equal(applyEdits(text, fixed.edits), fixed.text, path);
    assert.equal(fixAll(fixed.text, contextOf(path), everyRule).text, fixed.text, path);
  }
  context.diagnostic(`${entries.reduce((sum, { fixed }) => sum + fixed.count, 0)} fixes in ${entries.length} entries`);
});

test('the edits of a pass do not overlap, and each pass leaves fewer fixes', options, () => {
  for (const { path, entry, problems, fixed } of entries) {
    let current = entry;
    for (let fixes = problemsToFix(entry, problems); fixes.length > 0; ) {
      const edits = fixes.flatMap(editsOf);
      checkEdits(current.text, edits, path);
      current = parseEntry(applyEdits(current.text, edits));
      const next = problemsToFix(current, lint(current, contextOf(path), everyRule));
      assert.ok(next.length < fixes.length, `${path}: ${next.map(describeProblem(current.text)).join('; ')}`);
      fixes = next;
    }
    assert.equal(current.text, fixed.text, path);
  }
});

test('blocks without a fix render the same, byte for byte', options, () => {
  for (const { path, text, entry, fixed } of entries) {
    const start = entry.body.from;
    const startAfter = shiftOffset(start, fixed.edits);
    const blocksAfter = new Map(
      renderBlocks(fixed.text.slice(startAfter)).map((block) => [block.from + startAfter, block]),
    );
    for (const { from, to, html } of renderBlocks(text.slice(start))) {
      const block = { from: from + start, to: to + start };
      if (from === to || fixed.edits.some((edit) => touches(edit, block))) continue;
      assert.equal(
        blocksAfter.get(shiftOffset(block.from, fixed.edits))?.html,
        html,
        `${path}: ${text.slice(block.from, block.to)}`,
      );
    }
  }
});

test('on the page, a single fix changes only text and addresses at its fault', options, () => {
  const wrong: string[] = [];
  for (const { path, text, entry, problems } of entries) {
    const render = createBlockRenderer();
    const linesOf = (body: string) => render(body).flatMap(({ html }) => html.split('\n'));
    const page = linesOf(text.slice(entry.body.from));
    for (const problem of problems) {
      if (!problem.fix) continue;
      const fixed = applyEdits(text, editsOf(problem));
      const lines = linesOf(fixed.slice(shiftOffset(entry.body.from, editsOf(problem))));
      const [before = '', after = ''] = difference(page, lines, 0).map((changed) => changed.join('\n'));
      if (before === after) continue;
      const affected = affectedSpan(entry, problem);
      const sourceBefore = text.slice(affected.from, affected.to);
      const sourceAfter = fixed.slice(affected.from, shiftOffset(affected.to, editsOf(problem)));
      const [removed] = difference(visibleParts(before, '|'), visibleParts(after, '|'), 1);
      const [, added] = difference(visibleParts(before, ''), visibleParts(after, ''), 1);
      const [removedAddresses, addedAddresses] = difference(addresses(before), addresses(after), 0);
      const isInside =
        containsWords(sourceBefore, removed) &&
        containsWords(sourceAfter, added) &&
        containsWords(sourceBefore, removedAddresses) &&
        containsWords(sourceAfter, addedAddresses);
      if (!isInside)
        wrong.push(`${path}:${describeProblem(text)(problem)}: “${removed.join('')}” => “${added.join('')}”`);
      assert.ok(countAsterisks(after) <= countAsterisks(before), `${path}:${describeProblem(text)(problem)}`);
    }
  }
  assert.deepEqual(wrong, []);
});

function editsOf({ fix }: Problem): readonly Edit[] {
  return fix?.edits ?? [];
}

const describeProblem =
  (text: string) =>
  ({ rule, from, to, message }: Problem): string =>
    `${text.slice(0, from).split('\n').length}: ${rule}: “${text.slice(from, to)}”: ${message}`;

/** Maps an offset that no edit touches to the text after the edits. */
function shiftOffset(offset: number, edits: readonly Edit[]): number {
  return edits.reduce((sum, { from, to, text }) => (to <= offset ? sum + text.length - (to - from) : sum), offset);
}

/** The span of a fault and its fix, extended by a word on either side and to the whole of the links that it overlaps. */
function affectedSpan({ text, blocks }: Entry, problem: Problem): Span {
  const links = blocks.flatMap((block) => block.links);
  const spans: readonly Span[] = [problem, ...editsOf(problem)];
  const fault = withLinks(links, {
    from: Math.min(...spans.map((span) => span.from)),
    to: Math.max(...spans.map((span) => span.to)),
  });
  const before = /(?:[\p{L}\p{N}]+(?:<[^>]*>|[^\p{L}\p{N}])*)?$/u.exec(
    text.slice(Math.max(0, fault.from - 100), fault.from),
  );
  const after = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+)?/u.exec(text.slice(fault.to, fault.to + 100));
  return withLinks(links, {
    from: fault.from - (before?.[0].length ?? 0),
    to: fault.to + (after?.[0].length ?? 0),
  });
}

/** Extends a span to the whole of the links that it overlaps. */
function withLinks(links: readonly Link[], { from, to }: Span): Span {
  const overlapping = links.filter((link) => link.from < to && from < link.to);
  return {
    from: Math.min(from, ...overlapping.map((link) => link.from)),
    to: Math.max(to, ...overlapping.map((link) => link.to)),
  };
}

/** Whether the source contains the words of the parts in this order. */
function containsWords(source: string, parts: readonly string[]): boolean {
  const letters = wordsIn(source).join('');
  let offset = 0;
  for (const word of parts.flatMap(wordsIn)) {
    offset = letters.indexOf(word, offset);
    if (offset < 0) return false;
    offset += word.length;
  }
  return true;
}

/** Runs of letters and digits, without percent-encoded characters: addresses may encode a character or not. */
function wordsIn(text: string): readonly string[] {
  return text.replace(/%[\da-f]{2}/gi, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Splits the visible text into words and the text between them. Each link tag becomes the separator. Leaves out asterisks, which are
 * counted instead: those that form a pair again may be far from each other.
 */
function visibleParts(html: string, linkSeparator: string): readonly string[] {
  const text = html.replace(/<\/?a\b[^>]*>/g, linkSeparator).replace(/<[^>]*>|\*/g, '');
  return text.split(/([\p{L}\p{N}]+)/u);
}

function countAsterisks(html: string): number {
  return html.replace(/<[^>]*>/g, '').split('*').length - 1;
}

function addresses(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}

/** The parts between the common beginning and the common end of two lists, extended by some parts on either side. */
function difference(
  before: readonly string[],
  after: readonly string[],
  extra: number,
): readonly [removed: readonly string[], added: readonly string[]] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [[], []];
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const from = Math.max(0, start - extra);
  const kept = Math.max(0, end - extra);
  return [before.slice(from, before.length - kept), after.slice(from, after.length - kept)];
}
