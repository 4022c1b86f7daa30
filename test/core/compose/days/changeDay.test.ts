import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChangedDay, changeDay } from '../../../../src/core/compose/days/changeDay.ts';
import { findTimeZone } from '../../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { DEFAULT_FILE_NAME_PATTERN } from '../../../../src/core/files/fileNamePattern.ts';
import { DEFAULT_FOLDERS } from '../../../../src/core/files/folders.ts';
import { DEFAULT_CONVENTIONS } from '../../../../src/core/newsroom/conventions.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';

const ENTRY =
  '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\nimage: "/uploads/day-12-mayor-2.jpg"\n---\n\nDay 12 was long.\n';

test('title, date, file name and image name change together, and the time stays', () => {
  for (const [path, renamed] of [
    ['_drafts/day-12.markdown', '_drafts/day-52.markdown'],
    ['_posts/2031-01-31-Day-12.md', '_posts/2031-03-12-Day-52.md'],
    ['_drafts/new.md', '_drafts/new.md'],
  ] as const) {
    const changed = change(ENTRY, '2031-03-12', path);
    assert.ok(changed.ok, JSON.stringify(changed));
    assert.deepEqual([changed.path, changed.day, changed.date], [renamed, 52, '2031-03-12 09:30:00 -07:00']);
    assert.equal(
      applied(ENTRY, changed),
      ENTRY.replace('Day 12', 'Day 52')
        .replace('2031-01-31 09:30:00 -08:00', '2031-03-12 09:30:00 -07:00')
        .replace('day-12-', 'day-52-'),
    );
  }
});

test('an image with another name keeps it, and a missing date is added with the requested time', () => {
  const text = '---\ntitle: Day 12\nimage: "/uploads/12-and-12.jpg"\n---\n';
  const changed = change(text, '2031-02-01', '_drafts/day-12.markdown');
  assert.ok(changed.ok);
  assert.equal(changed.image, undefined);
  assert.equal(
    applied(text, changed),
    '---\ntitle: Day 13\nimage: "/uploads/12-and-12.jpg"\ndate: 2031-02-01 17:00:00 -08:00\n---\n',
  );
});

test('nothing changes if the day stays the same', () => {
  const changed = change(ENTRY, '2031-01-31', '_drafts/day-12.markdown');
  assert.ok(changed.ok);
  assert.deepEqual([changed.edits, changed.path], [[], '_drafts/day-12.markdown']);
  assert.deepEqual([changed.image, changed.page], [undefined, undefined]);
});

test('an image file is renamed along with the value; one on another site stays', () => {
  for (const [value, from, to] of [
    ['"/uploads/day-12-mayor-2.jpg"', 'uploads/day-12-mayor-2.jpg', 'uploads/day-52-mayor-2.jpg'],
    ["'/img/12/12.png'", 'img/12/12.png', 'img/12/52.png'],
    ['uploads/12.png # ours', 'uploads/12.png', 'uploads/52.png'],
    ['https://pictures.example/12.png', undefined, undefined],
    ['"/uploads/112.png"', undefined, undefined],
  ] as const) {
    const text = ENTRY.replace(/(?<=image: ).*/, value);
    const changed = change(text, '2031-03-12', '_drafts/day-12.markdown');
    assert.ok(changed.ok);
    assert.deepEqual([changed.image?.from, changed.image?.to], [from, to]);
    const [line] = /image: .*/.exec(applied(text, changed)) ?? [];
    assert.equal(line, `image: ${from && to ? value.replace(from, to) : value}`);
  }
});

test('links of the entry to itself are changed, and the moved page is returned for links of others', () => {
  const linked = `${ENTRY}\nSee [above](https://log.example/2031/01/31/day-12/#1-the).\n`;
  const text = linked.replace('image:', 'redirect_from: /2031/01/31/day-12/\nimage:');
  const changed = change(text, '2031-03-12', '_posts/2031-01-31-day-12.markdown');
  assert.ok(changed.ok);
  assert.deepEqual(changed.page, { from: '/2031/01/31/day-12', to: '/2031/03/12/day-52' });
  const after = applied(text, changed);
  assert.ok(after.includes('[above](https://log.example/2031/03/12/day-52/#1-the)'));
  assert.ok(after.includes('redirect_from: /2031/01/31/day-12/\n'));
});

test('an entry with a permalink keeps its page', () => {
  const text = ENTRY.replace('image:', 'permalink: /twelve/\nimage:');
  const changed = change(text, '2031-03-12', '_posts/2031-01-31-day-12.markdown');
  assert.ok(changed.ok);
  assert.equal(changed.page, undefined);
});

test("file names follow the newsroom's pattern", () => {
  const changed = change(ENTRY, '2031-03-12', '_posts/2031-01-31.12.md', '{date}.{day}.md');
  assert.ok(changed.ok);
  assert.equal(changed.path, '_posts/2031-03-12.52.md');
});

test('a taken day, an invalid date and an entry without a number are refused', () => {
  const reason = (text: string, date: string) => {
    const changed = change(text, date, '_drafts/day-12.markdown');
    return changed.ok ? undefined : changed.reason;
  };
  assert.equal(reason(ENTRY, '2031-01-30'), 'taken');
  assert.equal(reason(ENTRY, '2031-02-30'), 'invalid-date');
  assert.equal(reason(ENTRY, '2031-01-19'), 'before-first');
  assert.equal(reason(ENTRY.replace('Day 12', 'Last week'), '2031-02-01'), 'no-number');
  assert.equal(reason('Text', '2031-02-01'), 'no-number');
});

function applied(text: string, { edits, image }: ChangedDay): string {
  return applyEdits(text, image ? [...edits, image.edit] : edits);
}

function change(text: string, date: string, path: string, fileName = DEFAULT_FILE_NAME_PATTERN) {
  const zone = findTimeZone('America/Los_Angeles');
  assert.ok(zone);
  const epochs = [{ from: '2031-01-20', day: 1 }];
  const days = [dayAt('_posts/2031-01-30-day-11.markdown', '2031-01-30', 11), dayAt(path, '2031-01-31', 12)];
  const siteUrl = 'https://log.example';
  const conventions = { ...DEFAULT_CONVENTIONS, fileName: { pattern: fileName, digits: 1 } };
  const known = { zone, epochs, days, folders: DEFAULT_FOLDERS, conventions, siteUrl };
  return changeDay(parseEntry(text), { path, date, time: '17:00', ...known });
}

function dayAt(path: string, date: string, number: number): Day {
  return { path, draft: false, date, time: '09:30:00', offset: '-08:00', number };
}
