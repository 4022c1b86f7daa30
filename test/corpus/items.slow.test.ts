import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Selection } from '../../src/core/compose/items/change.ts';
import { bulletToSection, sectionToBullet } from '../../src/core/compose/items/convertItem.ts';
import { mergeItems } from '../../src/core/compose/items/mergeItems.ts';
import { moveItem } from '../../src/core/compose/items/moveItem.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import { sendToNotables } from '../../src/core/compose/items/sendToNotables.ts';
import { splitItem } from '../../src/core/compose/items/splitItem.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { allItems, type Item, touchedItems } from '../../src/core/entry/items.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { pageKeyOf } from '../../src/core/urls/url.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

/** Only every 23rd item is tested, starting with a different one in each entry: about two thousand in all. */
const ITEM_STEP = 23;

/**
 * The entries with their sections numbered from 1 without gaps, as the commands number them. Otherwise the opposite command could not
 * restore wrong numbers that a command has fixed.
 */
function numberedSamples(): readonly Sample[] {
  samples ??= corpusEntries().map(({ path, text }, turn) => {
    const entry = parseEntry(applyEdits(text, numberSections(parseEntry(text))));
    return { path, entry, items: allItems(entry).filter((_, index) => index % ITEM_STEP === turn % ITEM_STEP) };
  });
  return samples;
}

interface Sample {
  readonly path: string;
  readonly entry: Entry;
  readonly items: readonly Item[];
}

let samples: readonly Sample[] | undefined;

/** Asserts that two texts are equal. On failure, shows only the text around the first difference. */
function checkEqual(actual: string, expected: string, path: string): void {
  if (actual === expected) return;
  let from = 0;
  while (actual[from] === expected[from]) from++;
  assert.equal(actual.slice(from - 30, from + 60), expected.slice(from - 30, from + 60), path);
}

const cursorAt = (offset: number): Selection[] => [{ anchor: offset, active: offset }];

function apply({ text }: Entry, { edits }: Change): Entry {
  let end = 0;
  for (const { from, to } of edits) {
    assert.ok(end <= from && from <= to && to <= text.length);
    end = to;
  }
  return parseEntry(applyEdits(text, edits));
}

/** The content of all items with their citations, sorted and without labels. No move may change it. */
function contents({ text, blocks }: Entry): string {
  const all = blocks.map(({ content }) => text.slice(content.from, content.to).replace(/^~~\d+/, '~~'));
  return all.sort().join('\n');
}

function addresses({ text, blocks }: Entry): string[] {
  return blocks.flatMap(({ links }) => links.map(({ address }) => text.slice(address.from, address.to))).sort();
}

function isNumbered(entry: Entry): boolean {
  return numberSections(entry).length === 0;
}

function count(counts: Map<string, number>, outcome: string): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}

test('the opposite move reverts a move; items stay whole and sections in order', {
  skip: noCorpus,
}, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, items } of numberedSamples()) {
    for (const { head } of items) {
      for (const [there, back] of [
        ['down', 'up'],
        ['up', 'down'],
      ] as const) {
        const moved = moveItem(entry, cursorAt(head.content.from), there);
        count(counts, moved.ok ? 'moved' : 'at the edge');
        if (!moved.ok) continue;
        const after = apply(entry, moved);
        assert.ok(isNumbered(after), path);
        checkEqual(contents(after), contents(entry), path);
        const returned = moveItem(after, moved.selections, back);
        if (!returned.ok) assert.fail(`${path}: ${returned.message}`);
        checkEqual(applyEdits(after.text, returned.edits), entry.text, path);
        assert.deepEqual(returned.selections, cursorAt(head.content.from), path);
      }
    }
  }
  t.diagnostic([...counts].map(([outcome, times]) => `${outcome}: ${times}`).join(', '));
  assert.ok((counts.get('moved') ?? 0) > 1500);
});

test('merging reverts a split, and no split loses a citation', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, items } of numberedSamples()) {
    for (const item of items) {
      for (const cursor of sentenceEnds(entry.text, item)) {
        const split = splitItem(entry, cursorAt(cursor));
        const [active = 0] = split.ok ? split.selections.map((selection) => selection.active) : [];
        const after = split.ok && apply(entry, split);
        // Splitting after a group in the middle of an item cannot be reverted: merging would join the two groups.
        const isPlain = after && !/\)\s*$/.test(after.text.slice(item.head.from, active).replace(/\S+ $/, ''));
        // Neither can splitting at two spaces or a no-break space: merging inserts a single space.
        const isNonstandardSpace =
          split.ok &&
          split.edits.some(({ from, to, text }) => text.includes('\n') && entry.text.slice(from, to) !== ' ');
        count(
          counts,
          after
            ? isNonstandardSpace
              ? 'split at nonstandard space'
              : isPlain
                ? 'split'
                : 'split after a group'
            : 'not split',
        );
        if (!after || !isPlain || isNonstandardSpace) continue;
        assert.ok(isNumbered(after), path);
        assert.deepEqual(addresses(after), addresses(entry), path);
        assert.equal(allItems(after).length, allItems(entry).length + 1, path);
        const merged = mergeItems(after, cursorAt(item.head.content.from));
        if (!merged.ok) assert.fail(`${path}: ${merged.message}`);
        checkEqual(applyEdits(after.text, merged.edits), entry.text, path);
      }
    }
  }
  t.diagnostic([...counts].map(([outcome, times]) => `${outcome}: ${times}`).join(', '));
  assert.ok((counts.get('split') ?? 0) > 1500);
});

