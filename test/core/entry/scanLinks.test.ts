import { test } from 'node:test';
import { checkTree } from '../../support/checkTree.ts';

const check = (marked: string) => checkTree('links', marked);

test('a link has a name and an address', () => {
  check('She ⟦whole|[⟦name|said⟧](⟦address|https://a.example/1⟧)⟧ so.');
  check('⟦whole|[⟦name|Day 3⟧](⟦address|/2031/01/22/day-3/#2-the-“grand”-plan⟧)⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧)⟧⟦whole|[⟦name|B⟧](⟦address|https://b.example⟧)⟧');
});

test('a name and an address may be empty', () => {
  check('⟦whole|[⟦name|A⟧](⟦address|⟧)⟧ ⟦whole|[⟦name|⟧](⟦address|https://a.example⟧)⟧ ⟦whole|[⟦name|⟧](⟦address|⟧)⟧');
});

test('brackets in a name must balance, but escaped ones do not count', () => {
  check('⟦whole|[⟦name|A [sic]⟧](⟦address|https://a.example⟧)⟧');
  check('⟦whole|[⟦name|A \\] B⟧](⟦address|https://a.example⟧)⟧');
  check('⟦whole|[⟦name|A (B)⟧](⟦address|https://a.example⟧)⟧');
  check('\\[⟦whole|[⟦name|Readable version⟧](⟦address|https://a.example⟧)⟧\\]');
});

test('parentheses in an address must balance, but escaped ones do not count', () => {
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example/b_(c)_(d(e))⟧)⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example/\\(b\\_c⟧)⟧');
});

test('an address may be surrounded by spaces, have a title or attributes after it, or be prose', () => {
  check('⟦whole|[⟦name|A⟧]( ⟦address|https://a.example⟧ )⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧ "A title")⟧ more');
  check("⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧ 'A title')⟧");
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧ (A title) )⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧\n"A title")⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧){:target="_blank"}⟧ more');
  check('⟦whole|[⟦name|A⟧](⟦address|She did not say so.⟧)⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|TK⟧)⟧');
});

test('an address may be in angle brackets, which are not part of it', () => {
  check('⟦whole|[⟦name|A⟧](<⟦address|https://a.example⟧>)⟧');
  check('⟦whole|[⟦name|A⟧](<⟦address|https://a.example/b_(c⟧>)⟧)');
  check('⟦whole|[⟦name|A⟧](<⟦address|https://a.example/b_(c)⟧>)⟧)');
  check('⟦whole|[⟦name|A⟧]( <⟦address|a file.pdf⟧> "A title" )⟧');
  check('⟦whole|[⟦name|A⟧](<⟦address|https://a.example/\\>b⟧>){:target="_blank"}⟧');
});

test('a link without the bracket before its address', () => {
  check('⟦no-bracket|[⟦name|A News⟧(⟦address|https://a.example⟧)⟧');
});

test('a link with a space before its address', () => {
  check('⟦spaced|[⟦name|A News⟧] (⟦address|https://a.example⟧)⟧');
  check('[A note] (and an aside)');
});

test('a link with parentheses and brackets swapped', () => {
  check('⟦reversed|(⟦name|A News⟧)[⟦address|https://a.example⟧]⟧');
  check('⟦reversed|(⟦name|A⟧)[⟦address|https://a.example⟧]⟧⟦reversed|(⟦name|B⟧)[⟦address|https://b.example⟧]⟧');
  check('(A)[note]');
});

test('a link whose address is not closed', () => {
  check('⟦open-address|[⟦name|A⟧](⟦address|https://a.example⟧⟧');
  check('⟦open-address|[⟦name|A⟧](⟦address|https://a.example⟧⟧ / ⟦whole|[⟦name|B⟧](⟦address|https://b.example⟧)⟧');
  check('⟦open-address|[⟦name|A⟧](⟦address|https://a.example⟧⟧\nShe left (today).');
  check('⟦open-address|[⟦name|A⟧](⟦address|⟧⟧');
});

test('the name of a link without an opening bracket extends back over plain text', () => {
  check('(⟦no-opening|⟦name|A News⟧](⟦address|https://a.example⟧)⟧');
  check('⟦whole|[⟦name|A⟧](⟦address|https://a.example⟧)⟧ / ⟦no-opening|⟦name|B⟧](⟦address|https://b.example⟧)⟧');
  check('⟦no-opening|⟦name|A⟧](⟦address|https://a.example⟧)⟧');
  check(
    'A sentence that is far too long to be the name of any outlet, ends with⟦no-opening|⟦name|⟧](⟦address|https://a.example⟧)⟧',
  );
  check('A] (b)](c)');
});

test('a link with a second bracket after its name', () => {
  check('⟦doubled|[⟦name|A News⟧]](⟦address|https://a.example⟧)⟧');
});

test('a link with a second parenthesis before its address', () => {
  check('(⟦doubled|[⟦name|A News⟧]((⟦address|https://a.example⟧)⟧)');
  check('(⟦doubled|[⟦name|A News⟧]((⟦address|https://a.example⟧))⟧ / b');
  check('⟦doubled|[⟦name|A News⟧]((⟦address|https://a.example⟧))⟧ and more');
  check('(so) ⟦doubled|[⟦name|A News⟧]((⟦address|https://a.example⟧))⟧');
});

test('a link without the parentheses around its address', () => {
  check('⟦no-paren|[⟦name|A News⟧]⟦address|https://a.example⟧)⟧');
  check('⟦no-paren|[⟦name|A News⟧]⟦address|https://a.example⟧⟧ and more (so)');
  check('⟦no-paren|[⟦name|A News⟧⟦address|https://a.example⟧)⟧ / ⟦whole|[⟦name|B⟧](⟦address|https://b.example⟧)⟧');
  check('[A note: see https://a.example]');
  check('[A sentence that never ends, https://a.example');
});

test('an escaped link', () => {
  check('⟦escaped|\\[⟦name|A News⟧\\](⟦address|https://a.example⟧)⟧');
  check('\\[A note\\] (https://a.example)');
});

test('a broken link does not hide the next one', () => {
  check(
    '⟦no-bracket|[⟦name|A⟧(⟦address|https://a.example⟧)⟧ / ⟦no-opening|⟦name|B⟧](⟦address|https://b.example⟧)⟧ / ⟦whole|[⟦name|C⟧](⟦address|https://c.example⟧)⟧',
  );
});

test('images, footnotes, references and plain addresses are not links', () => {
  check('![A](https://a.example/1.png) [^1] [^1](https://a.example) [A][b] <https://a.example> https://a.example');
  check('\\[A\\] [A] (A) [] () [A\n\nB](c)');
});

test('the links of a block are those of its content', () => {
  check('[A\n\n⟦no-opening|⟦name|B⟧](⟦address|https://b.example⟧)⟧');
  check('```\n[A](https://a.example)\n```\n\n<!-- [A](https://a.example) -->');
});
