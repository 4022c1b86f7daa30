// Where things stand in the window: in the editor, and in the page beside it.
import assert from 'node:assert/strict';
import { until } from './until.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').FrameLocator} FrameLocator */

/**
 * The line (from 1) at the top of the editor; undefined while nothing is drawn.
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
        .map((element) => ({ line: Number(element.textContent), at: element.getBoundingClientRect().bottom - top }))
        .filter(({ line, at }) => line > 0 && at > 1)
        .sort((a, b) => a.at - b.at);
      return numbers[0]?.line;
    });
}

/**
 * The section that begins first below the top of the page.
 *
 * @param {FrameLocator} frame
 */
export function shownSection(frame) {
  return frame.locator('#body').evaluate((body) => {
    const first = [...body.querySelectorAll('p')].find((element) => element.getBoundingClientRect().top >= 0);
    return Number.parseInt(first?.textContent ?? '', 10);
  });
}

/**
 * The line (from 1) of the source that the page shows at its top.
 *
 * @param {FrameLocator} frame
 */
export function shownLine(frame) {
  return frame.locator('#body').evaluate((body) => {
    const boxes = [...body.querySelectorAll('p')].map((element) => element.getBoundingClientRect());
    const index = boxes.findIndex(({ bottom }) => bottom > 0);
    const { top = 0, height = 1 } = boxes[index] ?? {};
    return 7 + 2 * index + (top > 0 ? -1 : -top / height);
  });
}

/**
 * How far the page has been scrolled, in pixels.
 *
 * @param {FrameLocator} frame
 */
export function scrolledTo(frame) {
  return frame.locator('body').evaluate(() => scrollY);
}

/**
 * Waits until the page is scrolled to a place, give or take some pixels.
 *
 * @param {FrameLocator} frame
 * @param {number} top
 * @param {number} by
 */
export async function untilScrolledTo(frame, top, by) {
  await until(async () => {
    const now = await scrolledTo(frame);
    assert.ok(Math.abs(now - top) <= by, `at ${now}`);
    return true;
  }, `the page at ${top}`);
}

/**
 * Turns the wheel over the page, which has room to scroll, and waits until that has come to rest.
 *
 * @param {Page} page
 * @param {FrameLocator} frame
 */
export async function turnWheel(page, frame, /** @type {number} */ pixels) {
  const body = frame.locator('body');
  await body.evaluate(() => {
    window.rest = new Promise((resolve) => addEventListener('scrollend', () => resolve(), { once: true }));
  });
  await page.mouse.wheel(0, pixels);
  await body.evaluate(() => window.rest);
}

/**
 * Where the status bar says that the cursor is, such as `Ln 3, Col 1`.
 *
 * @param {Page} page
 */
export async function cursor(page) {
  return (await page.locator('[id="status.editor.selection"]').innerText()).trim();
}
