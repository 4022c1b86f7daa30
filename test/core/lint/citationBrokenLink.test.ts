import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { citationBrokenLink } from '../../../src/core/lint/rules/citationBrokenLink.ts';
import { checkNothingReported, checkReported } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const HEAD = '1/ **Head**. Text.';
const GOOD = `${HEAD} (${A} / ${B})`;

test('a link with a bracket missing or misplaced is made whole', () => {
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News(https://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News] (https://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦(A News)[https://a.example/1]⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News](https://a.example/1⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦A News](https://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦[B Post](https://b.example/2⟧`, GOOD);
});

test('brackets around an address that are missing or doubled are put right', () => {
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News]https://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A Newshttps://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News]((https://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News]((https://a.example/1))⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦[B Post]https://b.example/2)⟧`, GOOD);
});

test('an outlet followed by a bare address becomes a link', () => {
  const bare = 'C Times https://c.example/3';
  const link = '[C Times](https://c.example/3)';
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦${bare}⟧)`, `${HEAD} (${A} / ${link})`);
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦${bare}⟧ / ${B})`, `${HEAD} (${A} / ${link} / ${B})`);
  checkReported(citationBrokenLink, `${HEAD} (⟦${bare}⟧ / ${B})`, `${HEAD} (${link} / ${B})`);
  checkReported(citationBrokenLink, `${HEAD} (⟦${bare}⟧)`, `${HEAD} (${link})`);
});

test('a bare address in brackets of prose is accepted', () => {
  checkNothingReported(`${HEAD} (${A})\n\n* **Head**. Text (see https://c.example/3) and more. (${B})`);
});

test('a typo between a name and its address is fixed', () => {
  const fixed = `${HEAD} (${A})`;
  for (const link of [
    '[A News].(https',
    '[A News]x(https',
    '[A News]h(ttps',
    '[A News\\(https',
    '[A News][https',
    '[A News]{https',
  ])
    checkReported(citationBrokenLink, `${HEAD} (⟦${link}://a.example/1)⟧)`, fixed);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News}(https://a.example/1)⟧)`, fixed);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News(]https://a.example/1)⟧)`, fixed);
  checkReported(citationBrokenLink, `${HEAD} (⟦{A News](https://a.example/1)⟧)`, fixed);
});

