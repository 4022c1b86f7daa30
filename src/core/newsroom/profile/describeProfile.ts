import { plural } from '../../text/plural.ts';
import type { Count } from './countFact.ts';
import { type DateForm, dateFormText } from './dateFact.ts';
import type { Fact } from './fact.ts';
import type { NewsroomProfile } from './profile.ts';
import type { TitleForm } from './titleFact.ts';
import type { ZoneForm } from './zoneFact.ts';

/** The facts of a profile in plain English, one line each. */
export function describeProfile(profile: NewsroomProfile): readonly string[] {
  const { entries, unnumbered, count, title, fileName, date, zone, keys, countdowns } = profile;
  const without = unnumbered > 0 ? `, ${unnumbered} of them not part of the numbered series` : '';
  return [
    `Learned from ${plural(entries, 'entry', 'entries')}${without}.`,
    line('Count', describeCount(count.value, entries, title.value), count),
    line('Title', title.value ? describeTitle(title.value) : title.total === 0 ? 'not known' : 'not numbered', title),
    line('File name', fileName.value?.pattern ?? 'not known', fileName),
    line('Date', describeDate(date.value), date),
    line('Time zone', describeZone(zone.value), zone),
    line('Keys', keys.value.length > 0 ? keys.value.join(', ') : 'none', keys),
    ...countdowns.map((fact) => line('Countdown', `${fact.value.phrase} on ${fact.value.date}`, fact, 'mention')),
  ];
}

function line(name: string, value: string, fact: Fact<unknown>, noun: 'entry' | 'mention' = 'entry'): string {
  const { since, disagree, agree, total } = fact;
  const others = total - agree - disagree.length;
  const more = others > 0 ? ` and ${plural(others, 'other')}` : '';
  return [
    `${name}: ${value}`,
    since === undefined ? '' : `, since ${since}`,
    ` (${evidenceOf(fact, noun)})`,
    disagree.length > 0 ? `; not ${disagree.join(', ')}${more}` : '',
  ].join('');
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

function describeTitle({ prefix, digits, suffix, separator, subtitle, quotes }: TitleForm): string {
  const words = subtitle === 'never' ? '' : `${separator ?? ' '}{subtitle}`;
  const notes = [
    ...(digits > 1 ? [`at least ${digits} digits`] : []),
    ...(subtitle === 'often' || subtitle === 'sometimes' ? [`${subtitle} with a subtitle`] : []),
    ...(quotes === 'none' ? [] : [`in ${quotes} quotes`]),
  ];
  return [`${prefix}{number}${suffix}${words}`, ...notes].join(', ');
}

function describeDate(form: DateForm | null): string {
  if (!form) return 'not known';
  return form.place === 'fileName' ? 'only in the name of the file' : dateFormText(form);
}

function describeZone({ name, source, stamps }: ZoneForm): string {
  const from = source === 'settings' ? ', from the settings' : source === 'system' ? ", this computer's" : '';
  return `${name}${from}${stamps === 'utc' && name !== 'UTC' ? '; dates are written in UTC' : ''}`;
}
