import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineStart } from '../../../src/core/lint/rules/lineStart.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { checkReported, checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const A = '([A News](https://a.example/1))';
const B = '([B Post](https://b.example/2))';

test('an item that starts after the citations of another gets its own line', () => {
  for (const start of ['* ', '- ', '2/ ', '2. ', 'poll/ ', 'TK/ '])
    checkRule(
      lineStart,
      `1/ **Head**. Text. ${A}⟦ ${start}⟧**Two**. ${B}`,
      `1/ **Head**. Text. ${A}\n\n${start}**Two**. ${B}`,
    );
  checkRule(lineStart, `* **Head**. Text. ${A}⟦* ⟧**Two**. ${B}`, `* **Head**. Text. ${A}\n\n* **Two**. ${B}`);
  checkSilent(lineStart, `1/ **Head**. Text. ${A} **Two** more. ${B}`);
  checkSilent(lineStart, `1/ **Head**. Text ([A News](https://a.example/1)) 2/3 of it. ${B}`);
});

test('a divider directly below a paragraph gets a blank line above it', () => {
  checkRule(lineStart, `1/ **Head**. Text. ${A}\n⟦---⟧\n\n## Head`, `1/ **Head**. Text. ${A}\n\n---\n\n## Head`);
  checkRule(lineStart, `1/ **Head**.\r\n⟦---⟧\r\n`, `1/ **Head**.\r\n\r\n---\r\n`);
  checkSilent(lineStart, `* **Head**. Text. ${A}\n---`);
  checkSilent(lineStart, `1/ **Head**. Text. ${A}\n\n---`);
});

test('with kramdown, only a single line can have an underline: below several, the page shows a dash, or the signs', () => {
  const context = { ...ruleContext(), markdown: 'kramdown' as const };
  const shows = (text: string) =>
    findings(lineStart, text, context).map(({ message, severity }) => [message, severity]);
  const heading = 'Missing blank line above the divider: the site will show the text above it as a heading.';
  const dash = 'Missing blank line above the divider: the site will show it as a dash.';
  assert.deepEqual(shows(`1/ **Head**. Text. ${A}\n---\n`), [[heading, 'error']]);
  assert.deepEqual(shows(`1/ **Head**. Text.\nMore. ${A}\n---\n`), [[dash, undefined]]);
  assert.deepEqual(shows(`1/ **One**. ${A}\n2/ **Two**. ${B}\n---\n`), [[dash, undefined]]);
  checkRule(lineStart, `1/ **Head**.\nMore.\n⟦---⟧\n`, `1/ **Head**.\nMore.\n\n---\n`, context);
  const shown = '"====" is not a divider in Markdown: the page will show it.';
  assert.deepEqual(shows(`1/ **Head**. Text.\nMore. ${A}\n====\n`), [[shown, 'error']]);
  assert.match(shows(`1/ **Head**. Text. ${A}\n====\n`)[0]?.[0] ?? '', /as a heading/);
});

test('dashes changed by an editor or a typo become a divider', () => {
  for (const dashes of ['--', '—', '–', '—-', '-—'])
    checkRule(lineStart, `Text.\n\n⟦${dashes}⟧\n\n## Head`, 'Text.\n\n---\n\n## Head');
  checkSilent(lineStart, 'Text.\n\n— Text.');
});

test('a heading has a space after its number signs, and a hashtag is not a heading', () => {
  checkRule(lineStart, '⟦###⟧Notables.', '### Notables.');
  checkSilent(lineStart, '#resist');
});

test('a bullet character becomes an asterisk', () => {
  checkRule(lineStart, `⟦•⟧ **Head**. Text. ${A}`, `* **Head**. Text. ${A}`);
  checkRule(lineStart, `⟦▪⟧**Head**. Text. ${A}`, `* **Head**. Text. ${A}`);
});

test('a mistyped number after a list becomes one of its items', () => {
  checkRule(lineStart, `1. **Head**. ${A}\n\n⟦2,⟧ **Head**. ${B}`, `1. **Head**. ${A}\n\n2. **Head**. ${B}`);
  checkSilent(lineStart, `Text.\n\n2, **Head**. ${B}`);
});

test('an asterisk that starts neither emphasis nor a bullet is reported', () => {
  checkRule(lineStart, '⟦*⟧Matt at home\\');
  checkSilent(lineStart, '*Matt* at home');
  checkSilent(lineStart, '*Matt at home*');
  checkSilent(lineStart, '* Matt at home');
});

test('equals signs below an item, which would make it a heading, are reported', () => {
  assert.match(renderBody(`1/ **Head**. Text. ${A}\n===`), /<h1>/);
  checkReported(lineStart, `1/ **Head**. Text. ${A}\n⟦===⟧\n`);
  checkSuggestions(lineStart, `1/ **Head**. Text. ${A}\r\n⟦=⟧\r\n`, [
    `1/ **Head**. Text. ${A}\r\n\r\n---\r\n`,
    `1/ **Head**. Text. ${A}\r\n`,
  ]);
  assert.equal(findings(lineStart, `1/ **Head**. Text. ${A}\n===`)[0]?.severity, 'error');
  checkRule(lineStart, 'She left. He came.\n⟦====⟧\n');
});

test('equals signs that the page shows are reported', () => {
  assert.match(renderBody(`* **Head**. Text. ${A}\n===`), /===/);
  checkRule(lineStart, `* **Head**. Text. ${A}\n⟦===⟧`);
  checkSuggestions(lineStart, 'Text.\n\n⟦===⟧\n\nText.', ['Text.\n\n---\n\nText.', 'Text.\n\n\n\nText.']);
});

test('a heading with an underline is meant', () => {
  checkSilent(lineStart, 'The harbor\n==========\n\nText.');
  checkSilent(lineStart, 'The harbor\n----------\n\nText.');
  checkSilent(lineStart, '<<<<<<< HEAD\n* a\n=======\n* b\n>>>>>>> main');
  checkSilent(lineStart, '```\na\n===\n```');
});

test('a headline right below the citations of an item gets a blank line above it', () => {
  for (const start of ['1/ ', 'poll/ ', '* ', '2. ', ''])
    checkRule(
      lineStart,
      `${start}**Head**. Text. ${A}\n⟦**Two**⟧. Text. ${B}`,
      `${start}**Head**. Text. ${A}\n\n**Two**. Text. ${B}`,
    );
  checkRule(lineStart, `* **Head**. ${A}\r\n  ⟦**Two**⟧ goes on.`, `* **Head**. ${A}\r\n\r\n  **Two** goes on.`);
  checkSilent(lineStart, `**Head** ${A} \\\n**Two** ${B}`);
  checkSilent(lineStart, `**Head** ${A}  \n**Two** ${B}`);
  checkSilent(lineStart, `* **Head**. Text. ${A}\n  and **more**.`);
  checkSilent(lineStart, '* **Head**. They come on\n**Monday**. They go.');
});
