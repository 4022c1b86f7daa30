import { test } from 'node:test';
import { checkKramdown, KRAMDOWN } from '../../../support/checkKramdown.ts';

test('a paragraph goes on up to a blank line', () => {
  checkKramdown('The senate\nvoted.\n\nThe house did not.', '<p>The senate\nvoted.</p>\n<p>The house did not.</p>\n');
});

test("in GitHub's dialect a list, a heading, a quotation or a fence ends a paragraph", () => {
  checkKramdown('News:\n* one\n* two', '<p>News:</p>\n<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>\n');
  checkKramdown('News:\n1. one', '<p>News:</p>\n<ol>\n  <li>one</li>\n</ol>\n');
  checkKramdown('News:\n# One', '<p>News:</p>\n<h1 id="one">One</h1>\n');
  checkKramdown('News:\n> one', '<p>News:</p>\n<blockquote>\n  <p>one</p>\n</blockquote>\n');
  checkKramdown('News:\n```\none\n```', '<p>News:</p>\n<pre><code>one\n</code></pre>\n');
});

test("in kramdown's dialect they do not", () => {
  checkKramdown('News:\n* one\n1. two\n# Three\n> four', '<p>News:\n* one\n1. two\n# Three\n&gt; four</p>\n', KRAMDOWN);
});

test('without the quirk paragraph_end they do not either', () => {
  checkKramdown('News:\n* one', '<p>News:\n* one</p>\n', { gfmQuirks: [] });
});

test('a rule, a table or an indented line does not end a paragraph', () => {
  checkKramdown('a\n---\nb', '<h2 id="a">a</h2>\n<p>b</p>\n');
  checkKramdown('a\n***', '<p>a\n***</p>\n');
  checkKramdown('a\n| b | c |', '<p>a\n| b | c |</p>\n');
  checkKramdown('a\n    b', '<p>a\n    b</p>\n');
});

test('a block of HTML ends a paragraph, an inline element does not', () => {
  checkKramdown('a\n<div>b</div>', '<p>a</p>\n<div>b</div>\n');
  checkKramdown('a\n<em>b</em>', '<p>a\n<em>b</em></p>\n');
});

test('a line that only looks like another block goes on with the paragraph', () => {
  checkKramdown(
    'a\n<https://herald.example>\nb',
    '<p>a\n<a href="https://herald.example">https://herald.example</a>\nb</p>\n',
  );
  checkKramdown('a  \n#\nb', '<p>a<br />\n#\nb</p>\n');
});

test('a line with ^ separates two paragraphs', () => {
  checkKramdown('a\n^\nb', '<p>a</p>\n<p>b</p>\n');
});

test('a line that is indented by a space and a tab is no paragraph', () => {
  checkKramdown(' \ta', ' \ta\n');
});

test('white space at the start of lines is kept', () => {
  checkKramdown('  a\n   b\n\n   c', '<p>a\n   b</p>\n<p>c</p>\n');
});
