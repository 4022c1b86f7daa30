import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_COMMONMARK } from '../../../../src/core/engines/commonMarkOptions.ts';
import { createCommonMark } from '../../../../src/core/render/commonmark/commonmark.ts';

const site = createCommonMark(DEFAULT_COMMONMARK);

/** Checks the HTML of one paragraph, without its `p`. */
function checkInline(markdown: string, html: string): void {
  assert.equal(site.render(markdown), `<p>${html}</p>\n`);
}

function check(markdown: string, html: string): void {
  assert.equal(site.render(markdown), html);
}

describe('smart punctuation', () => {
  test('the direction of a quote depends on its neighbors', () => {
    checkInline(`"Yes," she said. 'No.'`, '“Yes,” she said. ‘No.’');
    checkInline(`She said "it's 'fine'" twice`, 'She said “it’s ‘fine’” twice');
  });

  test('a quote without a partner curls too', () => {
    checkInline('an "open end', 'an “open end');
    checkInline(`rock 'n roll`, 'rock ’n roll');
    checkInline('an end" here', 'an end” here');
  });

  test('a quote cannot open after a closing bracket', () => {
    checkInline(`(a)'b'`, '(a)’b’');
    checkInline(`[a]'b'`, '[a]’b’');
  });

  test('a single quote pairs only once', () => {
    checkInline(`'a 'b' c' d'`, '‘a ‘b’ c’ d’');
  });

  test('an emphasis can close after an open quote', () => {
    checkInline(`*'a* b'`, '<em>’a</em> b’');
    checkInline(`**"Go on"** he said`, '<strong>“Go on”</strong> he said');
  });

  test('a quotation can start outside an emphasis and end inside it', () => {
    checkInline(`'*a' b*`, '‘<em>a’ b</em>');
  });

  test('quotes inside a link pair among themselves', () => {
    checkInline(`'a [b' c](d) e'`, '‘a <a href="d">b’ c</a> e’');
  });

  test('three dots are an ellipsis, two and four are not', () => {
    checkInline('a.. b... c....', 'a.. b… c….');
  });

  test('runs of hyphens become dashes, of one kind if possible', () => {
    const dashes = ['-', '–', '—', '––', '—–', '——', '—––'];
    for (const [index, dash] of dashes.entries()) checkInline(`a ${'-'.repeat(index + 1)} b`, `a ${dash} b`);
  });

  test('other character combinations are not replaced', () => {
    checkInline('(c) (tm) +- 1/2 !!!!! ????', '(c) (tm) +- 1/2 !!!!! ????');
  });

  test('code, raw HTML and escaped characters are not changed', () => {
    checkInline('`"a" -- b...`', '<code>&quot;a&quot; -- b...</code>');
    checkInline('<i title="a...b">"c"</i>', '<i title="a...b">“c”</i>');
    checkInline(String.raw`\"a\" \-- \...`, '&quot;a&quot; -- ...');
  });

  test('smart punctuation can be turned off', () => {
    const plain = createCommonMark({ ...DEFAULT_COMMONMARK, smart: false });
    assert.equal(plain.render(`"a" -- 'b'...`), `<p>&quot;a&quot; -- 'b'...</p>\n`);
  });
});

describe('emphasis', () => {
  test('currency signs and emoji do not count as punctuation', () => {
    checkInline('a**€5**b', 'a<strong>€5</strong>b');
    checkInline('a**😀**b', 'a<strong>😀</strong>b');
    checkInline('a**“5”**b', 'a**“5”**b');
  });

  test('one tilde strikes through like two, three do not', () => {
    checkInline('~a~ and ~~b~~ and ~~~c~~~', '<del>a</del> and <del>b</del> and ~~~c~~~');
  });

  test('tildes of different length cancel each other', () => {
    checkInline('~~a~ b~~', '~~a~ b~~');
  });

  test('other delimiters look past tildes', () => {
    checkInline('"~~a~~" b', '“<del>a</del>” b');
    checkInline('**~~a~~**', '<strong><del>a</del></strong>');
  });

  test('a strong element directly inside another has no effect', () => {
    checkInline('**a **b** c**', '<strong>a b c</strong>');
    checkInline('****a****', '<strong>a</strong>');
    checkInline('**a *b **c** d* e**', '<strong>a <em>b <strong>c</strong> d</em> e</strong>');
    checkInline('**a [**b**](c) d**', '<strong>a <a href="c"><strong>b</strong></a> d</strong>');
  });

  test('a run can pair with several others', () => {
    checkInline('***a** b*', '<em><strong>a</strong> b</em>');
    checkInline('***a* b**', '<strong><em>a</em> b</strong>');
    checkInline('*a **b***', '<em>a <strong>b</strong></em>');
    checkInline('**a*', '*<em>a</em>');
    checkInline('*a***b**', '<em>a</em><strong>b</strong>');
  });

  test('underscores do not emphasize inside a word', () => {
    checkInline('a_b_c and _d_', 'a_b_c and <em>d</em>');
  });

  test('an unpaired bold marker stays', () => {
    checkInline('1/ **Half a headline. ([A](b))', '1/ **Half a headline. (<a href="b">A</a>)');
  });
});

