import type { ParsedFileName } from '../entry/fileName.ts';
import { escapeRegExp } from '../text/escapeRegExp.ts';
import { applyEdits, type Span } from '../text/text.ts';

/** The pattern of file names unless a newsroom configures another. */
export const DEFAULT_FILE_NAME_PATTERN = '{date}-day-{day}.markdown';

/** The file name of a published entry: `2031-01-31-day-12.markdown` for the pattern `{date}-day-{day}.markdown`. */
export function postFileName(pattern: string, date: string, day: number | string): string {
  return pattern.replaceAll('{date}', date).replaceAll('{day}', `${day}`);
}

/** The file name of a draft, which has no date: `day-12.markdown`. */
export function draftFileName(pattern: string, day: number | string): string {
  return postFileName(withoutDate(pattern), '', day);
}

/** Reads date and number from a file name (without folders) by the newsroom's pattern or else the default one. */
export function parseFileNameByPattern(name: string, pattern: string): ParsedFileName {
  const { date, day } = findPlaceholders(name, pattern);
  return { date: date?.text, number: day && Number(day.text) };
}

/** Replaces the date and the number in a file name, as far as it has them; the rest stays. */
export function renameForDay(name: string, pattern: string, date: string, day: number): string {
  const placeholders = findPlaceholders(name, pattern);
  const edits = [
    placeholders.date && { ...placeholders.date, text: date },
    placeholders.day && { ...placeholders.day, text: `${day}` },
  ];
  return applyEdits(
    name,
    edits.filter((edit) => edit !== undefined),
  );
}

/** The value of a placeholder in a file name. */
interface PlaceholderValue extends Span {
  readonly text: string;
}

interface PlaceholderValues {
  readonly date?: PlaceholderValue | undefined;
  readonly day?: PlaceholderValue | undefined;
}

function findPlaceholders(name: string, pattern: string): PlaceholderValues {
  const patternsWithDate = [pattern, DEFAULT_FILE_NAME_PATTERN, '{date}'].filter((each) => each.includes('{date}'));
  // Patterns without a date come last: `{day}.md` would take the year of any date for the number of a day.
  const patterns = [...patternsWithDate, withoutDate(pattern), withoutDate(DEFAULT_FILE_NAME_PATTERN)];
  for (const each of patterns) {
    const { indices } = prefixExpression(each).exec(name) ?? {};
    if (!indices) continue;
    const valueOfGroup = (group: string): PlaceholderValue | undefined => {
      const [from, to] = indices.groups?.[group] ?? [];
      return from === undefined || to === undefined ? undefined : { from, to, text: name.slice(from, to) };
    };
    return { date: valueOfGroup('date'), day: valueOfGroup('day') };
  }
  return {};
}

/** Matches a pattern at the start of a file name, whatever follows: `2031-01-31-day-12-special.md`. */
function prefixExpression(pattern: string): RegExp {
  const [stem = ''] = /^.*?(?=\.(?:markdown|md)$|$)/s.exec(pattern) ?? [];
  const seen = new Set<string>();
  const source = stem.replace(/\{(date|day)\}|[^{]+|\{/g, (piece, key: 'date' | 'day' | undefined) => {
    if (key === undefined) return escapeRegExp(piece);
    if (seen.has(key)) return PLACEHOLDER_SOURCES[key];
    seen.add(key);
    return `(?<${key}>${PLACEHOLDER_SOURCES[key]})`;
  });
  return new RegExp(`^${source}(?!\\d)`, 'di');
}

const PLACEHOLDER_SOURCES = { date: '\\d{4}-\\d{2}-\\d{2}', day: '\\d+' } as const;

function withoutDate(pattern: string): string {
  return pattern.replace(/^\{date\}[-_. ]*|[-_. ]*\{date\}/g, '');
}
