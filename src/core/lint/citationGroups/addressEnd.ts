/**
 * The characters at the end of a valid web address that plainly belong to the sentence around it: a full stop, a comma, a semicolon, a
 * quotation mark and the like. Usually empty. A character that may be part of the address is left alone: in a query or an anchor, in
 * `/wiki/Acme_Inc.`, in `;v=1;`, and the second of a pair of quotation marks.
 */
export function strayEndOf(address: string): string {
  if (!/^https?:\/\//i.test(address)) return '';
  let to = address.length;
  for (let count = 0; count < MAX_STRAYS; count++) {
    const end = LAST_CHARACTER.exec(address.slice(Math.max(0, to - MAX_CHARACTER_LENGTH), to))?.[0] ?? '';
    if (end === '' || !isStray(end, address.slice(0, to - end.length))) break;
    to -= end.length;
  }
  return address.slice(to);
}

const MAX_STRAYS = 8;

/** One character as written: escaped, percent-encoded or plain. */
const LAST_CHARACTER = /(?:%E2%80%[\dA-F]{2}|%2[02]|\\?\*|[\s\S])$/i;
const MAX_CHARACTER_LENGTH = '%E2%80%9D'.length;

function isStray(end: string, before: string): boolean {
  if (end === '\u200b' || end.toUpperCase() === '%E2%80%8B') return true;
  if (/[?#]/.test(before)) return false;
  switch (end) {
    case '.':
      return /[\w/)]$/.test(before) && !ABBREVIATION.test(before.slice(-MAX_WORD_CHARS));
    case ',':
    case '|':
    case '<':
      return !before.includes(end);
    case '>':
      return !before.includes('<');
    case ';':
      return !/[;&=]/.test(before);
    case '"':
    case "'":
      return !before.includes(end);
    case '“':
    case '”':
    case '‘':
    case '’':
      return !/[“”‘’]/.test(before);
    case '*':
    case '\\*':
      return !before.replace(/\\?\*$/, '').includes('*');
    default:
      return isEncodedStray(end.toUpperCase(), before);
  }
}

/** A percent-encoded space or quotation mark. */
function isEncodedStray(end: string, before: string): boolean {
  if (end === '%20') return true;
  if (end === '%22') return !before.includes('%22');
  return (end === '%E2%80%9D' || end === '%E2%80%9C') && !/%E2%80%9[CD]/i.test(before);
}

/** A word that is usually written with a full stop, a short one in capitals, or initials, at the end of a path without its full stop. */
const ABBREVIATION =
  /(?:^|[/_\-.+(]|%20)(?:[A-Za-z]|[A-Z][A-Za-z]{1,3}|[A-Za-z]{1,2}\.[A-Za-z]{1,2}|(?:inc|ltd|corp|co|jr|sr|st|mr|mrs|ms|dr|vs|etc|no|bros|llc|plc|dept|gov|sen|rep|gen|univ|al|ed|vol|pt|assn))$/;
const MAX_WORD_CHARS = 12;
