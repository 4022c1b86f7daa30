import { test } from 'node:test';
import { citationBrokenLink } from '../../../src/core/lint/rules/citationBrokenLink.ts';
import { citationExtraBracket } from '../../../src/core/lint/rules/citationExtraBracket.ts';
import { citationRawUrl } from '../../../src/core/lint/rules/citationRawUrl.ts';
import { citationUnopened } from '../../../src/core/lint/rules/citationUnopened.ts';
import { checkRule, checkSilent, checkSuggestions } from '../../support/checkRule.ts';

const NPR = '[NPR](https://www.npr.org/t)';
const CNN = '[CNN](https://www.cnn.com/a)';

test('square brackets around the sources become round ones', () => {
  checkRule(citationExtraBracket, `1/ **Head**. Text. ⟦[${NPR} / ${CNN}]⟧`, `1/ **Head**. Text. (${NPR} / ${CNN})`);
  checkRule(citationExtraBracket, `* Text. ⟦[${NPR}]⟧`, `* Text. (${NPR})`);
  checkSilent(citationExtraBracket, `* Text. [[PDF](https://www.npr.org/t)]`);
  checkSilent(citationExtraBracket, `* Text. [[Paper](https://a.example/1) / [Code](https://b.example/2)]`);
  checkSilent(citationExtraBracket, `* Text. \\[${NPR}\\]`);
  checkSilent(citationExtraBracket, `They said [${NPR}] so. [${NPR}]`);
});

test('a name with a pasted address becomes a link', () => {
  checkRule(citationRawUrl, '1/ **Head**. Text. (⟦NPR: https://www.npr.org/t⟧)', `1/ **Head**. Text. (${NPR})`);
  checkRule(
    citationRawUrl,
    '* Text. (⟦NPR – https://www.npr.org/t / CNN: https://www.cnn.com/a⟧)',
    `* Text. (${NPR} / ${CNN})`,
  );
  checkSuggestions(citationRawUrl, '* Text. (⟦Valley Post: https://www.npr.org/t⟧)', [
    '* Text. ([Valley Post](https://www.npr.org/t))',
  ]);
});

test('words that announce an address are no outlet', () => {
  checkSilent(citationRawUrl, '* Text. (Source: https://www.npr.org/t)');
  checkSilent(citationRawUrl, '* Text. (see https://www.npr.org/t)');
  checkSilent(citationRawUrl, '* Text (NPR: https://www.npr.org/t)');
  checkSilent(citationRawUrl, 'Text. (NPR: https://www.npr.org/t)');
  checkSilent(citationRawUrl, '* Text. (NPR: the https://www.npr.org/t page)');
});

test('an outlet without brackets at the end of a bullet gets them', () => {
  checkSuggestions(citationUnopened, `* **Head**. They really want it. ⟦${NPR}⟧`, [
    `* **Head**. They really want it. (${NPR})`,
  ]);
  checkSuggestions(citationUnopened, `* They really want it. ⟦${NPR}⟧`, [`* They really want it. (${NPR})`]);
  checkSilent(citationUnopened, '* They really want it. [Donate here](https://www.npr.org/t)');
  checkSilent(citationUnopened, `* **Live blogs**: ${NPR}`);
  checkSilent(citationUnopened, `* [A long title](https://a.example/1). ${NPR}`);
  checkSilent(citationUnopened, `* As they said on ${NPR}`);
});

test('a link without a name is offered the outlet at its address', () => {
  checkSuggestions(citationBrokenLink, '1/ **Head**. Text. (⟦[]⟧(https://www.npr.org/t))', [
    `1/ **Head**. Text. (${NPR})`,
  ]);
  checkRule(citationBrokenLink, '1/ **Head**. Text. (⟦[]()⟧)');
});
