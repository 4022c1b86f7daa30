import { weekday } from '../../dates/calendar.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { parseEntry } from '../../entry/parse.ts';
import type { TitleForm } from '../../entry/titleForm.ts';
import { singleQuoted } from '../../lint/frontMatter/yamlScalar.ts';
import { applyEdits } from '../../text/text.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';
import { DEFAULT_MODEL, type EntryModel } from './entryModel.ts';
import type { DayHeading } from './newDay.ts';

/** The text of a new file, and the offset at which the writer starts. */
interface NewDayText {
  readonly text: string;
  readonly cursor: number;
}

/**
 * The text of a new day's file: front matter and one empty section, as the newest entries have them, or the newsroom's template. In a
 * template `{day}`, `{title}`, `{date}`, `{time}`, `{timestamp}` and `{weekday}` are replaced by their values, and `{cursor}` marks where
 * the writer starts. A missing title or date is added.
 */
export function newDayText(heading: DayHeading, template?: string, model: EntryModel = DEFAULT_MODEL): NewDayText {
  if (template === undefined || template.trim() === '') {
    const text = `${frontMatterText(heading, model)}${model.hasSections ? 'TK/ ' : ''}`;
    return { text, cursor: text.length };
  }
  const values = templateValues(heading);
  const filled = template.replace(TEMPLATE_VARIABLE, (variable, name: string) => values.get(name) ?? variable);
  const titled = withKey(filled, 'title', titleSource(heading.title, heading.titleForm));
  const text = heading.date === undefined ? titled : withKey(titled, 'date', heading.date);
  const cursor = text.indexOf(CURSOR_MARK);
  if (cursor >= 0) return { text: text.replaceAll(CURSOR_MARK, ''), cursor };
  const emptySection = /^TK\/[ \t]*$/m.exec(text);
  return { text, cursor: emptySection ? emptySection.index + emptySection[0].length : text.length };
}

/** Front matter with `title` and `date` and what all entries share, and a blank line after it. */
export function frontMatterText(
  { title, titleForm, date }: Pick<DayHeading, 'title' | 'titleForm' | 'date'>,
  { lines, hasFrontMatter, quotes, isDateFirst }: EntryModel = DEFAULT_MODEL,
): string {
  if (!hasFrontMatter) return '';
  const own = [
    `title: ${titleSource(title, titleForm ?? { quotes: quotes.title })}`,
    ...(date === undefined ? [] : [`date: ${quotes.date === 'none' ? date : quoted(date, quotes.date)}`]),
  ];
  return ['---', ...(isDateFirst ? own.reverse() : own), ...lines, '---', '', ''].join('\n');
}

/** The title as YAML: in quotes if the log has them or the title needs them. */
export function titleSource(title: string, form: Pick<TitleForm, 'quotes'> | null): string {
  if (form && form.quotes !== 'none') return quoted(title, form.quotes);
  return PLAIN.test(title) ? title : quoted(title, 'double');
}

function quoted(value: string, quotes: 'single' | 'double'): string {
  return quotes === 'single' ? singleQuoted(value) : JSON.stringify(value);
}

/** What YAML reads as itself, or as a number, without quotes. */
const PLAIN =
  /^(?!\d{4}-\d\d?-\d\d?$)(?!(?:~|null|true|false|yes|no|on|off|y|n)$)[\p{L}\p{N}](?:[^\p{C}:#]|:(?![\s]|$)|(?<!\s)#)*$/iu;

/** Double braces are left alone: they belong to Liquid. */
const TEMPLATE_VARIABLE = /(?<!\{)\{(day|title|date|time|timestamp|weekday)\}(?!\})/g;

const CURSOR_MARK = '{cursor}';

function templateValues({ day, title, date, timestamp }: DayHeading): ReadonlyMap<string, string> {
  const localDate = timestamp.slice(0, 10);
  return new Map([
    ['day', day === undefined ? '' : `${day}`],
    ['title', title],
    ['date', localDate],
    ['time', timestamp.slice(11, 19)],
    ['timestamp', date ?? timestamp],
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
