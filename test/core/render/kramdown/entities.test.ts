import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('character references become characters, unless HTML reserves them', () => {
  checkKramdown(
    '&eacute; &#233; &#xE9; &nbsp;| &amp; &lt; &#60; &quot; &mdash;',
    '<table>\n  <tbody>\n    <tr>\n      <td>é é é \u00a0</td>\n      <td>&amp; &lt; &#60; " —</td>\n    </tr>\n  </tbody>\n</table>\n',
  );
});

test('other ampersands are escaped', () => {
  checkKramdown('a & b &unknown; &; &#; AT&T', '<p>a &amp; b &amp;unknown; &amp;; &amp;#; AT&amp;T</p>\n');
});

test('reserved characters are escaped', () => {
  checkKramdown('a < b > c "d"', '<p>a &lt; b &gt; c “d”</p>\n');
});
