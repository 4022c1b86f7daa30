import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('items without blank lines between them are written without paragraphs', () => {
  checkKramdown('* a\n* b\n- c\n+ d', '<ul>\n  <li>a</li>\n  <li>b</li>\n  <li>c</li>\n  <li>d</li>\n</ul>\n');
  checkKramdown('1. a\n7. b', '<ol>\n  <li>a</li>\n  <li>b</li>\n</ol>\n');
});

test('an item with a blank line after it has paragraphs', () => {
  checkKramdown('* a\n\n* b', '<ul>\n  <li>\n    <p>a</p>\n  </li>\n  <li>\n    <p>b</p>\n  </li>\n</ul>\n');
  checkKramdown(
    '* a\n* b\n\n* c\n\nd',
    '<ul>\n  <li>a</li>\n  <li>\n    <p>b</p>\n  </li>\n  <li>c</li>\n</ul>\n<p>d</p>\n',
  );
});

test('the last item is as tight as the others', () => {
  checkKramdown(
    '* a\n\n  b\n* c',
    '<ul>\n  <li>\n    <p>a</p>\n\n    <p>b</p>\n  </li>\n  <li>\n    <p>c</p>\n  </li>\n</ul>\n',
  );
  checkKramdown('* a\n* b\n\n  c', '<ul>\n  <li>a</li>\n  <li>\n    <p>b</p>\n\n    <p>c</p>\n  </li>\n</ul>\n');
});

test('the text after the marker says how far an item is indented', () => {
  checkKramdown(
    '* a\n  * b\n    * c',
    '<ul>\n  <li>a\n    <ul>\n      <li>b\n        <ul>\n          <li>c</li>\n        </ul>\n      </li>\n    </ul>\n  </li>\n</ul>\n',
  );
  checkKramdown('* a\n * b', '<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n');
  checkKramdown(
    '*   a\n    * b\n  * c',
    '<ul>\n  <li>a\n    <ul>\n      <li>b</li>\n    </ul>\n  </li>\n  <li>c</li>\n</ul>\n',
  );
  checkKramdown(
    '1.  a\n    b\n\n    c\n\n  d',
    '<ol>\n  <li>\n    <p>a\nb</p>\n\n    <p>c</p>\n  </li>\n</ol>\n<p>d</p>\n',
  );
});

test('a line without indentation goes on with the item', () => {
  checkKramdown('* a\nb\n* c\nd\n\ne', '<ul>\n  <li>a\nb</li>\n  <li>c\nd</li>\n</ul>\n<p>e</p>\n');
});

test('a nested list needs no blank line', () => {
  checkKramdown(
    '* a\n  1. b\n  2. c\n* d',
    '<ul>\n  <li>a\n    <ol>\n      <li>b</li>\n      <li>c</li>\n    </ol>\n  </li>\n  <li>d</li>\n</ul>\n',
  );
  checkKramdown(
    '1. a\n   * b\n\n   c',
    '<ol>\n  <li>a\n    <ul>\n      <li>b</li>\n    </ul>\n\n    <p>c</p>\n  </li>\n</ol>\n',
  );
});

test('an item may hold other blocks', () => {
  checkKramdown(
    '* a\n\n      code\n* > b\n* # C',
    '<ul>\n  <li>\n    <p>a</p>\n\n    <pre><code>code\n</code></pre>\n  </li>\n  <li>\n    <blockquote>\n      <p>b</p>\n    </blockquote>\n  </li>\n  <li>\n    <h1 id="c">C</h1>\n  </li>\n</ul>\n',
  );
  checkKramdown('*     a\n*\n  b', '<ul>\n  <li>a\n*\n  b</li>\n</ul>\n');
});

test('a tab counts as the spaces to the next column of four', () => {
  checkKramdown(
    '*\ta\n\n\tb\n*\tc',
    '<ul>\n  <li>\n    <p>a</p>\n\n    <p>b</p>\n  </li>\n  <li>\n    <p>c</p>\n  </li>\n</ul>\n',
  );
});

test('a rule ends a list after a blank line', () => {
  checkKramdown('* a\n\n* * *\n\n* b', '<ul>\n  <li>a</li>\n</ul>\n<hr />\n<ul>\n  <li>b</li>\n</ul>\n');
});

test('a line with ^ ends a list', () => {
  checkKramdown('* a\n^\n* b', '<ul>\n  <li>a</li>\n</ul>\n<ul>\n  <li>b</li>\n</ul>\n');
});

test('an item can have attributes', () => {
  checkKramdown('* {: .a} b\n* c\n{: .d}', '<ul class="d">\n  <li class="a">b</li>\n  <li>c</li>\n</ul>\n');
});

test('a marker needs a space, and a number a full stop', () => {
  checkKramdown('*a', '<p>*a</p>\n');
  checkKramdown('1) a', '<p>1) a</p>\n');
  checkKramdown('-1. b', '<p>-1. b</p>\n');
});

test('an empty item is written', () => {
  checkKramdown('*\n* a', '<p>*</p>\n<ul>\n  <li>a</li>\n</ul>\n');
  checkKramdown('* \n\n* b', '<ul>\n  <li></li>\n  <li>b</li>\n</ul>\n');
});
