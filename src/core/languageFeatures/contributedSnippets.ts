import { entrySnippets } from './entrySnippets.ts';

/** A snippet as VS Code reads it from a file. */
interface ContributedSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

/** The content of `snippets/entry.json`: the snippets that are the same everywhere, by name. */
export function contributedSnippets(): Readonly<Record<string, ContributedSnippet>> {
  return Object.fromEntries(
    entrySnippets.map(({ prefix, description, body }) => [nameOf(prefix), { prefix, description, body }]),
  );
}

/** `Cite 2` for `db-cite-2` */
function nameOf(prefix: string): string {
  const words = prefix.replace(/^db-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
