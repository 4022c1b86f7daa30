import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Selection } from '../../src/core/compose/items/change.ts';
import { bulletToSection, sectionToBullet } from '../../src/core/compose/items/itemKind.ts';
import { mergeItems } from '../../src/core/compose/items/mergeItems.ts';
import { moveItem } from '../../src/core/compose/items/moveItem.ts';
import { sendToNotables } from '../../src/core/compose/items/notables.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import { splitItem } from '../../src/core/compose/items/splitItem.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { allItems, type Item, touchedItems } from '../../src/core/entry/items.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { applyEdits } from '../../src/core/text/text.ts';
import { pageOf } from '../../src/core/urls/url.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';

/** Every so many items of an entry are looked at, others in each entry: two thousand of all there are. */
const EVERY = 23;

/**
 * The entries as the commands leave them, their sections numbered from 1 without a gap: the inverse of a move cannot bring
 * back a slip that the move has mended.
 */
function numbered(): readonly Sample[] {
  samples ??= corpusEntries().map(({ path, text }, turn) => {
    const read = parseEntry(text);
    const entry = parseEntry(applyEdits(text, numberSections(read)));
    return { path, entry, picked: allItems(entry).filter((_, index) => index % EVERY === turn % EVERY) };
  });
  return samples;
}

interface Sample {
  readonly path: string;
  readonly entry: Entry;
  readonly picked: readonly Item[];
}

let samples: readonly Sample[] | undefined;

/** Says where two texts part, rather than all of both. */
function checkSame(actual: string, expected: string, path: string): void {
  if (actual === expected) return;
  let from = 0;
  while (actual[from] === expected[from]) from++;
  assert.equal(actual.slice(from - 30, from + 60), expected.slice(from - 30, from + 60), path);
}

const at = (offset: number): Selection[] => [{ anchor: offset, active: offset }];

function apply({ text }: Entry, { edits }: Change): Entry {
  let end = 0;
  for (const { from, to } of edits) {
    assert.ok(end <= from && from <= to && to <= text.length);
    end = to;
  }
  return parseEntry(applyEdits(text, edits));
}

/** The stories with their citations, in no order and without labels: what no move may tear apart. */
function stories({ text, blocks }: Entry): string {
  const all = blocks.map(({ story }) => text.slice(story.from, story.to).replace(/^~~\d+/, '~~'));
  return all.sort().join('\n');
}

function addresses({ text, blocks }: Entry): string[] {
  return blocks.flatMap(({ links }) => links.map(({ address }) => text.slice(address.from, address.to))).sort();
}

function isNumbered(entry: Entry): boolean {
  return numberSections(entry).length === 0;
}

/** What a refusal says, to be counted. */
function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

test('every move is undone by the opposite one, keeps each item whole and the sections in order', {
  skip: noCorpus,
}, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, picked } of numbered()) {
    for (const { head } of picked) {
      for (const [there, back] of [
        ['down', 'up'],
        ['up', 'down'],
      ] as const) {
        const moved = moveItem(entry, at(head.story.from), there);
        count(counts, moved.ok ? 'moved' : 'at the edge');
        if (!moved.ok) continue;
        const after = apply(entry, moved);
        assert.ok(isNumbered(after), path);
        checkSame(stories(after), stories(entry), path);
        const returned = moveItem(after, moved.selections, back);
        if (!returned.ok) assert.fail(`${path}: ${returned.message}`);
        checkSame(applyEdits(after.text, returned.edits), entry.text, path);
        assert.deepEqual(returned.selections, at(head.story.from), path);
      }
    }
  }
  t.diagnostic([...counts].map(([what, times]) => `${what}: ${times}`).join(', '));
  assert.ok((counts.get('moved') ?? 0) > 1500);
});

