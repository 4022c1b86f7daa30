import { test } from 'node:test';
import { checkKramdown } from '../../../support/checkKramdown.ts';

test('a backslash takes the meaning of punctuation', () => {
  checkKramdown(
    '\\\\ \\. \\* \\_ \\+ \\` \\< \\> \\( \\) \\[ \\] \\{ \\} \\# \\! \\: \\| \\" \\\' \\$ \\= \\- \\~',
    '<p>\\ . * _ + ` &lt; &gt; ( ) [ ] { } # ! : | " \' $ = - ~</p>\n',
  );
});

test('before other characters it is text', () => {
  checkKramdown(String.raw`\a \& \; C:\news`, '<p>\\a \\&amp; \\; C:\\news</p>\n');
});

test('it keeps blocks from starting', () => {
  checkKramdown(String.raw`\# a`, '<p># a</p>\n');
  checkKramdown(String.raw`\* a`, '<p>* a</p>\n');
  checkKramdown(String.raw`1\. a`, '<p>1. a</p>\n');
  checkKramdown(String.raw`\> a`, '<p>&gt; a</p>\n');
  checkKramdown(String.raw`\- a`, '<p>- a</p>\n');
});
