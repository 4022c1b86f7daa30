import { test } from 'node:test';
import { citationUrl } from '../../../src/core/lint/rules/citationUrl.ts';
import { checkNothingReported, checkReported } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const HEAD = '1/ **Head**. Text.';
const GOOD = `${HEAD} (${A} / ${B})`;

test('an address that leads nowhere is reported, and fixed if the intended address is obvious', () => {
  checkReported(citationUrl, `${HEAD} (⟦[A News]()⟧)`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦a-news.com/1⟧))`, `${HEAD} ([A News](https://a-news.com/1))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦www.a.example/1⟧))`, `${HEAD} ([A News](https://www.a.example/1))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦ttps://a.example/1⟧))`, `${HEAD} (${A})`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦https://a.example/1"⟧))`, `${HEAD} (${A})`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦https://a.example/1https://b.example/2⟧))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦She did not say so at all⟧))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦realName⟧))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦http://localhost:4000/1⟧))`);
});

test('a stray slash before the scheme is removed, and an incomplete scheme is completed', () => {
  checkReported(citationUrl, `${HEAD} ([A News](⟦/https://a.example/1⟧) / ${B})`, GOOD);
  const www = '[A News](https://www.a.example/1)';
  for (const scheme of ['https', 'htts', 'https:', 'https:/'])
    checkReported(citationUrl, `${HEAD} ([A News](⟦${scheme}www.a.example/1⟧))`, `${HEAD} (${www})`);
});

test('a space inside the scheme is removed', () => {
  checkReported(citationUrl, `${HEAD} ([A News](⟦https: //a.example/1⟧) / ${B})`, GOOD);
  checkReported(citationUrl, `${HEAD} (${A} / [B Post](⟦https:/ /b.example/2⟧))`, GOOD);
});

test('a square bracket at the end of an address is removed', () => {
  checkReported(citationUrl, `${HEAD} ([A News](⟦https://a.example/1]⟧) / ${B})`, GOOD);
});

test('two addresses joined into one are reported', () => {
  checkReported(citationUrl, `${HEAD} ([A News](⟦https://a.example/x/https://b.example/y⟧))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦https://a.example/xhttps://b.example/y⟧))`);
});

test('an address inside that of an archive, a cache or a share link is accepted', () => {
  for (const address of [
    'https://web.archive.org/web/2017/https://b.example/y',
    'https://archive.ph/https://b.example/y',
    'https://archive.is/a/https://b.example/y',
    'https://webcache.search.example/a/https://b.example/y',
    'https://12ft.io/https://b.example/y',
    'https://a.example/share?url=https://b.example/2',
  ])
    checkNothingReported(`${HEAD} ([A News](${address}))`);
});

test('the title of a link is not part of its address', () => {
  checkNothingReported(`${HEAD} ([A News](https://a.example/1 "One") / ${B})`);
});
