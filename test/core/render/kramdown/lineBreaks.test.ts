import { test } from 'node:test';
import { checkKramdown, KRAMDOWN } from '../../../support/checkKramdown.ts';

test('two spaces or two backslashes end a line', () => {
  checkKramdown('a  \nb\\\\\nc   \nd', '<p>a<br />\nb<br />\nc <br />\nd</p>\n');
});

test("in GitHub's dialect a backslash does too", () => {
  checkKramdown('a\\\nb', '<p>a<br />\nb</p>\n');
  checkKramdown('a\\\nb', '<p>a\\\nb</p>\n', KRAMDOWN);
  checkKramdown('a\\ \n```', '<p>a<br />\n```</p>\n');
});

test('at the end of a block they do not', () => {
  checkKramdown('a  ', '<p>a</p>\n');
  checkKramdown('a\\', '<p>a\\</p>\n');
  checkKramdown('# a  ', '<h1 id="a">a</h1>\n');
});

test('hard wrapping keeps all line breaks', () => {
  checkKramdown(
    'a\nb  \nc\n\n* d\n  e\n\n<b>f\ng</b>',
    '<p>a<br />\nb  <br />\nc</p>\n<ul>\n  <li>d<br />\ne</li>\n</ul>\n<p><b>f\ng</b></p>\n',
    { hardWrap: true },
  );
});

test('line breaks between CJK characters can be removed', () => {
  checkKramdown('中\n文\nab\n文', '<p>中文\nab\n文</p>\n', { removeLineBreaksForCjk: true });
});
