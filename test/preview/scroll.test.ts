import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bringIntoView,
  keepInMiddle,
  lineAtY,
  regionIndexAt,
  scrollAnchorsOf,
  yInRegion,
  yOfLine,
} from '../../src/preview/scroll.ts';

// Two blocks, of one line and of three, with a blank line between them.
const lines = [2, 3, 4, 7];
const boxes = [
  { top: 100, height: 50 },
  { top: 170, height: 90 },
];
const anchors = scrollAnchorsOf(lines, (index) => boxes[index]);

test('the text starts at the top of the page, and the lines of a block are spread over its height', () => {
  assert.deepEqual(
    [0, 2, 2.5, 3, 3.5, 4, 5, 7, 99].map((line) => yOfLine(anchors, line)),
    [0, 100, 125, 150, 160, 170, 200, 260, 260],
  );
});

test('lineAtY is the inverse of yOfLine', () => {
  for (let line = 0; line <= 7; line += 0.25)
    assert.ok(Math.abs(lineAtY(anchors, yOfLine(anchors, line)) - line) < 1e-9);
});

test('if blocks are in a different order than their source, positions never decrease', () => {
  const reordered = scrollAnchorsOf([1, 2, 4, 5, 2, 3], (index) => ({ top: 10 + index * 20, height: 20 }));
  let previous = -1;
  for (let line = 0; line < 8; line += 0.1) {
    const y = yOfLine(reordered, line);
    assert.ok(y >= previous);
    previous = y;
  }
});

test('without blocks, every position is 0', () => {
  assert.equal(
    yOfLine(
      scrollAnchorsOf([], () => undefined),
      12,
    ),
    0,
  );
  assert.equal(
    lineAtY(
      scrollAnchorsOf([], () => undefined),
      300,
    ),
    0,
  );
});

test('the block of a line is the one that contains it, or else the one before it', () => {
  assert.deepEqual(
    [0, 2, 3, 4, 6.9, 50].map((line) => regionIndexAt(lines, line)),
    [0, 0, 0, 1, 1, 1],
  );
  assert.equal(regionIndexAt([], 3), -1);
});

test('a block without source lines is never found', () => {
  assert.equal(regionIndexAt([1, 2, 2, 2, 4, 5], 2.5), 0);
});

test('keepInMiddle scrolls only if the position leaves the middle third, and as little as possible', () => {
  const view = { top: 1000, height: 300 };
  assert.equal(keepInMiddle(view, 1100), undefined);
  assert.equal(keepInMiddle(view, 1200), undefined);
  assert.equal(keepInMiddle(view, 1225), 1025);
  assert.equal(keepInMiddle(view, 1080), 980);
  assert.equal(keepInMiddle(view, 5000), 4850);
  assert.equal(keepInMiddle({ top: 30, height: 300 }, 40), 0);
});

test('bringIntoView scrolls only if the block is not in view', () => {
  const view = { top: 1000, height: 300 };
  assert.equal(bringIntoView(view, { top: 1250, height: 100 }), undefined);
  assert.equal(bringIntoView(view, { top: 900, height: 1000 }), undefined);
  assert.equal(bringIntoView(view, { top: 2000, height: 50 }), 1900);
  assert.equal(bringIntoView(view, { top: 20, height: 50 }), 0);
});

test('yInRegion interpolates between the source lines of a block', () => {
  const box = { top: 170, height: 90 };
  assert.equal(yInRegion(lines, 1, box, 5), 200);
  assert.equal(yInRegion(lines, 1, box, 70), 260);
  assert.equal(yInRegion([5, 5], 0, box, 5), 170);
});
