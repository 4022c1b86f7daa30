import { test } from 'node:test';
import { checkKramdown, KRAMDOWN } from '../../../support/checkKramdown.ts';

test('a heading has an id made of its text', () => {
  checkKramdown(
    '# The 1st Day, "so far"\n\n## The 1st Day, "so far"\n\n### *Émigrés* & `code`',
    '<h1 id="the-1st-day-so-far">The 1st Day, “so far”</h1>\n<h2 id="the-1st-day-so-far-1">The 1st Day, “so far”</h2>\n<h3 id="émigrés--code"><em>Émigrés</em> &amp; <code>code</code></h3>\n',
  );
  checkKramdown('#### …', '<h4>…</h4>\n');
});

test("kramdown's own ids have ASCII alone", () => {
  checkKramdown(
    '# 1. The 1st Day, "so far"\n\n# The 1st Day, "so far"\n\n# …',
    '<h1 id="the-1st-day-so-far">1. The 1st Day, “so far”</h1>\n<h1 id="the-1st-day-so-far-1">The 1st Day, “so far”</h1>\n<h1 id="section">…</h1>\n',
    { input: 'kramdown' },
  );
  checkKramdown('# *a* b', '<h1 id="a-b"><em>a</em> b</h1>\n', { input: 'kramdown', autoIdStripping: true });
});

test('an id can be given', () => {
  checkKramdown('# A {#b}', '<h1 id="b">A</h1>\n');
  checkKramdown('A {#b}\n===', '<h1 id="b">A</h1>\n');
  checkKramdown('# A\n{: #b}', '<h1 id="b">A</h1>\n');
  checkKramdown('# A {#b c}', '<h1 id="a-b-c">A {#b c}</h1>\n');
});

test('ids can have a prefix, or not be there', () => {
  checkKramdown('# A', '<h1 id="day-a">A</h1>\n', { autoIdPrefix: 'day-' });
  checkKramdown('# A', '<h1>A</h1>\n', { autoIds: false });
});

test('marks at the end are left out', () => {
  checkKramdown('## A ##', '<h2 id="a">A</h2>\n');
  checkKramdown('## A#', '<h2 id="a">A#</h2>\n');
  checkKramdown(String.raw`# A \#`, '<h1 id="a-">A #</h1>\n');
  checkKramdown('# #', '<h1>#</h1>\n');
});

test("in GitHub's dialect a space is after the marks", () => {
  checkKramdown('#A', '<p>#A</p>\n');
  checkKramdown('####### A', '<p>####### A</p>\n');
});

test("in kramdown's dialect a blank line is before a heading", () => {
  checkKramdown('a\n# B\n\n#C\n\n# D \\##', '<p>a\n# B</p>\n<h1>C</h1>\n<h1>D #</h1>\n', KRAMDOWN);
});

test('a line below makes a heading of one line only', () => {
  checkKramdown('A\n=\n\nB\n---\nc', '<h1 id="a">A</h1>\n<h2 id="b">B</h2>\n<p>c</p>\n');
  checkKramdown('A\nB\n===', '<p>A\nB\n===</p>\n');
  checkKramdown(' A *b*\n------', '<h2 id="a-b">A <em>b</em></h2>\n');
});

test('the levels of all headings can be shifted', () => {
  checkKramdown('# A\n\n###### B', '<h2 id="a">A</h2>\n<h6 id="b">B</h6>\n', { headerOffset: 1 });
});

test('a heading needs a text', () => {
  checkKramdown('#\n\n# ', '<p>#</p>\n<p>#</p>\n');
});
