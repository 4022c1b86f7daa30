import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { liquid } from '../../../src/core/lint/rules/liquid.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';
import { surroundings } from '../../support/surroundings.ts';

const TWEET = '{% twitter https://a.example/1 %}';

test('a tag that does not close is closed behind its address', () => {
  for (const end of ['', ' $}', ' %', ' }', ' %)']) {
    checkRule(liquid, `⟦{% twitter https://a.example/1${end}⟧\n\n1/ **Head**.`, `${TWEET}\n\n1/ **Head**.`);
  }
});

test('a tag or an expression that does not close is found before the next one, an empty line or the end', () => {
  checkRule(liquid, '⟦{% if a then⟧\n\nText.');
  checkRule(liquid, `1/ **Head**. See ⟦{{ site.url }/a.⟧\n\n${TWEET}`);
  checkRule(liquid, `⟦{{ site.url⟧ ${TWEET}`);
});

test('a tag whose brackets are mistyped is mended', () => {
  checkRule(liquid, '⟦[% twitter https://a.example/1 %]⟧', TWEET);
  checkRule(liquid, '⟦\\% twitter https://a.example/1 %⟧', TWEET);
  checkRule(liquid, '⟦% youtube https://a.example/1 %}⟧', '{% youtube https://a.example/1 %}');
});

test('a comment that does not close hides what follows', () => {
  checkRule(liquid, '1/ **Head**.\n\n⟦<!--⟧ more to come\n\n2/ **Head**.');
  const [finding] = liquid.check(parseEntry('<!-- more to come \n\nText.'), surroundings());
  assert.deepEqual(finding?.suggestions?.[0]?.edits, [{ from: 17, to: 17, text: ' -->' }]);
  checkSilent(liquid, '<!-- more\n\nto come -->\n\n1/ **Head**.');
  checkSilent(liquid, '1/ **Head**. An arrow <!-- in words.');
});

test('Liquid that is well formed is let be, on several lines too', () => {
  for (const text of [
    TWEET,
    `* ${TWEET}`,
    '{% twitter\nhttps://a.example/1\n%}',
    '1/ **Head**. <a href="{{ site.url }}{{ site.baseurl }}/a/">A</a>.',
    '{{ page.title }}',
    '1/ **Head**. A {brace} and 50 % twitter users.',
    '---\ndescription: "{% x"\n---\n\nText.',
  ])
    checkSilent(liquid, text);
});

test('Liquid that no entry needs is pointed out, as information', () => {
  checkRule(liquid, '⟦{%- if a -%}⟧ text ⟦{%- endif -%}⟧');
  checkRule(liquid, '1/ **Head**. She paid ⟦{{ sum }}⟧.');
  const [finding] = [...liquid.check(parseEntry('{{ sum }}'), surroundings())];
  assert.equal(finding?.severity, 'info');
});
