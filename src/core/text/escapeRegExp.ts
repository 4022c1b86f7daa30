/** The text as the source of a regular expression that matches it literally: `a.b` becomes `a\.b`. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
