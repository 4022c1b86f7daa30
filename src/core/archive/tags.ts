/**
 * The tags in the front-matter value of `tags`, as written: a block list, a flow list such as `[a, "b c"]`, or words with spaces between.
 */
export function tagsIn(value: string): readonly string[] {
  const text = value.trim();
  if (text.startsWith('[')) return cleanTags(text.slice(1, text.endsWith(']') ? -1 : undefined).split(','));
  if (/^-\s/.test(text)) return cleanTags(text.split('\n').map(withoutBullet));
  return cleanTags(text.split(/\s+/));
}

function withoutBullet(line: string): string {
  // A fast path for nearly every line.
  return line.startsWith('- ') ? line.slice(2) : line.replace(/^\s*-(?:\s+|$)/, '');
}

/** Removes quotes, empty tags and duplicates. */
function cleanTags(tags: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const tag of tags) names.add(withoutQuotes(tag.trim()));
  names.delete('');
  return [...names];
}

function withoutQuotes(tag: string): string {
  const first = tag.charAt(0);
  return first === '"' || first === "'" ? tag.replace(/^(["'])(.*)\1$/, '$2') : tag;
}
