import type { Entry } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { yamlMappingOf } from '../../entry/yaml.ts';
import { type CountdownLine, countdownLinesIn } from './countdownLines.ts';

/** What the profile of a newsroom is learned from: of each entry, a few plain values. */
export interface ProfiledEntry {
  /** The path below the root, with `/`. */
  readonly path: string;
  readonly draft: boolean;
  /** As YAML reads it; undefined if there is none. */
  readonly title: string | undefined;
  readonly titleQuotes: Quotes;
  /** As written, without quotes; undefined if there is none. */
  readonly date: string | undefined;
  /** The names of the keys in the front matter, in their order. */
  readonly keys: readonly string[];
  readonly countdowns: readonly CountdownLine[];
}

/** How a value in the front matter is quoted. */
export type Quotes = 'none' | 'single' | 'double';

/** Takes these values from an entry. */
export function profiledEntryOf(entry: Entry, path: string, draft: boolean): ProfiledEntry {
  const { text, frontMatter } = entry;
  const title = findKey(frontMatter, 'title');
  const date = findKey(frontMatter, 'date');
  const firstCharacter = title && text[title.value.from];
  return {
    path,
    draft,
    title: title && titleIn(text.slice(title.from, title.to)),
    titleQuotes: firstCharacter === "'" ? 'single' : firstCharacter === '"' ? 'double' : 'none',
    date: (date && scalarValue(text, date)) || undefined,
    keys: frontMatter?.keys.map(({ name }) => name) ?? [],
    countdowns: countdownLinesIn(entry),
  };
}

/** The value in `title: Day 12`. Only what is more than plain words needs a YAML parser. */
function titleIn(source: string): string | undefined {
  const plain = /^title:[ \t]+([\p{L}\d](?:[\p{L}\p{M}\d ]*[\p{L}\p{M}\d])?)$/u.exec(source)?.[1];
  if (plain !== undefined && /\p{L}/u.test(plain)) return plain;
  const { title } = yamlMappingOf(source) ?? {};
  return typeof title === 'string' ? title : typeof title === 'number' ? String(title) : undefined;
}