test('merging loses no address and no word and keeps the sections in order', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, items } of numberedSamples()) {
    for (const { head } of items) {
      const merged = mergeItems(entry, cursorAt(head.content.from));
      count(counts, merged.ok ? 'merged' : merged.message);
      if (!merged.ok) continue;
      const after = apply(entry, merged);
      assert.ok(isNumbered(after), path);
      assert.equal(allItems(after).length, allItems(entry).length - 1, path);
      const pages = new Set(addresses(after).map(pageOrAddress));
      for (const address of addresses(entry)) assert.ok(pages.has(pageOrAddress(address)), `${path}: ${address}`);
      assert.deepEqual(words(after), words(entry), path);
    }
  }
  t.diagnostic([...counts].map(([outcome, times]) => `${outcome}: ${times}`).join(', '));
  assert.ok((counts.get('merged') ?? 0) > 500);
});

test('converting a section or bullet and converting it back restores it', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, items } of numberedSamples()) {
    for (const item of items) {
      const isBullet = item.kind === 'bullet';
      const there = (isBullet ? bulletToSection : sectionToBullet)(entry, cursorAt(item.head.content.from));
      if (!there.ok) continue;
      const after = apply(entry, there);
      // Without other sections, the new one has no number yet.
      if (allItems(entry).some(({ kind }) => kind === 'section')) assert.ok(isNumbered(after), path);
      assert.deepEqual(addresses(after), addresses(entry), path);
      const back = (isBullet ? sectionToBullet : bulletToSection)(after, there.selections);
      const same = back.ok && applyEdits(after.text, back.edits) === entry.text;
      count(counts, same ? 'same' : 'in another list or with different space around it');
      if (same || !back.ok) continue;
      assert.equal(
        applyEdits(after.text, back.edits)
          .replace(/\s+/g, ' ')
          .replace(/ [*-] /g, ' * '),
        entry.text.replace(/\s+/g, ' ').replace(/ [*-] /g, ' * '),
        path,
      );
    }
  }
  t.diagnostic([...counts].map(([outcome, times]) => `${outcome}: ${times}`).join(', '));
  assert.ok((counts.get('same') ?? 0) > 500);
});

test('an item that is sent to the notables stays whole', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, items } of numberedSamples()) {
    for (const { head } of items) {
      const sent = sendToNotables(entry, cursorAt(head.content.from));
      count(counts, sent.ok ? 'sent' : sent.message);
      if (!sent.ok) continue;
      const after = apply(entry, sent);
      assert.ok(isNumbered(after), path);
      assert.deepEqual(addresses(after), addresses(entry), path);
      assert.equal(allItems(after).length, allItems(entry).length, path);
      const [{ active } = { active: 0 }] = sent.selections;
      assert.equal(touchedItems(after, { from: active, to: active })[0]?.kind.replace('bullet', 'ordered'), 'ordered');
    }
  }
  t.diagnostic([...counts].map(([outcome, times]) => `${outcome}: ${times}`).join(', '));
  assert.ok((counts.get('sent') ?? 0) > 500);
});

/** The ends of the first three sentences of an item, and the middle of its text. */
function sentenceEnds(text: string, { head: { content } }: Item): number[] {
  const ends = [...text.slice(content.from, content.to).matchAll(/[.!?]["”]? (?=[A-Z])/g)].slice(0, 3);
  return [...ends.map(({ 0: end, index }) => content.from + index + end.length - 1), (content.from + content.to) >> 1];
}

/** The page of an address. Merging keeps only the first of several addresses of a page. */
function pageOrAddress(address: string): string {
  return pageKeyOf(address) ?? address;
}

/** The words outside links and labels. */
function words({ text, blocks }: Entry): string[] {
  return blocks
    .flatMap(({ content, links }) => {
      let visible = '';
      let from = content.from;
      for (const link of links) {
        visible += text.slice(from, link.from);
        from = link.to;
      }
      return `${visible}${text.slice(from, content.to)}`.match(/[\p{L}\p{N}]+/gu) ?? [];
    })
    .sort();
}
