import type { Entry } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import type { Span } from '../../text/text.ts';

/** The day number in a title of the form `Day 12`. */
interface TitleNumber extends Span {
  readonly digits: string;
}

export function titleNumberIn({ text, frontMatter }: Entry): TitleNumber | undefined {
  const title = findKey(frontMatter, 'title');
  const digits = title && /^\s*day\s+(\d+)\s*$/i.exec(scalarValue(text, title))?.[1];
  if (!title || !digits) return undefined;
  const from = text.indexOf(digits, title.value.from);
  return { from, to: from + digits.length, digits };
}

/** The day (`YYYY-MM-DD`) that the value of `date` starts with. */
export function dateIn({ text, frontMatter }: Entry): string | undefined {
  const date = findKey(frontMatter, 'date');
  return date && /^\d{4}-\d{2}-\d{2}/.exec(scalarValue(text, date))?.[0];
}
