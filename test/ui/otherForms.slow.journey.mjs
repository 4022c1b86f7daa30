import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { until } from './until.mjs';

// Eight logs of other forms, side by side in one window: after three entries each, New Day writes what its writer would write next, and no
// entry has an error or a warning.

const BODY = '1/ **The mayor resigns**. She left. ([Harbor Radio](https://harbor.example/mayor))\n';
const WORDS = ['The flood', 'A vote', 'Harbor news', 'Two mayors'];

/**
 * Of each log: its entries, which are `step` days apart and end before today, and the next one.
 *
 * @type {Readonly<Record<string, { step: number; entry: (index: number, date: string) => readonly [file: string, front: string]; draft: string; next: RegExp }>>}
 */
const FORMS = {
  weekly: {
    step: 7,
    entry: (index, date) => [
      `${date}-issue-${12 + index}.md`,
      `title: Issue ${12 + index}\ndate: ${date} 09:00:00 +00:00`,
    ],
    draft: 'issue-15.md',
    next: /^title: Issue 15\ndate: \S+ \d\d:\d\d:\d\d \+00:00$/,
  },
  gaps: {
    step: 3,
    entry: (index, date) => [
      `${date}-day-${1 + index}.markdown`,
      `title: Day ${1 + index}\ndate: ${date} 09:00:00 +00:00`,
    ],
    draft: 'day-4.markdown',
    next: /^title: Day 4\n/,
  },
  subtitles: {
    step: 1,
    entry: (index, date) => [
      `${date}-day-${300 + index}-${WORDS[index]?.toLowerCase().replaceAll(' ', '-')}.md`,
      `title: "Day ${300 + index}: ${WORDS[index]}"\ndate: ${date} 09:00 +00:00`,
    ],
    draft: 'day-303.md',
    next: /^title: "Day 303: TK"\ndate: \S+ \d\d:\d\d \+00:00$/,
  },
  german: {
    step: 1,
    entry: (index, date) => [`${date}-tag-${1 + index}.md`, `title: 'Tag ${1 + index}'\ndate: ${date} 21:00:00 +00:00`],
    draft: 'tag-4.md',
    next: /^title: 'Tag 4'\n/,
  },
  utc: {
    step: 1,
    entry: (index, date) => [`${date}-day-${50 + index}.md`, `title: Day ${50 + index}\ndate: ${date}T22:30:00Z`],
    draft: 'day-53.md',
    next: /^title: Day 53\ndate: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  },
  compact: {
    step: 7,
    entry: (index, date) => [`${date}-no-${108 + index}.md`, `title: No. ${108 + index}\ndate: ${date} 09:00:00 -0700`],
    draft: 'no-111.md',
    next: /^title: No\. 111\ndate: \S+ \d\d:\d\d:\d\d -0700$/,
  },
  dates: {
    step: 1,
    entry: (index, date) => [`${date}-day-${7 + index}.md`, `title: Day ${7 + index} - What we know\ndate: ${date}`],
    draft: 'day-10.md',
    next: /^title: Day 10 - TK\ndate: \d{4}-\d\d-\d\d$/,
  },
  words: {
    step: 2,
    entry: (index, date) => [
      `${date}-${WORDS[index]?.toLowerCase().replaceAll(' ', '-')}.md`,
      `title: ${WORDS[index]}\ndate: ${date} 09:00:00 +00:00`,
    ],
    draft: `${daysAgo(0)}.md`,
    next: /^title: TK\ndate: \S+ \d\d:\d\d:\d\d \+00:00$/,
  },
};

const folder = mkdtempSync(join(tmpdir(), 'daybook-forms-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));
for (const [name, form] of Object.entries(FORMS)) {
  for (const index of [0, 1, 2]) {
    const [file, front] = form.entry(index, daysAgo(form.step * (3 - index)));
    const path = join(folder, name, '_posts', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\n${front}\n---\n\n${BODY}`);
  }
}

journey('New Day writes the next entry of eight forms of a log', { slow: true, folder }, async (workbench) => {
  const { page } = workbench;
  for (const [name, { step, entry, draft, next }] of Object.entries(FORMS)) {
    const [newest] = entry(2, daysAgo(step));
    await workbench.openFile(`${name}/_posts/${newest}`);
    await until(async () => {
      await workbench.runCommand('Daybook: New Day');
      await page.waitForTimeout(500);
      return existsSync(join(workbench.folder, name, '_drafts', draft));
    });
    const [, front = ''] = /^---\n(.*?)\n---\n\nTK\/ $/s.exec(workbench.readFile(`${name}/_drafts/${draft}`)) ?? [];
    assert.match(front, next, name);
    await workbench.screenshot(`form-${name}`);
    // The newest entry and the new one are open.
    const { errors, warnings } = await workbench.problemCounts();
    assert.deepEqual([errors, warnings], [0, 0], name);
    await workbench.runCommand('View: Close All Editors');
  }
});

function daysAgo(/** @type {number} */ days) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
