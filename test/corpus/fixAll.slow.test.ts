import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, Link } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import { compatibleFixes, fixAll } from '../../src/core/lint/fix.ts';
import { lint } from '../../src/core/lint/lint.ts';
import type { Problem } from '../../src/core/lint/rule.ts';
import { newsroomOf, ruleContextOf } from '../../src/core/newsroom/newsroom.ts';
import { createBlockRenderer, renderBlocks } from '../../src/core/render/body.ts';
import { applyEdits, type Edit, type Span, touches } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkEdits } from '../support/invariants.ts';
import { everyRule } from '../support/ruleContext.ts';

// Every certain fix of every rule, those that a newsroom has to ask for included, over the whole archive.

const options = { skip: noCorpus };
const read = (noCorpus ? [] : corpusEntries()).map(({ path, text }) => ({ path, text, entry: parseEntry(text) }));
const days = read.map(({ path, entry }) => readDay(entry, path, false));
const newsroom = newsroomOf(days, { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
const around = (path: string) => ruleContextOf(newsroom, path, 'published');
const entries = read
  .map((one) => ({ ...one, problems: lint(one.entry, around(one.path), everyRule) }))
  .filter(({ problems }) => problems.some(({ fix }) => fix))
  .map((one) => ({ ...one, fixed: fixAll(one.text, around(one.path), everyRule) }));

test('fixing all comes to an end, and a second time changes nothing', options, (context) => {
  for (const { path, text, fixed } of entries) {
    assert.deepEqual(fixed.problems.filter(({ fix }) => fix).map(named(fixed.text)), [], `${path}: left`);
    assert.equal(applyEdits(text, fixed.edits), fixed.text, path);
    assert.equal(fixAll(fixed.text, around(path), everyRule).text, fixed.text, path);
  }
  context.diagnostic(`${entries.reduce((sum, { fixed }) => sum + fixed.count, 0)} fixes in ${entries.length} entries`);
});

test('no edit of a pass overlaps another, and each pass leaves less to do', options, () => {
  for (const { path, text, problems, fixed } of entries) {
    let made = text;
    for (let fixes = compatibleFixes(problems); fixes.length > 0; ) {
      const edits = fixes.flatMap(editsOf);
      checkEdits(made, edits, path);
      made = applyEdits(made, edits);
      const next = compatibleFixes(lint(parseEntry(made), around(path), everyRule));
      assert.ok(next.length < fixes.length, `${path}: ${next.map(named(made)).join('; ')}`);
      fixes = next;
    }
    assert.equal(made, fixed.text, path);
  }
});

test('what has no fix in it is shown as before, byte for byte', options, () => {
  for (const { path, text, entry, fixed } of entries) {
    const start = entry.body.from;
    const startAfter = moved(start, fixed.edits);
    const now = new Map(renderBlocks(fixed.text.slice(startAfter)).map((block) => [block.from + startAfter, block]));
    for (const { from, to, html } of renderBlocks(text.slice(start))) {
      const block = { from: from + start, to: to + start };
      if (from === to || fixed.edits.some((edit) => touches(edit, block))) continue;
      assert.equal(now.get(moved(block.from, fixed.edits))?.html, html, `${path}: ${text.slice(block.from, block.to)}`);
    }
  }
});

test('a fix alone changes only words, signs and addresses of the page that stand at its fault', options, () => {
  const wrong: string[] = [];
  for (const { path, text, entry, problems } of entries) {
    const render = createBlockRenderer();
    const linesOf = (body: string) => render(body).flatMap(({ html }) => html.split('\n'));
    const page = linesOf(text.slice(entry.body.from));
    for (const problem of problems) {
      if (!problem.fix) continue;
      const fixed = applyEdits(text, editsOf(problem));
      const lines = linesOf(fixed.slice(moved(entry.body.from, editsOf(problem))));
      const [before = '', after = ''] = difference(page, lines, 0).map((changed) => changed.join('\n'));
      if (before === after) continue;
      const reach = reachOf(entry, problem);
      const sourceBefore = text.slice(reach.from, reach.to);
      const sourceAfter = fixed.slice(reach.from, moved(reach.to, editsOf(problem)));
      const [gone] = difference(shown(before, '|'), shown(after, '|'), 1);
      const [, come] = difference(shown(before, ''), shown(after, ''), 1);
      const [left, right] = difference(addresses(before), addresses(after), 0);
      const isInside =
        holds(sourceBefore, gone) && holds(sourceAfter, come) && holds(sourceBefore, left) && holds(sourceAfter, right);
      if (!isInside) wrong.push(`${path}:${named(text)(problem)}: “${gone.join('')}” => “${come.join('')}”`);
      assert.ok(asterisks(after) <= asterisks(before), `${path}:${named(text)(problem)}`);
    }
  }
  assert.deepEqual(wrong, []);
});

function editsOf({ fix }: Problem): readonly Edit[] {
  return fix?.edits ?? [];
}

const named =
  (text: string) =>
  ({ rule, from, to, message }: Problem): string =>
    `${text.slice(0, from).split('\n').length}: ${rule}: “${text.slice(from, to)}”: ${message}`;

/** Where an offset that no edit touches stands after them. */
function moved(at: number, edits: readonly Edit[]): number {
  return edits.reduce((offset, { from, to, text }) => (to <= at ? offset + text.length - (to - from) : offset), at);
}

/** The fault and what its fix touches, with a word on either side, and the whole of links that this cuts. */
function reachOf({ text, blocks }: Entry, problem: Problem): Span {
  const links = blocks.flatMap((block) => block.links);
  const spans: readonly Span[] = [problem, ...editsOf(problem)];
  const fault = withLinks(links, {
    from: Math.min(...spans.map((span) => span.from)),
    to: Math.max(...spans.map((span) => span.to)),
  });
  const before = /(?:[\p{L}\p{N}]+(?:<[^>]*>|[^\p{L}\p{N}])*)?$/u.exec(
    text.slice(Math.max(0, fault.from - 100), fault.from),
  );
  const behind = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+)?/u.exec(text.slice(fault.to, fault.to + 100));
  return withLinks(links, {
    from: fault.from - (before?.[0].length ?? 0),
    to: fault.to + (behind?.[0].length ?? 0),
  });
}

function withLinks(links: readonly Link[], { from, to }: Span): Span {
  const cut = links.filter((link) => link.from < to && from < link.to);
  return { from: Math.min(from, ...cut.map((link) => link.from)), to: Math.max(to, ...cut.map((link) => link.to)) };
}

/** Whether the words of the parts stand in the source, in this order. */
function holds(source: string, parts: readonly string[]): boolean {
  const letters = wordsIn(source).join('');
  let at = 0;
  for (const word of parts.flatMap(wordsIn)) {
    at = letters.indexOf(word, at);
    if (at < 0) return false;
    at += word.length;
  }
  return true;
}

/** Runs of letters and digits; an address may write a sign in several ways. */
function wordsIn(text: string): readonly string[] {
  return text.replace(/%[\da-f]{2}/gi, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Words, and what stands between two; links are parted by a sign or not at all. Asterisks that find a partner again may be
 * far from each other: they are counted.
 */
function shown(html: string, sign: string): readonly string[] {
  const text = html.replace(/<\/?a\b[^>]*>/g, sign).replace(/<[^>]*>|\*/g, '');
  return text.split(/([\p{L}\p{N}]+)/u);
}

function asterisks(html: string): number {
  return html.replace(/<[^>]*>/g, '').split('*').length - 1;
}

function addresses(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}

/** What stands between the beginning and the end that both have, with so many parts more on either side. */
function difference(
  before: readonly string[],
  after: readonly string[],
  more: number,
): readonly [gone: readonly string[], come: readonly string[]] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [[], []];
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const from = Math.max(0, start - more);
  const left = Math.max(0, end - more);
  return [before.slice(from, before.length - left), after.slice(from, after.length - left)];
}
