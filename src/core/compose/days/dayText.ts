import { weekday } from '../../dates/calendar.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits } from '../../text/text.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';

/** A whole file to start writing in, and the offset at which writing starts. */
interface DayText {
  readonly text: string;
  readonly cursor: number;
}

/** What a new day is called, and its date as the front matter has it: `2025-09-01 09:30:00 -07:00`. */
interface DayNamed {
  readonly day: number;
  readonly title: string;
  readonly date: string;
}

/**
 * The file of a new day: front matter and one empty section; or a template of the newsroom's own, in which `{day}`, `{title}`,
 * `{date}`, `{time}`, `{timestamp}` and `{weekday}` stand for what they say and `{cursor}` for the place to start at. Title and
 * date are put into a template that lacks them.
 */
export function dayText(named: DayNamed, template?: string): DayText {
  if (template === undefined || template.trim() === '') {
    const text = `${frontMatterOf(named)}TK/ `;
    return { text, cursor: text.length };
  }
  const values = valuesOf(named);
  const filled = template.replace(VARIABLE, (written, name: string) => values.get(name) ?? written);
  const text = withKey(withKey(filled, 'title', named.title), 'date', named.date);
  const mark = text.indexOf(CURSOR);
  if (mark >= 0) return { text: text.replaceAll(CURSOR, ''), cursor: mark };
  const empty = /^TK\/[ \t]*$/m.exec(text);
  return { text, cursor: empty ? empty.index + empty[0].length : text.length };
}

/** `title` and `date` between their fences, and a blank line. */
export function frontMatterOf({ title, date }: Pick<DayNamed, 'title' | 'date'>): string {
  return `---\ntitle: ${title}\ndate: ${date}\n---\n\n`;
}

/** Not in double braces, which are the site's own. */
const VARIABLE = /(?<!\{)\{(day|title|date|time|timestamp|weekday)\}(?!\})/g;

const CURSOR = '{cursor}';

function valuesOf({ day, title, date }: DayNamed): ReadonlyMap<string, string> {
  const local = date.slice(0, 10);
  return new Map([
    ['day', `${day}`],
    ['title', title],
    ['date', local],
    ['time', date.slice(11, 19)],
    ['timestamp', date],
    ['weekday', WEEKDAYS[weekday(local) ?? 0] ?? ''],
  ]);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function withKey(text: string, name: string, value: string): string {
  const entry = parseEntry(text);
  const key = keyOf(entry.frontMatter, name);
  if (key && scalar(text, key).trim() !== '') return text;
  return applyEdits(text, [valueEdit(entry, name, value)]);
}
