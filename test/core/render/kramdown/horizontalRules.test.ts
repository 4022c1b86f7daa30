import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('three marks or more make a rule, with spaces between them or not', () => {
  checkKramdown('***', '<hr />\n');
  checkKramdown('- - -', '<hr />\n');
  checkKramdown('___ _', '<hr />\n');
  checkKramdown('   ---', '<hr />\n');
});

test('two marks, or marks of two kinds, do not', () => {
  checkKramdown('--', '<p>–</p>\n');
  checkKramdown('*-*', '<p><em>-</em></p>\n');
});

test('a rule can have attributes', () => {
  checkKramdown('---\n{: .a}', '<hr class="a" />\n');
});
