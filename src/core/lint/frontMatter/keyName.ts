/** A front-matter key as the subject of a message: `The title`, `"Today in one sentence"`, `The key "signoff"`. */
export function keyAsSubject(name: string): string {
  if (name === 'todayInOneSentence') return '"Today in one sentence"';
  return NOUNS.has(name) ? `The ${name}` : `The key "${name}"`;
}

const NOUNS: ReadonlySet<string> = new Set(['title', 'date', 'description', 'image']);
