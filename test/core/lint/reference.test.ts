import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reference } from '../../../src/core/lint/rules/reference.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { checkReported, checkRule, checkSilent, findings } from '../../support/checkRule.ts';

const A = '([A News](https://a.example/1))';

test('a reference without a definition is reported, since the page shows its brackets', () => {
  assert.match(renderBody('See [the report][rep].'), /\[the report\]\[rep\]/);
  checkReported(reference, `1/ **Head**. She read ⟦[the report][rep]⟧. ${A}`);
  checkRule(reference, 'See ⟦[the report][]⟧, ⟦![the map][map]⟧ and ⟦[1][the report]⟧.');
  checkRule(reference, 'See ⟦[`code`][rep]⟧ and ⟦[the **new** report][rep]⟧.');
  checkRule(reference, '⟦[the report][rep]⟧\n[rep]: https://a.example/'); // a definition cannot continue a paragraph
});

test('the message names the label', () => {
  const message = '"rep" is not defined in the entry: the page will show the brackets.';
  assert.deepEqual(
    findings(reference, 'See [the report][rep] and [rep][].').map((finding) => finding.message),
    [message, message],
  );
});

test('a reference with a definition is let be, whatever its case and spaces', () => {
  checkSilent(reference, 'See [the report][REP  a] and [Rep a][].\n\n[rep a]: https://a.example/');
  checkSilent(reference, 'See [the report][rep].\n\n> [rep]: https://a.example/');
  checkSilent(reference, 'See [the report][rep].\n\n[rep]: {{ site.url }}/a');
});

test('brackets in prose are no reference', () => {
  checkSilent(reference, 'They [sic] came [1], [2][3] and […] went. [x] Done. [ ] Open.');
  checkSilent(reference, 'See [the report] and list[i][10], [a][], \\[the report\\][rep].');
  checkSilent(reference, 'Both [a][the report](https://a.example/) and [one][two][three] and […][…].');
  checkSilent(
    reference,
    '`[the report][rep]` and `[^9]`\n\n    [the report][rep]\n\n<b title="[the report][rep]">a</b>',
  );
});

test('names in a citation group are left to the rules on citations', () => {
  checkSilent(reference, '1/ **Head**. Text. ([NPR][n] / [CNN][c])');
});

test('a footnote without a definition is reported', () => {
  assert.match(renderBody('Text[^9].\n\n[^1]: Note.'), /\[\^9\]/);
  checkRule(reference, `1/ **Head**⟦[^9]⟧. Text[^1]. ${A}\n\n[^1]: Note.`);
  checkRule(reference, '**Text⟦[^note]⟧**');
  checkSilent(reference, 'Text[^Note].\n\n[^note]: Note.');
  checkSilent(reference, 'Text[^1] and[^2].\n[^1]: Note.\n\n* a\n\n  [^2]: Note.');
});

test('a footnote that nothing refers to is reported as a warning, since its text does not show', () => {
  assert.doesNotMatch(renderBody('Text.\n\n[^8]: Lost.'), /Lost/);
  checkRule(reference, 'Text[^9].\n\n[^9]: Note.\n⟦[^8]⟧: Lost.');
  const [finding] = findings(reference, 'Text.\n\n[^8]: Lost.');
  assert.equal(finding?.severity, 'warning');
});

test('a second definition of a footnote is reported, since its text does not show', () => {
  assert.doesNotMatch(renderBody('Text[^1].\n\n[^1]: One.\n[^1]: Two.'), /Two/);
  checkRule(reference, 'Text[^1].\n\n[^1]: One.\n⟦[^1]⟧: Two.');
});

test('sets of characters, links and escaped footnotes are no footnotes', () => {
  checkSilent(reference, 'The pattern [^a-z] or [^0-9]+ or [^abc]* matches, and so does [^\\w].');
  checkSilent(reference, 'See [^9](https://a.example/) and \\[^9\\].');
  checkSilent(reference, 'Text[^1].\n\n\\[^1\\]: Note.');
});

test('definitions that Liquid writes are not missed', () => {
  checkSilent(reference, '{% include references.md %}\nSee [the report][rep] and[^1].');
  checkSilent(
    reference,
    'See [#12][].\n\n{% for number in numbers %}\n[#{{ number }}]: /issues/{{ number }}\n{% endfor %}',
  );
  checkRule(reference, '{% twitter https://a.example/1 %}\n\nSee ⟦[the report][rep]⟧.');
});
