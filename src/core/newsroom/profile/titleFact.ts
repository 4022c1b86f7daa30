import type { Quotes, TitleForm } from '../../entry/titleForm.ts';
import { absentFact, type Fact, factOf, unknownFact } from './fact.ts';
import { newestRunOf } from './newestRun.ts';
import type { NumberedText } from './numbersInText.ts';
import { withoutYear } from './ownYear.ts';
import type { NumberedEntry, Series } from './series.ts';

/** The form of the titles; null if they are not numbered. */
export function titleFact(series: Series | undefined, titledEntries: number): Fact<TitleForm | null> {
  if (series?.source === 'file' && haveNumbers(series)) return unknownFact(null);
  if (series?.source !== 'title') return absentFact(null, titledEntries);
  const run = newestRunOf(series.members, spellingOf);
  const model = run?.items.findLast((member) => spellingOf(member) === run.form);
  if (!run || !model) return unknownFact(null);
  const alike = run.items.filter((member) => spellingOf(member) === run.form);
  const since = run.isChanged ? run.items[0]?.entry.day : series.since;
  return factOf(formOf(model.text, alike), run.items, (member) => spellingOf(member) === run.form, since);
}

/** Whether most titles have the number that the file has, in a form that is not known: `A flood - Day 12`. */
function haveNumbers({ members }: Series): boolean {
  const numbered = members.filter(({ entry, number }) =>
    new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(entry.title ?? ''),
  );
  return numbered.length * 2 > members.length;
}

/** The form as the setting `title` has it: `Issue {number}` or `Day {number}: {subtitle}`. */
export function titlePattern({ prefix, suffix, separator, subtitle }: TitleForm): string {
  return `${prefix}{number}${suffix}${subtitle === 'never' ? '' : `${separator ?? ' '}{subtitle}`}`;
}

function formOf({ prefix, suffix }: NumberedText, alike: readonly NumberedEntry[]): TitleForm {
  const separators = newestRunOf(alike, ({ text }) => text.separator);
  const withSubtitle = alike.filter(({ text }) => text.separator !== undefined).length;
  const share = withSubtitle / alike.length;
  return {
    prefix,
    digits: digitsOf(alike),
    suffix,
    separator: separators?.form ?? null,
    subtitle: share === 1 ? 'always' : share >= 0.5 ? 'often' : share > 0 ? 'sometimes' : 'never',
    quotes: quotesOf(alike),
  };
}

/** The same for titles that differ only in their number, their subtitle and their year. */
function spellingOf({ text: { prefix, suffix }, entry: { day } }: NumberedEntry): string {
  return withoutYear(`${prefix}0${suffix}`, day);
}

/** Numbers are filled up if one of them begins with a zero. */
function digitsOf(alike: readonly NumberedEntry[]): number {
  return alike.findLast(({ text }) => text.digits.startsWith('0') && text.digits.length > 1)?.text.digits.length ?? 1;
}

function quotesOf(alike: readonly NumberedEntry[]): Quotes {
  const form = newestRunOf(alike, ({ entry }) => entry.titleQuotes)?.form;
  return form === 'single' || form === 'double' ? form : 'none';
}
