import type { DatedName } from '../entry/fileName.ts';

/** How files are named unless a newsroom names them otherwise. */
export const FILE_NAME = '{date}-day-{day}.markdown';

/** The name of a published entry's file: `2031-01-31-day-12.markdown` by `{date}-day-{day}.markdown`. */
export function postName(pattern: string, date: string, day: number | string): string {
  return pattern.replaceAll('{date}', date).replaceAll('{day}', `${day}`);
}

/** The name of a draft's file, the same without the date: `day-12.markdown`. */
export function draftName(pattern: string, day: number | string): string {
  return postName(withoutDate(pattern), '', day);
}

/** What a file's name (without folders) says by the newsroom's pattern, else by the usual one; what it does not say is undefined. */
export function namedDay(name: string, pattern: string): DatedName {
  const { date, day } = partsOf(name, pattern);
  return { date: date?.text, number: day && Number(day.text) };
}

/** The name for another day: its date and its number are changed where it has them, all else stays. */
export function renamed(name: string, pattern: string, date: string, day: number): string {
  const parts = partsOf(name, pattern);
  const changes = [parts.date && { ...parts.date, text: date }, parts.day && { ...parts.day, text: `${day}` }]
    .filter((part) => part !== undefined)
    .sort((a, b) => b.from - a.from);
  return changes.reduce((result, { from, to, text }) => result.slice(0, from) + text + result.slice(to), name);
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where date and number stand in a name. */
function partsOf(name: string, pattern: string): { readonly date?: Part | undefined; readonly day?: Part | undefined } {
  const dated = [pattern, FILE_NAME, '{date}'].filter((one) => one.includes('{date}'));
  // Those without a date come last: by `{day}.md` alone the year of any date would be the number of a day.
  for (const one of [...dated, withoutDate(pattern), withoutDate(FILE_NAME)]) {
    const { indices } = beginning(one).exec(name) ?? {};
    if (!indices) continue;
    const part = (group: string): Part | undefined => {
      const [from, to] = indices.groups?.[group] ?? [];
      return from === undefined || to === undefined ? undefined : { from, to, text: name.slice(from, to) };
    };
    return { date: part('date'), day: part('day') };
  }
  return {};
}

/** Finds a pattern at a name's beginning, whatever follows: `2031-01-31-day-12-special.md`. */
function beginning(pattern: string): RegExp {
  const [stem = ''] = /^.*?(?=\.(?:markdown|md)$|$)/s.exec(pattern) ?? [];
  const seen = new Set<string>();
  const source = stem.replace(/\{(date|day)\}|[^{]+|\{/g, (piece, key: 'date' | 'day' | undefined) => {
    if (key === undefined) return piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    if (seen.has(key)) return SHAPES[key];
    seen.add(key);
    return `(?<${key}>${SHAPES[key]})`;
  });
  return new RegExp(`^${source}(?!\\d)`, 'di');
}

const SHAPES = { date: '\\d{4}-\\d{2}-\\d{2}', day: '\\d+' } as const;

function withoutDate(pattern: string): string {
  return pattern.replace(/^\{date\}[-_. ]*|[-_. ]*\{date\}/g, '');
}