describe('links', () => {
  test('URLs are escaped as in cmark', () => {
    checkInline("[a](/b'c?d=1&e=ü[f]%20)", '<a href="/b&#x27;c?d=1&amp;e=%C3%BC%5Bf%5D%20">a</a>');
    checkInline('[a](</b c>)', '<a href="/b%20c">a</a>');
    checkInline(String.raw`[a](/b\_c\q&amp;d)`, '<a href="/b_c%5Cq&amp;d">a</a>');
  });

  test('every scheme is accepted: the page decides what to follow', () => {
    checkInline('[a](javascript:b)', '<a href="javascript:b">a</a>');
  });

  test('titles are plain text', () => {
    checkInline(`[a](b "c's \\"d\\"")`, `<a href="b" title="c's &quot;d&quot;">a</a>`);
    checkInline(
      "[a](b 'c') [d](e (f)) [g](h (i(j)))",
      '<a href="b" title="c">a</a> <a href="e" title="f">d</a> [g](h (i(j)))',
    );
  });

  test('parentheses in a URL must balance, and a space ends the URL', () => {
    checkInline('([a](b(c)d))', '(<a href="b(c)d">a</a>)');
    checkInline('([a](b c))', '([a](b c))');
    checkInline('([a](b', '([a](b');
  });

  test('links do not nest', () => {
    checkInline('[a [b](c) d](e)', '[a <a href="c">b</a> d](e)');
    checkInline('[a / [b](c)', '[a / <a href="c">b</a>');
  });

  test('the description of an image is plain text', () => {
    checkInline('![a *b* "c"](d "e")', '<img src="d" alt="a b “c”" title="e" />');
    checkInline('!\\[a](b) ![^c](d)', '![a](b) !<a href="d">^c</a>');
  });

  test('definitions work for full, collapsed and shortcut references', () => {
    const link = (text: string) => `<a href="/d" title="e">${text}</a>`;
    check('[a][B c] [b C][] [b c]\n\n[b c]: /d "e"', `<p>${link('a')} ${link('b C')} ${link('b c')}</p>\n`);
  });

  test('autolinks are not smart', () => {
    checkInline("<https://a.b/c...d?e='f'>", `<a href="https://a.b/c...d?e=&#x27;f&#x27;">https://a.b/c...d?e='f'</a>`);
    checkInline('<me@example.org>', '<a href="mailto:me@example.org">me@example.org</a>');
    checkInline('https://example.org', 'https://example.org');
  });
});

describe('text', () => {
  test('character references are decoded, unknown ones are shown', () => {
    checkInline('&eacute; &#233; &#xE9; &amp; &nope; &#0;', 'é é é &amp; &amp;nope; \uFFFD');
  });

  test('comments and tags stay, text that only looks like one is escaped', () => {
    checkInline('a <!-- b --> <br/> </i> <c d="e"> <3 < f', 'a <!-- b --> <br/> </i> <c d="e"> &lt;3 &lt; f');
    checkInline('a <!--> b', 'a <!--> b');
  });

  test('code loses one space on each side, and its line feeds become spaces', () => {
    checkInline('`` ` `` `a\nb` ` ` `c', '<code>`</code> <code>a b</code> <code> </code> `c');
  });

  test('two spaces or a backslash break a line; other white space at its ends is removed', () => {
    checkInline('a  \n b\\\n  c \t\n d', 'a<br />\nb<br />\nc\nd');
  });

  test('a lazy line keeps its white space after a backslash', () => {
    check('* a\\\n b', '<ul>\n<li>a<br />\n b</li>\n</ul>\n');
    check('* a\\\n  b', '<ul>\n<li>a<br />\nb</li>\n</ul>\n');
  });
});

