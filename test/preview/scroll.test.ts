import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockAt, bringIntoView, keepWritten, placeAt, scrollAnchorsOf, yAt, yIn } from '../../src/preview/scroll.ts';

// Two blocks, of one line and of three, with a blank line between them.
const lines = [2, 3, 4, 7];
const boxes = [
  { top: 100, height: 50 },
  { top: 170, height: 90 },
];
const knots = scrollAnchorsOf(lines, (index) => boxes[index]);

test('the top of the text is the top of the page, and the lines of a block are spread over its height', () => {
  assert.deepEqual(
    [0, 2, 2.5, 3, 3.5, 4, 5, 7, 99].map((place) => yAt(knots, place)),
    [0, 100, 125, 150, 160, 170, 200, 260, 260],
  );
});

test('a place that the page shows leads back to itself', () => {
  for (let place = 0; place <= 7; place += 0.25) assert.ok(Math.abs(placeAt(knots, yAt(knots, place)) - place) < 1e-9);
});

test('blocks that stand in another order than their source do not turn the page back', () => {
  const turned = scrollAnchorsOf([1, 2, 4, 5, 2, 3], (index) => ({ top: 10 + index * 20, height: 20 }));
  let before = -1;
  for (let place = 0; place < 8; place += 0.1) {
    const y = yAt(turned, place);
    assert.ok(y >= before);
    before = y;
  }
});

test('where nothing is shown everything is at the top', () => {
  assert.equal(
    yAt(
      scrollAnchorsOf([], () => undefined),
      12,
    ),
    0,
  );
  assert.equal(
    placeAt(
      scrollAnchorsOf([], () => undefined),
      300,
    ),
    0,
  );
});

test('the block of a place is the one it is in, or the one before it', () => {
  assert.deepEqual(
    [0, 2, 3, 4, 6.9, 50].map((place) => blockAt(lines, place)),
    [0, 0, 0, 1, 1, 1],
  );
  assert.equal(blockAt([], 3), -1);
});

test('a block without a source of its own is never the one that is written', () => {
  assert.equal(blockAt([1, 2, 2, 2, 4, 5], 2.5), 0);
});

test('what is written moves the page only when it leaves the middle third, and then by no more than that takes', () => {
  const view = { top: 1000, height: 300 };
  assert.equal(keepWritten(view, 1100), undefined);
  assert.equal(keepWritten(view, 1200), undefined);
  assert.equal(keepWritten(view, 1225), 1025);
  assert.equal(keepWritten(view, 1080), 980);
  assert.equal(keepWritten(view, 5000), 4850);
  assert.equal(keepWritten({ top: 30, height: 300 }, 40), 0);
});

test('what is gone to is brought into view, and left alone where it is in view', () => {
  const view = { top: 1000, height: 300 };
  assert.equal(bringIntoView(view, { top: 1250, height: 100 }), undefined);
  assert.equal(bringIntoView(view, { top: 900, height: 1000 }), undefined);
  assert.equal(bringIntoView(view, { top: 2000, height: 50 }), 1900);
  assert.equal(bringIntoView(view, { top: 20, height: 50 }), 0);
});

test('a place in a block is as far down as the source is long', () => {
  const box = { top: 170, height: 90 };
  assert.equal(yIn(lines, 1, box, 5), 200);
  assert.equal(yIn(lines, 1, box, 70), 260);
  assert.equal(yIn([5, 5], 0, box, 5), 170);
});
