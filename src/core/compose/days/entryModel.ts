import type { Day } from '../../entry/day.ts';
import type { Entry, Key } from '../../entry/entry.ts';
import { findKey } from '../../entry/keys.ts';
import type { Quotes } from '../../entry/titleForm.ts';

/** What the newest entries of a log show about the text of the next one. */
export interface EntryModel {
  /** The lines of front matter that all of them have alike: `layout: post`. */
  readonly lines: readonly string[];
  /** Whether they have front matter at all. */
  readonly hasFrontMatter: boolean;
  /** The quotes around the values of `title`, where titles have no numbers, and of `date`. */
  readonly quotes: Readonly<Record<'title' | 'date', Quotes>>;
  /** Whether `date` comes before `title`. */
  readonly isDateFirst: boolean;
  /** Whether they are divided into sections with labels. */
  readonly hasSections: boolean;
}

/** The text of a log that has no entries yet. */
export const DEFAULT_MODEL: EntryModel = {
  lines: [],
  hasFrontMatter: true,
  quotes: { title: 'none', date: 'none' },
  isDateFirst: false,
  hasSections: true,
};

/** More entries would only show less in common. */
const MODEL_ENTRIES = 3;

/** The newest published numbered entries, or in a log without numbers the newest of all, to read for a model; the newest first. */
export function newestDays(days: readonly Day[]): readonly Day[] {
  const published = days.filter(({ draft }) => !draft);
  const numbered = published.filter(({ number }) => number !== undefined);
  const candidates = numbered.length > 0 ? numbered : published.length > 0 ? published : days;
  const isUndated = candidates.filter(({ date }) => date === undefined).length * 2 > candidates.length;
  const dateOf = ({ date }: Day) => (isUndated ? '' : (date ?? ''));
  return candidates
    .toSorted((a, b) => compare(dateOf(b), dateOf(a)) || (b.number ?? 0) - (a.number ?? 0))
    .slice(0, MODEL_ENTRIES);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the newest entries have in common, the newest first. A single one only shows what is hardly ever about an entry itself. */
export function modelOf(newest: readonly Entry[]): EntryModel {
  const [latest, ...others] = newest;
  if (!latest) return DEFAULT_MODEL;
  const keys = latest.frontMatter?.keys ?? [];
  const isShared = (key: Key) =>
    others.length === 0
      ? SAME_IN_ALL.has(key.name)
      : others.every((other) => sourcesOf(other).includes(sourceOf(latest, key)));
  const carried = keys.filter((key) => !ABOUT_ONE_ENTRY.has(key.name) && isShared(key));
  const names = keys.map(({ name }) => name);
  const dateIndex = names.indexOf('date');
  return {
    lines: carried.map((key) => sourceOf(latest, key)),
    hasFrontMatter: others.length === 0 || newest.some(({ frontMatter }) => frontMatter !== undefined),
    quotes: { title: quotesOf(newest, 'title'), date: quotesOf(newest, 'date') },
    isDateFirst: dateIndex >= 0 && dateIndex < names.indexOf('title'),
    hasSections: newest.some(({ blocks }) => blocks.some(({ label }) => label !== undefined)),
  };
}

/** The quotes that all entries have around the value of a key. */
function quotesOf(newest: readonly Entry[], name: string): Quotes {
  const marks = new Set(
    newest.flatMap(({ text, frontMatter }) => {
      const key = findKey(frontMatter, name);
      return key ? [text.charAt(key.value.from)] : [];
    }),
  );
  const [mark] = marks;
  return marks.size !== 1 ? 'none' : mark === '"' ? 'double' : mark === "'" ? 'single' : 'none';
}

function sourceOf({ text }: Entry, { from, to }: Key): string {
  return text.slice(from, to).trimEnd();
}

function sourcesOf(entry: Entry): readonly string[] {
  return entry.frontMatter?.keys.map((key) => sourceOf(entry, key)) ?? [];
}

/** Keys whose value belongs to one entry, even if a few happen to have the same. */
const ABOUT_ONE_ENTRY: ReadonlySet<string> = new Set([
  ...[
    'title',
    'date',
    'slug',
    'permalink',
    'redirect_from',
    'url',
    'aliases',
    'id',
    'lastmod',
    'updated',
    'modified',
    'last_modified_at',
  ],
  ...['description', 'excerpt', 'summary', 'image', 'todayInOneSentence', 'tags', 'published', 'draft'],
]);

/** Keys that usually have the same value in all entries. */
const SAME_IN_ALL: ReadonlySet<string> = new Set(['layout', 'type', 'author', 'lang', 'locale', 'comments', 'toc']);
