import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { checkTree } from '../../support/checkTree.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const C = '[C](https://c.example/3)';

/** Single letters are short for citations: `A` for `⟦citation|[A News](…)⟧`. */
function check(marked: string): void {
  const links: Readonly<Record<string, string>> = { A, B, C };
  checkTree('groups', `1/ **Head**. Text. ${marked.replace(/\b[ABC]\b/g, (name) => `⟦citation|${links[name]}⟧`)}`);
}

const OPEN = '⟦open|(⟧';
const CLOSE = '⟦close|)⟧';
const NEXT = ' ⟦separator|/⟧ ';

test('a group in the standard form is well formed', () => {
  check(`⟦well-formed|${OPEN}A${CLOSE}⟧`);
  check(`⟦well-formed|${OPEN}A${NEXT}B${NEXT}C${CLOSE}⟧`);
});

test('the content of a link does not affect whether its group is well formed', () => {
  check(`⟦well-formed|${OPEN}⟦citation|[D]()⟧${NEXT}⟦citation|[the D](not an address)⟧${CLOSE}⟧`);
});

test('there may be several groups in the content of a block', () => {
  check(`⟦well-formed|${OPEN}A${CLOSE}⟧. More text. ⟦well-formed|${OPEN}B${CLOSE}⟧`);
  check(`⟦well-formed|${OPEN}A${CLOSE}⟧ \\\n**More** ⟦well-formed|${OPEN}B${CLOSE}⟧`);
  check(`⟦well-formed|${OPEN}A${CLOSE}⟧ \\\nMore ⟦well-formed|${OPEN}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${CLOSE} ⟦stray|\\⟧\n${OPEN}B${CLOSE}⟧`);
});

test('text after a group is not part of it', () => {
  check(`⟦well-formed|${OPEN}A${NEXT}B${CLOSE}⟧ 🎉`);
  check(`⟦well-formed|${OPEN}A${CLOSE}⟧ #hashtag`);
});

test('missing or extra spaces do not split a group', () => {
  check(`⟦group|${OPEN} A⟦separator|/⟧B ${CLOSE}⟧`);
  check(`⟦group|${OPEN}A  ⟦separator|/⟧\u00a0B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A\n⟦separator|/⟧ B${CLOSE}⟧`);
});

test('the parenthesis may be missing at either end, or at both', () => {
  check(`⟦group|${OPEN}A${NEXT}B⟧`);
  check(`⟦group|${OPEN}A⟧\n\n2/ Text`);
  check(`⟦group|A${NEXT}B${CLOSE}⟧`);
  check(`⟦group|A${CLOSE}⟧`);
  check(`⟦group|A${NEXT}B⟧`);
});

test('a parenthesis may be duplicated or come too early', () => {
  check(`⟦group|${OPEN}${OPEN}A${NEXT}B${CLOSE}${CLOSE}⟧`);
  check(`⟦group|${OPEN} ${OPEN}A${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${CLOSE}${NEXT}B⟧`);
  check(`⟦group|${OPEN}A${CLOSE}${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${CLOSE} ${OPEN}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}${OPEN}B${CLOSE}⟧`);
  check(`⟦group|⟦open|\\(⟧A⟦close|\\)⟧⟧`);
});

test('a separator may be another character, missing, or duplicated', () => {
  check(`⟦group|${OPEN}A⟦other-separator|,⟧ B⟦other-separator|;⟧ C${CLOSE}⟧`);
  check(`⟦group|${OPEN}A ⟦other-separator||⟧ B ⟦other-separator|and⟧ C${CLOSE}⟧`);
  check(`⟦group|${OPEN}A ⟦other-separator|&⟧ B ⟦other-separator|–⟧ C${CLOSE}⟧`);
  check(`⟦group|${OPEN}A B C${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}⟦separator|/⟧ B${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦separator|/⟧ A${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}B ⟦separator|/⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}B ⟦separator|/⟧⟧`);
  check(`⟦group|${OPEN}A${NEXT}B${CLOSE} ⟦separator|/⟧⟧`);
});

test('a typo is a stray token', () => {
  check(`⟦group|${OPEN}A⟦stray|y⟧${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A⟦stray|.⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}A ⟦stray|.⟧ B${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦stray|[⟧A${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A⟧0`);
});

test('an outlet or an address may have no link', () => {
  check(`⟦group|${OPEN}A${NEXT}⟦name|Valley Post⟧${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦name|Valley Post⟧${NEXT}A${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}⟦name|Valley Post⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}⟦name|[Valley Post]⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}⟦address|https://d.example/4⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦address|https://d.example/4⟧${NEXT}⟦address|www.e.example⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦name|Gallup⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦name|Valley Post⟧${NEXT}⟦name|KXYZ⟧${CLOSE}⟧`);
});

test('a part of a name may be outside its link, if the host of the address has the whole name', () => {
  const news = '⟦citation|[News](https://www.nbcnews.example/1)⟧';
  check(`⟦group|${OPEN}⟦name|NBC⟧ ${news}${NEXT}⟦name|The⟧ B${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦name|New York⟧ ⟦citation|[Times](https://www.nytimes.example/1)⟧${CLOSE}⟧`);
  check(`⟦group|${OPEN}⟦name|M⟧⟦citation|[SNBC](https://www.msnbc.example/1)⟧${CLOSE}⟧`);
});

test('words that lead to a link in parentheses make them those of a sentence', () => {
  for (const text of [
    `(via ${A})`,
    `(Photo by [Ada Moss](https://photos.example/1))`,
    `(Bill [H.R. 12](https://congress.example/12))`,
    `(This is also in [Jekyll 3.8.7](https://jekyll.example/1)).`,
    `RFC (RFC #[2091](https://rfcs.example/2091))`,
  ])
    checkTree('groups', `* **Head**. Text. ${text}`);
});

test('an outlet followed by its address in parentheses belongs to the group', () => {
  const bracketed = '⟦name|D⟧ ⟦open|(⟧⟦address|https://d.example/4⟧⟦close|)⟧';
  check(`⟦group|${OPEN}A${NEXT}${bracketed}${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}${bracketed}${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}${bracketed}${NEXT}A${CLOSE}⟧`);
  check(`⟦group|${OPEN}${bracketed}${CLOSE}⟧`);
});

test('a remark in parentheses belongs to the citation before it', () => {
  const remarked = '⟦citation|[D](https://d.example/4) (German)⟧';
  check(`⟦well-formed|${OPEN}A${NEXT}${remarked}${CLOSE}⟧`);
  check(`⟦well-formed|${OPEN}${remarked}${NEXT}A${CLOSE}⟧`);
  checkTree('groups', `* **More**: ⟦group|${remarked} ⟦separator|/⟧ ⟦citation|${A}⟧⟧`);
});

test('a reference whose definition exists is a source of the group', () => {
  const definition = '\n\n[d]: https://d.example/4';
  check(`⟦group|${OPEN}A${NEXT}⟦literal|[D][d]⟧${CLOSE}⟧${definition}`);
  check(`⟦group|${OPEN}⟦literal|[D][d]⟧${NEXT}A${NEXT}B${CLOSE}⟧${definition}`);
});

test('brackets that balance within a name neither open nor close a group', () => {
  checkTree('groups', '* [(Re)building the pier](https://a.example/1)');
  checkTree('groups', '* [Building the pier (again)](https://a.example/1)');
  checkTree('groups', `* ${A} [(MCPs only)](https://c.example/1)`);
});

test('a smiley, quotation marks and asterisks are no parts of a group', () => {
  checkTree('groups', `* She ${A} :)`);
  checkTree('groups', `* She ${A} ;)`);
  checkTree('groups', `She (*${A}*) left.`);
  checkTree('groups', `She ("${A}") left.`);
});

test('a broken link is a citation as well', () => {
  for (const link of [
    '[D(https://d.example)',
    '[D] (https://d.example)',
    '(D)[https://d.example]',
    'D](https://d.example)',
    '[D]](https://d.example)',
    '[D]((https://d.example))',
    '[D]https://d.example)',
    '[Dhttps://d.example)',
    '\\[D\\](https://d.example)',
    '[D](https://d.example',
    '[](https://d.example)',
    '[(D)](https://d.example)',
  ]) {
    check(`⟦group|${OPEN}A${NEXT}⟦citation|${link}⟧${NEXT}B${CLOSE}⟧`);
  }
});

test('a parenthesis inside a name still opens or closes the group', () => {
  check(`⟦group|⟦citation|[(D](https://d.example)⟧${NEXT}B${CLOSE}⟧`);
  check(`⟦group|${OPEN}A${NEXT}⟦citation|[D)](https://d.example)⟧⟧`);
});

test('links joined by slashes are a group even without parentheses', () => {
  checkTree('groups', `* **Live blogs**: ⟦group|⟦citation|${A}⟧ ⟦separator|/⟧ ⟦citation|${B}⟧⟧`);
});

test('links in a sentence are not a group, with or without parentheses', () => {
  for (const text of [
    `She ${A} left.`,
    `She (so ${A} says) left.`,
    `She (${A} says so) left.`,
    `She ${A} and ${B} left.`,
    `She ${A}, ${B}, and ${C} left.`,
    `1/ **Head** (as of today)`,
    `1/ **Head**. She lives in Portland (Oregon).`,
    `1/ **Head**. The senator (Independent) left.`,
  ]) {
    checkTree('groups', text);
  }
});

test('a token is never empty, whatever whitespace precedes an address', () => {
  for (const space of '\u00a0\u1680\u2000\u2003\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') {
    const text = `1/ **A**. B. (${space}https://a.example/1 /${space}https://b.example/2 / ${C} /${space}www.d.example/4)`;
    const pieces = parseEntry(text).blocks.flatMap(({ citationGroups }) =>
      citationGroups.flatMap((group) => group.pieces),
    );
    assert.ok(pieces.length > 0 && pieces.every(({ from, to }) => from < to), JSON.stringify(space));
  }
});
