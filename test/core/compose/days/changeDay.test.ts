import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChangedDay, changeDay } from '../../../../src/core/compose/days/changeDay.ts';
import { timeZoneOf } from '../../../../src/core/dates/timeZone.ts';
import type { Day } from '../../../../src/core/entry/day.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { FILE_NAME } from '../../../../src/core/files/fileNamePattern.ts';
import { FOLDERS } from '../../../../src/core/files/paths.ts';
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

test('an image of another name keeps it, and a date that is missing comes with the time at hand', () => {
  const text = '---\ntitle: Day 12\nimage: "/uploads/12-and-12.jpg"\n---\n';
  const changed = change(text, '2031-02-01', '_drafts/day-12.markdown');
  assert.ok(changed.ok);
  assert.equal(changed.image, undefined);
  assert.equal(
    applied(text, changed),
    '---\ntitle: Day 13\nimage: "/uploads/12-and-12.jpg"\ndate: 2031-02-01 17:00:00 -08:00\n---\n',
  );
});

test('to its own day nothing changes', () => {
  const changed = change(ENTRY, '2031-01-31', '_drafts/day-12.markdown');
  assert.ok(changed.ok);
  assert.deepEqual([changed.edits, changed.path], [[], '_drafts/day-12.markdown']);
  assert.deepEqual([changed.image, changed.page], [undefined, undefined]);
});

test('the image’s file is named with its value; one that lies elsewhere stays', () => {
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

test('links of the entry to itself follow it, and those of others are to be led to its new page', () => {
  const linked = `${ENTRY}\nSee [above](https://log.example/2031/01/31/day-12/#1-the).\n`;
  const text = linked.replace('image:', 'redirect_from: /2031/01/31/day-12/\nimage:');
  const changed = change(text, '2031-03-12', '_posts/2031-01-31-day-12.markdown');
  assert.ok(changed.ok);
  assert.deepEqual(changed.page, { from: '/2031/01/31/day-12', to: '/2031/03/12/day-52' });
  const after = applied(text, changed);
  assert.ok(after.includes('[above](https://log.example/2031/03/12/day-52/#1-the)'));
  assert.ok(after.includes('redirect_from: /2031/01/31/day-12/\n'));
});

test('an entry with a page of its own making keeps that page', () => {
  const text = ENTRY.replace('image:', 'permalink: /twelve/\nimage:');
  const changed = change(text, '2031-03-12', '_posts/2031-01-31-day-12.markdown');
  assert.ok(changed.ok);
  assert.equal(changed.page, undefined);
});

test('files are named as the newsroom names them', () => {
  const changed = change(ENTRY, '2031-03-12', '_posts/2031-01-31.12.md', '{date}.{day}.md');
  assert.ok(changed.ok);
  assert.equal(changed.path, '_posts/2031-03-12.52.md');
});

test('a day that is taken, one that is none, and an entry without a number are refused', () => {
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

function change(text: string, date: string, path: string, fileName = FILE_NAME) {
  const zone = timeZoneOf('America/Los_Angeles');
  assert.ok(zone);
  const epochs = [{ from: '2031-01-20', day: 1 }];
  const days = [dayAt('_posts/2031-01-30-day-11.markdown', '2031-01-30', 11), dayAt(path, '2031-01-31', 12)];
  const siteUrl = 'https://log.example';
  const known = { zone, epochs, days, folders: FOLDERS, fileName, siteUrl };
  return changeDay(parseEntry(text), { path, date, time: '17:00', ...known });
}

function dayAt(path: string, date: string, number: number): Day {
  return { path, draft: false, date, time: '09:30:00', offset: '-08:00', number };
}
