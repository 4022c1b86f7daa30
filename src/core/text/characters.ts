// What a character is, by its UTF-16 code unit. Unicode classes of regular expressions say the same, but take longer to
// set up than an archive takes to lint.

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter that has an upper and a lower case, in any script. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  const char = String.fromCharCode(code);
  return char.toLowerCase() !== char.toUpperCase();
}

export function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  const char = String.fromCharCode(code);
  return char.toLowerCase() !== char;
}
