import { test } from 'node:test';
import { checkKramdown, KRAMDOWN } from '../../../support/checkKramdown.ts';

test('fenced code names its language', () => {
  checkKramdown(
    '```ruby\nputs "a" & <b>\n```',
    '<pre><code class="language-ruby">puts "a" &amp; &lt;b&gt;\n</code></pre>\n',
  );
  checkKramdown('~~~\na\n~~~', '<pre><code>a\n</code></pre>\n');
  checkKramdown('``` js\na\n````', '<pre><code class="language-js">a\n</code></pre>\n');
  checkKramdown('   ```\na\n  ```', '<pre><code>a\n</code></pre>\n');
});

test('the language may have parameters', () => {
  checkKramdown('```ruby?line=1\na\n```', '<pre><code class="language-ruby">a\n</code></pre>\n');
});

test('a name of several words makes no fence', () => {
  checkKramdown('```ruby on rails\na\n```', '<p><code>ruby on rails\na\n</code></p>\n');
});

test('a fence without an end is text', () => {
  checkKramdown('```\na', '<p>```\na</p>\n');
  checkKramdown('~~~~\na\n~~~', '<pre><code class="language-~">a\n</code></pre>\n');
});

test('a shorter fence ends code that no longer one does', () => {
  checkKramdown('````\na\n```', '<pre><code class="language-`">a\n</code></pre>\n');
});

test("kramdown's dialect has fences of tildes alone, without indentation", () => {
  checkKramdown(
    '~~~ ruby\na\n~~~\n\n```\nb\n```\n\n  ~~~\nc\n  ~~~',
    '<pre><code class="language-ruby">a\n</code></pre>\n<p><code>\nb\n</code></p>\n<p>~~~\nc\n  ~~~</p>\n',
    KRAMDOWN,
  );
});

test('indented code goes on over blank lines', () => {
  checkKramdown('    a\n\n      b\n\nc', '<pre><code>a\n\n  b\n</code></pre>\n<p>c</p>\n');
  checkKramdown('\ta\n\tb', '<pre><code>a\nb\n</code></pre>\n');
});

test('a line without indentation joins the line of code before it', () => {
  checkKramdown('    a\nb\n    c', '<pre><code>a b\nc\n</code></pre>\n');
});

test('code can have attributes, the language among them', () => {
  checkKramdown(
    '    a\n{: .language-ruby .numbered #id}',
    '<pre class="numbered" id="id"><code class="language-ruby">a\n</code></pre>\n',
  );
  checkKramdown(
    '~~~\n a\tb \n~~~\n{: .show-whitespaces}',
    '<pre class="show-whitespaces"><code><span class="ws-space-l">&#8901;</span>a<span class="ws-tab">\t</span>b<span class="ws-space-r">&#8901;</span>\n</code></pre>\n',
  );
});

test('what looks like Liquid or HTML in code stays', () => {
  checkKramdown('`{{ site.url }}` `<b>`', '<p><code>{{ site.url }}</code> <code>&lt;b&gt;</code></p>\n');
  checkKramdown('    {% raw %}<b>', '<pre><code>{% raw %}&lt;b&gt;\n</code></pre>\n');
});