describe('blocks', () => {
  test('labels are plain text', () => {
    check('1/ **A**.\n\npoll/ **B**.', '<p>1/ <strong>A</strong>.</p>\n<p>poll/ <strong>B</strong>.</p>\n');
  });

  test('blank lines make a list loose', () => {
    check('* a\n* b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n');
    check('* a\n\n* b', '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n');
  });

  test('ordered lists keep their first number', () => {
    check('7. a\n1. b', '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>\n');
    check('1. a', '<ol>\n<li>a</li>\n</ol>\n');
  });

  test('tight lists nest', () => {
    check('* a\n  * b', '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n');
  });

  test('a paragraph quoted in a tight list keeps its tags', () => {
    check('* > a', '<ul>\n<li>\n<blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ul>\n');
  });

  test('an empty quotation is two lines', () => {
    check('>', '<blockquote>\n</blockquote>\n');
  });

  test('raw HTML keeps its lines', () => {
    check(
      '<!-- notables:start -->\n\n<div>\n*a*\n</div>\n\nb',
      '<!-- notables:start -->\n<div>\n*a*\n</div>\n<p>b</p>\n',
    );
    check('<div>', '<div>\n');
  });

  test('a single tag ends a list instead of continuing it lazily', () => {
    check('* a\n<b>', '<ul>\n<li>a</li>\n</ul>\n<b>\n');
  });

  test('a line indented too far to start a block continues the paragraph', () => {
    check('  *  a\n    # b', '<ul>\n<li>a\n# b</li>\n</ul>\n');
  });

  test('the language of a code block is a class of its code element', () => {
    const code = (info: string) => site.render(`\`\`\`${info}\nb < c`).replace(/>b &lt; c[\s\S]*/, '');
    check('    "a"', '<pre><code>&quot;a&quot;\n</code></pre>\n');
    check('```js\nb < c', '<pre><code class="language-js">b &lt; c\n</code></pre>\n');
    assert.equal(code(''), '<pre><code');
    assert.equal(code(' c\\+\\+ title="x"'), '<pre><code class="language-c++"');
    assert.equal(code('&#32;&ouml;'), '<pre><code class="language-ö"');
  });

  test('rules, headings and empty texts', () => {
    check('---\n\n### ✏️ Notables.\n\nA\n---', '<hr />\n<h3>✏️ Notables.</h3>\n<h2>A</h2>\n');
    check('', '');
    check('\n \n', '');
  });

  test('no tables, no bare links, no heading ids', () => {
    check('|a|b|\n|-|-|\n|c|d|', '<p>|a|b|\n|-|-|\n|c|d|</p>\n');
  });
});

describe('footnotes', () => {
  const note = (number: number, html: string) =>
    `<li id="fn${number}">\n<p>${html} <a href="#fnref${number}" class="footnote-backref">↩</a></p>\n</li>\n`;
  const reference = (number: number) =>
    `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;

  test('are numbered in the order of their references and collected at the end', () => {
    check(
      'a[^y] b[^x] c[^Y]\n\n[^x]: **x**.\n[^y]: y\n[^z]: never used',
      `<p>a${reference(1)} b${reference(2)} c${reference(1)}</p>\n<section class="footnotes">\n<ol>\n` +
        `${note(1, 'y')}${note(2, '<strong>x</strong>.')}</ol>\n</section>\n`,
    );
  });

  test('the first definition of a label wins', () => {
    check(
      'a[^x]\n\n[^x]: one\n\n[^X]: two',
      `<p>a${reference(1)}</p>\n<section class="footnotes">\n<ol>\n${note(1, 'one')}</ol>\n</section>\n`,
    );
  });

  test('a footnote that ends with a list has its backlink after the list', () => {
    check(
      'a[^x]\n\n[^x]: one\n\n    * two',
      `<p>a${reference(1)}</p>\n<section class="footnotes">\n<ol>\n<li id="fn1">\n<p>one</p>\n<ul>\n<li>two</li>\n</ul>\n` +
        '<a href="#fnref1" class="footnote-backref">↩</a>\n</li>\n</ol>\n</section>\n',
    );
  });

  test('a reference to an undefined footnote stays as written', () => {
    checkInline(`a[^b "c" *d*] e`, 'a[^b &quot;c&quot; *d*] e');
    checkInline('a ^[b]', 'a ^[b]');
  });

  test('a definition ends a quotation', () => {
    check('> a\n[^x]: b', '<blockquote>\n<p>a</p>\n</blockquote>\n');
  });
});

test('lone surrogates and control characters do no harm', () => {
  checkInline('a\ud800 [b](\udc00) \u0001', 'a\ud800 <a href="%EF%BF%BD">b</a> \u0001');
});
