import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { renderRichText } from '../../../../src/core/render/targets/email.ts';
import { renderPage } from '../../../../src/core/render/targets/page.ts';
import { createPreviewRenderer } from '../../../../src/core/render/targets/previewPage.ts';
import { isRightToLeft } from '../../../../src/core/render/targets/textDirection.ts';

const HEBREW = '1/ **ראש העיר התפטרה**. היא הלכה בצהריים. ([Herald](https://herald.example/a))';
const ARABIC = '* **العبارة غرقت**. لم يصب أحد بأذى هناك. ([Herald](https://herald.example/b))';
const ENGLISH = '2/ **The ferry sank**. Its name was שלום. ([Herald](https://herald.example/c))';
const HEAD = '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n';

const previewed = (text: string) =>
  createPreviewRenderer()(parseEntry(text), { target: 'site', zone: undefined }).body.map(({ html }) => html.trim());

test('the direction of a text is that of most of its letters', () => {
  for (const text of ['שלום', '12 السلام (AP)', 'Bitcoin: המחיר עלה אתמול בערב']) assert.ok(isRightToLeft(text), text);
  for (const text of ['', '12', 'noon', 'Her name is שלום.', '正午', 'Полдень']) assert.ok(!isRightToLeft(text), text);
});

test('in the preview, blocks in Arabic and Hebrew are shown from right to left, and all others are as before', () => {
  const [hebrew, arabic, english] = previewed(`${HEBREW}\n\n${ARABIC}\n\n${ENGLISH}`);
  assert.match(hebrew ?? '', /^<p dir="rtl">1\/ <strong>/);
  assert.match(arabic ?? '', /^<ul dir="rtl">/);
  assert.match(english ?? '', /^<p>2\/ <strong>/);
  assert.deepEqual(previewed('<p dir="ltr">שלום וברכה</p>'), ['<p dir="ltr">שלום וברכה</p>']);
});

test('in the preview, a heading in Hebrew is shown from right to left', () => {
  const { head } = createPreviewRenderer()(parseEntry('---\ntitle: יום 12\ndescription: הגשר נסגר.\n---\n'), {
    target: 'site',
    zone: undefined,
  });
  assert.match(head[0]?.html ?? '', /^<h1 dir="rtl">/);
});

test('a page that is mostly in Arabic or Hebrew runs from right to left, and no other', () => {
  assert.match(renderPage(parseEntry(`${HEAD}${HEBREW}\n\n${ARABIC}`)), /<main dir="rtl">[\s\S]*<ul dir="rtl">/);
  const english = renderPage(parseEntry(`${HEAD}${ENGLISH}\n\n3/ **Then**. ${'More text. '.repeat(20)}\n\n${HEBREW}`));
  assert.match(english, /<main>[\s\S]*<p id="[^"]*" dir="rtl">1\/ /);
  assert.doesNotMatch(renderPage(parseEntry(`${HEAD}${ENGLISH}`)), /dir=/);
});

test('in an email, such blocks and the styles in them are mirrored', () => {
  const html = renderRichText(parseEntry(`${HEAD}${HEBREW}\n\n${ARABIC}\n\n${ENGLISH}`));
  assert.match(html, /<p style="margin:0 0 18px" dir="rtl">1\/ /);
  assert.match(html, /<ul style="margin:0 0 18px;padding:0 16px 0 0;border-right:3px solid #d9d5cb;[^"]*" dir="rtl">/);
  assert.match(html, /<p style="margin:0 0 18px">2\/ /);
});

test('an email without such blocks has no direction', () => {
  const html = renderRichText(parseEntry(`${HEAD}${ENGLISH}\n\n* **Head**. Text.`));
  assert.doesNotMatch(html, /dir=|border-right/);
});
