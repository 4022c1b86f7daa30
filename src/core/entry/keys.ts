import type { FrontMatter, Key } from './entry.ts';

/** The key with the name; the last one if there are several. */
export function findKey(frontMatter: FrontMatter | undefined, name: string): Key | undefined {
  if (!frontMatter) return undefined;
  const { keys } = frontMatter;
  // A loop, because rules look for keys again and again.
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index];
    if (key?.name === name) return key;
  }
  return undefined;
}

/** The value of a key as plain text, without quotes and escapes. For scalars on a single line. */
export function scalarValue(text: string, key: Key): string {
  const raw = text.slice(key.value.from, key.value.to);
  const quote = raw.charAt(0);
  if ((quote !== "'" && quote !== '"') || raw.length < 2 || !raw.endsWith(quote)) return raw;
  const inner = raw.slice(1, -1);
  if (quote === "'") return inner.replaceAll("''", "'");
  return inner.includes('\\') ? inner.replace(/\\(["\\/])/g, '$1') : inner;
}
