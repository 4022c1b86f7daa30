import { absentFact, type Fact, factOf, unknownFact } from './fact.ts';
import { newestRunOf } from './newestRun.ts';
import type { NumberedText } from './numbersInText.ts';
import type { Quotes } from './profiledEntry.ts';
import type { NumberedEntry, Series } from './series.ts';

/** The form of titles: `Day 12 - The flood`. */
export interface TitleForm {
  /** `Day ` */
  readonly prefix: string;
  /** The number of digits that numbers are filled up to with zeros: 3 for `007`; 1 if they are not. */
  readonly digits: number;
  /** What always follows the number, as in `第12号`. */
  readonly suffix: string;
  /** ` - `; null if titles have no subtitle. */
  readonly separator: string | null;
  readonly subtitle: 'always' | 'often' | 'sometimes' | 'never';
  readonly quotes: Quotes;
}

/** The form of the titles; null if they are not numbered. */
export function titleFact(series: Series | undefined, titledEntries: number): Fact<TitleForm | null> {
  if (series?.source !== 'title') return absentFact(null, titledEntries);
  const run = newestRunOf(series.members, ({ text }) => spellingOf(text));
  const model = run?.items.findLast(({ text }) => spellingOf(text) === run.form);
  if (!run || !model) return unknownFact(null);
  const alike = run.items.filter(({ text }) => spellingOf(text) === run.form);
  const since = run.isChanged ? run.items[0]?.entry.day : series.since;
  return factOf(formOf(model.text, alike), run.items, ({ text }) => spellingOf(text) === run.form, since);
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

function spellingOf({ prefix, suffix }: NumberedText): string {
  return `${prefix}0${suffix}`;
}

/** Numbers are filled up if one of them begins with a zero. */
function digitsOf(alike: readonly NumberedEntry[]): number {
  return alike.findLast(({ text }) => text.digits.startsWith('0') && text.digits.length > 1)?.text.digits.length ?? 1;
}

function quotesOf(alike: readonly NumberedEntry[]): Quotes {
  const form = newestRunOf(alike, ({ entry }) => entry.titleQuotes)?.form;
  return form === 'single' || form === 'double' ? form : 'none';
}
