import { countdownLinesIn } from './countdownLines.ts';
import type { Day } from './day.ts';
import type { Entry, Key } from './entry.ts';
import { parseFileName } from './fileName.ts';
import { findKey, scalarValue } from './keys.ts';
import { numberInTitle } from './titleForm.ts';
import { yamlMappingOf } from './yaml.ts';

/**
 * Reads the day of an entry from its front matter and its path below the root (`_posts/2020-01-05-day-1081.markdown`). Its number is that
 * of a title `Day 1081`; a newsroom whose titles have another form finds it in the title.
 */
export function readDay({ text, frontMatter }: Pick<Entry, 'text' | 'frontMatter'>, path: string, draft: boolean): Day {
  const fileName = parseFileName(path.slice(path.lastIndexOf('/') + 1));
  const titleKey = findKey(frontMatter, 'title');
  const dateKey = findKey(frontMatter, 'date');
  const titleNumber = titleKey && numberInTitle(scalarValue(text, titleKey));
  const dateText = dateKey && scalarValue(text, dateKey);
  const timestamp = dateText === undefined ? null : TIMESTAMP.exec(dateText);
  const title = titleKey && titleIn(text.slice(titleKey.from, titleKey.to));
  const titleQuotes = titleKey && quotesOf(text, titleKey);
  return {
    path,
    draft,
    date: timestamp?.[1] ?? fileName.date,
    time: timestamp?.[3],
    offset: timestamp?.[4],
    number: titleNumber === undefined ? fileName.number : Number(titleNumber),
    ...(timestamp?.[2] === 'T' && { separator: 'T' }),
    ...(frontMatter && { keys: frontMatter.keys.map(({ name }) => name) }),
    ...(title !== undefined && { title }),
    ...(titleQuotes && { titleQuotes }),
    ...(dateText && { dateText }),
  };
}

/** The day with the countdowns in the entry's prose. */
export function withCountdowns(day: Day, entry: Pick<Entry, 'prose' | 'body'>): Day {
  const countdowns = countdownLinesIn(entry);
  return countdowns.length === 0 ? day : { ...day, countdowns };
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})(?:([T ])(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?: ?(Z|[+-]\d{2}:?\d{2})(?!\d))?)?/;

/** By far the most frequent titles, such as `Day 12`. */
const PLAIN_TITLE = /^title: ([A-Za-z]+ \d+)$/;

/** The value in `title: Day 12`. Only what is more than plain words needs a YAML parser. */
function titleIn(source: string): string | undefined {
  const [, words] = PLAIN_TITLE.exec(source) ?? [];
  if (words !== undefined) return words;
  const plain = /^title:[ \t]+([\p{L}\d](?:[\p{L}\p{M}\d ]*[\p{L}\p{M}\d])?)$/u.exec(source)?.[1];
  if (plain !== undefined && /\p{L}/u.test(plain)) return plain;
  const { title } = yamlMappingOf(source) ?? {};
  return typeof title === 'string' ? title : typeof title === 'number' ? String(title) : undefined;
}

function quotesOf(text: string, { value }: Key): 'single' | 'double' | undefined {
  const first = text[value.from];
  return first === "'" ? 'single' : first === '"' ? 'double' : undefined;
}
