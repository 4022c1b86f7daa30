import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { image } from '../../../src/core/lint/rules/image.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { markRanges, readMarks } from '../../support/marked.ts';
import { surroundings } from '../../support/surroundings.ts';

const WRONG: readonly (readonly [string, string])[] = [
  ['⟦uploads/12.jpg⟧', '/uploads/12.jpg'],
  ['"⟦./uploads/day-12.jpg⟧" # the harbor', '"/uploads/day-12.jpg" # the harbor'],
  ['"⟦ /uploads/day12-mayor.jpg⟧"', '"/uploads/day12-mayor.jpg"'],
  ["'⟦/uploads/12.jpg ⟧'", "'/uploads/12.jpg'"],
  ['⟦/uploads/12.jpg"⟧', '/uploads/12.jpg'],
  ['⟦x"/uploads/12.jpg"⟧', '/uploads/12.jpg'],
  ['⟦/"uploads/12.jpg"⟧', '/uploads/12.jpg'],
  ['"⟦/uploads/12.jpg.⟧"', '"/uploads/12.jpg"'],
  ['"⟦/uploads/12.pngg⟧"', '"/uploads/12.png"'],
  ['"/uploads/day-⟦11⟧-mayor.jpg"', '"/uploads/day-12-mayor.jpg"'],
  ['/uploads/⟦123⟧.jpg', '/uploads/12.jpg'],
];

test('a path without its slash is mended, another number is pointed out', () => {
  for (const [marked, right] of WRONG) {
    const { text } = readMarks(entry(marked));
    const [finding, ...more] = found(text);
    assert.ok(finding);
    assert.deepEqual(more, []);
    assert.equal(markRanges(text, [finding]), entry(marked));
    assert.equal(finding.severity, finding.fix ? undefined : 'info');
    assert.equal(applyEdits(text, (finding.fix ?? finding.suggestions?.[0])?.edits ?? []), entry(right));
  }
});

const SILENT: readonly string[] = [
  '"/uploads/day-12-mayor.jpg"',
  '/uploads/12.jpg',
  '/uploads/mayor.jpg',
  '/uploads/hearing-day-3.jpg',
  '/uploads/2031/mayor.jpg',
  '/uploads/11-12.jpg',
  'https://cdn.example/mayor.jpg',
  '"{{ site.url }}/uploads/12.jpg"',
  'TK',
  '""',
  '',
  '\n  twitter: "/public/11-t.jpg"\n  facebook: "/public/11-f.jpg"',
];

test('a right path, another kind of image and one to come are let be', () => {
  for (const written of SILENT) assert.deepEqual(found(entry(written)), [], written);
});

test('an entry without a number has the image it likes', () => {
  assert.deepEqual(found(entry('/uploads/729.jpg').replace('Day 12', 'Last week')), []);
});

test('where the title has the wrong number the image is let be', () => {
  const text = entry('/uploads/12.jpg').replace('Day 12', 'Day 21');
  assert.equal(found(text).length, 1);
  assert.deepEqual(found(text.replace('image:', 'date: 2031-01-31 09:30:00 -08:00\nimage:')), []);
  assert.deepEqual([...image.check(parseEntry(text), surroundings('draft', 'day-12.markdown'))], []);
});

function found(text: string) {
  return [...image.check(parseEntry(text), surroundings())];
}

function entry(written: string): string {
  return `---\ntitle: Day 12\nimage: ${written}\n---\n`;
}
