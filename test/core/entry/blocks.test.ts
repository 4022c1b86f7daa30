import { test } from 'node:test';
import { checkTree } from '../../support/checkTree.ts';

test('a line with a label is a section, a poll or a named item', () => {
  checkTree('blocks', '⟦section|⟦number|1/⟧ **Mayor resigns**. She left today.⟧');
  checkTree('blocks', '⟦section|⟦number|12/⟧ Text⟧');
  checkTree('blocks', '⟦section|⟦placeholder|TK/⟧ Text⟧');
  checkTree('blocks', '⟦poll|⟦poll|poll/⟧ **51% said so**.⟧');
  checkTree('blocks', '⟦poll|⟦poll|Poll/⟧ 51% said so.⟧');
  checkTree('blocks', '⟦named|⟦named|study/⟧ **It helps**.⟧');
  checkTree('blocks', '⟦named|⟦named|exit poll/⟧ "It helps."⟧');
});

test('a label may be alone on its line, with or without a space after it', () => {
  checkTree('blocks', '⟦section|⟦placeholder|TK/⟧⟧ \n\n⟦section|⟦number|2/⟧⟧\n\n⟦poll|⟦poll|poll/⟧⟧');
});

test('mistyped labels are recognized', () => {
  checkTree('blocks', '⟦section|⟦number|2 /⟧ **Text**⟧');
  checkTree('blocks', '⟦section|⟦number|7//⟧ Text⟧');
  checkTree('blocks', '⟦section|⟦number|6/⟧**Text**⟧');
  checkTree('blocks', '⟦section|⟦number|3⟧ **Text**⟧');
  checkTree('blocks', '⟦section|⟦placeholder|tK10⟧ **Text**⟧');
  checkTree('blocks', '⟦section|⟦placeholder|KT/⟧ Text⟧');
  checkTree('blocks', '⟦section|⟦number|1/⟧\u00a0Text⟧');
});

test('prose that starts with a number or contains a slash has no label', () => {
  checkTree('blocks', '⟦paragraph|1/2 of them agree⟧');
  checkTree('blocks', '⟦paragraph|3 apples⟧');
  checkTree('blocks', '⟦paragraph|1000/ is no number of a section⟧');
  checkTree('blocks', '⟦paragraph|and/or is a matter of taste⟧');
  checkTree('blocks', '⟦paragraph|Polls are closed⟧');
  checkTree('blocks', '⟦paragraph|10.5 percent⟧');
});

test('a bullet has a marker, and may have a label', () => {
  checkTree(
    'blocks',
    '⟦bullet|⟦marker|*⟧ **A related item**.⟧\n\n⟦bullet|⟦marker|-⟧ Text⟧\n\n⟦bullet|⟦marker|+⟧ Text⟧',
  );
  checkTree('blocks', '⟦bullet|⟦marker|*⟧ ⟦poll|poll/⟧ **51%**⟧');
  checkTree('blocks', '⟦bullet|⟦marker|*⟧ ⟦placeholder|TK/⟧ Text⟧');
  checkTree('blocks', '  ⟦bullet|⟦marker|*⟧ indented⟧\n\n\t⟦bullet|⟦marker|*⟧ more⟧');
});

test('an ordered item has a marker, and may have a label', () => {
  checkTree('blocks', '⟦ordered|⟦marker|1.⟧ **A shorter item**.⟧\n\n⟦ordered|⟦marker|2)⟧ Text⟧');
  checkTree('blocks', '⟦ordered|⟦marker|3.⟧ ⟦poll|poll/⟧ **51%**⟧\n\n⟦ordered|⟦marker|4.⟧⟧');
});

test('items need no blank line between them', () => {
  checkTree(
    'blocks',
    '⟦section|⟦number|1/⟧ One⟧\n⟦bullet|⟦marker|*⟧ Two⟧\n⟦section|⟦number|2/⟧ Three⟧\n⟦heading|⟦marker|##⟧ Four⟧',
  );
});

test('a line without a label or a marker belongs to the block above it', () => {
  checkTree('blocks', '⟦section|⟦number|1/⟧ One\nand more⟧\n\n⟦paragraph|Two⟧');
  checkTree('blocks', '⟦bullet|⟦marker|*⟧ **Nov. 5**: One \\\n  **Nov. 6**: Two \\⟧');
  checkTree('blocks', '⟦quote|⟦marker|>⟧ One\n> and two\nand three⟧');
  checkTree('blocks', '⟦heading|⟦marker|#⟧ One⟧\n⟦paragraph|Two⟧');
});

test('a heading has one to six number signs and a space', () => {
  checkTree('blocks', '⟦heading|⟦marker|###⟧ ✏️ Notables.⟧\n⟦heading|⟦marker|######⟧⟧');
  checkTree('blocks', '⟦paragraph|#hashtag⟧\n\n⟦paragraph|####### Seven⟧');
});

test('three characters are a divider', () => {
  checkTree('blocks', '⟦divider|***⟧\n\n⟦divider|---⟧\n\n⟦divider|_ _ _⟧\n\n⟦paragraph|--⟧');
});

