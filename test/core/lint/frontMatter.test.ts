import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frontMatter } from '../../../src/core/lint/rules/frontMatter.ts';
import {
  checkNothingReported,
  checkReported,
  checkRule,
  checkSilent,
  checkSuggestions,
  findings,
} from '../../support/checkRule.ts';
import { readMarks } from '../../support/markedText.ts';

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
  checkSuggestions(frontMatter, entry('signoff', 'She was done.⟦"⟧'), [entry('signoff', 'She was done.')]);
});

test('a quotation mark that belongs to the text is kept', () => {
  for (const [broken, right] of [
    ['"It was late." he said.', `'"It was late." he said.'`],
    ['"It was late," he said. "Too late."', `'"It was late," he said. "Too late."'`],
    ["'80s are back.", "'''80s are back.'"],
    ["'Twas late.", "'''Twas late.'"],
    ["'It was late,' he said.", "'''It was late,'' he said.'"],
    ["'It was late,' he said, 'too late.'", "'''It was late,'' he said, ''too late.'''"],
  ] as const)
    checkReported(frontMatter, entry('signoff', `⟦${broken}⟧`), entry('signoff', right));
});

test('doubled quotation marks become those of the text', () => {
  checkRule(frontMatter, entry('description', '⟦""It was late.""⟧'), entry('description', `'"It was late."'`));
});

test('where it is not certain which quotation marks are meant, both values are offered', () => {
  for (const [broken, ...values] of [
    ['"She said "no" twice."', `'She said "no" twice.'`, `'"She said "no" twice."'`],
    ['"She said no.', "'She said no.'", `'"She said no."'`],
    ["'She said no.", "'She said no.'", "'''She said no.'"],
  ] as const) {
    const suggested = values.map((value) => entry('description', value));
    checkSuggestions(frontMatter, entry('description', `⟦${broken}⟧`), suggested);
  }
  checkRule(frontMatter, '---\ntitle: ⟦"Day 12⟧\n---\n', "---\ntitle: 'Day 12'\n---\n");
});

test('a backslash in double quotes is no reason to add a second pair', () => {
  checkRule(frontMatter, entry('note', '⟦"C:\\dir"⟧'), entry('note', "'C:\\dir'"));
});

test('a list or a mapping stays one', () => {
  checkRule(frontMatter, entry('tags', "⟦['women's']⟧"), entry('tags', "['women''s']"));
  checkRule(frontMatter, entry('tags', "⟦[women's, 'men's']⟧"), entry('tags', "[women's, 'men''s']"));
  for (const [key, marked] of [
    ['tags', '⟦[a, b⟧'],
    ['seo', '⟦{a: b⟧'],
    ['tags', "\n  - ⟦'women's'⟧\n  - b"],
    ['podcast', '\n  title: ⟦He said: no.⟧\n  url: /a'],
    ['podcast', '\n  title: ⟦"A⟧\n  url: /a'],
  ] as const)
    checkRule(frontMatter, entry(key, marked));
});

test('a text that starts with a sign of YAML is quoted', () => {
  for (const text of ['[Update] The mayor left.', '@mayor said no.', '*Emphasis* matters.', '- He said no.', '!a b'])
    checkRule(frontMatter, entry('description', `⟦${text}⟧`), entry('description', `'${text}'`));
});

test('an alias is valid if its anchor comes before it', () => {
  checkSilent(frontMatter, entry('note', '&t A noon.\nseo: *t'));
  checkSilent(frontMatter, entry('note', "&t A noon.\nseo: *t\ntags: [a, 'b']"));
  checkRule(
    frontMatter,
    entry('note', "&t A noon.\nseo: *t\ntags: ⟦['women's']⟧"),
    entry('note', "&t A noon.\nseo: *t\ntags: ['women''s']"),
  );
  checkSuggestions(frontMatter, entry('seo', '⟦*t⟧'), [entry('seo', "'*t'")]);
});

test('a comment that cuts a text short is named, and the text quoted', () => {
  checkReported(frontMatter, entry('signoff', 'They are ⟦#1 in town.⟧'), entry('signoff', "'They are #1 in town.'"));
  checkRule(frontMatter, entry('description', "⟦#MeToo isn't over.⟧"), entry('description', "'#MeToo isn''t over.'"));
  checkSuggestions(frontMatter, entry('description', 'We are ⟦# 1 in town.⟧'), [
    entry('description', "'We are # 1 in town.'"),
  ]);
  for (const accepted of ['A long noon. # checked', 'A long noon # later', "'A noon.' #1", 'A#1'])
    checkSilent(frontMatter, entry('description', accepted));
  checkSilent(frontMatter, entry('tags', 'a #1'));
});

