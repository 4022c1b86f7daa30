import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a line with a colon defines the line above', () => {
  checkKramdown('term\n: definition', '<dl>\n  <dt>term</dt>\n  <dd>definition</dd>\n</dl>\n');
  checkKramdown('term\n\n: definition', '<dl>\n  <dt>term</dt>\n  <dd>\n    <p>definition</p>\n  </dd>\n</dl>\n');
  checkKramdown('one\ntwo\n: a\n: b', '<dl>\n  <dt>one</dt>\n  <dt>two</dt>\n  <dd>a</dd>\n  <dd>b</dd>\n</dl>\n');
});

test('a blank line before a definition gives it paragraphs', () => {
  checkKramdown(
    'term\n\n: a\n\n: b\nc',
    '<dl>\n  <dt>term</dt>\n  <dd>\n    <p>a</p>\n  </dd>\n  <dd>\n    <p>b\nc</p>\n  </dd>\n</dl>\n',
  );
});

test('terms after a blank line go on with the list', () => {
  checkKramdown('a\n: b\n\nc\n: d', '<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n  <dt>c</dt>\n  <dd>d</dd>\n</dl>\n');
});

test('a definition may hold other blocks', () => {
  checkKramdown(
    'a\n: b\n\n      code\n\n  * c\n',
    '<dl>\n  <dt>a</dt>\n  <dd>b\n\n    <pre><code>code\n</code></pre>\n\n    <ul>\n      <li>c</li>\n    </ul>\n  </dd>\n</dl>\n',
  );
});

test('terms and definitions can have attributes', () => {
  checkKramdown(
    '{: .a} b\n: {: .c} d\n{: .e}',
    '<dl class="e">\n  <dt class="a">b</dt>\n  <dd class="c">d</dd>\n</dl>\n',
  );
});

test('terms can have ids', () => {
  checkKramdown(
    '{:auto_ids}\nThe *Senate*\n: a',
    '<dl>\n  <dt id="the-senate">The <em>Senate</em></dt>\n  <dd>a</dd>\n</dl>\n',
  );
  checkKramdown('{:auto_ids-s-}\nSenate\n: a', '<dl>\n  <dt id="s-senate">Senate</dt>\n  <dd>a</dd>\n</dl>\n');
});

test('a colon without a term is text', () => {
  checkKramdown(': a', '<p>: a</p>\n');
  checkKramdown('# b\n: a', '<h1 id="b">b</h1>\n<p>: a</p>\n');
});
