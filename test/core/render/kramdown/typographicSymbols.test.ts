import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('hyphens, dots and angle brackets become symbols', () => {
  checkKramdown(
    'a -- b --- c ---- d ... e .... f << g >> h <<i>>',
    '<p>a – b — c —- d … e …. f «\u00a0g\u00a0» h «i»</p>\n',
  );
});

test('a backslash keeps angle brackets', () => {
  checkKramdown(String.raw`\<<a\>> \-- b`, '<p>&lt;&lt;a&gt;&gt; -- b</p>\n');
});

test('code and HTML stay', () => {
  checkKramdown(
    '`a -- b` <b title="--">...</b> <!-- -- -->',
    '<p><code>a -- b</code> <b title="--">…</b> <!-- -- --></p>\n',
  );
});

test('the site may have other symbols', () => {
  checkKramdown('a -- b...', '<p>a - b.&amp;.</p>\n', { typographicSymbols: { ndash: '-', hellip: '.&.' } });
});

test('a quirk turns them off', () => {
  checkKramdown('a -- b... "c"', '<p>a -- b... “c”</p>\n', { gfmQuirks: ['no_auto_typographic'] });
});
