import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { headlineBold } from '../../../src/core/lint/rules/headlineBold.ts';
import { renderBody } from '../../../src/core/render/renderBody.ts';
import { checkRule, checkSilent, checkSuggestions, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const A = '([A News](https://a.example/1))';

test('a space before the closing asterisks moves after them', () => {
  checkRule(headlineBold, '1/ **Head⟦ **⟧goes on. Text.', '1/ **Head** goes on. Text.');
  checkRule(headlineBold, '1/ **Head.⟦ **⟧Text.', '1/ **Head.** Text.');
  checkRule(headlineBold, '1/ **Head,"⟦ **⟧ he said.', '1/ **Head,"** he said.');
  checkRule(headlineBold, '1/ **Head⟦ **⟧. Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '* **Go deeper:⟦ **⟧', '* **Go deeper:**');
  checkRule(headlineBold, `1/ **Head."⟦ **⟧${A}`, `1/ **Head."** ${A}`);
  checkRule(headlineBold, `1/ **Head**. *\\[More to come\\]⟦ *⟧${A}`, `1/ **Head**. *\\[More to come\\]* ${A}`);
});

test('a space after the opening asterisks moves before them', () => {
  checkRule(headlineBold, '* ⟦** ⟧Head**. Text.', '* **Head**. Text.');
  checkRule(headlineBold, '6/⟦** ⟧Head**. Text.', '6/ **Head**. Text.');
  checkRule(headlineBold, '* ⟦** Head **⟧goes on.', '* **Head** goes on.');
});

test('a missing space after the bold is added', () => {
  checkRule(headlineBold, '1/ **Head⟦**and⟧ more.', '1/ **Head** and more.');
  checkRule(headlineBold, '1/ **Head⟦**Text⟧ and more.', '1/ **Head** Text and more.');
  checkRule(headlineBold, '1/ **"Head."⟦**h⟧e said.', '1/ **"Head."** he said.');
});

test('a stray punctuation mark before the headline is removed', () => {
  checkRule(headlineBold, '1/ ⟦.⟧**Head**. Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ **⟦, ⟧Head**. Text.', '1/ **Head**. Text.');
  checkSilent(headlineBold, '1/ **.38 revolvers**. Text.');
});

test('a punctuation mark between two asterisks moves after both', () => {
  checkRule(headlineBold, '1/ **Head⟦*.*⟧ Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ ⟦*.*⟧Head**. Text.', '1/ **Head**. Text.');
  checkSilent(headlineBold, '1/ **Head**. *One*, *two*.');
});

test('one of two punctuation marks after the headline stays', () => {
  checkRule(headlineBold, '1/ **Head⟦,**.⟧ Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ **Head⟦**.,⟧ he said.', '1/ **Head**, he said.');
  checkRule(headlineBold, '1/ **Head⟦**,.⟧ Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '* **Live⟦**.:⟧ [A](https://a.example/1)', '* **Live**: [A](https://a.example/1)');
  checkSilent(headlineBold, '1/ **Head**... and more.');
});

test('a full stop directly follows the headline, and a space follows it', () => {
  checkRule(headlineBold, '1/ **Head⟦** .⟧ Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ **Head⟦** .⟧Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ **Head⟦** ,⟧ he said.', '1/ **Head**, he said.');
  checkSilent(headlineBold, '1/ **Head** . . . and more.');
  checkSilent(headlineBold, '1/ **Head** .gov pages are gone.');
});

test('a headline followed by a sentence ends with a full stop', () => {
  checkRule(
    headlineBold,
    '1/ **The mayor resigned⟦** She⟧ left at noon.',
    '1/ **The mayor resigned**. She left at noon.',
  );
  checkSilent(headlineBold, '1/ **The mayor resigned** Monday at noon.');
  checkSilent(headlineBold, '1/ **"The mayor resigned."** She left at noon.');
  checkSilent(headlineBold, '**tl;dr** The mayor resigned.');
});

test('the last letter of a word moves into the bold', () => {
  checkRule(headlineBold, '1/ **Hea⟦**d⟧. Text.', '1/ **Head**. Text.');
  checkSuggestions(headlineBold, '1/ **Condition⟦**ally⟧ approved. Text.', [
    '1/ **Condition** ally approved. Text.',
    '1/ **Conditionally** approved. Text.',
  ]);
});

test('a bold that opens inside its first word is made to open before it', () => {
  checkRule(headlineBold, 'poll/ ⟦55**⟧% of voters**. Text.', 'poll/ **55% of voters**. Text.');
});

test('a second full stop at the end of a bold is removed', () => {
  checkRule(headlineBold, '1/ **Head⟦.**.⟧ Text.', '1/ **Head**. Text.');
  checkRule(headlineBold, '1/ **"Head.⟦"**.⟧ Text.', '1/ **"Head."** Text.');
  checkRule(headlineBold, '1/ **The U.K⟦.**.⟧ Text.', '1/ **The U.K.** Text.');
  checkRule(headlineBold, '1/ **Ann Ames Jr⟦.**.⟧ Text.', '1/ **Ann Ames Jr.** Text.');
});

test('asterisks without words between them are removed', () => {
  checkRule(headlineBold, '1/ **At least ⟦****⟧44 states** refused.', '1/ **At least 44 states** refused.');
  checkRule(headlineBold, `1/ **"Head."** ⟦**⟧${A}`, `1/ **"Head."** ${A}`);
  checkRule(headlineBold, '1/ **Head⟦***⟧. Text.', '1/ **Head**. Text.');
});

test('a bold that never closes is offered an end, and one that never opens a start', () => {
  const offered = [`1/ **Head**. Text. ${A}`, `1/ Head. Text. ${A}`];
  checkSuggestions(headlineBold, `1/ ⟦**⟧Head. Text. ${A}`, offered);
  checkSuggestions(headlineBold, `1/ Head⟦**⟧. Text. ${A}`, offered);
  checkRule(headlineBold, '1/ ⟦**⟧One, **and two.** **Three.');
});

test('asterisks that readers do not see, or are meant to see, are accepted', () => {
  for (const text of [
    '1/ **Head**. Text with *one* and **two** and ***three***.',
    '1/ **Head "quoted."** Text.',
    '1/ **Head**, a clause. **Trump**’s.',
    '1/ **Who said f\\*\\*k?** Text.',
    '1/ **Head**. Who said f**k?',
    '1/ **Head**. They said s***.',
    '1/ **Head**. Votes* are counted. \\* Not all.',
    '* **📌 [Day 10](https://a.example/**1): Head**, a clause.',
    '* ***Note**: all of it*.',
    '**Nov. 5**: Election Day. \\\n**Dec. 25**: Christmas. \\',
    '1/ **The U.S.** Text.',
    '1/ **Head...**. Text.',
  ])
    checkSilent(headlineBold, text);
});

test('a missing space between sentences is left to its own rule', () => {
  checkSilent(headlineBold, '1/ **"Head."**Text.');
  checkSilent(headlineBold, '1/ **"Head,"**he said.');
});

test('it is an error if the page shows the asterisks, and a warning otherwise', () => {
  const severities = (text: string) => findings(headlineBold, text).map(({ severity }) => severity ?? 'error');
  assert.deepEqual(severities('1/ **Head **goes on.'), ['error']);
  assert.deepEqual(severities('1/ **"Head."**he said.'), ['error']);
  assert.deepEqual(severities('1/ **Head**and more.'), ['warning']);
  assert.deepEqual(severities('1/ **Head.**. Text.'), ['warning']);
});

test('long text is checked, but not text with hundreds of asterisks', () => {
  const long = `1/ **Head**. ${'*a* '.repeat(100)}`;
  checkRule(headlineBold, `${long}**More⟦ **⟧text.`, `${long}**More** text.`);
  checkSilent(headlineBold, `1/ **Head**. ${'** a '.repeat(600)}`);
  checkSilent(headlineBold, `1/ **Head**. ${'*'.repeat(600)}a${'*'.repeat(600)}`);
});

test('bold that the punctuation inside it keeps from closing is mended in scripts without spaces', () => {
  checkShownAsterisks('**標題⟦。**⟧正文', '**標題**。正文');
  checkShownAsterisks(
    '1/ **標題⟦。**⟧正文 ([A News](https://a.example/1))',
    '1/ **標題**。正文 ([A News](https://a.example/1))',
  );
  checkShownAsterisks('* **版本：⟦！**⟧正文', '* **版本**：！正文');
  checkShownAsterisks('* *標題⟦。*⟧正文', '* *標題*。正文');
  checkShownAsterisks('* **제목⟦.**⟧본문', '* **제목.** 본문');
  checkShownAsterisks('* **โลก⟦!**⟧ดี', '* **โลก**!ดี');
});

test('quotation marks move out of bold that they keep from opening or closing', () => {
  checkShownAsterisks('* 他说⟦**“⟧你好”**。然后', '* 他说“**你好**”。然后');
  checkShownAsterisks('* **「你好⟦」**⟧他说', '* 「**你好**」他说');
  checkShownAsterisks("* **'제목⟦'**⟧은 본문", "* '**제목**'은 본문");
});

test('other punctuation inside bold before a letter is reported, with a space as a suggestion', () => {
  checkSuggestions(headlineBold, '* **增长50⟦%**⟧的', ['* **增长50%** 的']);
  checkSuggestions(headlineBold, '* **标题（注⟦）**⟧正文', ['* **标题（注）** 正文']);
  checkSuggestions(headlineBold, '* **`x⟦`**⟧正', ['* **`x`** 正']);
  checkSuggestions(headlineBold, '* 他⟦**（⟧注）标题**。', ['* 他 **（注）标题**。']);
});

test('two bold texts without a space between them are reported', () => {
  checkShownAsterisks('* **a⟦****⟧b** and more', '* **a** **b** and more');
  checkShownAsterisks('* **<!-- a -->⟦****⟧标题：** 正文', '* **<!-- a -->** **标题：** 正文');
});

test('bold in Chinese, Japanese and Korean that closes is let be', () => {
  for (const text of [
    '**標題**。正文**二**',
    '**標題。** 正文',
    '**標題。**\u3000正文',
    '**標題。**“正文”',
    '**제목**은 본문',
  ]) {
    checkSilent(headlineBold, `* ${text}`);
    assert.doesNotMatch(renderBody(text), /\*/);
  }
  checkSilent(headlineBold, '{:.note}\n* **標題。**正文');
});

test('a full stop after a headline that ends with another mark is removed', () => {
  checkRule(headlineBold, '1/ **Who is next⟦?**.⟧ Text.', '1/ **Who is next?** Text.');
  checkRule(headlineBold, '1/ **Go home⟦!**.⟧ Text.', '1/ **Go home!** Text.');
  checkSilent(headlineBold, '1/ **The mayor wrote to Yahoo!**. Text.');
  checkSilent(headlineBold, '1/ **She asked “Who is next?”**. Text.');
  checkSilent(headlineBold, '1/ **Who is next?** Text.');
  checkRule(headlineBold, '1/ **Who is next?⟦ **⟧Text.', '1/ **Who is next?** Text.');
  checkSilent(headlineBold, '1/ **Who is next?**.. Text.');
});

/** Checks that the site shows the asterisks of the marked text, and none after the fix. */
function checkShownAsterisks(marked: string, fixed: string): void {
  assert.match(renderBody(marked.replace(/[⟦⟧]/g, '')), /\*/);
  checkRule(headlineBold, marked, fixed);
  assert.doesNotMatch(renderBody(fixed), /\*/);
}

test('kramdown makes text bold beside letters of any script', () => {
  checkSilent(headlineBold, '1/ **標題。**正文', { ...ruleContext(), markdown: 'kramdown' });
});

test('a headline that is still empty is unfinished in a draft, and an error on the page', () => {
  const problemsAt = (stage: 'draft' | 'published', body: string) =>
    lint(parseEntry(`1/ **A**.\n\n${body}`), ruleContext(stage, 'day-1.markdown')).filter(
      ({ rule }) => rule === 'headline-bold',
    );
  for (const body of ['2/ ****. ', '* ****. ', 'poll/ ****, ']) {
    assert.deepEqual(
      problemsAt('draft', body).map(({ severity }) => severity),
      ['hint'],
      body,
    );
    assert.deepEqual(
      problemsAt('published', body).map(({ severity }) => severity),
      ['error'],
      body,
    );
    for (const { fix, suggestions } of problemsAt('draft', body)) {
      assert.equal(fix, undefined);
      assert.equal(suggestions?.length, 1);
    }
  }
  assert.deepEqual(
    problemsAt('draft', '2/ A ****. ').map(({ severity }) => severity),
    ['error'],
  );
});
