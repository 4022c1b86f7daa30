import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a list below a block, or above it after a blank line, is for that block', () => {
  checkKramdown('a\n{: .b #c d="e \\"f"}', '<p class="b" id="c" d="e &quot;f">a</p>\n');
  checkKramdown('{: .a}\nb\n\n{: .c}\n{: .d}\n\ne', '<p class="a">b</p>\n<p class="c d">e</p>\n');
});

test('a list after a span is for that span', () => {
  checkKramdown('*a*{: .b} `c`{:.d #e} "f"{: .g}', '<p><em class="b">a</em> <code class="d" id="e">c</code> “f”</p>\n');
});

test('a list after text is text', () => {
  checkKramdown('a{: .b}', '<p>a{: .b}</p>\n');
  checkKramdown('a {: .b} *c* {: .d}', '<p>a {: .b} <em>c</em> {: .d}</p>\n');
});

test('a name stands for a list that is defined anywhere', () => {
  checkKramdown('a\n{: b .c}\n\n{:b: .d e="f"}\n{:b: .g}', '<p class="d g c" e="f">a</p>\n');
});

test('names may stand for each other', () => {
  checkKramdown('a\n{: b}\n\n{:b: c .d}\n{:c: b .e}', '<p class="e d">a</p>\n');
});

test('unknown names are ignored', () => {
  checkKramdown('a\n{: b}', '<p>a</p>\n');
});

test('a list without an end is text', () => {
  checkKramdown('a\n{: .b', '<p>a\n{: .b</p>\n');
  checkKramdown('*a*{: .b', '<p><em>a</em>{: .b</p>\n');
});

test('a heading, a list, a table and HTML have attributes too', () => {
  checkKramdown(
    '# A\n{: .b}\n\n* c\n{: .d}\n\n|e|f|\n{: .g}\n\n{: .h}\n<div>i</div>',
    '<h1 class="b" id="a">A</h1>\n<ul class="d">\n  <li>c</li>\n</ul>\n<table class="g">\n  <tbody>\n    <tr>\n      <td>e</td>\n      <td>f</td>\n    </tr>\n  </tbody>\n</table>\n<div class="h">i</div>\n',
  );
});
