import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('marks make emphasis and strong elements', () => {
  checkKramdown(
    '*a* _b_ **c** __d__ ***e*** ___f___',
    '<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <strong><em>e</em></strong> <strong><em>f</em></strong></p>\n',
  );
});

test('marks before or after white space are text', () => {
  checkKramdown('a * b * c', '<p>a * b * c</p>\n');
  checkKramdown('*a * b', '<p>*a * b</p>\n');
  checkKramdown('** a**', '<p>** a**</p>\n');
  checkKramdown('*a*\n*b *', '<p><em>a</em>\n*b *</p>\n');
});

test('an underscore in a word is text, an asterisk is not', () => {
  checkKramdown('a_b_c a*b*c', '<p>a_b_c a<em>b</em>c</p>\n');
  checkKramdown('_a_b _c_', '<p><em>a_b _c</em></p>\n');
  checkKramdown('é_a_ a-_b_', '<p>é_a_ a-_b_</p>\n');
});

test('elements nest in others', () => {
  checkKramdown('*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>\n');
  checkKramdown('**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>\n');
  checkKramdown('*a _b_ c*', '<p><em>a _b_ c</em></p>\n');
  checkKramdown('***a** b*', '<p><em><strong>a</strong> b</em></p>\n');
  checkKramdown('***a* b**', '<p><strong><em>a</em> b</strong></p>\n');
  checkKramdown('**a**b**', '<p><strong>a</strong>b**</p>\n');
});

test('a mark without a partner is text', () => {
  checkKramdown('*a', '<p>*a</p>\n');
  checkKramdown('a* b', '<p>a* b</p>\n');
  checkKramdown('**a*', '<p><em>*a</em></p>\n');
  checkKramdown('*a**', '<p>*a**</p>\n');
  checkKramdown('__a_ b', '<p><em>_a</em> b</p>\n');
  checkKramdown('**a', '<p>**a</p>\n');
});

test('marks close before a link or code does not', () => {
  checkKramdown('*a [b*](c)', '<p>*a <a href="c">b*</a></p>\n');
  checkKramdown('*a `b*`', '<p>*a <code>b*</code></p>\n');
  checkKramdown('`*a`*', '<p><code>*a</code>*</p>\n');
  checkKramdown('[*a](b)*', '<p>[<em>a](b)</em></p>\n');
});

test('an escaped mark is text', () => {
  checkKramdown(String.raw`\*a\* *b\**`, '<p>*a* <em>b*</em></p>\n');
});

test('emphasis goes over lines, not over paragraphs', () => {
  checkKramdown('*a\nb*', '<p><em>a\nb</em></p>\n');
  checkKramdown('*a\n\nb*', '<p>*a</p>\n<p>b*</p>\n');
});
