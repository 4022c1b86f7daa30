import type { Day } from './day.ts';
import type { Entry } from './entry.ts';
import { parseFileName } from './fileName.ts';
import { findKey, scalarValue } from './keys.ts';

/** Reads the day of an entry from its front matter and its path below the root (`_posts/2020-01-05-day-1081.markdown`). */
export function readDay({ text, frontMatter }: Pick<Entry, 'text' | 'frontMatter'>, path: string, draft: boolean): Day {
  const fileName = parseFileName(path.slice(path.lastIndexOf('/') + 1));
  const title = findKey(frontMatter, 'title');
  const date = findKey(frontMatter, 'date');
  const numberInTitle = title && /^\s*day\s+(\d+)\s*$/i.exec(scalarValue(text, title))?.[1];
  const timestamp =
    date && /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2})(?: ([+-]\d{2}:\d{2}))?)?/.exec(scalarValue(text, date));
  return {
    path,
    draft,
    date: timestamp?.[1] ?? fileName.date,
    time: timestamp?.[2],
    offset: timestamp?.[3],
    number: numberInTitle === undefined ? fileName.number : Number(numberInTitle),
    ...(frontMatter && { keys: frontMatter.keys.map(({ name }) => name) }),
  };
}
