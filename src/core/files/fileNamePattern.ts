import type { ParsedFileName } from '../entry/fileName.ts';
import { escapeRegExp } from '../text/escapeRegExp.ts';
import { applyEdits, type Span } from '../text/text.ts';

/** The pattern of file names unless a newsroom configures or shows another. */
export const DEFAULT_FILE_NAME_PATTERN = '{date}-day-{day}.markdown';

/** What the placeholders of a pattern stand for. */
export interface FileNameValues {
  /** `YYYY-MM-DD`, for `{date}` and `{year}`. */
  readonly date: string;
  /** For `{day}`; undefined if the entry has no number. */
  readonly number?: number | string | undefined;
  /** For `{title}`: the words of the title, `the-flood`; undefined if it has none yet. */
  readonly title?: string | undefined;
}

/**
 * The file name of a published entry: `2031-01-31-day-12.markdown` for the pattern `{date}-day-{day}.markdown`. A placeholder without a value
 * is left out, with the sign before it. Only if nothing else would be left, the name has the date.
 */
export function postFileName(pattern: string, values: FileNameValues): string {
  const name = filledPattern(pattern, values);
  return name.startsWith('.') ? `${values.date}${name}` : name;
}

function filledPattern(pattern: string, { date, number, title }: FileNameValues): string {
  return [
    ['{day}', number === undefined ? undefined : `${number}`],
    ['{title}', title],
    ['{year}', date.slice(0, 4)],
    ['{date}', date],
  ].reduce((name, [placeholder = '', value]) => fillIn(name, placeholder, value), pattern);
}

/** The file name of a draft, which has no date: `day-12.markdown`. Only if nothing else would be left, it has the date. */
export function draftFileName(pattern: string, values: FileNameValues): string {
  return postFileName(withoutDate(pattern), values);
}

function fillIn(pattern: string, placeholder: string, value: string | undefined): string {
  if (value !== undefined) return pattern.replaceAll(placeholder, value);
  const quoted = escapeRegExp(placeholder);
  return pattern.replace(new RegExp(`^${quoted}(?:[-_. ](?=.*\\.))?|[-_. ]?${quoted}`, 'g'), '');
}

/** Reads date and number from a file name (without folders) by the newsroom's pattern or else the default one. */
export function parseFileNameByPattern(name: string, pattern: string): ParsedFileName {
  const { date, day } = findPlaceholders(name, pattern);
  return { date: date?.text, number: day && Number(day.text) };
}

/** Replaces the date and the number in a file name, as far as it has them; the rest stays. */
export function renameForDay(name: string, pattern: string, date: string, number: number | string | undefined): string {
  const placeholders = findPlaceholders(name, pattern);
  const edits = [
    placeholders.date && { ...placeholders.date, text: date },
    placeholders.year && { ...placeholders.year, text: date.slice(0, 4) },
    placeholders.day && number !== undefined && { ...placeholders.day, text: `${number}` },
  ];
  return applyEdits(
    name,
    edits.filter((edit) => typeof edit === 'object'),
  );
}

/** The value of a placeholder in a file name. */
interface PlaceholderValue extends Span {
  readonly text: string;
}

type Placeholder = 'date' | 'year' | 'day';

function findPlaceholders(name: string, pattern: string): Partial<Record<Placeholder, PlaceholderValue>> {
  const patternsWithDate = [pattern, DEFAULT_FILE_NAME_PATTERN, '{date}'].filter((each) =>
    /\{(?:date|year)\}/.test(each),
  );
  // Patterns without a date come last: `{day}.md` would take the year of any date for the number of a day.
  const patterns = [...patternsWithDate, withoutDate(pattern), withoutDate(DEFAULT_FILE_NAME_PATTERN)];
  for (const each of patterns) {
    const { indices } = prefixExpression(each).exec(name) ?? {};
    if (!indices) continue;
    const found: Partial<Record<Placeholder, PlaceholderValue>> = {};
    for (const group of PLACEHOLDERS) {
      const [from, to] = indices.groups?.[group] ?? [];
      if (from !== undefined && to !== undefined) found[group] = { from, to, text: name.slice(from, to) };
    }
    return found;
  }
  return {};
}

const PLACEHOLDERS: readonly Placeholder[] = ['date', 'year', 'day'];

/** Matches a pattern at the start of a file name, whatever follows: `2031-01-31-day-12-special.md`. */
function prefixExpression(pattern: string): RegExp {
  const [stem = ''] = /^.*?(?=\.(?:markdown|md)$|$)/s.exec(pattern) ?? [];
  const seen = new Set<string>();
  const source = stem.replace(/\{(date|year|day|title)\}|[^{]+|\{/g, (piece, key?: Placeholder | 'title') => {
    if (key === undefined) return escapeRegExp(piece);
    // The same value again. A second `\d+` or `.*?` would give a long name too many ways to be divided up.
    if (seen.has(key)) return `\\k<${key}>`;
    seen.add(key);
    return `(?<${key}>${PLACEHOLDER_SOURCES[key]})`;
  });
  return new RegExp(`^${source}(?!\\d)`, 'di');
}

const PLACEHOLDER_SOURCES = { date: '\\d{4}-\\d{2}-\\d{2}', year: '\\d{4}', day: '\\d+', title: '.*?' } as const;

function withoutDate(pattern: string): string {
  return pattern.replace(/^\{(?:date|year)\}[-_. ]*(?=[^.])|[-_. ]*\{(?:date|year)\}/g, '');
}
