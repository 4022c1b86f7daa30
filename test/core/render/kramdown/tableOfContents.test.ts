import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a list is replaced by the headings', () => {
  checkKramdown(
    '* toc\n{:toc}\n\n# A *b*\n\n## [C](d)\n\n### E\n\n# F[^1]\n\n[^1]: g',
    '<ul id="markdown-toc">\n  <li><a href="#a-b" id="markdown-toc-a-b">A <em>b</em></a>    <ul>\n      <li><a href="#c" id="markdown-toc-c">C</a>        <ul>\n          <li><a href="#e" id="markdown-toc-e">E</a></li>\n        </ul>\n      </li>\n    </ul>\n  </li>\n  <li><a href="#f" id="markdown-toc-f">F</a></li>\n</ul>\n<h1 id="a-b">A <em>b</em></h1>\n<h2 id="c"><a href="d">C</a></h2>\n<h3 id="e">E</h3>\n<h1 id="f">F<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup></h1>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:1" role="doc-endnote">\n      <p>g\u00a0<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
  );
  checkKramdown(
    '1. toc\n{:toc .a #b}\n\n### C\n\n# D',
    '<ol class="a" id="b">\n  <li><a href="#c" id="b-c">C</a></li>\n  <li><a href="#d" id="b-d">D</a></li>\n</ol>\n<h3 id="c">C</h3>\n<h1 id="d">D</h1>\n',
  );
});

test('some headings are left out', () => {
  checkKramdown(
    '* toc\n{:toc}\n\n# A\n{: .no_toc}\n\n## B',
    '<ul id="markdown-toc">\n  <li><a href="#b" id="markdown-toc-b">B</a></li>\n</ul>\n<h1 class="no_toc" id="a">A</h1>\n<h2 id="b">B</h2>\n',
  );
  checkKramdown(
    '* toc\n{:toc}\n\n# A\n\n## B\n\n### C',
    '<ul id="markdown-toc">\n  <li><a href="#b" id="markdown-toc-b">B</a></li>\n</ul>\n<h1 id="a">A</h1>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>\n',
    { tocLevels: [2] },
  );
});

test('without headings nothing is left', () => {
  checkKramdown('* toc\n{:toc}\n\na', '<p>a</p>\n');
});
