import type { CountdownLine } from '../../entry/countdownLines.ts';
import type { Day } from '../../entry/day.ts';
import type { Quotes } from '../../entry/titleForm.ts';

/** What the profile of a newsroom is learned from: of each entry, a few plain values. */
export interface ProfiledEntry {
  /** The path below the root, with `/`. */
  readonly path: string;
  readonly draft: boolean;
  /** As YAML reads it; undefined if there is none. */
  readonly title: string | undefined;
  readonly titleQuotes: Quotes;
  /** As written, without quotes; undefined if there is none. */
  readonly date: string | undefined;
  /** The names of the keys in the front matter, in their order. */
  readonly keys: readonly string[];
  readonly countdowns: readonly CountdownLine[];
}

/** Takes these values from a day. */
export function profiledEntryOf({ path, draft, title, titleQuotes, dateText, keys, countdowns }: Day): ProfiledEntry {
  return {
    path,
    draft,
    title,
    titleQuotes: titleQuotes ?? 'none',
    date: dateText,
    keys: keys ?? [],
    countdowns: countdowns ?? [],
  };
}
