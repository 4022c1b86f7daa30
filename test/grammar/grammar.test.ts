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
  const scopes = colours(contributes).flatMap(({ scope }) => scope);
  assert.ok(scopes.length > 0);
  for (const scope of scopes) {
    const own = scope.split(' ').filter((part) => part.endsWith('.daybook'));
    assert.notDeepEqual(own, [], `${scope} would colour every Markdown file`);
    for (const part of own) assert.match(source, new RegExp(`[" ]${part.replaceAll('.', '\\.')}"`));
  }
});

test('every contributed colour can be read on the background of its kind of theme, and none is the red of errors', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const { kind, scope, colour } of colours(contributes)) {
    for (const background of BACKGROUNDS.get(kind) ?? [])
      assert.ok(contrast(colour, background) >= 4.5, `${kind} ${scope}: ${contrast(colour, background)}`);
    const [red = 0, green = 0, blue = 0] = channels(colour);
    assert.ok(red < 2 * Math.max(green, blue), `${kind} ${scope} is red`);
  }
  for (const kind of BACKGROUNDS.keys()) {
    const ofKind = colours(contributes).filter((each) => each.kind === kind);
    assert.equal(new Set(ofKind.map(({ colour }) => colour)).size, kind.includes('High') ? 4 : 5, kind);
  }
});

/** The backgrounds of usual themes of each kind. */
const BACKGROUNDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['[*Light*]', ['#FFFFFF', '#FDF6E3', '#F5F5F5']],
  ['[*Dark*]', ['#1F1F1F', '#1E1E1E', '#002B36']],
  ['[Default High Contrast]', ['#000000']],
  ['[Default High Contrast Light]', ['#FFFFFF']],
]);

interface ContributedColour {
  readonly kind: string;
  readonly scope: readonly string[];
  readonly colour: string;
}

interface Customizations {
  readonly textMateRules: readonly {
    readonly scope: string | readonly string[];
    readonly settings: { foreground: string };
  }[];
}

function colours(contributes: {
  readonly configurationDefaults: {
    readonly 'editor.tokenColorCustomizations': Readonly<Record<string, Customizations>>;
  };
}): readonly ContributedColour[] {
  const kinds = Object.entries(contributes.configurationDefaults['editor.tokenColorCustomizations']);
  return kinds.flatMap(([kind, { textMateRules }]) =>
    textMateRules.map(({ scope, settings }) => ({ kind, scope: [scope].flat(), colour: settings.foreground })),
  );
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** The contrast ratio of two colours as WCAG defines it. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

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
