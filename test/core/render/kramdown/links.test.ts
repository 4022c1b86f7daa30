import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a link has a URL and a title', () => {
  checkKramdown('[a](b)', '<p><a href="b">a</a></p>\n');
  checkKramdown('[a](b "c \'d\'")', '<p><a href="b" title="c \'d\'">a</a></p>\n');
  checkKramdown("[a]( b 'c' )", '<p><a href="b" title="c">a</a></p>\n');
  checkKramdown('[a](<b c> "d")', '<p><a href="b c" title="d">a</a></p>\n');
  checkKramdown('[a]()', '<p><a href="">a</a></p>\n');
});

test('parentheses in a URL balance', () => {
  checkKramdown('[a](b(c)d)', '<p><a href="b(c)d">a</a></p>\n');
  checkKramdown('[a](b(c) d', '<p>[a](b(c) d</p>\n');
  checkKramdown('[a](b c)', '<p><a href="b c">a</a></p>\n');
  checkKramdown('[a](b "c" d)', '<p>[a](b “c” d)</p>\n');
});

test('a URL is written as it is', () => {
  checkKramdown('[a](b?c=d&e=f&amp;g=ü%20)', '<p><a href="b?c=d&amp;e=f&amp;g=ü%20">a</a></p>\n');
});

test('a reference uses a definition', () => {
  checkKramdown(
    '[a][b] [a] [B] [c][] [b][b]\n\n[b]: d "e"\n[c]: <f>\n\'g\'',
    '<p><a href="d" title="e">a</a> <a href="d" title="e">a</a> <a href="f" title="g">c</a> <a href="d" title="e">b</a></p>\n',
  );
  checkKramdown('[a\nb]\n\n[A b]: c', '<p><a href="c">a\nb</a></p>\n');
});

test('a reference without a definition is text', () => {
  checkKramdown('[a][b] [c]', '<p>[a][b] [c]</p>\n');
});

test('definitions may have their titles on the next line, and attributes', () => {
  checkKramdown('[a]\n\n[a]: b\n    "c"\n{: .d}', '<p><a class="d" href="b" title="c">a</a></p>\n');
  checkKramdown('[a] [b]\n\n[a]: b "c" d\n[b]: c d "e"', '<p>[a] [b]</p>\n<p>[a]: b “c” d\n[b]: c d “e”</p>\n');
});

test('the last definition counts', () => {
  checkKramdown('[a]\n\n[a]: b\n[a]: c', '<p><a href="c">a</a></p>\n');
});

test('the site may define links', () => {
  checkKramdown('[a] [b]', '<p>[a] [b]</p>\n', { linkDefinitions: { A: { url: 'c', title: 'd' } } });
});

test('an image has its text as written', () => {
  checkKramdown(String.raw`![a *b* \*](c "d")`, '<p><img src="c" alt="a *b* *" title="d" /></p>\n');
  checkKramdown('![a][b]\n\n[b]: c', '<p><img src="c" alt="a" /></p>\n');
});

test('a link may hold an image but no link', () => {
  checkKramdown('[![a](b)](c)', '<p><a href="c"><img src="b" alt="a" /></a></p>\n');
  checkKramdown('[a [b](c)](d)', '<p><a href="d">a [b](c)</a></p>\n');
  checkKramdown('[a ![b](c) [d]](e)', '<p><a href="e">a <img src="c" alt="b" /> [d]</a></p>\n');
});

test('an escaped bracket, or one in code, is no bracket', () => {
  checkKramdown(String.raw`[a\]](b)`, '<p><a href="b">a]</a></p>\n');
  checkKramdown('[a `]`](b)', '<p><a href="b">a <code>]</code></a></p>\n');
  checkKramdown(String.raw`\[a](b)`, '<p>[a](b)</p>\n');
});

test('a link can have attributes', () => {
  checkKramdown('[a](b){: .c title="d"}', '<p><a href="b" class="c" title="d">a</a></p>\n');
  checkKramdown('![a](b){:width="3"}', '<p><img src="b" alt="a" width="3" /></p>\n');
});

test('autolinks are addresses in angle brackets', () => {
  checkKramdown(
    '<https://herald.example/a_b?c=d&e=f> <desk@herald.example> <mailto:a@b.example>',
    '<p><a href="https://herald.example/a_b?c=d&amp;e=f">https://herald.example/a_b?c=d&amp;e=f</a> <a href="mailto:desk@herald.example">desk@herald.example</a> <a href="mailto:a@b.example">a@b.example</a></p>\n',
  );
  checkKramdown('<ftp://a> <gopher://a>', '<p><a href="ftp://a">ftp://a</a> &lt;gopher://a&gt;</p>\n');
});

test('a lone image can be a figure', () => {
  checkKramdown('![a](b)\n{: standalone}', '<p><img src="b" alt="a" /></p>\n');
  checkKramdown(
    '![a](b){:standalone .c}',
    '<figure class="c">\n  <img src="b" alt="a" />\n  <figcaption>a</figcaption>\n</figure>\n',
  );
});
