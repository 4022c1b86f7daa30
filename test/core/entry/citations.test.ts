import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { checkTree } from '../../support/tree.ts';

const A = '[A News](https://a.example/1)';
const B = '[B Post](https://b.example/2)';
const C = '[C](https://c.example/3)';

/** Names stand for citations here: `A` for `⟦citation|[A News](…)⟧`. */
function check(marked: string): void {
  const links: Readonly<Record<string, string>> = { A, B, C };
  checkTree('groups', `1/ **Head**. Text. ${marked.replace(/\b[ABC]\b/g, (name) => `⟦citation|${links[name]}⟧`)}`);
}

const OPEN = '⟦open|(⟧';
const CLOSE = '⟦close|)⟧';
const NEXT = ' ⟦separator|/⟧ ';

test('a group that reads as it should is regular', () => {
  check(`⟦regular|${OPEN}A${CLOSE}⟧`);
  check(`⟦regular|${OPEN}A${NEXT}B${NEXT}C${CLOSE}⟧`);
});

test('what a link holds does not make a group irregular', () => {
  check(`⟦regular|${OPEN}⟦citation|[D]()⟧${NEXT}⟦citation|[the D](not an address)⟧${CLOSE}⟧`);
});

test('several groups may stand in a story', () => {
  check(`⟦regular|${OPEN}A${CLOSE}⟧. More text. ⟦regular|${OPEN}B${CLOSE}⟧`);
  check(`⟦regular|${OPEN}A${CLOSE}⟧ \\\n**More** ⟦regular|${OPEN}B${CLOSE}⟧`);
});

test('what follows a group is no part of it', () => {
  check(`⟦regular|${OPEN}A${NEXT}B${CLOSE}⟧ 🎉`);
  check(`⟦regular|${OPEN}A${CLOSE}⟧ #hashtag`);
});

test('spaces missing or too many leave a group whole', () => {
  check(`⟦citations|${OPEN} A⟦separator|/⟧B ${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A  ⟦separator|/⟧\u00a0B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A\n⟦separator|/⟧ B${CLOSE}⟧`);
});

test('a bracket may be missing at either end, or at both', () => {
  check(`⟦citations|${OPEN}A${NEXT}B⟧`);
  check(`⟦citations|${OPEN}A⟧\n\n2/ Text`);
  check(`⟦citations|A${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|A${CLOSE}⟧`);
  check(`⟦citations|A${NEXT}B⟧`);
});

test('a bracket may be there twice, or too early', () => {
  check(`⟦citations|${OPEN}${OPEN}A${NEXT}B${CLOSE}${CLOSE}⟧`);
  check(`⟦citations|${OPEN} ${OPEN}A${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${CLOSE}${NEXT}B⟧`);
  check(`⟦citations|${OPEN}A${CLOSE}${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${CLOSE} ${OPEN}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}${OPEN}B${CLOSE}⟧`);
  check(`⟦citations|⟦open|\\(⟧A⟦close|\\)⟧⟧`);
});

test('a separator may be another sign, or none, or too many', () => {
  check(`⟦citations|${OPEN}A⟦other-separator|,⟧ B⟦other-separator|;⟧ C${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A ⟦other-separator||⟧ B ⟦other-separator|and⟧ C${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A ⟦other-separator|&⟧ B ⟦other-separator|–⟧ C${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A B C${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}⟦separator|/⟧ B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}⟦separator|/⟧ A${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}B ⟦separator|/⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}B ⟦separator|/⟧⟧`);
  check(`⟦citations|${OPEN}A${NEXT}B${CLOSE} ⟦separator|/⟧⟧`);
});

test('a slip of the finger is stray', () => {
  check(`⟦citations|${OPEN}A⟦stray|y⟧${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A⟦stray|.⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A ⟦stray|.⟧ B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}⟦stray|[⟧A${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A⟧0`);
});

test('an outlet or an address may stand without a link', () => {
  check(`⟦citations|${OPEN}A${NEXT}⟦name|Valley Post⟧${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}⟦name|Valley Post⟧${NEXT}A${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}⟦name|Valley Post⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}⟦name|[Valley Post]⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}⟦address|https://d.example/4⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}⟦address|https://d.example/4⟧${NEXT}⟦address|www.e.example⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}⟦name|Gallup⟧${CLOSE}⟧`);
  check(`⟦citations|${OPEN}⟦name|Valley Post⟧${NEXT}⟦name|KXYZ⟧${CLOSE}⟧`);
});

test('a part of a name may stand outside its link', () => {
  check(`⟦citations|${OPEN}⟦name|NBC⟧ A${NEXT}⟦name|The⟧ B${CLOSE}⟧`);
});

test('a broken link is a citation like any other', () => {
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
    check(`⟦citations|${OPEN}A${NEXT}⟦citation|${link}⟧${NEXT}B${CLOSE}⟧`);
  }
});

test('a bracket that slipped into a name still opens or closes', () => {
  check(`⟦citations|⟦citation|[(D](https://d.example)⟧${NEXT}B${CLOSE}⟧`);
  check(`⟦citations|${OPEN}A${NEXT}⟦citation|[D)](https://d.example)⟧⟧`);
});

test('links joined by slashes are a group without brackets too', () => {
  checkTree('groups', `* **Live blogs**: ⟦citations|⟦citation|${A}⟧ ⟦separator|/⟧ ⟦citation|${B}⟧⟧`);
});

test('links of a sentence are no group, in brackets or not', () => {
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

test('a mark is never empty, whatever white space stands before an address', () => {
  for (const space of '\u00a0\u1680\u2000\u2003\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') {
    const text = `1/ **A**. B. (${space}https://a.example/1 /${space}https://b.example/2 / ${C} /${space}www.d.example/4)`;
    const pieces = parseEntry(text).blocks.flatMap(({ citations }) => citations.flatMap((group) => group.pieces));
    assert.ok(pieces.length > 0 && pieces.every(({ from, to }) => from < to), JSON.stringify(space));
  }
});
