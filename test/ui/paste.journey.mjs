import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../host/hosts.mjs';
import { journey } from './journey.mjs';
import { untilEqual } from './until.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */
/** @typedef {{ text: string, html?: string }} Copied */

// What a person pastes with the keyboard's own keys, and drops with a mouse's own events.

const DRAFT = '_drafts/paste.markdown';
const FRONT = '---\ntitle: Day 9200\n---\n\n';
const HEAD = '1/ **Head**. ';
const N = 'https://www.npr.org/n';
const LINK = {
  text: 'The mayor left',
  html: `<meta charset="utf-8"><a href="${N}?utm_source=feed&amp;id=1">The <b>mayor</b> left</a>`,
};
/** @type {readonly { where: string, before: string, clipboard: string, after?: string }[]} */
const PASTES = JSON.parse(readFileSync(join(project, 'test/support/pastes.json'), 'utf8'));

journey('what is pasted finds its place, and one undo takes it back', { slow: true }, async (w) => {
  const bodies = PASTES.map(({ before }) => unmarked(before));
  const whole = (/** @type {readonly string[]} */ all) => FRONT + all.join('\n\n');
  await openDraft(w, whole(bodies));
  for (const [index, { where, before, clipboard, after }] of PASTES.entries()) {
    await select(w, whole([...bodies.slice(0, index), before]));
    await copy(w, { text: clipboard });
    await w.press('Control+v');
    const plain = before.replace('‸', () => clipboard);
    await isSaved(w, whole(bodies.with(index, unmarked(after ?? plain))), where);
    await w.press('Control+z');
    await isSaved(w, whole(bodies), `${where}, taken back`);
  }
});

journey('a link that was copied on a page becomes a citation, and so does one that is dropped', {}, async (w) => {
  const before = `${FRONT}${HEAD}She left.`;
  await openDraft(w, before);
  await copy(w, LINK);
  await select(w, `${before}‸`);
  await w.press('Control+v');
  await isSaved(w, `${before} ([NPR](${N}?id=1))`, 'pasted');
  await w.screenshot('paste-1-copied-link');
  await w.press('Control+z');
  await isSaved(w, before, 'taken back');

  await drop(w, { text: LINK.text }, `${N}?utm_source=feed`);
  await isSaved(w, `${before} ([NPR](${N}))`, 'dropped');
  await w.page.locator('.post-edit-widget').waitFor();
  await w.screenshot('paste-2-dropped');
  await w.press('Control+z');
  await isSaved(w, before, 'taken back');
});

journey(
  'where the writer wants it so, a paste and a drop stay plain, and citations come when they are asked for',
  { slow: true, settings: { 'daybook.paste.enabled': false } },
  async (w) => {
    const before = `${FRONT}${HEAD}She left.`;
    await openDraft(w, before);
    await copy(w, { text: N });
    await select(w, `${before}‸`);
    await w.press('Control+v');
    await isSaved(w, before + N, 'pasted');
    await w.press('Control+z');
    await isSaved(w, before, 'taken back');

    await drop(w, { text: N }, N);
    await isSaved(w, before + N, 'dropped');
    assert.equal(await w.page.locator('.post-edit-widget').count(), 0);
    await w.press('Control+z');
    await isSaved(w, before, 'taken back');

    await w.command('Daybook: Paste as Citations');
    await isSaved(w, `${before} ([NPR](${N}))`, 'asked for');
  },
);

/** @param {Workbench} w */
async function openDraft(w, /** @type {string} */ text) {
  writeFileSync(join(w.folder, DRAFT), text);
  await w.openFile(DRAFT);
  await w.page.locator('.statusbar-item', { hasText: 'Day 9200' }).waitFor(); // Daybook has started
}

/**
 * Puts the cursor where `‸` stands in the text, or selects what stands between `⟦` and `⟧`, as a person does with keys.
 *
 * @param {Workbench} w
 */
async function select(w, /** @type {string} */ marked) {
  const lines = marked.slice(0, marked.search(/[‸⟦]/)).split('\n');
  await w.goTo(lines.length, (lines.at(-1)?.length ?? 0) + 1);
  const words = /⟦(.*)⟧/s.exec(marked)?.[1] ?? '';
  for (const _ of words) await w.press('Shift+ArrowRight');
}

/** @param {string} text */
function unmarked(text) {
  return text.replace(/[‸⟦⟧]/g, '');
}

/**
 * Puts on the clipboard what a page does when its link is copied.
 *
 * @param {Workbench} workbench
 * @param {Copied} copied
 */
async function copy({ page }, { text, html }) {
  await page.evaluate(
    async (copied) => {
      const blobs = Object.entries(copied).flatMap(([type, words]) =>
        words === undefined ? [] : [[type, new Blob([words], { type })]],
      );
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    },
    { 'text/plain': text, 'text/html': html },
  );
}

/**
 * Drops a link behind the last word of the active editor, as a browser lets go of one.
 *
 * @param {Workbench} workbench
 * @param {Copied} copied
 */
async function drop({ page }, { text, html }, /** @type {string} */ address) {
  const words = page
    .locator('.editor-group-container.active .view-line', { hasText: 'She left.' })
    .locator('span')
    .last();
  const box = await words.boundingBox();
  assert.ok(box);
  await page.evaluate(
    ({ x, y, carried }) => {
      const dataTransfer = new DataTransfer();
      for (const [type, value] of Object.entries(carried)) if (value !== undefined) dataTransfer.setData(type, value);
      const target = document.elementFromPoint(x, y);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const init = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, dataTransfer };
        target?.dispatchEvent(new DragEvent(type, init));
      }
    },
    {
      x: box.x + box.width - 1,
      y: box.y + box.height / 2,
      carried: { 'text/plain': text, 'text/html': html, 'text/uri-list': address },
    },
  );
}

/**
 * Waits until the draft lies on the disk as that text.
 *
 * @param {Workbench} w
 * @param {string} text
 * @param {string} what
 */
async function isSaved(w, text, what) {
  const saved = async () => {
    await w.press('Control+s');
    return w.read(DRAFT);
  };
  await untilEqual(saved, text, what);
}
