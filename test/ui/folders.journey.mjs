import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';

const ENTRY =
  '---\ntitle: Day 2\ndate: 2026-03-02 09:00:00 +00:00\n---\n\nTK/ **Head**. Text. ([Herald](https://herald.example/a))\n';
/** The commands in the context menu of each file. */
const COMMANDS = {
  'wip/day-2.md': ['Show Preview to the Side', 'Publish Entry'],
  'published/2026/2026-03-01-day-1.md': ['Show Preview to the Side'],
  'notes/note.md': ['Show Preview to the Side'],
  'about.md': [],
  '_drafts/old.md': [],
};

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-folders-'));
test.after(() => rmSync(newsroom, { recursive: true, force: true }));
for (const path of Object.keys(COMMANDS)) {
  mkdirSync(join(newsroom, dirname(path)), { recursive: true });
  writeFileSync(join(newsroom, path), ENTRY);
}
writeFileSync(
  join(newsroom, 'daybook.json'),
  '{ "posts": "published", "drafts": "wip", "entries": ["notes/**/*.md"] }\n',
);

journey(
  'the context menu in the Explorer follows the folders in the settings',
  { folder: newsroom, slow: true },
  async (workbench) => {
    const { page } = workbench;
    await workbench.openFile('wip/day-2.md');
    await page.locator('.statusbar-item', { hasText: 'Day 2' }).first().waitFor();
    for (const [path, commands] of Object.entries(COMMANDS)) {
      await workbench.openFile(path);
      const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: basename(path) }).first();
      await row.click({ button: 'right' });
      const menu = page.locator('.monaco-menu');
      await menu.getByText('Open to the Side').waitFor();
      const items = await menu.locator('.action-label').allInnerTexts();
      assert.deepEqual(
        items.filter((item) => COMMANDS['wip/day-2.md'].includes(item)),
        commands,
        path,
      );
      await workbench.press('Escape');
    }
  },
);
