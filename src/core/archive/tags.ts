/** The tags of front matter's `tags`, as written: a list over several lines, `[a, "b c"]`, or words with spaces between. */
export function tagsIn(value: string): readonly string[] {
  const text = value.trim();
  if (text.startsWith('[')) return named(text.slice(1, text.endsWith(']') ? -1 : undefined).split(','));
  if (/^-\s/.test(text)) return named(text.split('\n').map((line) => line.replace(/^\s*-(?:\s+|$)/, '')));
  return named(text.split(/\s+/));
}

function named(tags: readonly string[]): readonly string[] {
  const names = tags.map((tag) => tag.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return [...new Set(names)].filter((name) => name !== '');
}
