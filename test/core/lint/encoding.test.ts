import { test } from 'node:test';
import { encoding } from '../../../src/core/lint/rules/encoding.ts';
import { checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';

const A = '([A News](https://a.example/1))';

test('the first character that could not be read is reported, and no other', () => {
  checkReported(encoding, `1/ **Head**. The caf⟦\uFFFD⟧ and the r\uFFFDsum\uFFFD. ${A}`);
  checkRule(encoding, '---\ntitle: "Caf⟦\uFFFD\uFFFD⟧"\n---\n\nCaf\uFFFD.');
});

test('a file in another encoding is reported wherever its lost bytes are', () => {
  checkRule(encoding, 'See [A News](https://a.example/caf⟦\uFFFD⟧).');
  checkRule(encoding, '<p title="caf⟦\uFFFD⟧">a</p>');
  checkRule(encoding, '[a]: https://a.example/caf⟦\uFFFD⟧\n\n[x][a]');
});

test('a text about the character is let be', () => {
  checkSilent(encoding, 'The character `\uFFFD` stands for lost bytes.');
  checkSilent(encoding, 'The character “\uFFFD” stands for lost bytes.');
});
