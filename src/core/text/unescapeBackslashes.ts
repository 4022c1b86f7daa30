/** The text without its Markdown backslash escapes: `a\_b` becomes `a_b`. */
export function unescapeBackslashes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
