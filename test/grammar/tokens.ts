import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { minimalMarkdown } from './minimalMarkdown.ts';

/** A set of grammars for Markdown: those of an installed editor, or the minimal one. */
export interface GrammarSet {
  readonly name: string;
  readonly grammars: ReadonlyMap<string, () => IRawGrammar>;
}

export const grammarSets: readonly GrammarSet[] = [
  {
    name: 'the minimal grammar',
    grammars: new Map([
      ['text.html.markdown', () => parseRawGrammar(JSON.stringify(minimalMarkdown), 'minimalMarkdown.json')],
    ]),
  },
  ...installedEditors(),
];

/** Loads the grammar of Markdown with or without our injection. */
export async function loadMarkdown({ grammars }: GrammarSet, injected: boolean): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: engine,
    loadGrammar: async (scope) => (scope === 'daybook.injection' ? read(path) : (grammars.get(scope)?.() ?? null)),
    getInjections: (scope) => (injected && scope === 'text.html.markdown' ? ['daybook.injection'] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('There is no grammar for Markdown.');
  return grammar;
}

/** Returns the scopes of each character, line by line. */
export function scopesOf(grammar: IGrammar, text: string): readonly (readonly (readonly string[])[])[] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) =>
      Array.from({ length: Math.min(endIndex, line.length) - startIndex }, () => scopes),
    );
  });
}

/** Marks with `⟦` and `⟧` each part of the text that has the scope, or a scope that it is a prefix of. */
export function markScope(grammar: IGrammar, scope: string, text: string): string {
  const lines = text.split('\n');
  return scopesOf(grammar, text)
    .map((line, row) => {
      let inside = false;
      let marked = '';
      line.forEach((scopes, column) => {
        const has = scopes.some((name) => name === scope || name.startsWith(`${scope}.`));
        if (has !== inside) marked += has ? '⟦' : '⟧';
        inside = has;
        marked += lines[row]?.[column] ?? '';
      });
      return inside ? `${marked}⟧` : marked;
    })
    .join('\n');
}

const path = 'syntaxes/daybook.tmLanguage.json';

const engine = loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm')).then(() => ({
  createOnigScanner,
  createOnigString,
}));

function installedEditors(): GrammarSet[] {
  if (!existsSync('.vscode-test')) return [];
  return readdirSync('.vscode-test').flatMap((name) => {
    const extensions = `.vscode-test/${name}/vscode/extensions`;
    if (!existsSync(`${extensions}/markdown-basics`)) return [];
    const files = ['markdown-basics', 'html', 'yaml'].flatMap((extension) => {
      const folder = `${extensions}/${extension}/syntaxes`;
      return readdirSync(folder).map((file) => `${folder}/${file}`);
    });
    return [{ name, grammars: new Map(files.map((file) => [read(file).scopeName, () => read(file)])) }];
  });
}

function read(file: string): IRawGrammar {
  return parseRawGrammar(readFileSync(file, 'utf8'), file);
}
