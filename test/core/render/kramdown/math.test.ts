import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('math is shown as source between the delimiters that scripts look for', () => {
  checkKramdown('a $$x < y$$ b', '<p>a \\(x &lt; y\\) b</p>\n');
  checkKramdown('$$\nx & y\n$$', '\\[x &amp; y\\]\n');
});

test('math needs block boundaries to be a block', () => {
  checkKramdown('$$ x $$\na', '<p>\\(x\\)\na</p>\n');
  checkKramdown('a\n$$ x $$', '<p>a\n\\(x\\)</p>\n');
  checkKramdown('$$ x $$ a', '<p>\\(x\\) a</p>\n');
});

test('a backslash makes a block of math a paragraph', () => {
  checkKramdown('\\$$ x $$', '<p>\\(x\\)</p>\n');
});

test('one dollar, or two escaped ones, are text', () => {
  checkKramdown('a $5 and $6', '<p>a $5 and $6</p>\n');
  checkKramdown('a \\$$x$$', '<p>a $$x$$</p>\n');
});

test('math can have attributes', () => {
  checkKramdown('$$x$${: .a}', '<div class="a">\\[x\\]\n</div>\n');
  checkKramdown('$$ x $$\n{: .b}', '<div class="b">\\[x\\]\n</div>\n');
});
