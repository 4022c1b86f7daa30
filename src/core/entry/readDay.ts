import type { Day } from './day.ts';
import { numberInTitle } from './dayTitle.ts';
import type { Entry } from './entry.ts';
import { parseFileName } from './fileName.ts';
import { findKey, scalarValue } from './keys.ts';

/** Reads the day of an entry from its front matter and its path below the root (`_posts/2020-01-05-day-1081.markdown`). */
export function readDay({ text, frontMatter }: Pick<Entry, 'text' | 'frontMatter'>, path: string, draft: boolean): Day {
  const fileName = parseFileName(path.slice(path.lastIndexOf('/') + 1));
  const title = findKey(frontMatter, 'title');
  const date = findKey(frontMatter, 'date');
  const titleNumber = title && numberInTitle(scalarValue(text, title));
  const timestamp = date && TIMESTAMP.exec(scalarValue(text, date));
  return {
    path,
    draft,
    date: timestamp?.[1] ?? fileName.date,
    time: timestamp?.[3],
    offset: timestamp?.[4],
    number: titleNumber === undefined ? fileName.number : Number(titleNumber),
    ...(timestamp?.[2] === 'T' && { separator: 'T' }),
    ...(frontMatter && { keys: frontMatter.keys.map(({ name }) => name) }),
  };
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})(?:([T ])(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?: ?(Z|[+-]\d{2}:?\d{2})(?!\d))?)?/;
