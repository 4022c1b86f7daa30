import type { Day } from './day.ts';
import type { Entry } from './entry.ts';
import { datedName } from './fileName.ts';
import { keyOf, scalar } from './frontMatter.ts';

/** The day of the entry (its front matter is enough) at a path below the root (`_posts/2020-01-05-day-1081.markdown`). */
export function readDay({ text, frontMatter }: Pick<Entry, 'text' | 'frontMatter'>, path: string, draft: boolean): Day {
  const named = datedName(path.slice(path.lastIndexOf('/') + 1));
  const title = keyOf(frontMatter, 'title');
  const date = keyOf(frontMatter, 'date');
  const titled = title && /^\s*day\s+(\d+)\s*$/i.exec(scalar(text, title))?.[1];
  const stamp = date && /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2})(?: ([+-]\d{2}:\d{2}))?)?/.exec(scalar(text, date));
  return {
    path,
    draft,
    date: stamp?.[1] ?? named.date,
    time: stamp?.[2],
    offset: stamp?.[3],
    number: titled === undefined ? named.number : Number(titled),
    ...(frontMatter && { keys: frontMatter.keys.map(({ name }) => name) }),
  };
}
