import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readFrontMatterValues } from '../../src/core/entry/yaml.ts';
import { contributedSnippets } from '../../src/core/languageFeatures/contributedSnippets.ts';
import { entrySnippets } from '../../src/core/languageFeatures/entrySnippets.ts';
import { numberedSnippets } from '../../src/core/languageFeatures/snippetCompletions.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { ruleContext } from '../support/ruleContext.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

/** All snippets by their prefixes, those with a number as at the start of an entry. */
const snippets: readonly (readonly [prefix: string, snippet: Snippet])[] = [
  ...entrySnippets,
  ...numberedSnippets.map(({ prefix, description, body }) => ({ prefix, description, body: body(1) })),
].map((snippet) => [snippet.prefix, snippet]);

test('each snippet has a unique prefix that nobody types by chance, and a description', () => {
  const prefixes = snippets.map(([, { prefix }]) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const prefix of prefixes) assert.match(prefix, /^db-[a-z]+(-\d)?$/);
  for (const [name, { description }] of snippets) assert.match(description, /^[A-Z].{15,}\.$/s, name);
});

test('the snippets that are the same everywhere are contributed to the editor', () => {
  assert.deepEqual(JSON.parse(readFileSync('snippets/entry.json', 'utf8')), contributedSnippets(), 'npm run generate');
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(contributes.snippets, [{ language: 'markdown', path: './snippets/entry.json' }]);
});

test('the tab stops of each snippet are numbered from 1', () => {
  for (const [name, snippet] of snippets) {
    const stops = [...snippet.body.matchAll(/\$\{?(\d+)/g)].map(([, digits]) => Number(digits));
    const used = [...new Set(stops)].filter((stop) => stop !== 0).sort((a, b) => a - b);
    assert.ok(used.length > 0, name);
    assert.deepEqual(
      used,
      used.map((_, index) => index + 1),
      name,
    );
  }
});

test('each snippet expands to a valid part of an entry', () => {
  for (const [name, snippet] of snippets) {
    const expanded = expand(snippet.body);
    assert.doesNotMatch(expanded, /\$|\|/, name);
    const entry = parseEntry(inPlace(expanded));
    if (entry.frontMatter) assert.ok(readFrontMatterValues(entry).ok, name);
    const faults = lint(entry, ruleContext('draft', 'day-12.markdown')).filter(({ rule }) => !OF_NO_PIECE.has(rule));
    assert.deepEqual(faults, [], `${name}: ${expanded}`);
  }
});

test('a snippet for an item is parsed as that item', () => {
  const kinds = new Map(
    snippets.map(([, snippet]) => [snippet.prefix, parseEntry(inPlace(expand(snippet.body))).blocks.at(-1)?.kind]),
  );
  const wanted = {
    'db-entry': 'section',
    'db-section': 'section',
    'db-tk': 'section',
    'db-poll': 'poll',
    'db-study': 'named',
    'db-bullet': 'bullet',
    'db-callback': 'bullet',
    'db-notables': 'ordered',
    'db-notable': 'ordered',
    'db-footnote': 'footnote',
    'db-tweet': 'tweet',
    'db-quote': 'quote',
    'db-row': 'note',
    'db-tracker': 'note',
    'db-countdown': 'signoff',
  };
  for (const [prefix, kind] of Object.entries(wanted)) assert.equal(kinds.get(prefix), kind, prefix);
});

/** Rules that cannot hold here: every tab stop has the same text, which occurs nowhere else, and a part is not a whole entry. */
const OF_NO_PIECE = new Set(['placeholder', 'citation-repeated', 'description', 'front-matter-keys', 'reference']);

const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2031',
  CURRENT_MONTH: '01',
  CURRENT_DATE: '31',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '30',
  CURRENT_TIMEZONE_OFFSET: '-08:00',
};

/** The text that the editor inserts, with the default or first choice of each tab stop, and with addresses and day numbers filled in. */
function expand(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:https:\/\/(?:site)?\}/g, 'https://outlet.example/a')
    .replace(/\$\{\d+:N\}/g, '12')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{([A-Z_]+)\}/g, (whole, name: string) => variables[name] ?? whole)
    .replace(/\$\d/g, '')
    .replace(/\\(.)/g, '$1');
}

/** Puts a key in front matter, a citation in a group and a whole entry at the top; everything else goes below a blank line. */
function inPlace(expanded: string): string {
  if (/^\w+: /.test(expanded)) return `---\n${expanded}\n---\n`;
  if (expanded.startsWith(' / ')) return `1/ **A**. B. ([C](https://c.example/d)${expanded})\n`;
  return expanded.startsWith('---\ntitle: ') ? expanded : `\n${expanded}\n`;
}
