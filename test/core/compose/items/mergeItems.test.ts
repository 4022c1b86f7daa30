import { test } from 'node:test';
import { mergeItems } from '../../../../src/core/compose/items/mergeItems.ts';
import { checkEdited, checkRefused } from '../../../support/checkEdited.ts';

test('two sections become one, with the citations of both in order and without repetitions', () => {
  checkEdited(
    mergeItems,
    '1/ **O‸ne**. A. ([A](https://a.example/1) / [B](https://b.example/2))\n\n' +
      '2/ **Two**. B. ([B](https://www.b.example/2?utm_source=x) / [C](https://c.example/3))\n\n3/ Three',
    '1/ **One**. A. ‸**Two**. B. ([A](https://a.example/1) / [B](https://b.example/2) / [C](https://c.example/3))\n\n2/ Three',
  );
});

test('sources without an address are kept, each of them', () => {
  checkEdited(mergeItems, '1/ A‸. ([CNN]())\n\n2/ B. ([Reuters]())', '1/ A. ‸B. ([CNN]() / [Reuters]())');
  checkEdited(mergeItems, '1/ A‸. ([CNN]())\n\n2/ B. ([CNN]())', '1/ A. ‸B. ([CNN]() / [CNN]())');
  checkEdited(mergeItems, '1/ A‸. ([A](TK))\n\n2/ B. ([B](TK))', '1/ A. ‸B. ([A](TK) / [B](TK))');
  checkEdited(
    mergeItems,
    '1/ A‸. ([A](https://a.example/1))\n\n2/ B. (TK)',
    '1/ A. ‸B. ([A](https://a.example/1) / TK)',
  );
  checkEdited(mergeItems, '1/ A‸. (TK)\n\n2/ B. (TK / CNN)', '1/ A. ‸B. (TK / TK / CNN)');
});

test('an address under two names keeps both', () => {
  checkEdited(
    mergeItems,
    '1/ A‸. ([A](https://a.example/1))\n\n2/ B. ([B](https://a.example/1))',
    '1/ A. ‸B. ([A](https://a.example/1) / [B](https://a.example/1))',
  );
});

test('if only one item has a group, it ends the merged item', () => {
  checkEdited(mergeItems, '1/ A‸. ([A](https://a.example/1))\n\n2/ B.', '1/ A. ‸B. ([A](https://a.example/1))');
  checkEdited(mergeItems, '1/ A‸.\n\n2/ B. ([A](https://a.example/1))\n', '1/ A. ‸B. ([A](https://a.example/1))\n');
});

test('bullets follow bullets', () => {
  checkEdited(mergeItems, '1/ A‸.\n\n* a\n\n2/ B.\n\n* b\n\n3/ C', '1/ A. ‸B.\n\n* a\n\n* b\n\n2/ C');
});

test('a full stop separates two adjacent headlines', () => {
  checkEdited(mergeItems, '1/ **A**‸\n\n2/ **B**. C.', '1/ **A**. ‸**B**. C.');
  checkEdited(mergeItems, '1/ **"A."**‸\n\n2/ **B**. C.', '1/ **"A."** ‸**B**. C.');
});

test('an empty section takes the text of the next one, and merging an empty one adds nothing', () => {
  checkEdited(mergeItems, 'TK/ ‸\n\nTK/ B.', 'TK/ ‸B.');
  checkEdited(mergeItems, '1/ A‸.\n\n2/ \n\n3/ C', '1/ A.‸\n\n2/ C');
});

test('paragraphs of the first section stay before the merged text', () => {
  checkEdited(mergeItems, '1/ A‸.\n\nMore.\n\n2/ B.', '1/ A.\n\nMore. ‸B.');
});

test('bullets, notables and polls are merged with their own kind', () => {
  checkEdited(mergeItems, '1/ A\n\n* a‸.\n\n* b.\n\n* c', '1/ A\n\n* a. ‸b.\n\n* c');
  checkEdited(mergeItems, '### Notables.\n\n1. a‸.\n\n2. b.\n\n3. c', '### Notables.\n\n1. a. ‸b.\n\n2. c');
  checkEdited(mergeItems, 'poll/ A‸.\n\npoll/ B.', 'poll/ A. ‸B.');
});

test('all items of a selection become one', () => {
  checkEdited(mergeItems, '1/ ⟦A.\n\n2/ B.\n\n3/ C⟧.\n\n4/ D.', '1/ A. ‸B. C.\n\n2/ D.');
});

test('a refusal says why items cannot be merged', () => {
  checkRefused(mergeItems, '1/ ‸A', 'There is no section after this one to merge with.');
  checkRefused(
    mergeItems,
    '1/ ‸A\n\npoll/ B',
    'The next item is of another kind. Only two items of the same kind can be merged.',
  );
  checkRefused(
    mergeItems,
    '1/ ‸A. ([A](https://a.example/1) / [B](https://b.example/2)\n\n2/ B. ([C](https://c.example/3))',
    'A citation group in these items is broken. Fix it first.',
  );
});

test('a comment about the second item stays above the merged one', () => {
  checkEdited(mergeItems, '1/ A‸.\n\n<!-- ask -->\n2/ B.', '<!-- ask -->\n1/ A. ‸B.');
});

test('code and HTML stay as they are', () => {
  checkEdited(
    mergeItems,
    '1/ A‸ `a`.\n\n2/ B <b>b</b>.\n\n```\n3/ code\n```\n\n3/ C',
    '1/ A `a`. ‸B <b>b</b>.\n\n```\n3/ code\n```\n\n2/ C',
  );
  checkEdited(mergeItems, '1/ A‸.[^1]\n\n[^1]: Note.\n\n2/ B.', '1/ A.[^1] ‸B.\n\n[^1]: Note.');
  const between = 'There is code or HTML between the texts of these items. Move it first.';
  checkRefused(mergeItems, '1/ A‸.\n\n```\ncode\n```\n\n2/ B.', between);
  checkRefused(mergeItems, '* A‸.\n\n  <div>x</div>\n\n* B.', between);
  const changed =
    'Code, HTML or a definition here would no longer be the same. Move it out first, or close it if its end is missing.';
  checkRefused(mergeItems, '1/ A‸ `a.\n\n2/ B `b.', changed);
  checkRefused(mergeItems, '* A‸.\n\n* ```\n  code\n  ```', changed);
});
