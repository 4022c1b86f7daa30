/**
 * Whether an entry uses syntax that only kramdown understands: an attribute list on a line of its own (`{: .note}`, `{:#top}`), or Markdown
 * inside HTML (`<div markdown="1">`). Kramdown also reads tables, and bold text next to letters, which CommonMark shows as typed.
 */
export function hasKramdownSyntax(source: string): boolean {
  return (
    (source.indexOf('{:') >= 0 && /^[ \t]*\{:[^\n{}]*\}[ \t]*\r?$/m.test(source)) ||
    (source.indexOf('markdown=') >= 0 && /<\w+[^<>\n]*\smarkdown=["']?(?:1|block|span)\b/.test(source))
  );
}
