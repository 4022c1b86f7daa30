import { escapeRegExp } from '../../text/escapeRegExp.ts';
import type { DatedEntry } from './archive.ts';
import { type Fact, factOf, unknownFact } from './fact.ts';
import { slugOf } from './fileNameParts.ts';
import { newestRunOf } from './newestRun.ts';
import type { NumberedEntry, Series } from './series.ts';

export interface FileNameForm {
  /** `{date}-day-{day}.markdown`. Other than in the setting, there may be `{year}`, and `{title}` for words of the title. */
  readonly pattern: string;
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
  const patterns = new Map(witnesses.map((witness) => [witness.path, patternOf(witness, isFixed)]));
  const run = newestRunOf(witnesses, ({ path }) => patterns.get(path));
  const newest = run?.items.findLast(({ path }) => patterns.get(path) === run.form);
  if (!run || !newest) return unknownFact(null);
  const value = { pattern: run.form, extension: newest.entry.file.extension };
  return factOf(
    value,
    run.items,
    ({ path }) => patterns.get(path) === run.form,
    run.isChanged ? run.items[0]?.entry.day : undefined,
  );
}

type Witness = Pick<NumberedEntry, 'entry'> & Partial<NumberedEntry>;

function patternOf({ entry, number, text }: Witness, isFixed: (slug: string) => boolean): string {
  const { date, year, joint, slug, extension } = entry.file;
  const start = date === undefined ? (year === undefined ? '' : '{year}') : '{date}';
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
