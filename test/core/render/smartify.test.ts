import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smartify } from '../../../src/core/render/smartify.ts';
import { assertLinear, repeatToSize } from '../../support/assertLinear.ts';

function check(text: string, html: string): void {
  assert.equal(smartify(text), html);
}

test('a quote opens before a word and closes after one', () => {
  check('"Maxed out."', '“Maxed out.”');
  check(`He called it "a 'very' bad" day`, 'He called it “a ‘very’ bad” day');
  check(`"'Never,' she said."`, '“‘Never,’ she said.”');
  check(`it's the voters' choice`, 'it’s the voters’ choice');
});

test('decades get an apostrophe, other short forms an opening quote', () => {
  check(`the '80s, rock 'n roll`, 'the ’80s, rock ‘n roll');
});

test('a no-break space does not count as a space', () => {
  check('a\u00a0"b" c', 'a\u00a0”b” c');
});

test('a lone quote opens', () => {
  check('a " b', 'a “ b');
});

test('hyphens, dots and angle brackets', () => {
  check('a -- b --- c... d', 'a – b — c… d');
  check('<< a >> <<b>> \\<<c', '«\u00a0a\u00a0» «b» &lt;&lt;c');
});

test('characters that HTML reserves are escaped, character references are decoded', () => {
  check('S&P < 3 &amp; &eacute;&lt; &nope;', 'S&amp;P &lt; 3 &amp; é&lt; &amp;nope;');
});

test('an element before any prose is unchanged and gets a line of its own', () => {
  check(`<s>"A."</s> "B."`, `<s>"A."</s>\n “B.”`);
  check('<s>A</s> <s>B</s> C', '<s>A</s>\n<s>B</s>\n C');
  check('<!-- a --> b', '<!-- a -->\n b');
  check('<hr> a', '<hr />\n a');
});

test('quotes curl inside an element in prose', () => {
  check(`"A" <em class='b'>"c"</em>'s`, '“A” <em class="b">“c”</em>’s');
  check('a <br> b', 'a <br /> b');
});

test('block tags inside prose are shown as text', () => {
  check('a <div>b</div>', 'a &lt;div&gt;b&lt;/div&gt;');
});

test('an end tag without a start tag is shown as text, and a quote after it opens', () => {
  check('a</b>> "c"', 'a&lt;/b&gt;&gt; “c”');
  check('<div>a</s>b</div>', '<div>a&lt;/s&gt;b</div>');
  check('a</b>"&c', 'a&lt;/b&gt;“&amp;c');
});

test('an ampersand is no punctuation that closes a quote', () => {
  check('"&c', '“&amp;c');
  check('"! c', '”! c');
});

test('unclosed and unusual texts do not throw', () => {
  for (const text of ['', '\n', '<', '<a', '</b>', '<s>"a', 'x <b>"a', '&', '&#x;', '\\"', "''", '""', '<!--']) {
    assert.doesNotThrow(() => smartify(text));
  }
  check('a <b>"c', 'a <b>“c\n</b>');
});

test('line breaks stay, except the last one', () => {
  check('"a"\r\n"b"\n', '“a”\n“b”');
});

test('time grows linearly, even if an equal text is converted again', () => {
  for (const unit of ['<b>a', '\n', '&a', '</b', '<!-- x', '<div>\n', '"']) {
    assertLinear((size) => {
      const text = repeatToSize(unit, size);
      smartify(repeatToSize(unit, size));
      return () => smartify(text);
    });
  }
});
