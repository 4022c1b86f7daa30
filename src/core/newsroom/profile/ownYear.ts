import { addDays } from '../../dates/calendar.ts';
import { type NumberedText, numbersInText } from './numbersInText.ts';

/**
 * The readings of a title or file name of an entry of that date, in which the year, as in `2031-W07` or `Week 7, 2031`, is no part of the
 * series: the next year's entries belong to the same.
 */
export function numbersBesideYear(text: string, date: string | undefined): readonly NumberedText[] {
  const masked = date === undefined ? text : text.replace(yearOf(date), YEAR_MARK);
  const readings = numbersInText(masked);
  return masked === text ? readings : readings.map((reading) => withTextOf(text, reading));
}

/** The text with `{year}` in place of the year of that date. */
export function withoutYear(text: string, date: string | undefined): string {
  return date === undefined ? text : text.replace(yearOf(date), '{year}');
}

/** The text with another year in place of its own. */
export function inYear(text: string, ownYear: string, year: string): string {
  return text.replace(new RegExp(`(?<!\\d)${ownYear}(?!\\d)`, 'g'), year);
}

/** The year of a date or, in its first and last days, of its week. */
function yearOf(date: string): RegExp {
  const years = [-DAYS_OF_OTHER_YEAR, 0, DAYS_OF_OTHER_YEAR].map((days) => (addDays(date, days) ?? date).slice(0, 4));
  return new RegExp(`(?<!\\d)(?:${[...new Set(years)].join('|')})(?!\\d)`, 'g');
}

/** A week belongs to the year that its Thursday is in. */
const DAYS_OF_OTHER_YEAR = 3;

/** Neither letters nor digits nor signs before a subtitle, and as long as a year. */
const YEAR_MARK = '\ue000'.repeat(4);

/** The same reading, of a text of the same length. */
function withTextOf(text: string, { prefix, digits, suffix, separator, subtitle, series }: NumberedText): NumberedText {
  let at = 0;
  const next = (length: number) => {
    at += length;
    return text.slice(at - length, at);
  };
  return {
    prefix: next(prefix.length),
    digits: next(digits.length),
    suffix: next(suffix.length),
    separator: separator === undefined ? undefined : next(separator.length),
    subtitle: subtitle === undefined ? undefined : next(subtitle.length),
    series,
  };
}
