import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a comment is a comment of HTML', () => {
  checkKramdown('{::comment}\na *b*\n{:/comment}\n\nc {::comment}d{:/} e', '<!-- a *b* -->\n<p>c <!-- d --> e</p>\n');
});

test('nomarkdown is copied', () => {
  checkKramdown('{::nomarkdown}\n<b>*a*</b>\n{:/}\n\nb {::nomarkdown}*c*{:/nomarkdown}', '<b>*a*</b>\n<p>b *c*</p>\n');
});

test('it may be for another format', () => {
  checkKramdown('{::nomarkdown type="latex"}\na\n{:/}\n\n{::nomarkdown type="html latex"}\nb\n{:/}', 'b\n');
});

test('options change for the whole text', () => {
  checkKramdown('# A\n\n{::options auto_ids="false" header_offset="1" unknown="x" /}', '<h2>A</h2>\n');
  checkKramdown(
    'a[^b]\n\n[^b]: c\n\n{::options footnote_nr="3" footnote_backlink="" /}',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">3</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol start="3">\n    <li id="fn:b" role="doc-endnote">\n      <p>c</p>\n    </li>\n  </ol>\n</div>\n',
  );
  checkKramdown(
    '<div>*a*</div>\n\n{::options parse_block_html="true" /}\n<p>*b*</p>',
    '<div>*a*</div>\n<p><em>b</em></p>\n',
  );
});

test('an unknown extension, or one without an end, is text', () => {
  checkKramdown('{::unknown /}\n\n{::comment}\na', '<p>{::unknown /}</p>\n<p>{::comment}\na</p>\n');
  checkKramdown('a {::unknown}b{:/} {:/comment} c', '<p>a {::unknown}b{:/} {:/comment} c</p>\n');
});
