import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArchiveIndex, openArchiveIndex } from '../../../src/core/archive/archiveIndex.ts';
import { decodeIndex, encodeIndex } from '../../../src/core/archive/indexCodec.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

const PURPOSE = 'a newsroom';

test('a decoded index equals the encoded one', () => {
  const index = sample();
  const decoded = decode(encode(index));
  assert.ok(decoded);
  assert.deepEqual(decoded.days(), index.days());
  for (const path of index.paths()) {
    assert.deepEqual(decoded.summary(path), index.summary(path));
    assert.deepEqual(decoded.indexedEntry(path)?.stamp, index.indexedEntry(path)?.stamp);
  }
  assert.deepEqual(decoded.tags(), index.tags());
  assert.equal(decoded.citationLookup.daysCiting('https://herald.example/150').length, 1);
  assert.deepEqual(decoded.outlets().forHost('herald.example'), index.outlets().forHost('herald.example'));
});

test('an entry that was read from an editor instead of its file is left out', () => {
  const index = sample();
  index.indexEntry(parseEntry('1/ **Unsaved**.'), '_drafts/day-1.markdown', true);
  assert.equal(decode(encode(index))?.summary('_drafts/day-1.markdown'), undefined);
});

test('entries can be added to and removed from a decoded index', () => {
  const index = decode(encode(sample()));
  index?.indexEntry(parseEntry('1/ **New**. ([Post](https://post.example/new))'), '_posts/new.md', false);
  index?.remove('_posts/2031-day-7.markdown');
  assert.equal(index?.citationLookup.daysCiting('https://post.example/new').length, 1);
  assert.deepEqual(index?.citationLookup.daysCiting('https://herald.example/7'), []);
});

test('a cache with another purpose is rejected', () => {
  assert.equal(decode(encode(sample()), 'another newsroom'), undefined);
});

test('a truncated or damaged cache is rejected', () => {
  const bytes = encode(sample(3));
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = ((damaged[at] ?? 0) + 1) & 255;
    assert.equal(decode(damaged), undefined, `byte ${at}`);
  }
  const whole = new Set(chunkEnds(bytes));
  for (let length = 0; length < bytes.length; length++) {
    if (!whole.has(length)) assert.equal(decode(bytes.subarray(0, length)), undefined, `${length} bytes`);
  }
});

test('bytes that are not a cache are rejected', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('{"format":1}')])
    assert.equal(decode(bytes), undefined);
});

/** The ends of all chunks: a cache that is cut off there is valid, with fewer entries. */
function chunkEnds(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; ) {
    at += 8 + view.getUint32(at, true);
    ends.push(at);
  }
  return ends;
}

function sample(count = 200): ArchiveIndex {
  const index = openArchiveIndex();
  for (let day = 0; day < count; day++) {
    const text = `---\ntitle: Day ${day}\ntags: [a, t${day % 3}]\n---\n\n1/ **Head “${day}”**. ([Herald](https://herald.example/${day}))\n`;
    index.indexEntry(parseEntry(text), `_posts/2031-day-${day}.markdown`, false, {
      modified: 1000 + day,
      size: text.length,
    });
  }
  return index;
}

function encode(index: ArchiveIndex): Uint8Array {
  return Uint8Array.from([...encodeIndex(index, PURPOSE)].flatMap((chunk) => [...chunk]));
}

function decode(bytes: Uint8Array, purpose = PURPOSE): ArchiveIndex | undefined {
  const decoding = decodeIndex(bytes, purpose);
  for (let step = decoding.next(); ; step = decoding.next()) if (step.done) return step.value;
}
