import { test } from 'node:test';
import { formatCitationGroup } from '../../../src/core/compose/citations/formatCitations.ts';
import { citationUrl } from '../../../src/core/lint/rules/citationUrl.ts';
import { checkNothingReported, checkReported, checkSuggestions } from '../../support/checkRule.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const HEAD = '1/ **Head**. Text.';
const GOOD = `${HEAD} (${A} / ${B})`;

test('an address that leads nowhere is reported, and fixed if the intended address is obvious', () => {
  checkReported(citationUrl, `${HEAD} (⟦[A News]()⟧)`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦a-news.com/1⟧))`, `${HEAD} ([A News](https://a-news.com/1))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦www.a.example/1⟧))`, `${HEAD} ([A News](https://www.a.example/1))`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦ttps://a.example/1⟧))`, `${HEAD} (${A})`);
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

test('the title of a link and angle brackets are not part of its address', () => {
  checkNothingReported(`${HEAD} ([A News](https://a.example/1 "One") / ${B})`);
  checkNothingReported(`${HEAD} ([A News](https://a.example/1 (One.)) / ${B})`);
  checkNothingReported(`${HEAD} ([A News](<https://a.example/1>) / ${B})`);
  checkNothingReported(`${HEAD} ([A News](<https://en.wikipedia.org/wiki/A_(b>))`);
  checkNothingReported(`${HEAD} ([A News](<https://a.example/a b>) / ${B})`);
});

test('the end of an address that plainly belongs to the sentence is reported, and its removal is offered', () => {
  for (const end of ['.', ',', ';', '"', '”', '."', ',”', '|', '\\*']) {
    const address = '[A News](https://a.example/the-pier)';
    checkSuggestions(citationUrl, `${HEAD} ([A News](⟦https://a.example/the-pier${end}⟧))`, [`${HEAD} (${address})`]);
  }
});

test('the end of an address that may be a part of it is accepted', () => {
  for (const address of [
    'https://a.example/?q=1.',
    'https://a.example/?q="pier"',
    'https://a.example/search?q=label:%22map%22',
    'https://a.example/label:%22map%22',
    'https://a.example/title:"x"',
    "https://a.example/say-'no'",
    'https://en.wikipedia.org/wiki/Acme_Inc.',
    'https://en.wikipedia.org/wiki/Ada_Moss_Jr.',
    'https://en.wikipedia.org/wiki/Washington,_D.C.',
    'https://a.example/acme-inc.',
    'https://a.example/pier;v=1;',
    'https://a.example/pier&amp;',
    'https://a.example/a,b,',
    'https://a.example/#the-pier.',
    'https://a.example/*/b/*',
  ])
    checkNothingReported(`${HEAD} ([A News](${address}))`);
});

test('what a citation is written as is accepted', () => {
  for (const address of [
    'https://a.example/search?q=label:"map"',
    'https://a.example/label:"map"',
    'https://en.wikipedia.org/wiki/Acme_Inc.',
    'https://en.wikipedia.org/wiki/A_(b',
    'https://a.example/pier;v=1;',
    'https://a.example/title:"x"',
  ])
    checkNothingReported(`${HEAD} ${formatCitationGroup([address], { suggestName: () => 'A News' })}`);
});

test('an address that Liquid completes, and one of another site or scheme, are accepted', () => {
  checkNothingReported(`${HEAD} ([A News]({{ site.baseurl }}/a/))`);
  checkNothingReported('* The pier ([#12]({{ site.repository }}/issues/12)) is open.');
  checkNothingReported('* The pier ([about](about)) is open.');
  for (const address of ['docs/pier.html', 'pier.md', 'ftp://a.example/1', 'magnet:?xt=1'])
    checkNothingReported(`${HEAD} ([A News](${address}))`);
});

test('brackets of a programming language are no links', () => {
  checkNothingReported('Use operator[]() and f[x](y z) and [](int x) here.');
});

test('the address of a local server may belong to instructions, but nobody else can open it', () => {
  checkNothingReported('Open [your site](http://localhost:4000).');
  checkReported(citationUrl, `${HEAD} (${A})\n\n* Open [it](⟦http://localhost:4000/1⟧).`);
  checkReported(citationUrl, `${HEAD} ([A News](⟦http://localhost:4000/1⟧))`);
});
