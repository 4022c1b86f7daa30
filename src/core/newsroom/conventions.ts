import { type DateForm, dateText, STANDARD_DATE } from '../dates/dateForm.ts';
import { DAY_TITLE, TITLE_PATTERN, type TitleForm } from '../entry/titleForm.ts';
import { DEFAULT_FILE_NAME_PATTERN } from '../files/fileNamePattern.ts';
import type { CountKind } from './profile/countFact.ts';
import type { FileNameForm } from './profile/fileNameFact.ts';
import { slugOf } from './profile/fileNameParts.ts';
import type { LearnedFacts } from './profile/profile.ts';

/** How the entries of a newsroom are numbered, titled, named and dated: as its settings say or else as its entries show. */
export interface Conventions {
  readonly count: CountKind;
  /** Null if titles have no numbers. */
  readonly title: TitleForm | null;
  readonly fileName: Pick<FileNameForm, 'pattern' | 'digits'>;
  readonly date: DateForm;
  /** Whether dates are written in UTC, whatever the zone of the newsroom. */
  readonly inUtc: boolean;
}

/** The settings that override what the entries show. */
export interface ConfiguredConventions {
  /** `Issue {number}` or `Issue {number}: {subtitle}`. */
  readonly title?: string | undefined;
  readonly count?: CountKind | undefined;
  /** `{date}-issue-{day}.md` */
  readonly fileName?: string | undefined;
}

/** The conventions of a newsroom that has no entries yet. */
export const DEFAULT_CONVENTIONS: Conventions = {
  count: 'calendar',
  title: DAY_TITLE,
  fileName: { pattern: DEFAULT_FILE_NAME_PATTERN, digits: 1 },
  date: STANDARD_DATE,
  inUtc: false,
};

/** The conventions of a newsroom, given its form of titles and its count. */
export function conventionsOf(
  title: TitleForm | null,
  count: CountKind,
  facts: LearnedFacts,
  configured: ConfiguredConventions,
): Conventions {
  return {
    count,
    title,
    fileName: fileNameOf(title, facts, configured.fileName),
    date: dateFormOf(facts),
    inUtc: facts.zone().value.stamps === 'utc',
  };
}

/** A timestamp in the newsroom, `2025-09-01 09:30:00 -07:00`, as its front matter has it; undefined if only file names have dates. */
export function writtenDate(timestamp: string, { date: form, inUtc }: Conventions): string | undefined {
  const [date = '', time = '', offset = ''] = timestamp.split(' ');
  return dateText({ date, time, offset }, form, inUtc);
}

/** One entry without a date in its front matter may just have forgotten it. */
function dateFormOf(facts: LearnedFacts): DateForm {
  const { value, strength } = facts.date();
  return value === null || (value.place !== 'frontMatter' && strength === 'guess') ? STANDARD_DATE : value;
}

function fileNameOf(
  title: TitleForm | null,
  facts: LearnedFacts,
  configured: string | undefined,
): Conventions['fileName'] {
  const learned = facts.fileName().value;
  if (configured !== undefined) return { pattern: configured, digits: learned?.digits ?? 1 };
  return learned ?? { pattern: patternFor(title), digits: title?.digits ?? 1 };
}

/** The file names that go with titles: `{date}-issue-{day}.markdown` for `Issue 12`. */
function patternFor(title: TitleForm | null): string {
  if (!title) return '{date}-{title}.markdown';
  const slug = slugOf(`${title.prefix}0${title.suffix}`).replace('0', '{day}');
  return `{date}-${slug}.markdown`;
}

/** The form that the setting `title` describes; undefined if it has no `{number}`. */
export function titleFormOfPattern(pattern: string, learned: TitleForm | null | undefined): TitleForm | undefined {
  const match = TITLE_PATTERN.exec(pattern);
  if (!match) return undefined;
  const [, prefix = '', after = '', subtitle] = match;
  const separator = subtitle === undefined ? undefined : after;
  return {
    prefix,
    digits: learned?.digits ?? 1,
    suffix: separator === undefined ? after : '',
    separator: separator ?? learned?.separator ?? null,
    subtitle: separator === undefined ? 'sometimes' : 'always',
    quotes: learned?.quotes ?? 'none',
  };
}