test('a Liquid tag may extend over several lines', () => {
  checkTree('blocks', '⟦tweet|{% twitter https://twitter.com/a/status/1 %}⟧\n⟦paragraph|Text⟧');
  checkTree('blocks', '⟦tweet|{% twitter\nhttps://twitter.com/a/status/1\n%}⟧\n⟦section|⟦number|1/⟧ Text⟧');
  checkTree('blocks', '⟦tweet|{% twitter⟧\n\n⟦section|⟦number|1/⟧ Text⟧');
  checkTree('blocks', '⟦paragraph|{{ page.title }}⟧');
});

test('comments, HTML, footnotes and code are separate blocks', () => {
  checkTree('blocks', '⟦marker|<!-- notables:start -->⟧\n⟦paragraph|Text⟧');
  checkTree('blocks', '⟦html|<div>\n1/ in it\n</div>⟧\n\n⟦section|⟦number|1/⟧ Text⟧');
  checkTree('blocks', '⟦footnote|[^1]: A note\nof two lines.⟧\n\n⟦paragraph|[^2] is none⟧');
  checkTree('blocks', '⟦code|```\n1/ in it\n\n```⟧\n⟦section|⟦number|1/⟧ Text⟧');
  checkTree('blocks', '  ⟦code|~~~\n  1/ in it\n  ~~~⟧\n⟦paragraph|Text⟧');
  checkTree('blocks', '⟦code|```\n1/ to the end⟧');
  checkTree('blocks', '⟦paragraph|```code``` in a line⟧');
});

test('a line entirely in italics is a sign-off, a line that starts in bold is a note', () => {
  checkTree('blocks', '⟦signoff|*The election is in 304 days.*⟧\n\n⟦signoff|*See you tomorrow*.⟧');
  checkTree('blocks', '⟦paragraph|*One* and *two*⟧\n\n⟦paragraph|*open⟧');
  checkTree('blocks', '⟦note|**Nov. 5**: Election Day.⟧');
});

test('whitespace around a block is not part of it, whatever the line break', () => {
  checkTree('blocks', '\n \n  ⟦paragraph|One⟧ \u00a0\n\n\n   ⟦section|⟦number|1/⟧ Two⟧  \n');
  checkTree('blocks', '⟦section|⟦number|1/⟧ One\r\nand more⟧\r\n\r\n⟦bullet|⟦marker|*⟧ Two⟧\r\n');
  checkTree('blocks', '');
  checkTree('blocks', '\n\n');
});

test('content is the text after marker and label, without a hard line break at its end', () => {
  checkTree(
    'contents',
    '1/ ⟦content|One\nand more⟧\n\n* poll/ ⟦content|Two⟧ \\\n\n### ⟦content|Three⟧\n\nTK/⟦content|⟧',
  );
});

test('the name of a label is the text before its slash', () => {
  checkTree('labels', '⟦name|1⟧/ One\n\n⟦name|exit poll⟧/ "Two"\n\n⟦name|2⟧ // Three\n\n* ⟦name|TK⟧/');
});

test('a headline is the bold text at the start of the content', () => {
  checkTree('contents', '* ⟦content|⟦headline|**⟦words|Mayor resigns⟧**⟧. She left today.⟧');
  checkTree('contents', '* ⟦content|⟦headline|**⟦words|"Mayor" resigns.⟧**⟧⟧');
  checkTree('contents', '⟦content|⟦headline|**⟦words|Nov. 5⟧**⟧: Election Day. **Twice**.⟧');
  checkTree('contents', '* ⟦content|She left **today**.⟧');
  checkTree('contents', '1/ ⟦content|⟦headline|**⟦words|⟧**⟧⟧');
});

test('an emoji or a short note may precede a headline', () => {
  checkTree('contents', '* ⟦content|🗳 ⟦headline|**⟦words|Mayor resigns⟧**⟧.⟧');
  checkTree('contents', '* ⟦content|\\[Updated\\] ⟦headline|**⟦words|Mayor resigns⟧**⟧.⟧');
  checkTree('contents', '* ⟦content|*Related*: ⟦headline|**⟦words|Mayor resigns⟧**⟧.⟧');
});

test('an unclosed headline extends over the entire content', () => {
  checkTree(
    'contents',
    '* ⟦content|⟦open-headline|**⟦words|Mayor resigns. She left today.⟧⟧⟧\n\n* ⟦content|⟦headline|**⟦words|Two⟧**⟧⟧',
  );
});

test('asterisks inside a link or a group do not end a headline', () => {
  checkTree('contents', '* ⟦content|⟦headline|**⟦words|A [B**](https://b.example) C⟧**⟧.⟧');
  checkTree('contents', '* ⟦content|⟦open-headline|**⟦words|A ([B](https://b.example)** / [C](https://c.example))⟧⟧⟧');
});

test('code and tags below blank lines at the start are found', () => {
  checkTree('blocks', '\n\n⟦code|    a⟧');
  checkTree('blocks', '\n\n ⟦paragraph|<⟧');
});
