import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeImageName, imageBaseName } from '../../../../src/core/compose/images/imageName.ts';

test("an entry's images are named after its day", () => {
  const checkBase = (path: string, number: number | undefined, expected: string) =>
    assert.equal(imageBaseName({ path, number, date: '2031-01-31' }), expected);
  checkBase('_posts/2031-01-31-day-12.markdown', 12, 'day-12');
  checkBase('_posts/2031/2031-01-31-Day-12.markdown', 12, 'day-12');
  checkBase('_drafts/day-12.md', 12, 'day-12');
  checkBase('_posts/2031-01-31-issue-12-the-mayor.md', 12, 'issue-12-the-mayor');
  checkBase('content/posts/day-12/index.md', 12, 'day-12');
  // Names that do not tell the day.
  checkBase('_posts/2031-01-31-newsletter.md', undefined, '2031-01-31-newsletter');
  checkBase('_posts/2031-01-31-newsletter.md', 12, '2031-01-31-newsletter');
  checkBase('_drafts/newsletter.md', undefined, '2031-01-31-newsletter');
  checkBase('_posts/2031-01-31.md', undefined, '2031-01-31');
  assert.equal(imageBaseName({ path: '_drafts/.md', number: undefined, date: undefined }), 'image');
});

test('a name is never that of another image, whatever its extension and capitals', () => {
  assert.equal(freeImageName('day-12', 'png', []), 'day-12.png');
  assert.equal(freeImageName('day-12', 'png', ['day-12.png', 'day-120.png']), 'day-12-2.png');
  assert.equal(freeImageName('day-12', 'png', ['Day-12.JPG', 'day-12-2.png', 'day-12-4.png']), 'day-12-3.png');
});
