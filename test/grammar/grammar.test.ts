import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { bases, markdown, markScope, scopesOf } from './tokens.ts';

const label = 'keyword.other.label';
const placeholder = 'constant.language.placeholder.daybook';
const headline = 'markup.bold.headline.daybook';
const group = 'meta.citations.daybook';
const separator = 'punctuation.separator.citation.daybook';
const outlet = 'string.other.link.title.outlet.daybook';
const address = 'markup.underline.link.address.daybook';

for (const base of bases) {
  suite(`the grammar in ${base.name}`, () => {
    const injected = markdown(base, true);

    test('a label is one at the start of an item', async () => {
      const grammar = await injected;
      check(grammar, label, [
        '⟦1/⟧ **A**. B.',
        '⟦27/⟧ B.',
        '⟦TK/⟧ ',
        '⟦TK/⟧',
        '⟦KT/⟧ **A**.',
        '⟦poll/⟧ **51% agree**.',
        '⟦Poll/⟧ 51% agree.',
        '⟦study/⟧ **A**, B.',
        '⟦exit poll/⟧ **A**.',
        '* ⟦poll/⟧ **A**.',
        '1. ⟦poll/⟧ **A**.',
      ]);
      check(grammar, label, ['1/2 of voters agree.', 'Read 1/ of them.', 'and/ or', '**1/ A**', '# 1/A', 'http/ 2']);
    });

    test('a placeholder is the word TK, wherever a writer may leave it', async () => {
      const grammar = await injected;
      check(grammar, placeholder, [
        '1/ **The council of ⟦TK⟧ met**. It has ⟦TK⟧ members, ⟦TK⟧.',
        '1/ **A**. B. ([⟦TK⟧](https://a.example))',
        '### ⟦TK⟧',
        'A ⟦TK⟧',
      ]);
      check(grammar, placeholder, ['ATK and TKO, tk', '1/ **A**. ([A](https://a.example/TK))', '`TK`', 'a/TK']);
    });

    test('a headline is the bold run that begins an item', async () => {
      const grammar = await injected;
      check(grammar, headline, [
        '1/ **⟦A⟧**. **B** and *c*.',
        'TK/ **⟦A said "b."⟧** C.',
        '* **⟦A⟧**: b.',
        '- ⚓ **⟦A⟧**: b.',
        '* \\[Update\\] **⟦A⟧**. B.',
        '* *Opinion*: **⟦A⟧**.',
        '12. **⟦A *b* c⟧**, d.',
        '* **⟦📌 [Day 3](https://a.example/): A⟧**. B.',
      ]);
      check(grammar, headline, ['**A**: b. \\', 'A **b**.', '1/ A **b**.', '1/ ** A **.', '1/ **A', '* A **b**']);
    });

    test('a citation group is what stands in brackets and begins with a citation', async () => {
      const grammar = await injected;
      check(grammar, group, [
        '1/ **A**. B. ⟦([C](https://c.example/d))⟧',
        'A. ⟦([C](https://c.example/d\\_e) / [F](https://f.example/g_(h)))⟧ \\',
        'A. ⟦([C](https://c.example/d) / [F](https://f.example/g) /⟧',
        'A. ⟦([C](https://c.example/d), [F](https://f.example/g))⟧ B. ⟦([C]())⟧',
        '* **Live blogs**: ⟦[A](https://a.example) / [B](https://b.example)⟧',
      ]);
      check(grammar, group, [
        'A (see [b](https://b.example)).',
        'A [b](https://b.example) (c).',
        '[A](https://a.example) / [B](https://b.example) and more.',
        '* **scope:** A ([#12](https://a.example/12)) ([a1b2c3d](https://a.example/c))',
        'f([a](b))',
      ]);
    });

    test('the parts of a citation group have scopes of their own', async () => {
      const grammar = await injected;
      check(grammar, outlet, ['A. ([⟦C D⟧](https://c.example/d) / [⟦F⟧](https://f.example))']);
      check(grammar, address, [
        'A. ([C](⟦https://c.example/d_(e)⟧) / [F](⟦https://f.example⟧)) [g](https://h.example)',
      ]);
      check(grammar, separator, ['A / b. ([C](https://c.example/d) ⟦/⟧ [F](https://f.example) ⟦/⟧)']);
    });

    test('front matter, code and comments are let be', async () => {
      const grammar = await injected;
      const item = 'TK/ **A** TK. ([B](https://b.example) / [C](https://c.example))';
      for (const text of [
        `---\ntitle: TK\ndescription: ${item}\n---\n`,
        `\`\`\`\n${item}\n\`\`\``,
        `\`\`\`js\n${item}\n\`\`\``,
        `A\n\n    ${item}`,
        `A \`${item}\``,
      ]) {
        assert.deepEqual(ours(grammar, text), [], text);
      }
    });

    test("Markdown's own scopes stay as they are", async () => {
      const bare = await markdown(base, false);
      const grammar = await injected;
      for (const file of [...entries(), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']) {
        const text = readFileSync(file, 'utf8');
        const before = scopesOf(bare, text);
        scopesOf(grammar, text).forEach((line, row) => {
          const after = line.map((scopes) => scopes.filter((scope) => !scope.endsWith('.daybook')));
          assert.deepEqual(after, before[row], `${file}:${row + 1}`);
        });
      }
    });
  });
}

test('the colours that the extension contributes are for scopes of the grammar', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const source = readFileSync('syntaxes/daybook.tmLanguage.json', 'utf8');
  const [grammar] = contributes.grammars;
  assert.equal(grammar.path, './syntaxes/daybook.tmLanguage.json');
  assert.equal(grammar.scopeName, JSON.parse(source).scopeName);
  const colours = JSON.stringify(contributes.configurationDefaults['editor.tokenColorCustomizations']);
  const scopes = [...colours.matchAll(/"scope":"([^"]+)"/g)].map(([, scope]) => scope);
  assert.ok(scopes.length > 0);
  for (const scope of scopes) assert.ok(source.includes(` ${scope}"`), scope);
});

/** Each text is one paragraph, in which the scope stands just where it is marked. */
function check(grammar: IGrammar, scope: string, marked: readonly string[]) {
  for (const text of marked) assert.equal(markScope(grammar, scope, text.replace(/[⟦⟧]/g, '')), text);
}

function ours(grammar: IGrammar, text: string): string[] {
  return scopesOf(grammar, text)
    .flat(2)
    .filter((scope) => scope.endsWith('.daybook'));
}

function entries(): string[] {
  return ['_posts', '_drafts'].flatMap((folder) =>
    readdirSync(`samples/${folder}`).map((name) => `samples/${folder}/${name}`),
  );
}
