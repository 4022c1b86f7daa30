/** A title or file name read as one of a numbered series. The running example is `Day 12: The flood`. */
export interface NumberedText {
  /** `Day ` */
  readonly prefix: string;
  /** `12`, as written. */
  readonly digits: string;
  /** What follows the number and is no subtitle, as in `第12号`. */
  readonly suffix: string;
  /** `: `; undefined if there is no subtitle. */
  readonly separator: string | undefined;
  /** `The flood` */
  readonly subtitle: string | undefined;
  /** The same for all texts of one series, however they are spelled: `day|`. */
  readonly series: string;
}

/** The readings of a text, one for each number that can be the number of an entry; not versions, dates, amounts and ordinals. */
export function numbersInText(text: string): readonly NumberedText[] {
  if (text.length > MAX_TEXT_CHARS) return [];
  return Array.from(text.matchAll(NUMBER), ({ 0: digits, index }): NumberedText => {
    const prefix = text.slice(0, index);
    const rest = text.slice(index + digits.length);
    const [, suffix = rest, separator, subtitle] = SUBTITLE.exec(rest) ?? [];
    return { prefix, digits, suffix, separator, subtitle, series: `${lettersOf(prefix)}|${lettersOf(suffix)}` };
  });
}

/** Titles and file names are shorter. */
const MAX_TEXT_CHARS = 300;

const NUMBER = /(?<![\d$€£¥]|\d[.,:/_-]|\bv\.? ?)\d{1,6}(?![\d%A-Za-z]|[.,:/_-]\d)/gi;

/** A subtitle comes after a sign and contains a letter. A hyphen is such a sign after a space. */
const SUBTITLE = /^([^:;,.|/(–—：、・-]*?)(\s*[:;,.|/(–—：、・]\s*|\s+-+\s+)(?=[^\n]*\p{L})([^\n]+)$/u;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\d]+/gu, '');
}