test('each fault of the form is named for what it is', () => {
  const date = 'date: 2031-01-31 09:30:00 -08:00';
  for (const [marked, fixed, message] of [
    ['---\n⟦title⟧:Day 12\nD\n---\n', '---\ntitle: Day 12\nD\n---\n', 'Missing space after "title:".'],
    ['---\n ⟦title⟧: Day 12\nD\n---\n', '---\ntitle: Day 12\nD\n---\n', 'The key "title" is indented'],
    ['---\nD\n  ⟦title⟧: Day 12\n---\n', '---\nD\ntitle: Day 12\n---\n', 'The key "title" is indented'],
    ['---\nD\n\t⟦title⟧: Day 12\n---\n', '---\nD\ntitle: Day 12\n---\n', 'The key "title" is indented'],
    ['\n⟦---⟧\ntitle: Day 12\nD\n---\n', '---\ntitle: Day 12\nD\n---\n', 'Blank line or space before the front matter'],
    [' ⟦---⟧\ntitle: Day 12\nD\n---\n', '---\ntitle: Day 12\nD\n---\n', 'Blank line or space before the front matter'],
    ['---\ntitle: Day 12\nD\n⟦...⟧\n', undefined, 'The front matter ends with "..."'],
    ['---\ntitle: Day 12\nD\npodcast:\n  url: a\n  ⟦url⟧: b\n---\n', undefined, 'Duplicate key "url" in "podcast".'],
    ['---\ntitle: Day 12\nD\nseo: {a: 1, ⟦a⟧: 2}\n---\n', undefined, 'Duplicate key "a" in "seo".'],
    ['---\ntitle: Day 12\nD\n⟦title⟧: Day 12\n---\n', undefined, 'Duplicate key "title".'],
    ['---\ntitle: Day 12\nD\ntags:\n⟦\t⟧- a\n---\n', undefined, 'Tab in the indentation'],
    ['---\ntitle: Day 12\nD\nnote: ⟦!a b⟧\n---\n', undefined, 'YAML reads the "!" at the start of "note" as a tag'],
  ] as const) {
    checkReported(frontMatter, marked.replace('D\n', `${date}\n`), fixed?.replace('D\n', `${date}\n`));
    const [finding] = findings(frontMatter, readMarks(marked.replace('D\n', `${date}\n`)).text);
    assert.ok(finding?.message.startsWith(message), finding?.message);
  }
});

test('a space before the colon, quotes around the key and an indentation of all keys are YAML', () => {
  for (const text of ['title : Day 12\nD', '"title": Day 12\nD', "'title' : Day 12\nD", '  title: Day 12\n  D'])
    checkNothingReported(`---\n${text.replace(/D$/, 'date: 2031-01-31 09:30:00 -08:00')}\n---\n`);
});

test('tabs in the indentation are reported where the reader of the site fails, and spaces are offered', () => {
  checkSuggestions(frontMatter, entry('tags', '\n⟦\t⟧- a\n⟦ \t⟧- b'), [entry('tags', '\n  - a\n   - b')]);
  checkRule(frontMatter, entry('note', 'A noon.\n⟦\t⟧'), entry('note', 'A noon.\n'));
  for (const marked of ['A long\n⟦\t⟧noon.', '|\n⟦\t⟧A noon.', '|\n⟦ \t⟧A noon.', '\n⟦- \t⟧a', '\n  url: a\n⟦\t⟧b: c'])
    checkRule(frontMatter, entry('note', marked));
  for (const accepted of [
    '"A long\n\tnoon."',
    '[a,\n\tb]',
    '|\n  A long\n  \tnoon.',
    '\tA noon.',
    'A noon.\t# checked',
  ])
    checkSilent(frontMatter, entry('note', accepted));
});

test('a value on several lines is reported but not edited', () => {
  checkRule(frontMatter, entry('description', "⟦'It was the\n  mayor's noon.'⟧"));
  checkRule(frontMatter, entry('note', '⟦He said\n  so: no.⟧'));
});

test('a valid value on several lines is accepted', () => {
  for (const value of [
    'A long\n  noon: it was',
    'A long\n  noon.',
    'Ein\n  Tag',
    '\n- a\n- ä/b',
    '\n- a\n- "b: c"',
    '\n- a\n  b',
  ])
    checkSilent(frontMatter, entry('note', value).replace('noon: it', 'noon:it'));
  for (const broken of ['A long\n  noon: it was', '\n- a\n- b: c: d', 'A long\n- noon'])
    assert.equal(findings(frontMatter, entry('note', broken)).length, 1, broken);
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

test('TOML is reported once, whatever is in it, and plain values can be converted', () => {
  const toml = (fence: string, equals: string) =>
    `${fence}\n# ours\ntitle${equals}"Day 12"\ndate${equals}2031-01-31T09:30:00-08:00\ndraft${equals}false\ntags${equals}["a", 'b']\n---\n\n1/ **Head**. Text. ([A News](https://a.example/1))\n`;
  const written = toml('⟦+++⟧', ' = ').replace('\n---\n', '\n+++\n');
  checkSuggestions(frontMatter, written, [toml('---', ': ')]);
  checkSuggestions(frontMatter, '⟦+++⟧\n[params]\nday = 12\n+++\n\nText.\n', []);
  checkSuggestions(frontMatter, '⟦+++⟧\r\n+++\r\n\r\nText.\r\n', ['---\r\n---\r\n\r\nText.\r\n']);
});

test('plus signs that never close are text', () => {
  checkSilent(frontMatter, '+++\ntitle = "Day 12"\n\n1/ **Head**. Text. ([A News](https://a.example/1))\n');
});

test('nothing is edited in front matter that is not closed, and no text is lost', () => {
  const rest =
    '\n\n1/ **Head**. She said "no" twice. ([A News](https://a.example/1))\n\n2/ **More**. Else. ([A News](https://a.example/2))\n';
  checkReported(frontMatter, `⟦---⟧\ntitle: ⟦"Day 12⟧${rest}`);
  checkReported(frontMatter, `⟦---⟧\ntitle: Day 12\ndescription: ⟦'There's no way.'⟧${rest}`);
  checkReported(frontMatter, `⟦---⟧\n⟦title⟧:Day 12${rest}`);
  checkSuggestions(frontMatter, `⟦---⟧\r\ntitle: Day 12\r\n\r\nText.\r\n`, [
    '---\r\ntitle: Day 12\r\n---\r\n\r\nText.\r\n',
  ]);
});

test('a byte order mark does not shift a fix', () => {
  checkRule(frontMatter, '\ufeff---⟦yaml⟧\ntitle: Day 12\n---\n', '\ufeff---\ntitle: Day 12\n---\n');
  checkRule(frontMatter, '\ufeff---\n⟦title⟧:Day 12\n---\n', '\ufeff---\ntitle: Day 12\n---\n');
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
