/** The text as readers see it, on one line: links as their names, without emphasis, footnote marks and escapes. */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]*)\]\((?:\\.|[^)\\\s]){0,2000}\)/g, '$1')
    .replace(/\[\^[^[\]]*\]/g, '')
    .replace(/(?<!\\)(\*{1,3}|(?<![\p{L}\d])_{1,2}|_{1,2}(?![\p{L}\d])|`)/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
