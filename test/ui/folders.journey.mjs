import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';

// A newsroom whose folders have names of their own: the explorer's menu offers what applies to a file, and nothing else.

const ENTRY =
  '---\ntitle: Day 2\ndate: 2026-03-02 09:00:00 +00:00\n---\n\nTK/ **Head**. Text. ([Herald](https://herald.example/a))\n';
const OFFERED = {
  'wip/day-2.md': ['Show Preview to the Side', 'Publish Entry'],
  'published/2026/2026-03-01-day-1.md': ['Show Preview to the Side'],
  'notes/note.md': ['Show Preview to the Side'],
  'about.md': [],
  '_drafts/old.md': [],
};

const room = mkdtempSync(join(tmpdir(), 'daybook-folders-'));
test.after(() => rmSync(room, { recursive: true, force: true }));
for (const path of Object.keys(OFFERED)) {
  mkdirSync(join(room, dirname(path)), { recursive: true });
  writeFileSync(join(room, path), ENTRY);
}
writeFileSync(join(room, 'daybook.json'), '{ "posts": "published", "drafts": "wip", "entries": ["notes/**/*.md"] }\n');

journey('the menu of the explorer follows the folders of the settings', { folder: room, slow: true }, async (w) => {
  const { page } = w;
  await w.openFile('wip/day-2.md');
  await page.locator('.statusbar-item', { hasText: 'Day 2' }).first().waitFor();
  for (const [path, offered] of Object.entries(OFFERED)) {
    await w.openFile(path);
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: basename(path) }).first();
    await row.click({ button: 'right' });
    const menu = page.locator('.monaco-menu');
    await menu.getByText('Open to the Side').waitFor();
    const items = await menu.locator('.action-label').allInnerTexts();
    assert.deepEqual(
      items.filter((item) => OFFERED['wip/day-2.md'].includes(item)),
      offered,
      path,
    );
    await w.press('Escape');
  }
});
