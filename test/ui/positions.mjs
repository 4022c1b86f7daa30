// Reads and changes scroll and cursor positions in the editor and in the preview beside it.
import assert from 'node:assert/strict';
import { until } from './until.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').FrameLocator} FrameLocator */

/**
 * Returns the line number at the top of the editor, counted from 1; undefined while nothing is drawn.
 *
 * @param {Page} page
 */
export function topLine(page) {
  return page
    .locator('.editor-group-container')
    .first()
    .evaluate((group) => {
      const top = group.querySelector('.monaco-editor')?.getBoundingClientRect().top ?? 0;
      const numbers = [...group.querySelectorAll('.margin-view-overlays .line-numbers')]
        .map((element) => ({ line: Number(element.textContent), bottom: element.getBoundingClientRect().bottom - top }))
        .filter(({ line, bottom }) => line > 0 && bottom > 1)
        .sort((a, b) => a.bottom - b.bottom);
      return numbers[0]?.line;
    });
}

/**
 * Returns the number of the first section that starts below the top of the preview.
 *
 * @param {FrameLocator} frame
 */
export function topSection(frame) {
  return frame.locator('#body').evaluate((body) => {
    const first = [...body.querySelectorAll('p')].find((element) => element.getBoundingClientRect().top >= 0);
    return Number.parseInt(first?.textContent ?? '', 10);
  });
}

/**
 * Returns the source line at the top of the preview, counted from 1. Works for entries with one paragraph on every other line from line 7.
 *
 * @param {FrameLocator} frame
 */
export function topSourceLine(frame) {
  return frame.locator('#body').evaluate((body) => {
    const boxes = [...body.querySelectorAll('p')].map((element) => element.getBoundingClientRect());
    const index = boxes.findIndex(({ bottom }) => bottom > 0);
    const { top = 0, height = 1 } = boxes[index] ?? {};
    return 7 + 2 * index + (top > 0 ? -1 : -top / height);
  });
}

/**
 * Returns the scroll position of the preview in pixels.
 *
 * @param {FrameLocator} frame
 */
export function scrollPosition(frame) {
  return frame.locator('body').evaluate(() => scrollY);
}

/**
 * Waits until the preview is scrolled to a position.
 *
 * @param {FrameLocator} frame
 * @param {number} top in pixels
 * @param {number} tolerance in pixels
 */
export async function untilScrolledTo(frame, top, tolerance) {
  await until(async () => {
    const position = await scrollPosition(frame);
    const size = await frame.locator('html').evaluate((html) => `${html.scrollWidth} × ${html.scrollHeight} px`);
    assert.ok(Math.abs(position - top) <= tolerance, `scrolled to ${position} on a page of ${size}`);
    return true;
  }, `the preview scrolled to ${top}`);
}

/**
 * Turns the mouse wheel over the preview and waits until scrolling has ended. The preview must be able to scroll in that direction.
 *
 * @param {Page} page
 * @param {FrameLocator} frame
 */
export async function turnWheel(page, frame, /** @type {number} */ pixels) {
  const body = frame.locator('body');
  await body.evaluate(() => {
    window.scrollEnd = new Promise((resolve) => addEventListener('scrollend', () => resolve(), { once: true }));
  });
  await page.mouse.wheel(0, pixels);
  await body.evaluate(() => window.scrollEnd);
}

/**
 * Returns the cursor position in the status bar, such as `Ln 3, Col 1`.
 *
 * @param {Page} page
 */
export async function cursorPosition(page) {
  return (await page.locator('[id="status.editor.selection"]').innerText()).trim();
}
