/** Markdown as a reader sees it, on one line: links as their names, no emphasis, no escapes. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]*)\]\((?:\\.|[^)\\\s]){0,2000}\)/g, '$1')
    .replace(/\[\^[^[\]]*\]/g, '')
    .replace(/(?<!\\)(\*{1,3}|(?<![\p{L}\d])_{1,2}|_{1,2}(?![\p{L}\d])|`)/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Without the sign at the end, inside quotes too: `left.` and `"no,"` become `left` and `"no"`. Stays: a question, a call, and
 * the full stop of an abbreviation.
 */
export function withoutStop(text: string): string {
  const match = /[.,;:]+(["”’']*)$/.exec(text);
  if (!match || ABBREVIATION.test(text.slice(0, match.index + 1))) return text;
  return text.slice(0, match.index) + match[1];
}

/** With a full stop at the end, inside quotes: `"no"` becomes `"no."`. Nothing is added where one stands, or another sign that ends. */
export function withStop(text: string): string {
  const bare = text.replace(/["”’']+$/, '');
  return '.!?…'.includes(bare.at(-1) ?? ' ') ? text : `${bare}.${text.slice(bare.length)}`;
}

const ABBREVIATION = /(?:(?:^|[^\p{L}])\p{L}(?:\.\p{L})+|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|No|Bros|St))\.$/u;
