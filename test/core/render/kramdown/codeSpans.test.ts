import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('code is between equal runs of backticks', () => {
  checkKramdown('`a` ``b `c` `` ``` d ```', '<p><code>a</code> <code>b `c`</code> <code>d</code></p>\n');
  checkKramdown('`` ` ``', '<p><code>`</code></p>\n');
});

test('a run without a partner, or a single backtick between spaces, is text', () => {
  checkKramdown('`a', '<p>`a</p>\n');
  checkKramdown('a ` b ` c', '<p>a ` b ` c</p>\n');
  checkKramdown('``a`', '<p>``a`</p>\n');
});

test('code keeps its characters', () => {
  checkKramdown('`<b> &amp; "c" -- \\*`', '<p><code>&lt;b&gt; &amp;amp; "c" -- \\*</code></p>\n');
});

test('code goes over lines', () => {
  checkKramdown('`a\nb`', '<p><code>a\nb</code></p>\n');
});
