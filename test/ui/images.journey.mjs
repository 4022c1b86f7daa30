import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journey } from './journey.mjs';
import { until, untilEqual } from './until.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const DRAFT = '_drafts/day-9200.markdown';
const BEFORE = '---\ntitle: Day 9200\nimage:\n---\n\n1/ **Head**. She left.';

/** The settings with which Daybook runs in the extension host of the browser, and reaches files over the network alone. */
const WEB = { 'remote.extensionKind': { 'daybook.daybook': ['web'] } };

for (const [host, settings] of Object.entries({ node: {}, web: WEB })) {
  journey(
    `a pasted image is saved under the day's name, described, and taken back by one undo (${host})`,
    { slow: host === 'web', settings },
    async (workbench) => {
      await openDraft(workbench);
      await copyImage(workbench);
      await workbench.goTo(6, 23);
      await workbench.press('Control+v');
      await workbench.page.locator('.quick-input-widget', { hasText: 'Insert Image day-9200.png' }).waitFor();
      await workbench.screenshot(`images-1-${host}-alternative-text`);
      await workbench.type('A boat in the harbor');
      await workbench.press('Enter');
      await untilSaved(workbench, `${BEFORE}\n\n![A boat in the harbor](/uploads/day-9200.png)`, 'pasted');
      await untilEqual(() => imagesOf(workbench), ['day-9200.png'], 'the files of the day');
      assert.deepEqual([...readFileSync(pathOf(workbench, 'day-9200.png')).subarray(1, 4)], [...Buffer.from('PNG')]);
      await workbench.screenshot(`images-2-${host}-pasted`);

      await workbench.press('Control+z');
      await untilSaved(workbench, BEFORE, 'undone');
      await untilEqual(() => imagesOf(workbench), [], 'the files after one undo');
    },
  );
}

journey('images never replace a file, and one without words gets a TK to type over', {}, async (workbench) => {
  writeFileSync(pathOf(workbench, 'Day-9200.jpg'), 'kept');
  await openDraft(workbench);
  await copyImage(workbench);
  await workbench.goTo(6, 23);
  await paste(workbench, 'day-9200-2.png', '');
  const tk = `${BEFORE}\n\n![TK](/uploads/day-9200-2.png)`;
  await untilSaved(workbench, tk, 'the TK');
  await workbench.screenshot('images-3-tk');
  await workbench.type('A boat');
  await untilSaved(workbench, tk.replace('TK', 'A boat'), 'typed over');

  // At the key of the front matter nothing is asked.
  await workbench.goTo(3, 7);
  await workbench.press('Control+v');
  const withValue = BEFORE.replace('image:', 'image: "/uploads/day-9200-3.png"');
  await untilSaved(workbench, `${withValue}\n\n![A boat](/uploads/day-9200-2.png)`, 'the value');
  assert.equal(readFileSync(pathOf(workbench, 'Day-9200.jpg'), 'utf8'), 'kept');
});

journey(
  'a cancelled image leaves everything as it was, and so does a file that is no image',
  { slow: true },
  async (workbench) => {
    const { page } = workbench;
    await openDraft(workbench);
    await copyImage(workbench);
    await workbench.goTo(6, 23);
    await workbench.press('Control+v');
    await page.locator('.quick-input-widget', { hasText: 'Insert Image day-9200.png' }).waitFor();
    await workbench.press('Escape');
    await dropFile(workbench, { name: 'boat.png', type: 'image/png', content: 'The mayor left.' });
    // The editor takes the focus once the drop is done, which would close the palette.
    await page.locator('.notification-toast, .statusbar .codicon-bell-dot').first().waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    await page.locator('.notifications-center').getByText('boat.png is not a PNG').waitFor();
    await untilSaved(workbench, BEFORE, 'unchanged');
    assert.deepEqual(imagesOf(workbench), []);
    assert.deepEqual(
      readdirSync(join(workbench.folder, '_drafts')).filter((name) => name.endsWith('.png')),
      [],
    );
  },
);