test('every split is undone by merging, and keeps the group with the part it ends', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, picked } of numbered()) {
    for (const item of picked) {
      for (const cursor of sentenceEnds(entry.text, item)) {
        const split = splitItem(entry, at(cursor));
        const [active = 0] = split.ok ? split.selections.map((selection) => selection.active) : [];
        const after = split.ok && apply(entry, split);
        // A group in the middle of an item ends its first part: merging makes one group of two, and that is no way back.
        const isPlain = after && !/\)\s*$/.test(after.text.slice(item.head.from, active).replace(/\S+ $/, ''));
        // Two spaces, or one that does not break: merging puts a plain one there.
        const isWide =
          split.ok &&
          split.edits.some(({ from, to, text }) => text.includes('\n') && entry.text.slice(from, to) !== ' ');
        count(
          counts,
          after ? (isWide ? 'split at other space than one' : isPlain ? 'split' : 'split behind a group') : 'not split',
        );
        if (!after || !isPlain || isWide) continue;
        assert.ok(isNumbered(after), path);
        assert.deepEqual(addresses(after), addresses(entry), path);
        assert.equal(allItems(after).length, allItems(entry).length + 1, path);
        const merged = mergeItems(after, at(item.head.story.from));
        if (!merged.ok) assert.fail(`${path}: ${merged.message}`);
        checkSame(applyEdits(after.text, merged.edits), entry.text, path);
      }
    }
  }
  t.diagnostic([...counts].map(([what, times]) => `${what}: ${times}`).join(', '));
  assert.ok((counts.get('split') ?? 0) > 1500);
});

test('merging loses no address and no word, and leaves the sections in order', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, picked } of numbered()) {
    for (const { head } of picked) {
      const merged = mergeItems(entry, at(head.story.from));
      count(counts, merged.ok ? 'merged' : merged.message);
      if (!merged.ok) continue;
      const after = apply(entry, merged);
      assert.ok(isNumbered(after), path);
      assert.equal(allItems(after).length, allItems(entry).length - 1, path);
      const known = new Set(addresses(after).map(bare));
      for (const address of addresses(entry)) assert.ok(known.has(bare(address)), `${path}: ${address}`);
      assert.deepEqual(words(after), words(entry), path);
    }
  }
  t.diagnostic([...counts].map(([what, times]) => `${what}: ${times}`).join(', '));
  assert.ok((counts.get('merged') ?? 0) > 500);
});

test('a section or bullet that is turned and turned back is the same', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, picked } of numbered()) {
    for (const item of picked) {
      const isBullet = item.kind === 'bullet';
      const there = (isBullet ? bulletToSection : sectionToBullet)(entry, at(item.head.story.from));
      if (!there.ok) continue;
      const after = apply(entry, there);
      // Where there are no sections, the first gets its number later.
      if (allItems(entry).some(({ kind }) => kind === 'section')) assert.ok(isNumbered(after), path);
      assert.deepEqual(addresses(after), addresses(entry), path);
      const back = (isBullet ? sectionToBullet : bulletToSection)(after, there.selections);
      const same = back.ok && applyEdits(after.text, back.edits) === entry.text;
      count(counts, same ? 'same' : 'in another list, or with other space around it');
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
  t.diagnostic([...counts].map(([what, times]) => `${what}: ${times}`).join(', '));
  assert.ok((counts.get('same') ?? 0) > 500);
});

test('what is sent to the notables arrives there whole', { skip: noCorpus }, (t) => {
  const counts = new Map<string, number>();
  for (const { path, entry, picked } of numbered()) {
    for (const { head } of picked) {
      const sent = sendToNotables(entry, at(head.story.from));
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
  t.diagnostic([...counts].map(([what, times]) => `${what}: ${times}`).join(', '));
  assert.ok((counts.get('sent') ?? 0) > 500);
});

/** Up to three places behind a sentence of an item, and one in the middle of its text. */
function sentenceEnds(text: string, { head: { story } }: Item): number[] {
  const ends = [...text.slice(story.from, story.to).matchAll(/[.!?]["”]? (?=[A-Z])/g)].slice(0, 3);
  return [...ends.map(({ 0: end, index }) => story.from + index + end.length - 1), (story.from + story.to) >> 1];
}

/** An address by its page: of two of one page, merging keeps the first. */
function bare(address: string): string {
  return pageOf(address) ?? address;
}

/** The words outside of links and labels. */
function words({ text, blocks }: Entry): string[] {
  return blocks
    .flatMap(({ story, links }) => {
      let shown = '';
      let from = story.from;
      for (const link of links) {
        shown += text.slice(from, link.from);
        from = link.to;
      }
      return `${shown}${text.slice(from, story.to)}`.match(/[\p{L}\p{N}]+/gu) ?? [];
    })
    .sort();
}
