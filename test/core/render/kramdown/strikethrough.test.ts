import { test } from 'node:test';
import { checkKramdown, KRAMDOWN } from '../../../support/checkKramdown.ts';

test('two tildes strike', () => {
  checkKramdown('a ~~b *c*~~ d', '<p>a <del>b <em>c</em></del> d</p>\n');
  checkKramdown('~~a\nb~~', '<p><del>a\nb</del></p>\n');
});

test('tildes next to white space, or one or three of them, do not', () => {
  checkKramdown('~~ a~~ ~b~ a~~ b', '<p>~~ a~~ ~b~ a~~ b</p>\n');
  checkKramdown('~~~a~~', '<p>~<del>a</del></p>\n');
  checkKramdown('~~a ~~ b~~', '<p><del>a ~~ b</del></p>\n');
});

test('an escaped tilde is text', () => {
  checkKramdown(String.raw`\~~a~~`, '<p>~~a~~</p>\n');
});

test("kramdown's dialect has none", () => {
  checkKramdown('~~a~~', '<p>~~a~~</p>\n', KRAMDOWN);
});
