import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { standIn } from './standIn.ts';

/** What Markdown is coloured by: an installed editor's grammars, or the stand-in. */
export interface Base {
  readonly name: string;
  readonly grammars: ReadonlyMap<string, () => IRawGrammar>;
}

export const bases: readonly Base[] = [
  {
    name: 'a stand-in for Markdown',
    grammars: new Map([['text.html.markdown', () => parseRawGrammar(JSON.stringify(standIn), 'standIn.json')]]),
  },
  ...installedEditors(),
];

/** Markdown's grammar with or without ours injected. */
export async function markdown({ grammars }: Base, injected: boolean): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: engine,
    loadGrammar: async (scope) => (scope === 'daybook.injection' ? read(path) : (grammars.get(scope)?.() ?? null)),
    getInjections: (scope) => (injected && scope === 'text.html.markdown' ? ['daybook.injection'] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('no grammar for Markdown');
  return grammar;
}

/** The scopes of each character, line by line. */
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

/** The text with every run that has the scope, or one below it, between `⟦` and `⟧`. */
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

function installedEditors(): Base[] {
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
