import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { grammarSets, loadMarkdown, markScope, scopesOf } from './tokens.ts';

const label = 'keyword.other.label';
const placeholder = 'constant.language.placeholder.daybook';
const headline = 'markup.bold.headline.daybook';
const group = 'meta.citations.daybook';
const separator = 'punctuation.separator.citation.daybook';
const outlet = 'string.other.link.title.outlet.daybook';
const address = 'markup.underline.link.address.daybook';

for (const grammarSet of grammarSets) {
  suite(`the injection into ${grammarSet.name}`, () => {
    const injected = loadMarkdown(grammarSet, true);

    test('a label is at the start of an item', async () => {
      const grammar = await injected;
      checkScope(grammar, label, [
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
      checkScope(grammar, label, [
        '1/2 of voters agree.',
        'Read 1/ of them.',
        'and/ or',
        '**1/ A**',
        '# 1/A',
        'http/ 2',
      ]);
    });

    test('a placeholder is the word TK in text', async () => {
      const grammar = await injected;
      checkScope(grammar, placeholder, [
        '1/ **The council of ⟦TK⟧ met**. It has ⟦TK⟧ members, ⟦TK⟧.',
        '1/ **A**. B. ([⟦TK⟧](https://a.example))',
        '### ⟦TK⟧',
        'A ⟦TK⟧',
      ]);
      checkScope(grammar, placeholder, ['ATK and TKO, tk', '1/ **A**. ([A](https://a.example/TK))', '`TK`', 'a/TK']);
    });

    test('a headline is the bold text at the start of an item', async () => {
      const grammar = await injected;
      checkScope(grammar, headline, [
        '1/ **⟦A⟧**. **B** and *c*.',
        'TK/ **⟦A said "b."⟧** C.',
        '* **⟦A⟧**: b.',
        '- ⚓ **⟦A⟧**: b.',
        '* \\[Update\\] **⟦A⟧**. B.',
        '* *Opinion*: **⟦A⟧**.',
        '12. **⟦A *b* c⟧**, d.',
        '* **⟦📌 [Day 3](https://a.example/): A⟧**. B.',
      ]);
      checkScope(grammar, headline, ['**A**: b. \\', 'A **b**.', '1/ A **b**.', '1/ ** A **.', '1/ **A', '* A **b**']);
    });

    test('a citation group is in brackets and starts with a citation', async () => {
      const grammar = await injected;
      checkScope(grammar, group, [
        '1/ **A**. B. ⟦([C](https://c.example/d))⟧',
        'A. ⟦([C](https://c.example/d\\_e) / [F](https://f.example/g_(h)))⟧ \\',
        'A. ⟦([C](https://c.example/d) / [F](https://f.example/g) /⟧',
        'A. ⟦([C](https://c.example/d), [F](https://f.example/g))⟧ B. ⟦([C]())⟧',
        '* **Live blogs**: ⟦[A](https://a.example) / [B](https://b.example)⟧',
      ]);
      checkScope(grammar, group, [
        'A (see [b](https://b.example)).',
        'A [b](https://b.example) (c).',
        '[A](https://a.example) / [B](https://b.example) and more.',
        '* **scope:** A ([#12](https://a.example/12)) ([a1b2c3d](https://a.example/c))',
        'f([a](b))',
      ]);
    });

    test('the parts of a citation group have their own scopes', async () => {
      const grammar = await injected;
      checkScope(grammar, outlet, ['A. ([⟦C D⟧](https://c.example/d) / [⟦F⟧](https://f.example))']);
      checkScope(grammar, address, [
        'A. ([C](⟦https://c.example/d_(e)⟧) / [F](⟦https://f.example⟧)) [g](https://h.example)',
      ]);
      checkScope(grammar, separator, ['A / b. ([C](https://c.example/d) ⟦/⟧ [F](https://f.example) ⟦/⟧)']);
    });

    test('front matter and code have none of our scopes', async () => {
      const grammar = await injected;
      const item = 'TK/ **A** TK. ([B](https://b.example) / [C](https://c.example))';
      for (const text of [
        `---\ntitle: TK\ndescription: ${item}\n---\n`,
        `\`\`\`\n${item}\n\`\`\``,
        `\`\`\`js\n${item}\n\`\`\``,
        `A\n\n    ${item}`,
        `A \`${item}\``,
      ]) {
        assert.deepEqual(daybookScopes(grammar, text), [], text);
      }
    });

    test("Markdown's own scopes do not change", async () => {
      const original = await loadMarkdown(grammarSet, false);
      const grammar = await injected;
      for (const file of [...entries(), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']) {
        const text = readFileSync(file, 'utf8');
        const before = scopesOf(original, text);
        scopesOf(grammar, text).forEach((line, row) => {
          const after = line.map((scopes) => scopes.filter((scope) => !scope.endsWith('.daybook')));
          assert.deepEqual(after, before[row], `${file}:${row + 1}`);
        });
      }
    });
  });
}

test('the contributed colours are for scopes of the grammar', () => {
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

/** Checks texts of one paragraph each: exactly the marked parts must have the scope. */
function checkScope(grammar: IGrammar, scope: string, marked: readonly string[]) {
  for (const text of marked) assert.equal(markScope(grammar, scope, text.replace(/[⟦⟧]/g, '')), text);
}

function daybookScopes(grammar: IGrammar, text: string): string[] {
  return scopesOf(grammar, text)
    .flat(2)
    .filter((scope) => scope.endsWith('.daybook'));
}

function entries(): string[] {
  return ['_posts', '_drafts'].flatMap((folder) =>
    readdirSync(`samples/${folder}`).map((name) => `samples/${folder}/${name}`),
  );
}
