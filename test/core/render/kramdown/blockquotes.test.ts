import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a quotation goes on without its marks', () => {
  checkKramdown('> a\nb\n\nc', '<blockquote>\n  <p>a\nb</p>\n</blockquote>\n<p>c</p>\n');
  checkKramdown('>a\n> b', '<blockquote>\n  <p>a\nb</p>\n</blockquote>\n');
});

test('a quotation holds other blocks', () => {
  checkKramdown(
    '> # A\n>\n> * b\n> * c\n>\n>     d',
    '<blockquote>\n  <h1 id="a">A</h1>\n\n  <ul>\n    <li>b</li>\n    <li>\n      <p>c</p>\n\n      <p>d</p>\n    </li>\n  </ul>\n</blockquote>\n',
  );
  checkKramdown('> > a\n> b', '<blockquote>\n  <blockquote>\n    <p>a\nb</p>\n  </blockquote>\n</blockquote>\n');
});

test('two quotations are one if only a line with a mark is between them', () => {
  checkKramdown('> a\n>\n> b', '<blockquote>\n  <p>a</p>\n\n  <p>b</p>\n</blockquote>\n');
  checkKramdown('> a\n\n> b', '<blockquote>\n  <p>a</p>\n</blockquote>\n<blockquote>\n  <p>b</p>\n</blockquote>\n');
});

test('a quotation can have attributes', () => {
  checkKramdown('> a\n{: .b}', '<blockquote class="b">\n  <p>a</p>\n</blockquote>\n');
});