journey(
  'a dropped image is inserted after the item, and copied words with a picture stay words',
  { slow: true },
  async (workbench) => {
    await openDraft(workbench);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
    await dropFile(workbench, { name: 'boat.svg', type: 'image/svg+xml', content: svg });
    await describe(workbench, 'day-9200.svg', 'A boat');
    await untilSaved(workbench, `${BEFORE}\n\n![A boat](/uploads/day-9200.svg)`, 'dropped');
    await workbench.press('Control+z');
    await untilSaved(workbench, BEFORE, 'undone');

    // A file of the site is used where it is.
    await dropFile(workbench, { name: 'uploads/day-68-horn.jpg' });
    await describe(workbench, 'day-68-horn.jpg', 'A horn');
    await untilSaved(workbench, `${BEFORE}\n\n![A horn](/uploads/day-68-horn.jpg)`, 'dropped from the explorer');
    assert.deepEqual(imagesOf(workbench), []);
    await workbench.press('Control+z');
    await untilSaved(workbench, BEFORE, 'undone');

    await copyImage(workbench, ' Twelve boats.');
    await workbench.goTo(6, 23);
    await workbench.press('Control+v');
    await untilSaved(workbench, `${BEFORE} Twelve boats.`, 'the words');
  },
);

journey(
  'with daybook.paste.enabled off, an image is pasted as in any Markdown file',
  { slow: true, settings: { 'daybook.paste.enabled': false } },
  async (workbench) => {
    await openDraft(workbench);
    await copyImage(workbench);
    await workbench.goTo(6, 23);
    await workbench.press('Control+v');
    await until(() => existsSync(join(workbench.folder, '_drafts/image.png')), "the file of VS Code's own paste");
    assert.deepEqual(imagesOf(workbench), []);
  },
);

/** @param {Workbench} workbench */
async function openDraft(workbench) {
  writeFileSync(join(workbench.folder, DRAFT), BEFORE);
  await workbench.openFile(DRAFT);
  await workbench.page.locator('.statusbar-item', { hasText: 'Day 9200' }).waitFor(); // Daybook has started
}

/** @param {Workbench} workbench */
async function paste(workbench, /** @type {string} */ name, /** @type {string} */ words) {
  await workbench.press('Control+v');
  await describe(workbench, name, words);
}

/** @param {Workbench} workbench */
async function describe({ page, press, type }, /** @type {string} */ name, /** @type {string} */ words) {
  await page.locator('.quick-input-widget', { hasText: `Insert Image ${name}` }).waitFor();
  await type(words);
  await press('Enter');
}

/**
 * Fills the clipboard as a browser or a screenshot tool does.
 *
 * @param {Workbench} workbench
 */
async function copyImage({ page }, text = '') {
  await page.evaluate(async (words) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 8;
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const image = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    const plain = words === '' ? {} : { 'text/plain': new Blob([words], { type: 'text/plain' }) };
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image, ...plain })]);
  }, text);
}

/**
 * Drops a file after the last word of the active editor: one of the system, or without content one of the explorer.
 *
 * @param {Workbench} workbench
 * @param {{ name: string, type?: string, content?: string }} file
 */
async function dropFile({ page, folder }, { name, type = '', content }) {
  const lastWords = page
    .locator('.editor-group-container.active .view-line', { hasText: 'She left.' })
    .locator('span')
    .last();
  const box = await until(() => lastWords.boundingBox(), 'the place to drop at');
  await page.evaluate(
    (data) => {
      const dataTransfer = new DataTransfer();
      if (data.content === undefined) {
        dataTransfer.setData('text/uri-list', `vscode-remote://${location.host}${data.path}`);
      } else dataTransfer.items.add(new File([data.content], data.name, { type: data.type }));
      const target = document.elementFromPoint(data.clientX, data.clientY);
      const init = { bubbles: true, cancelable: true, composed: true, shiftKey: true, dataTransfer };
      for (const event of ['dragenter', 'dragover', 'drop']) {
        target?.dispatchEvent(new DragEvent(event, { ...init, clientX: data.clientX, clientY: data.clientY }));
      }
    },
    { clientX: box.x + box.width - 1, clientY: box.y + box.height / 2, name, type, content, path: join(folder, name) },
  );
}

/** @param {Workbench} workbench */
function pathOf({ folder }, /** @type {string} */ name) {
  return join(folder, 'uploads', name);
}

/** The saved images of the day, by name. @param {Workbench} workbench */
function imagesOf({ folder }) {
  return readdirSync(join(folder, 'uploads'))
    .filter((name) => name.startsWith('day-9200'))
    .sort();
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
