import { escapeRegExp } from '../../text/escapeRegExp.ts';
import type { DatedEntry } from './archive.ts';
import { type Fact, factOf, unknownFact } from './fact.ts';
import { slugOf } from './fileNameParts.ts';
import { newestRunOf } from './newestRun.ts';
import { withoutYear } from './ownYear.ts';
import type { NumberedEntry, Series } from './series.ts';

export interface FileNameForm {
  /** `{date}-day-{day}.markdown`, where `{title}` stands for words of the title. */
  readonly pattern: string;
  /** The number of digits that `{day}` is filled up to with zeros; 1 if it is not. */
  readonly digits: number;
  /** `markdown` */
  readonly extension: string;
}

/** The form of the file names of numbered entries or, in a log without numbers, of all; null without entries. */
export function fileNameFact(entries: readonly DatedEntry[], series: Series | undefined): Fact<FileNameForm | null> {
  const witnesses = series?.members ?? entries.map((entry) => ({ path: entry.path, entry }));
  const slugs = new Map<string, number>();
  for (const { entry } of witnesses) slugs.set(entry.file.slug, (slugs.get(entry.file.slug) ?? 0) + 1);
  const isFixed = (slug: string) => {
    const count = slugs.get(slug) ?? 0;
    return witnesses.length === 1 || (count >= 2 && count * 5 >= witnesses.length);
  };
  const patterns = new Map(
    witnesses.map((witness) => [witness.path, withoutYear(patternOf(witness, isFixed), witness.entry.day)]),
  );
  const run = newestRunOf(witnesses, ({ path }) => patterns.get(path));
  const newest = run?.items.findLast(({ path }) => patterns.get(path) === run.form);
  if (!run || !newest) return unknownFact(null);
  const alike = run.items.filter(({ path }) => patterns.get(path) === run.form);
  const value = {
    pattern: patternOf(newest, isFixed),
    digits: digitsOf(alike),
    extension: newest.entry.file.extension,
  };
  return factOf(
    value,
    run.items,
    ({ path }) => patterns.get(path) === run.form,
    run.isChanged ? run.items[0]?.entry.day : undefined,
  );
}

type Witness = Pick<NumberedEntry, 'entry'> & Partial<NumberedEntry>;

/** Numbers are filled up if one of them begins with a zero. */
function digitsOf(alike: readonly Witness[]): number {
  const padded = alike.flatMap(({ entry, number }) => {
    const digits =
      number === undefined ? undefined : new RegExp(`(?<!\\d)0+${number}(?!\\d)`).exec(entry.file.slug)?.[0];
    return digits === undefined ? [] : [digits.length];
  });
  return padded.at(-1) ?? 1;
}

function patternOf({ entry, number, text }: Witness, isFixed: (slug: string) => boolean): string {
  const { date, year, joint, slug, extension } = entry.file;
  // A draft gets its date when it is published.
  const start = date !== undefined ? '{date}' : year !== undefined ? '{year}' : entry.draft ? '{date}-' : '';
  return `${start}${joint}${slugPattern(slug, number, text?.subtitle, entry.title, isFixed)}.${extension}`;
}

/**
 * `day-{day}` for `day-12`, `day-{day}-{title}` for `day-12-the-flood`, `{title}` for `the-flood`, and `newsletter` if all files are named
 * so.
 */
function slugPattern(
  slug: string,
  number: number | undefined,
  subtitle: string | undefined,
  title: string | undefined,
  isFixed: (slug: string) => boolean,
): string {
  const match = number === undefined ? null : new RegExp(`(?<!\\d)0*${escapeRegExp(String(number))}(?!\\d)`).exec(slug);
  if (match) {
    const rest = slug.slice(match.index + match[0].length);
    const isOfTitle = rest !== '' && (subtitle === undefined ? /\p{L}{2}/u.test(rest) : true);
    return `${slug.slice(0, match.index)}{day}${isOfTitle ? rest.replace(/^([-_. ]?).*$/s, '$1{title}') : rest}`;
  }
  const isTitle = title !== undefined && slugOf(title) === slug.toLowerCase();
  return slug === '' || (isFixed(slug) && !isTitle) ? slug : '{title}';
}
