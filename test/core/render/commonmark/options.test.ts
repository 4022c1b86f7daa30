import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommonMarkOptions, GFM, PLAIN_COMMONMARK } from '../../../../src/core/engines/commonMarkOptions.ts';
import { createCommonMark } from '../../../../src/core/render/commonmark/commonmark.ts';

/** Checks the HTML with some options, and that without them it is another. */
function check(options: Partial<CommonMarkOptions>, markdown: string, html: string): void {
  assert.equal(createCommonMark({ ...PLAIN_COMMONMARK, ...options }).render(markdown), html);
  assert.notEqual(createCommonMark(PLAIN_COMMONMARK).render(markdown), html);
}

test('without options, punctuation is plain, raw HTML is left out, and nothing is an extension', () => {
  const plain = createCommonMark(PLAIN_COMMONMARK);
  assert.equal(plain.render(`"a" -- 'b'... ~~c~~ d[^1]\n`), `<p>&quot;a&quot; -- 'b'... ~~c~~ d[^1]</p>\n`);
  assert.equal(
    plain.render('a <b>c</b>\n\n<div>\nd\n</div>\n'),
    '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n<!-- raw HTML omitted -->\n',
  );
  assert.equal(plain.render('[^1]: a b'), '<p>[^1]: a b</p>\n');
});

test('line breaks may be hard, or spaces', () => {
  check({ softBreak: '<br />\n' }, 'a\nb  \nc', '<p>a<br />\nb<br />\nc</p>\n');
  check({ softBreak: ' ' }, 'a\nb', '<p>a b</p>\n');
});

test('the language of a code block may be an attribute of its pre element', () => {
  check({ preLang: true }, '```js\na\n```', '<pre lang="js"><code>a\n</code></pre>\n');
});

test('strikethrough may need two tildes', () => {
  check({ strikethrough: true, doubleTilde: true }, '~a~ ~~b~~', '<p>~a~ <del>b</del></p>\n');
  check({ strikethrough: true }, '~a~ ~~b~~', '<p><del>a</del> <del>b</del></p>\n');
});

test('tables have aligned cells', () => {
  check(
    { table: true },
    'a\n\n| b | *c* |\n|---|:-:|\n| d \\| e | `f` |\n',
    '<p>a</p>\n<table>\n<thead>\n<tr>\n<th>b</th>\n<th align="center"><em>c</em></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
      '<td>d | e</td>\n<td align="center"><code>f</code></td>\n</tr>\n</tbody>\n</table>\n',
  );
});

test('tasks have checkboxes, in tight and loose lists', () => {
  check(
    { tasklist: true },
    '- [ ] a\n- [X] b\n- [x]c',
    '<ul>\n<li><input type="checkbox" disabled="" /> a</li>\n<li><input type="checkbox" checked="" disabled="" /> b</li>\n<li>[x]c</li>\n</ul>\n',
  );
  check(
    { tasklist: true },
    '1. [ ] a\n\n2. b',
    '<ol>\n<li><input type="checkbox" disabled="" /> \n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n',
  );
});

test('bare addresses become links, without the punctuation around them and not inside links', () => {
  const link = (url: string, href = url) => `<a href="${href}">${url}</a>`;
  for (const [markdown, html] of [
    ['See https://a.example/b_(c).', `See ${link('https://a.example/b_(c)')}.`],
    ['(www.a.example)', `(${link('www.a.example', 'http://www.a.example')})`],
    ['*ann@a.example*!', `<em>${link('ann@a.example', 'mailto:ann@a.example')}</em>!`],
    ['mailto:ann@a.example', link('mailto:ann@a.example')],
    ['https://a.example/?b=c&amp;d', link('https://a.example/?b=c&amp;amp;d')],
  ] as const) {
    check({ autolink: true }, markdown, `<p>${html}</p>\n`);
  }
  const linking = createCommonMark({ ...PLAIN_COMMONMARK, autolink: true });
  for (const text of [
    'xhttps://a.example',
    'https://a_b.c_d',
    'awww.a.example',
    '`https://a.example`',
    'a@b',
    'a@b.c-',
  ]) {
    assert.ok(!linking.render(text).includes('<a '), text);
  }
  assert.equal(linking.render('[a https://b.example](/c)'), '<p><a href="/c">a https://b.example</a></p>\n');
});

test('the tag filter leaves only some tags out', () => {
  check(
    { unsafe: true, tagfilter: true },
    '<script>a</script>\n\nb <iframe src="c"> <b>d</b>',
    '&lt;script>a</script>\n<p>b &lt;iframe src="c"> <b>d</b></p>\n',
  );
});

test('headings may have ids made of their text', () => {
  check(
    { headingIds: true },
    '# 1. *A* b!\n## A b\n## 市',
    '<h1 id="emaem-b">1. <em>A</em> b!</h1>\n<h2 id="a-b">A b</h2>\n<h2 id="section">市</h2>\n',
  );
});

test("GitHub's dialect reads long lines of brackets, addresses and at signs in linear time", () => {
  const gfm = createCommonMark(GFM);
  for (const piece of ['http://a.b', '@', 'a@', ')', 'www.a.b)', '~', 'a@b.c;']) {
    const started = performance.now();
    gfm.render(piece.repeat(20_000));
    assert.ok(performance.now() - started < 2000, piece);
  }
});
