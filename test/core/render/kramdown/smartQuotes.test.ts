import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('quotes curl by what is around them', () => {
  checkKramdown('"Yes," she said. \'No.\'', '<p>“Yes,” she said. ‘No.’</p>\n');
  checkKramdown('("a") [\'b\'] -"c" \'d\'-e', '<p>(“a”) [‘b’] -“c” ‘d’-e</p>\n');
});

test('an apostrophe is a closing quote, even at the start of a decade', () => {
  checkKramdown("it's the senators' '80s, rock 'n' roll", '<p>it’s the senators’ ’80s, rock ‘n’ roll</p>\n');
  checkKramdown("’til 'til", '<p>’til ‘til</p>\n');
});

test('two quotes before a word open, after one close', () => {
  checkKramdown('"\'a\' b"', '<p>“‘a’ b”</p>\n');
  checkKramdown('\'"a" b\'', '<p>‘“a” b’</p>\n');
  checkKramdown('a "b \'c\'" d', '<p>a “b ‘c’” d</p>\n');
});

test('quotes around markup curl', () => {
  checkKramdown(
    '"*a*" *"b"* "[c](d)" "`e`" **\'f\'**',
    '<p>“<em>a</em>” <em>“b”</em> “<a href="d">c</a>” “<code>e</code>” <strong>‘f’</strong></p>\n',
  );
  checkKramdown('_"a_"', '<p><em>“a</em>”</p>\n');
});

test('a quote before punctuation closes, before an ellipsis it does not', () => {
  checkKramdown('a" . "... b', '<p>a” . “… b</p>\n');
  checkKramdown('"!" ".a"', '<p>”!” “.a”</p>\n');
  checkKramdown("'_a", '<p>‘_a</p>\n');
});

test('what is consumed before a quote does not decide', () => {
  checkKramdown('a..."b" c--"d" `e`"f"', '<p>a…“b” c–“d” <code>e</code>“f”</p>\n');
});

test('an escaped quote, or one in code or a tag, stays straight', () => {
  checkKramdown('\\"a\\" `"b"` <b title="c">"d"</b>', '<p>"a" <code>"b"</code> <b title="c">“d”</b></p>\n');
});

test('CJK characters and spaces that are not ASCII are no white space', () => {
  checkKramdown('“\u00a0"a"', '<p>“\u00a0”a”</p>\n');
  checkKramdown('中文"引"文', '<p>中文”引”文</p>\n');
});

test('the site may have other quotes', () => {
  checkKramdown('"a" \'b\'', '<p>"a" \'b\'</p>\n', { smartQuotes: ["'", "'", '"', '"'] });
});
