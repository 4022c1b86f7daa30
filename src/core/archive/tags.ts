/**
 * The tags in the front-matter value of `tags`, as written: a block list, a flow list such as `[a, "b c"]`, or words with spaces between.
 */
export function tagsIn(value: string): readonly string[] {
  const text = value.trim();
  if (text.startsWith('[')) return cleanTags(text.slice(1, text.endsWith(']') ? -1 : undefined).split(','));
  if (/^-\s/.test(text)) return cleanTags(text.split('\n').map((line) => line.replace(/^\s*-(?:\s+|$)/, '')));
  return cleanTags(text.split(/\s+/));
}

/** Removes quotes, empty tags and duplicates. */
function cleanTags(tags: readonly string[]): readonly string[] {
  const names = tags.map((tag) => tag.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return [...new Set(names)].filter((name) => name !== '');
}
