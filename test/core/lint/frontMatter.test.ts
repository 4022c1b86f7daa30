import { test } from 'node:test';
import { frontMatter } from '../../../src/core/lint/rules/frontMatter.ts';
import { checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';

test('mismatched quotes around a quotation are made to match', () => {
  const right = `'"A long noon."'`;
  for (const broken of [
    `"A long noon."'`,
    `''"A long noon."'`,
    `'"A long noon."`,
    `"'A long noon."'`,
    `,'"A long noon."'`,
  ])
    checkRule(frontMatter, entry('description', `⟦${broken}⟧`), entry('description', right));
});

test('mismatched quotes around a path are made to match', () => {
  for (const broken of [`'/uploads/12.jpg"`, `""/uploads/12.jpg"`, `"/uploads/12.jpg`])
    checkRule(frontMatter, entry('image', `⟦${broken}⟧`), entry('image', "'/uploads/12.jpg'"));
});

test('an apostrophe is doubled, at the end of a plural, too', () => {
  checkRule(frontMatter, entry('description', `⟦'"There's no way."'⟧`), entry('description', `'"There''s no way."'`));
  checkRule(frontMatter, entry('description', `⟦'Read the voters''⟧`), entry('description', `'Read the voters'''`));
});

test('a closing quote without an opening one is removed, or gets it back', () => {
  checkRule(frontMatter, entry('todayInOneSentence', `She left.⟦'⟧`), entry('todayInOneSentence', 'She left.'));
  checkRule(frontMatter, entry('todayInOneSentence', `S'he left.⟦'⟧`), entry('todayInOneSentence', `'She left.'`));
  checkRule(frontMatter, entry('description', `x'"A long noon."⟦'⟧`), entry('description', `'"A long noon."'`));
});

test('a date that is not valid YAML is left to its own rule', () => {
  checkSilent(frontMatter, '---\ntitle: Day 12\ndate: 2031-01-31 09: 30:00 -08:00\n---\n');
  checkSilent(frontMatter, '---\ntitle: Day 12\ndate: "2031-01-31 09:30:00 -08:00\n---\n');
});

test('a quote that belongs to the text is accepted', () => {
  checkSilent(frontMatter, entry('todayInOneSentence', 'The mayor said she was "done."'));
  checkSilent(frontMatter, entry('todayInOneSentence', 'The mayor said she was “done."'));
  checkSilent(frontMatter, entry('todayInOneSentence', "She said the word was 'done.'"));
  checkSilent(frontMatter, entry('todayInOneSentence', "It is the voters'"));
  checkSilent(frontMatter, entry('todayInOneSentence', 'She is 6\'2"'));
});

test('a value with an apostrophe or a colon is quoted, and no other rule reports it', () => {
  checkReported(
    frontMatter,
    entry('description', "⟦'\"There's no way.\"'⟧"),
    entry('description', "'\"There''s no way.\"'"),
  );
  checkReported(frontMatter, entry('description', '⟦He said: no.⟧'), entry('description', "'He said: no.'"));
});

test('a key that appears twice is reported', () => {
  checkReported(frontMatter, entry('⟦title⟧', 'Day 12'));
});

test('a language after the opening dashes is reported, and removed if it is YAML', () => {
  const rest = 'title: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n';
  checkReported(frontMatter, `---⟦yaml⟧\n${rest}`, `---\n${rest}`);
  checkReported(frontMatter, '---⟦js⟧\n{ title: "Day 12" }\n---\n');
});

test('front matter that never closes is reported', () => {
  checkReported(
    frontMatter,
    '⟦---⟧\ntitle: Day 12\n\n1/ **Head**. Text. ([A News](https://a.example/1) / [B Post](https://b.example/2))\n',
  );
});

function entry(key: string, value: string): string {
  return `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n${key}: ${value}\n---\n`;
}