test('a wrong bracket before a name is replaced', () => {
  checkReported(citationBrokenLink, `${HEAD} (⟦(A News](https://a.example/1)⟧)`, `${HEAD} (${A})`);
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦(B Post](https://b.example/2)⟧)`, GOOD);
});

test('a wrong bracket after an address is replaced', () => {
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News](https://a.example/1]⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦[B Post](https://b.example/2]⟧)`, GOOD);
});

test('an opening bracket at the end of a name or an address is removed', () => {
  checkReported(citationBrokenLink, `${HEAD} ([A News⟦(]⟧(https://a.example/1) / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News](https://a.example/1()⟧ / ${B})`, GOOD);
});

test('an address after the empty brackets of its link moves into them', () => {
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News]()(https://a.example/1)⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News]()https://a.example/1⟧ / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News]()https://a.example/1)⟧`, `${HEAD} (${A})`);
});

test('an empty link is one problem', () => {
  checkReported(citationBrokenLink, `${HEAD} (⟦[]()⟧)`);
  checkReported(citationBrokenLink, `${HEAD} (${A} / ⟦[]()⟧)`);
});

test("both of the group's brackets inside a name are one problem", () => {
  checkReported(citationBrokenLink, `${HEAD} ⟦[(A News)]⟧(https://a.example/1)`, `${HEAD} (${A})`);
});

test('a bracket or a separator inside a name moves out of it', () => {
  checkReported(citationBrokenLink, `${HEAD} (${A} / [B Post⟦)]⟧(https://b.example/2)`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} ⟦[(⟧A News](https://a.example/1) / ${B})`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} (${A} ⟦[/ ⟧B Post](https://b.example/2))`, GOOD);
  checkReported(citationBrokenLink, `${HEAD} ([A News⟦ /]⟧(https://a.example/1) ${B})`, GOOD);
});

test('a name that is partly outside its link moves into it', () => {
  checkReported(
    citationBrokenLink,
    `${HEAD} (⟦A[BC News]⟧(https://abcnews.go.com/1))`,
    `${HEAD} ([ABC News](https://abcnews.go.com/1))`,
  );
  checkReported(
    citationBrokenLink,
    `${HEAD} (⟦NBC [News]⟧(https://www.nbcnews.com/1))`,
    `${HEAD} ([NBC News](https://www.nbcnews.com/1))`,
  );
});

test('several broken links in one group are one problem each', () => {
  checkReported(
    citationBrokenLink,
    `${HEAD} (⟦[A News(https://a.example/1)⟧ / ⟦B Post](https://b.example/2)⟧ / ⟦[C]](https://c.example/3)⟧)`,
    `${HEAD} (${A} / ${B} / [C](https://c.example/3))`,
  );
});

test('a link whose address never closes ends on its line', () => {
  checkReported(
    citationBrokenLink,
    `${HEAD} (${A} / ⟦[B Post](https://b.example/2⟧\n\n2/ **Head** (so). Text. (${A})`,
    `${HEAD} (${A} / ${B})\n\n2/ **Head** (so). Text. (${A})`,
  );
});

test('an outlet followed by its address in brackets becomes a link', () => {
  const npr = '[NPR](https://www.npr.org/1)';
  const cnn = '[CNN](https://www.cnn.com/gg)';
  const bare = '⟦CNN (https://www.cnn.com/gg)⟧';
  checkReported(citationBrokenLink, `${HEAD} (${npr} / ${bare})`, `${HEAD} (${npr} / ${cnn})`);
  checkReported(citationBrokenLink, `${HEAD} (${bare} / ${npr})`, `${HEAD} (${cnn} / ${npr})`);
  checkReported(citationBrokenLink, `${HEAD} (${npr} / ${bare} / ${A})`, `${HEAD} (${npr} / ${cnn} / ${A})`);
  checkReported(citationBrokenLink, `${HEAD} (${bare})`, `${HEAD} (${cnn})`);
  const long = `https://www.cnn.com/${'a-long-way/'.repeat(20)}`;
  checkReported(
    citationBrokenLink,
    `${HEAD} (${npr} / ⟦CNN (${long})⟧ / ${A})`,
    `${HEAD} (${npr} / [CNN](${long}) / ${A})`,
  );
});

test('brackets that balance within a name, and a path, are not typos', () => {
  for (const name of ['(Re)building the pier', 'The pier (again)', '(Anti-)regression (2)', '/r/haskell', 'src/'])
    checkNothingReported(`* [${name}](https://a.example/1)`);
  checkNothingReported(`* ${A} [(MCPs only)](https://c.example/1)`);
  checkNothingReported(`${HEAD} ([(Re)building the pier](https://a.example/1))`);
  checkNothingReported(`${HEAD} ([/r/haskell](https://r.example/1) / ${A})`);
});

test('words that lead to a link are not the start of its name', () => {
  for (const text of [
    '(Photo by [Ada Moss](https://photos.example/1))',
    '(Bill [H.R. 12](https://congress.example/12))',
    '(RFC [#1584](https://github.com/rust-lang/rfcs/1584))',
    '(via [NPR](https://www.npr.org/1))',
    '(This fix is also backported in [Jekyll 3.8.7](https://jekyll.example/1)).',
  ])
    checkNothingReported(`* The pier is open. ${text}`);
});

test('a second bracket around the address of a link in a sentence is removed', () => {
  checkReported(
    citationBrokenLink,
    '* See ⟦[the old site]((https://a.example/1))⟧ for more.',
    '* See [the old site](https://a.example/1) for more.',
  );
  checkReported(
    citationBrokenLink,
    '* See (at ⟦[the old site]((https://a.example/1)⟧) for more.',
    '* See (at [the old site](https://a.example/1)) for more.',
  );
});

test('a fix keeps the title and the attributes of a link', () => {
  const end = 'https://a.example/1 "One"){:target="_blank"}';
  checkReported(citationBrokenLink, `${HEAD} (⟦[A News] (${end}⟧ / ${B})`, `${HEAD} ([A News](${end} / ${B})`);
});

test('a link inside the address of a broken one is not lost', () => {
  const text = '1/ **Head**. Text. ([NPR](h[CNN](https://a.example/b) / [C](https://c.example/d))';
  assert.equal(fixAll(text, ruleContext()).text, text);
});
