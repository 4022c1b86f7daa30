import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../host/hosts.mjs';
import { journey } from './journey.mjs';
import { untilEqual } from './until.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */
/** @typedef {{ text: string, html?: string }} Content what is pasted or dropped */

const DRAFT = '_drafts/paste.markdown';
const FRONT_MATTER = '---\ntitle: Day 9200\n---\n\n';
const ITEM_START = '1/ **Head**. ';
const NPR_URL = 'https://www.npr.org/n';
const LINK = {
  text: 'The mayor left',
  html: `<meta charset="utf-8"><a href="${NPR_URL}?utm_source=feed&amp;id=1">The <b>mayor</b> left</a>`,
};
/** @type {readonly { name: string, before: string, clipboard: string, after?: string }[]} */
const PASTES = JSON.parse(readFileSync(join(project, 'test/support/pastes.json'), 'utf8'));

journey(
  'a pasted address becomes a citation at the right place, and one undo reverts it',
  { slow: true },
  async (workbench) => {
    const bodies = PASTES.map(({ before }) => withoutMarks(before));
    const entryOf = (/** @type {readonly string[]} */ paragraphs) => FRONT_MATTER + paragraphs.join('\n\n');
    await openDraft(workbench, entryOf(bodies));
    for (const [index, { name, before, clipboard, after }] of PASTES.entries()) {
      await select(workbench, entryOf([...bodies.slice(0, index), before]));
      await copy(workbench, { text: clipboard });
      await workbench.press('Control+v');
      const plain = before.replace('‸', () => clipboard);
      await untilSaved(workbench, entryOf(bodies.with(index, withoutMarks(after ?? plain))), name);
      await workbench.press('Control+z');
      await untilSaved(workbench, entryOf(bodies), `${name}, undone`);
    }
  },
);

journey('a link that is copied from a page or dropped becomes a citation', {}, async (workbench) => {
  const before = `${FRONT_MATTER}${ITEM_START}She left.`;
  await openDraft(workbench, before);
  await copy(workbench, LINK);
  await select(workbench, `${before}‸`);
  await workbench.press('Control+v');
  await untilSaved(workbench, `${before} ([NPR](${NPR_URL}?id=1))`, 'pasted');
  await workbench.screenshot('paste-1-copied-link');
  await workbench.press('Control+z');
  await untilSaved(workbench, before, 'undone');

  await drop(workbench, { text: LINK.text }, `${NPR_URL}?utm_source=feed`);
  await untilSaved(workbench, `${before} ([NPR](${NPR_URL}))`, 'dropped');
  await workbench.page.locator('.post-edit-widget').waitFor();
  await workbench.screenshot('paste-2-dropped');
  await workbench.press('Control+z');
  await untilSaved(workbench, before, 'undone');
});

journey(
  'with daybook.paste.enabled off, pasting and dropping insert plain text, and Paste as Citations still works',
  { slow: true, settings: { 'daybook.paste.enabled': false } },
  async (workbench) => {
    const before = `${FRONT_MATTER}${ITEM_START}She left.`;
    await openDraft(workbench, before);
    await copy(workbench, { text: NPR_URL });
    await select(workbench, `${before}‸`);
    await workbench.press('Control+v');
    await untilSaved(workbench, before + NPR_URL, 'pasted');
    await workbench.press('Control+z');
    await untilSaved(workbench, before, 'undone');

    await drop(workbench, { text: NPR_URL }, NPR_URL);
    await untilSaved(workbench, before + NPR_URL, 'dropped');
    assert.equal(await workbench.page.locator('.post-edit-widget').count(), 0);
    await workbench.press('Control+z');
    await untilSaved(workbench, before, 'undone');

    await workbench.runCommand('Daybook: Paste as Citations');
    await untilSaved(workbench, `${before} ([NPR](${NPR_URL}))`, 'pasted as citations');
  },
);

/** @param {Workbench} workbench */
async function openDraft(workbench, /** @type {string} */ text) {
  writeFileSync(join(workbench.folder, DRAFT), text);
  await workbench.openFile(DRAFT);
  await workbench.page.locator('.statusbar-item', { hasText: 'Day 9200' }).waitFor(); // Daybook has started
}

/**
 * Moves the cursor to `‸` in the marked text, or selects the text between `⟦` and `⟧`, with the keyboard.
 *
 * @param {Workbench} workbench
 */
async function select(workbench, /** @type {string} */ marked) {
  const lines = marked.slice(0, marked.search(/[‸⟦]/)).split('\n');
  await workbench.goTo(lines.length, (lines.at(-1)?.length ?? 0) + 1);
  const selected = /⟦(.*)⟧/s.exec(marked)?.[1] ?? '';
  for (const _ of selected) await workbench.press('Shift+ArrowRight');
}

/** @param {string} text */
function withoutMarks(text) {
  return text.replace(/[‸⟦⟧]/g, '');
}

/**
 * Fills the clipboard as a browser does when a link is copied.
 *
 * @param {Workbench} workbench
 * @param {Content} content
 */
async function copy({ page }, { text, html }) {
  await page.evaluate(
    async (data) => {
      const blobs = Object.entries(data).flatMap(([type, value]) =>
        value === undefined ? [] : [[type, new Blob([value], { type })]],
      );
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    },
    { 'text/plain': text, 'text/html': html },
  );
}

/**
 * Drops a link after the last word of the active editor, with the events of a drag from a browser.
 *
 * @param {Workbench} workbench
 * @param {Content} content
 */
async function drop({ page }, { text, html }, /** @type {string} */ address) {
  const lastWords = page
    .locator('.editor-group-container.active .view-line', { hasText: 'She left.' })
    .locator('span')
    .last();
  const box = await lastWords.boundingBox();
  assert.ok(box);
  await page.evaluate(
    ({ x, y, data }) => {
      const dataTransfer = new DataTransfer();
      for (const [type, value] of Object.entries(data)) if (value !== undefined) dataTransfer.setData(type, value);
      const target = document.elementFromPoint(x, y);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const init = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, dataTransfer };
        target?.dispatchEvent(new DragEvent(type, init));
      }
    },
    {
      x: box.x + box.width - 1,
      y: box.y + box.height / 2,
      data: { 'text/plain': text, 'text/html': html, 'text/uri-list': address },
    },
  );
}

/**
 * Saves the draft and waits until the file on the disk has the text.
 *
 * @param {Workbench} workbench
 * @param {string} text
 * @param {string} description
 */
async function untilSaved(workbench, text, description) {
  const saveAndRead = async () => {
    await workbench.press('Control+s');
    return workbench.readFile(DRAFT);
  };
  await untilEqual(saveAndRead, text, description);
}
