import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('footnotes are numbered in the order of their references', () => {
  checkKramdown(
    'a[^b] c[^d]\n\n[^d]: e\n[^b]: *f*\n\n    g',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup> c<sup id="fnref:d" role="doc-noteref"><a href="#fn:d" class="footnote" rel="footnote">2</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <p><em>f</em></p>\n\n      <p>g\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n    <li id="fn:d" role="doc-endnote">\n      <p>e\u00a0<a href="#fnref:d" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
  );
});

test('a second reference has its own way back', () => {
  checkKramdown(
    'a[^b] c[^b]\n\n[^b]: d',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup> c<sup id="fnref:b:1" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <p>d\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a>\u00a0<a href="#fnref:b:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p>\n    </li>\n  </ol>\n</div>\n',
  );
});

test('a reference without a definition is text, and a definition without a reference is not shown', () => {
  checkKramdown('a[^b]\n\n[^c]: d', '<p>a[^b]</p>\n');
});

test('a footnote may end in another block, and refer to others', () => {
  checkKramdown(
    'a[^b]\n\n[^b]:\n    * c\n    * d\n',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n\n      <ul>\n        <li>c</li>\n        <li>d</li>\n      </ul>\n      <p><a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
  );
  checkKramdown(
    'a[^b]\n\n[^b]: c[^d]\n[^d]: e',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <p>c<sup id="fnref:d" role="doc-noteref"><a href="#fn:d" class="footnote" rel="footnote">2</a></sup>\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n    <li id="fn:d" role="doc-endnote">\n      <p>e\u00a0<a href="#fnref:d" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
  );
});

test('numbers can start later, and ids have a prefix', () => {
  checkKramdown(
    'a[^b]\n\n[^b]: c',
    '<p>a<sup id="fnref:day-b" role="doc-noteref"><a href="#fn:day-b" class="footnote" rel="footnote">7</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol start="7">\n    <li id="fn:day-b" role="doc-endnote">\n      <p>c\u00a0<a href="#fnref:day-b" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
    { footnoteNr: 7, footnotePrefix: 'day-' },
  );
});

test('the way back can be another text, or none, or inline', () => {
  checkKramdown(
    'a[^b]\n\n[^b]: c',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <p>c\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">^ &lt;&amp;</a></p>\n    </li>\n  </ol>\n</div>\n',
    { footnoteBacklink: '^ <&' },
  );
  checkKramdown(
    'a[^b]\n\n[^b]: c',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <p>c</p>\n    </li>\n  </ol>\n</div>\n',
    { footnoteBacklink: '' },
  );
  checkKramdown(
    'a[^b]\n\n[^b]: > c',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <blockquote>\n        <p>c\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n      </blockquote>\n    </li>\n  </ol>\n</div>\n',
    { footnoteBacklinkInline: true },
  );
});

test('a list can say where the footnotes are', () => {
  checkKramdown(
    'a[^b]\n\n* footnotes\n{:footnotes}\n\nc\n\n[^b]: d',
    '<p>a<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:b" role="doc-endnote">\n      <p>d\u00a0<a href="#fnref:b" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n<p>c</p>\n',
  );
});
