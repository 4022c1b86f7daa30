import type { DateForm } from '../../dates/dateForm.ts';
import type { TitleForm } from '../../entry/titleForm.ts';
import { plural } from '../../text/plural.ts';
import type { Count } from './countFact.ts';
import { DATE_IN_FILE_NAME, dateFormText } from './dateFact.ts';
import type { Fact } from './fact.ts';
import type { NewsroomProfile } from './profile.ts';
import { titlePattern } from './titleFact.ts';
import type { ZoneForm } from './zoneFact.ts';

/** A fact in plain English. */
export interface FactDescription {
  /** `File name` */
  readonly name: string;
  /** `one more each entry; the newest is Issue 12` */
  readonly value: string;
  /** `, since 2031-01-12`; empty if it has always been so. */
  readonly since: string;
  /** `certain: 12 of 12 entries` */
  readonly evidence: string;
  /** Up to five entries that disagree: `; not _posts/2031-01-12.md and 3 others`. */
  readonly exceptions: string;
}

/** The facts of a profile in plain English, one line each. */
export function describeProfile(profile: NewsroomProfile): readonly string[] {
  const { entries, unnumbered } = profile;
  const without = unnumbered > 0 ? `, ${unnumbered} of them not part of the numbered series` : '';
  return [`Learned from ${plural(entries, 'entry', 'entries')}${without}.`, ...describeFacts(profile).map(lineOf)];
}

/** A fact as a line: `Title: Issue {number} (certain: 12 of 12 entries)`. */
export function lineOf({ name, value, since, evidence, exceptions }: FactDescription): string {
  return `${name}: ${value}${since} (${evidence})${exceptions}`;
}

/** Each fact of a profile in plain English. */
export function describeFacts(profile: NewsroomProfile): readonly FactDescription[] {
  const { entries, count, title, fileName, date, zone, keys, countdowns } = profile;
  return [
    describe('Count', describeCount(count.value, entries, title.value), count),
    describe(
      'Title',
      title.value ? describeTitle(title.value) : title.total === 0 ? 'not known' : 'not numbered',
      title,
    ),
    describe('File name', fileName.value?.pattern ?? 'not known', fileName),
    describe('Date', describeDate(date.value), date),
    describe('Time zone', describeZone(zone.value), zone),
    describe('Keys', keys.value.length > 0 ? keys.value.join(', ') : 'none', keys),
    ...countdowns.map((fact) => describe('Countdown', `${fact.value.phrase} on ${fact.value.date}`, fact, 'mention')),
  ];
}

function describe(
  name: string,
  value: string,
  fact: Fact<unknown>,
  noun: 'entry' | 'mention' = 'entry',
): FactDescription {
  const { since, disagree, agree, total } = fact;
  const others = total - agree - disagree.length;
  const more = others > 0 ? ` and ${plural(others, 'other')}` : '';
  return {
    name,
    value,
    since: since === undefined ? '' : `, since ${since}`,
    evidence: evidenceOf(fact, noun),
    exceptions: disagree.length > 0 ? `; not ${disagree.join(', ')}${more}` : '',
  };
}

/** `certain: 12 of 12 entries`, `a guess from 1 entry` */
function evidenceOf({ strength, agree, total }: Fact<unknown>, noun: 'entry' | 'mention'): string {
  if (strength === 'unknown') return 'unknown';
  const counted = (count: number) => (noun === 'entry' ? plural(count, 'entry', 'entries') : plural(count, 'mention'));
  if (total === 0) return strength === 'guess' ? 'a guess: the entries do not say' : strength;
  if (strength === 'guess' && agree === total) return `a guess from ${counted(total)}`;
  return `${strength === 'guess' ? 'a guess' : strength}: ${agree} of ${counted(total)}`;
}

function describeCount({ kind, epochs, newest }: Count, entries: number, title: TitleForm | null): string {
  if (!newest) return entries === 0 ? 'not known' : 'entries are not numbered';
  const name = nameOfNumber(newest.number, title);
  const last = newest.date === null ? `; the newest is ${name}` : `; ${name} was ${newest.date}`;
  if (kind === 'entries') return `one more each entry${last}`;
  if (kind === 'weeks') return `one more each week${last}`;
  const epoch = epochs.findLast(({ from }) => newest.date === null || from <= newest.date);
  return `one more each calendar day${epoch ? `; ${nameOfNumber(epoch.day, title)} was ${epoch.from}` : last}`;
}

function nameOfNumber(number: number, title: TitleForm | null): string {
  const { prefix, digits, suffix } = title ?? { prefix: 'number ', digits: 1, suffix: '' };
  return `${prefix}${String(number).padStart(digits, '0')}${suffix}`;
}

function describeTitle(form: TitleForm): string {
  const { digits, subtitle, quotes } = form;
  const notes = [
    ...(digits > 1 ? [`at least ${digits} digits`] : []),
    ...(subtitle === 'often' || subtitle === 'sometimes' ? [`${subtitle} with a subtitle`] : []),
    ...(quotes === 'none' ? [] : [`in ${quotes} quotes`]),
  ];
  return [titlePattern(form), ...notes].join(', ');
}

function describeDate(form: DateForm | null): string {
  if (!form) return 'not known';
  if (form.place === 'none') return 'none';
  return form.place === 'fileName' ? DATE_IN_FILE_NAME : dateFormText(form);
}

function describeZone({ name, source, stamps }: ZoneForm): string {
  const from = source === 'settings' ? ', from the settings' : source === 'system' ? ", this computer's" : '';
  return `${name}${from}${stamps === 'utc' && name !== 'UTC' ? '; dates are written in UTC' : ''}`;
}
