import { weekday } from '../../dates/calendar.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits } from '../../text/text.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';

/** The text of a new file, and the offset at which the writer starts. */
interface NewDayText {
  readonly text: string;
  readonly cursor: number;
}

/** A day's number, title and timestamp: `2025-09-01 09:30:00 -07:00`. */
interface DayHeading {
  readonly day: number;
  readonly title: string;
  readonly date: string;
}

/**
 * The text of a new day's file: front matter and one empty section, or the newsroom's template. In a template `{day}`, `{title}`,
 * `{date}`, `{time}`, `{timestamp}` and `{weekday}` are replaced by their values, and `{cursor}` marks where the writer starts. A
 * missing title or date is added.
 */
export function newDayText(heading: DayHeading, template?: string): NewDayText {
  if (template === undefined || template.trim() === '') {
    const text = `${frontMatterText(heading)}TK/ `;
    return { text, cursor: text.length };
  }
  const values = templateValues(heading);
  const filled = template.replace(TEMPLATE_VARIABLE, (variable, name: string) => values.get(name) ?? variable);
  const text = withKey(withKey(filled, 'title', heading.title), 'date', heading.date);
  const cursor = text.indexOf(CURSOR_MARK);
  if (cursor >= 0) return { text: text.replaceAll(CURSOR_MARK, ''), cursor };
  const emptySection = /^TK\/[ \t]*$/m.exec(text);
  return { text, cursor: emptySection ? emptySection.index + emptySection[0].length : text.length };
}

/** Front matter with `title` and `date`, and a blank line after it. */
export function frontMatterText({ title, date }: Pick<DayHeading, 'title' | 'date'>): string {
  return `---\ntitle: ${title}\ndate: ${date}\n---\n\n`;
}

/** Double braces are left alone: they belong to Liquid. */
const TEMPLATE_VARIABLE = /(?<!\{)\{(day|title|date|time|timestamp|weekday)\}(?!\})/g;

const CURSOR_MARK = '{cursor}';

function templateValues({ day, title, date }: DayHeading): ReadonlyMap<string, string> {
  const localDate = date.slice(0, 10);
  return new Map([
    ['day', `${day}`],
    ['title', title],
    ['date', localDate],
    ['time', date.slice(11, 19)],
    ['timestamp', date],
    ['weekday', WEEKDAYS[weekday(localDate) ?? 0] ?? ''],
  ]);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The text with the key in its front matter, unless it has one with a value. */
function withKey(text: string, name: string, value: string): string {
  const entry = parseEntry(text);
  const key = findKey(entry.frontMatter, name);
  if (key && scalarValue(text, key).trim() !== '') return text;
  return applyEdits(text, [valueEdit(entry, name, value)]);
}
