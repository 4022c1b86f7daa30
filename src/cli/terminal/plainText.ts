/**
 * A line of text from entries, file names or errors as it may appear on a terminal and in the log of a build: without control characters
 * and without GitHub's workflow commands.
 */
export function plainText(text: string): string {
  return breakCommands(escapeControls(text));
}

/** As `plainText`, for text with line breaks. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainText).join('\n');
}

/**
 * Writes control characters, which could move the cursor or change the terminal, as `\x1b`, and marks that reverse the direction of text as
 * `\u202e`.
 */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}

/** Breaks the beginnings of workflow commands in a line, which a build would run when it reads its log, by an invisible character. */
export function breakCommands(line: string): string {
  if (!line.includes('::') && !line.includes('##')) return line; // nearly always
  return line.replace(/^(\s*:)(?=:)/, `$1${WORD_JOINER}`).replace(/#(?=#(?:\[|vso\[))/g, `#${WORD_JOINER}`);
}

/** JSON in which those characters are escaped that JSON allows as they are. */
export function plainJson(json: string): string {
  return json.replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Control characters but tabs, line separators, and marks of direction: everything but the rest, which is quickest to search. */
const CONTROLS = /[^\t -~\xa0-\u2027\u202f-\u2065\u206a-\uffff]/g;

/** Invisible, and no space: it allows no line break. */
const WORD_JOINER = '\u2060';
