import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArchiveIndex, openIndex } from '../../../src/core/archive/archiveIndex.ts';
import { decodeIndex, encodeIndex } from '../../../src/core/archive/indexCodec.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';

const PURPOSE = 'a newsroom';

test('what was kept is known again', () => {
  const index = sample();
  const again = decode(encode(index));
  assert.ok(again);
  assert.deepEqual(again.days(), index.days());
  for (const path of index.paths()) {
    assert.deepEqual(again.summary(path), index.summary(path));
    assert.deepEqual(again.kept(path)?.stamp, index.kept(path)?.stamp);
  }
  assert.deepEqual(again.tags(), index.tags());
  assert.equal(again.citing.days('https://herald.example/150').length, 1);
  assert.deepEqual(again.outlets().at('herald.example'), index.outlets().at('herald.example'));
});

test('what an editor held and no file did is not kept', () => {
  const index = sample();
  index.put(parseEntry('1/ **Unsaved**.'), '_drafts/day-1.markdown', true);
  assert.equal(decode(encode(index))?.summary('_drafts/day-1.markdown'), undefined);
});

test('an index that was read takes entries in and lets them go like one that was built', () => {
  const index = decode(encode(sample()));
  index?.put(parseEntry('1/ **New**. ([Post](https://post.example/new))'), '_posts/new.md', false);
  index?.remove('_posts/2031-day-7.markdown');
  assert.equal(index?.citing.days('https://post.example/new').length, 1);
  assert.deepEqual(index?.citing.days('https://herald.example/7'), []);
});

test('a cache for something else is none', () => {
  assert.equal(decode(encode(sample()), 'another newsroom'), undefined);
});

test('a cache that was cut off or damaged anywhere is told from a whole one', () => {
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

test('bytes that are no cache at all are told', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('{"format":1}')])
    assert.equal(decode(bytes), undefined);
});

/** A cache that lacks its last entries is a good one of fewer: their files are read. */
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
  const index = openIndex();
  for (let day = 0; day < count; day++) {
    const text = `---\ntitle: Day ${day}\ntags: [a, t${day % 3}]\n---\n\n1/ **Head “${day}”**. ([Herald](https://herald.example/${day}))\n`;
    index.put(parseEntry(text), `_posts/2031-day-${day}.markdown`, false, { modified: 1000 + day, size: text.length });
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
