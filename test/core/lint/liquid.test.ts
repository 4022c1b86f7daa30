import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liquid } from '../../../src/core/lint/rules/liquid.ts';
import { checkNothingReported, checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const TWEET = '{% twitter https://a.example/1 %}';

test('a tag that never closes is closed after its address', () => {
  for (const end of ['', ' $}', ' %', ' }', ' %)']) {
    checkRule(liquid, `⟦{% twitter https://a.example/1${end}⟧\n\n1/ **Head**.`, `${TWEET}\n\n1/ **Head**.`);
  }
});

test('a tag or an expression that never closes ends at the next one, a blank line or the end of the text', () => {
  checkRule(liquid, '⟦{% if a then⟧\n\nText.');
  checkRule(liquid, `1/ **Head**. See ⟦{{ site.url }/a.⟧\n\n${TWEET}`);
  checkRule(liquid, `⟦{{ site.url⟧ ${TWEET}`);
});

test('a tag with mistyped brackets is fixed', () => {
  checkRule(liquid, '⟦[% twitter https://a.example/1 %]⟧', TWEET);
  checkRule(liquid, '⟦\\% twitter https://a.example/1 %⟧', TWEET);
  checkRule(liquid, '⟦% youtube https://a.example/1 %}⟧', '{% youtube https://a.example/1 %}');
});

test('a comment that never closes is reported, and a closing mark is offered', () => {
  checkRule(liquid, '1/ **Head**.\n\n⟦<!--⟧ more to come\n\n2/ **Head**.');
  checkSuggestions(liquid, '⟦<!--⟧ more to come \n\nText.', ['<!-- more to come --> \n\nText.']);
  checkSilent(liquid, '<!-- more\n\nto come -->\n\n1/ **Head**.');
  checkSilent(liquid, '1/ **Head**. An arrow <!-- in words.');
});

test('well-formed Liquid is accepted, on several lines, too', () => {
  for (const text of [
    TWEET,
    `* ${TWEET}`,
    '{% twitter\nhttps://a.example/1\n%}',
    '{% twitter\nhttps://a.example/1\n\n  hide_thread=true\n%}',
    '{{ site.url\n\n}}',
    '1/ **Head**. <a href="{{ site.url }}{{ site.baseurl }}/a/">A</a>.',
    '{{ page.title }}',
    '1/ **Head**. A {brace} and 50 % twitter users.',
    '---\ndescription: "{% x"\n---\n\nText.',
  ])
    checkSilent(liquid, text);
});

test('unusual Liquid is reported as information', () => {
  checkRule(liquid, '⟦{%- if a -%}⟧ text ⟦{%- endif -%}⟧');
  checkRule(liquid, '1/ **Head**. She paid ⟦{{ sum }}⟧.');
  const [finding] = findings(liquid, '{{ sum }}');
  assert.equal(finding?.severity, 'info');
});

test('a tag over several paragraphs stays as it is, unless it takes in text of the entry', () => {
  checkRule(liquid, '⟦{% include a.html⟧\n\n  text="**Large**"\n%}\n\nText.');
  checkRule(liquid, '⟦{% include a.html⟧\n  size="large"\n\nText.'); // where it ends is uncertain
  checkRule(
    liquid,
    '⟦{% twitter https://a.example/1⟧\n\n1/ **Head**. It rose by 9 %}.',
    '{% twitter https://a.example/1 %}\n\n1/ **Head**. It rose by 9 %}.',
  );
});

test('what a raw or comment block encloses is not read as Liquid', () => {
  checkRule(liquid, '1/ **Head**. ⟦{% raw %}⟧{{ a }} {% b{% endraw %} text.');
  checkRule(liquid, '⟦{% comment %}⟧\n\n{{ a }} {% twitter https://a.example/1\n\n{% endcomment %}');
});

test('nothing in a comment is reported or changed, be it of HTML or of Liquid', () => {
  const note = 'ask  Ada on\nthe pier.Then ([NPR](x\n\n2 **More**.. TK';
  checkNothingReported(`<!-- ${note}\n-->`, ruleContext('draft'));
  checkNothingReported(`<!-- ask Ada on\nthe pier.Then ([NPR](x\n-->`);
  checkNothingReported(`{% comment %}\n${note}\n{% endcomment %}`, ruleContext('draft'), { liquid: 'off' });
});

test('an address of the site is a link like any other', () => {
  for (const address of ['{{ site.baseurl }}/a/', '{{site.url}}{{ site.baseurl }}/a/', '{{ site.url }}/a/#b'])
    checkNothingReported(
      `1/ **Head**. It was [said](${address}) then. ([A News](https://a.example/1) / [B](${address}))`,
    );
});
