import { test } from 'node:test';
import { frontMatter } from '../../../src/core/lint/rules/frontMatter.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

test('marks that do not match are made those of a quoted quote', () => {
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

test('marks that do not match are taken off a path', () => {
  for (const broken of [`'/uploads/12.jpg"`, `""/uploads/12.jpg"`, `"/uploads/12.jpg`])
    checkRule(frontMatter, entry('image', `⟦${broken}⟧`), entry('image', "'/uploads/12.jpg'"));
});

test('an apostrophe is doubled, at the end of a plural too', () => {
  checkRule(frontMatter, entry('description', `⟦'"There's no way."'⟧`), entry('description', `'"There''s no way."'`));
  checkRule(frontMatter, entry('description', `⟦'Read the voters''⟧`), entry('description', `'Read the voters'''`));
});

test('a mark that closes a value which none opens goes, or gets its partner back', () => {
  checkRule(frontMatter, entry('todayInOneSentence', `She left.⟦'⟧`), entry('todayInOneSentence', 'She left.'));
  checkRule(frontMatter, entry('todayInOneSentence', `S'he left.⟦'⟧`), entry('todayInOneSentence', `'She left.'`));
  checkRule(frontMatter, entry('description', `x'"A long noon."⟦'⟧`), entry('description', `'"A long noon."'`));
});

test("a date that is no YAML is its own rule's to report", () => {
  checkSilent(frontMatter, '---\ntitle: Day 12\ndate: 2031-01-31 09: 30:00 -08:00\n---\n');
  checkSilent(frontMatter, '---\ntitle: Day 12\ndate: "2031-01-31 09:30:00 -08:00\n---\n');
});

test('a mark that belongs to the words stays', () => {
  checkSilent(frontMatter, entry('todayInOneSentence', 'The mayor said she was "done."'));
  checkSilent(frontMatter, entry('todayInOneSentence', 'The mayor said she was “done."'));
  checkSilent(frontMatter, entry('todayInOneSentence', "She said the word was 'done.'"));
  checkSilent(frontMatter, entry('todayInOneSentence', "It is the voters'"));
  checkSilent(frontMatter, entry('todayInOneSentence', 'She is 6\'2"'));
});

function entry(key: string, value: string): string {
  return `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n${key}: ${value}\n---\n`;
}
