import { expectedForm, formsInArchive, isUsualForm } from '../../dates/archiveForms.ts';
import { daysBetween } from '../../dates/calendar.ts';
import { isOfSeveralPlaces } from '../../dates/localDays.ts';
import { type OffsetDateTime, offsetKindOf, toLocal } from '../../dates/localTimestamp.ts';
import { isRealTimestamp, parseTimestamp, type Timestamp, type TimestampForm } from '../../dates/timestamp.ts';
import { isExceptionalOffset } from '../../dates/zoneUsage.ts';
import type { Day } from '../../entry/day.ts';
import { daysByPath } from '../../entry/daysByPath.ts';
import type { Key } from '../../entry/entry.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { fileNameOf } from '../../files/paths.ts';
import { oncePer } from '../../text/oncePer.ts';
import type { Span } from '../../text/text.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { dateIn } from '../frontMatter/titleAndDate.ts';
import { isQuote } from '../frontMatter/yamlScalar.ts';
import type { Finding, Fix, Rule, RuleContext, RuleEntry } from '../rule.ts';

export const date: Rule = {
  id: 'date',
  summary:
    'The date is written YYYY-MM-DD HH:MM:SS ±HH:MM, or as the other entries write it, exists, and agrees with the file name and the time zone.',
  why: 'The site sorts and shows entries by date. The offset changes with the clocks twice a year: the only entry ever published with a wrong offset was written on the Monday after. A fix never moves an entry in time: where that may be right, it is offered.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [{ severity: 'info', when: 'if the site reads the date, and other entries differ in the same way' }],
  bad: '---\ntitle: Day 12\ndate: ⟦2031-01-31 9:30 -0800⟧\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, context) {
    const { text, frontMatter } = entry;
    const key = findKey(frontMatter, 'date');
    if (!key || key.value.from === key.value.to) return NO_FINDINGS;
    const value = scalarValue(text, key);
    if (/^TK\b/.test(value)) return NO_FINDINGS;
    return withoutRiskyFixes(entry, dateFindings(entry, key, value, context));
  },
};

const NO_FINDINGS: readonly Finding[] = [];

function dateFindings(entry: RuleEntry, key: Key, value: string, context: RuleContext): readonly Finding[] {
  const findings: Finding[] = [];
  const span = key.value;
  const timestamp = parseTimestamp(value);
  if (!timestamp) {
    if (value.includes('{{') || isOwnForm(value, context)) return findings;
    findings.push({ ...span, message: `"${value}" is not a date: expected ${patternOf(STANDARD_FORM)}.` });
    return findings;
  }
  if (!isRealTimestamp(timestamp)) {
    const written = timestamp.form.isRegular ? value : `${timestamp.date} ${timestamp.time}`;
    findings.push({ ...span, message: `${written} is not a real date and time.` });
    return findings;
  }
  const moment = momentOf(timestamp);
  const foreign = moment && fromElsewhere(moment, context);
  const isUsual = isUsualIn(timestamp.form, context);
  if (!isUsual) {
    const form = expectedForm(formsInArchive(context.days, context.path));
    const message = `The date is not written as ${patternOf(form)}.`;
    const correction = formCorrection(span, timestamp, foreign, form, context);
    const isNoMatter = isMixed(context, timestamp.form) && isReadable(timestamp, value);
    findings.push({ ...span, message, ...(isNoMatter ? asInformation(correction, context) : correction) });
    return findings;
  }
  if (foreign) {
    const form = expectedForm(formsInArchive(context.days, context.path));
    const message = `This is the time of another place: on the site it is ${foreign.date} ${foreign.time} ${foreign.offset}.`;
    const correction = formCorrection(span, timestamp, foreign, form, context);
    findings.push({ ...spanOfOffset(entry.text, span, timestamp), message, ...correction });
    return findings;
  }
  const disagreement = fileNameFinding(entry, span, timestamp, context);
  const finding = disagreement ?? (moment && slipFinding(entry, span, timestamp, moment, context));
  if (finding) findings.push(finding);
  return findings;
}

/** Where many entries write their dates in several ways, none of them is wrong, and a change is only offered. */
function asInformation(
  correction: Pick<Finding, 'fix' | 'suggestions'>,
  { days, path }: RuleContext,
): Pick<Finding, 'severity' | 'fix' | 'suggestions'> {
  const { fix, suggestions = [] } = correction;
  if (!fix || formsInArchive(days, path).total < FEW_ENTRIES) return { severity: 'info', ...correction };
  return { severity: 'info', suggestions: [fix, ...suggestions] };
}

/** Whether several other entries have a date of the same digits and signs, such as `01/31/2031`, which their site reads then. */
function isOwnForm(value: string, { days, path }: RuleContext): boolean {
  const shape = shapeOf(value);
  const own = daysByPath(days).get(path)?.dateText;
  const others = (dateShapes(days).get(shape) ?? 0) - (own !== undefined && shapeOf(own) === shape ? 1 : 0);
  return others >= MIN_OWN_FORM && others >= days.length * OWN_FORM_SHARE;
}

const MIN_OWN_FORM = 3;
const OWN_FORM_SHARE = 0.1;

/** The text with one sign for each digit and each word. */
function shapeOf(dateText: string): string {
  return dateText.replace(/\d/g, '0').replace(/\p{L}+/gu, 'a');
}

/** How many entries have a date of each shape. Cached per array of days. */
const dateShapes = oncePer((days: readonly Day[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { dateText } of days) {
    if (dateText === undefined) continue;
    const shape = shapeOf(dateText);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return counts;
});

function momentOf({ date: day, time, offset }: Timestamp): OffsetDateTime | undefined {
  return offset === undefined ? undefined : { date: day, time, offset };
}

/** The moment in the site's time zone if it is written with the clock of another place, which other entries are not. */
function fromElsewhere(moment: OffsetDateTime, { utcOffsets, days, stage }: RuleContext): OffsetDateTime | undefined {
  if (offsetKindOf(moment, utcOffsets) !== 'foreign') return undefined;
  const isException = isExceptionalOffset(moment.offset, days, utcOffsets, stage === 'published' ? 1 : 0);
  return isException ? toLocal(moment, utcOffsets) : undefined;
}

/** Whether other entries write their dates so as well. The standard form is always usual. */
function isUsualIn(form: TimestampForm, { days, path }: RuleContext): boolean {
  const isStandard = form.isRegular && form.separator === ' ' && form.time === 'seconds' && form.offset === 'colon';
  return isStandard || isUsualForm(form, formsInArchive(days, path));
}

/** Whether several entries write their dates in other forms than most, as where nobody minds: the site reads them all. */
function isMixed({ days, path }: RuleContext, { isRegular }: TimestampForm): boolean {
  const { total, times, separators, offsets } = formsInArchive(days, path);
  const exceptions = Math.max(
    ...[times, separators, offsets].map((counts) => {
      const each = Object.values(counts);
      return each.reduce((sum, count) => sum + count, 0) - Math.max(...each);
    }),
  );
  // So few do not show whether their form matters to anybody.
  if (total < FEW_ENTRIES) return total > 0 && (exceptions > 0 || isRegular);
  return exceptions >= 1 && exceptions >= total * MIXED_SHARE;
}

const MIXED_SHARE = 0.02;
const FEW_ENTRIES = 20;

/** Whether sites read the date as it is meant. They do without the zeros of `2031-1-5 9:30`. */
function isReadable({ form }: Timestamp, value: string): boolean {
  return form.isRegular || /^\d{4}-\d\d?-\d\d?[ T]\d\d?:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d{1,2}(?::?\d\d)?))?$/.test(value);
}

/**
 * The correction of a date in an unusual form, or written with the clock of another place (`foreign` is then the same moment in the site's
 * zone). A fix does not move the entry in time: without an offset, which YAML reads as UTC, there is only a suggestion.
 */
function formCorrection(
  span: Span,
  timestamp: Timestamp,
  foreign: OffsetDateTime | undefined,
  form: TimestampForm,
  { utcOffsets }: RuleContext,
): Pick<Finding, 'fix' | 'suggestions'> {
  const { date: day, time } = timestamp;
  const offset = timestamp.offset ?? utcOffsets(day, time)?.[0];
  if (offset === undefined && form.offset !== 'none') return {};
  const expected = formatted(foreign ?? { date: day, time, offset }, form);
  const fix = { title: `Change the date to ${expected}`, edits: [{ ...span, text: expected }] };
  const isSameMoment = timestamp.offset !== undefined && !timestamp.hasFraction;
  return isSameMoment ? { fix } : { suggestions: [fix] };
}

const STANDARD_FORM: TimestampForm = { isRegular: true, separator: ' ', time: 'seconds', offset: 'colon' };

/** `YYYY-MM-DD HH:MM:SS ±HH:MM` */
function patternOf({ separator, time, offset }: TimestampForm): string {
  if (time === 'none') return 'YYYY-MM-DD';
  const gap = separator === ' ' ? ' ' : '';
  const offsetPattern = offset === 'none' ? '' : `${gap}±HH${offset === 'compact' ? '' : ':'}MM`;
  return `YYYY-MM-DD${separator}HH:MM${time === 'minutes' ? '' : ':SS'}${offsetPattern}`;
}

/** The moment in a form. Keeps an offset, seconds and a time that the form leaves out. */
function formatted(
  { date: day, time, offset }: { readonly date: string; readonly time: string; readonly offset: string | undefined },
  { separator, time: timeForm, offset: offsetForm }: TimestampForm,
): string {
  if (offset === undefined && timeForm === 'none' && time === '00:00:00') return day;
  const clock = timeForm === 'minutes' && time.endsWith(':00') ? time.slice(0, 5) : time;
  const written = offset && (offsetForm === 'compact' ? offset.replace(':', '') : offset);
  return `${day}${separator}${clock}${written ? (separator === ' ' ? ` ${written}` : written) : ''}`;
}

/** Where the offset is in the text. */
function spanOfOffset(text: string, { from, to }: Span, { offsetSpan }: Timestamp): Span {
  if (!offsetSpan) return { from, to };
  const start = from + (isQuote(text.charAt(from)) ? 1 : 0);
  return { from: start + offsetSpan.from, to: start + offsetSpan.to };
}

/** Reports a date that is not that of the file name, in the site's zone. To change it moves the entry, so that is only offered. */
function fileNameFinding(
  entry: RuleEntry,
  { from }: Span,
  timestamp: Timestamp,
  context: RuleContext,
): Finding | undefined {
  const { date: fileDate } = parseFileName(context.fileName);
  const day = dateIn(entry, context);
  if (context.stage !== 'published' || fileDate === undefined || day === undefined || fileDate === day)
    return undefined;
  if (Math.abs(daysBetween(day, fileDate) ?? 2) === 1 && hasOtherMidnight(timestamp, context)) return undefined;
  const start = from + (isQuote(entry.text.charAt(from)) ? 1 : 0);
  const span = { from: start, to: start + 10 };
  const suggestion: Fix = { title: `Change the date to ${fileDate}`, edits: [{ ...span, text: fileDate }] };
  const message = `The date in the file name is ${fileDate}.`;
  const severity = isOftenAnother(context) && { severity: 'info' as const };
  return { ...span, message, ...severity, ...(day === timestamp.date && { suggestions: [suggestion] }) };
}

/** Whether the files of several other entries have another date than the entries, as where files are named in advance. */
function isOftenAnother({ days, path }: RuleContext): boolean {
  const all = fileDates(days);
  const own = daysByPath(days).get(path);
  const ownGap = own && gapToFileDate(own);
  const dated = all.dated - (ownGap === undefined ? 0 : 1);
  const differing = all.differing - (ownGap !== undefined && ownGap > 1 ? 1 : 0);
  return differing >= 2 && differing >= dated * MIXED_SHARE;
}

/** How many published entries have a date and one in the name of their file, and how many of them differ by more than a day. */
const fileDates = oncePer((days: readonly Day[]) => {
  const gaps = days.flatMap((day) => gapToFileDate(day) ?? []);
  return { dated: gaps.length, differing: gaps.filter((gap) => gap > 1).length };
});

/** The days between the date of a published entry and the one in the name of its file. */
function gapToFileDate({ draft, path, date }: Day): number | undefined {
  const fileDate = draft ? undefined : parseFileName(fileNameOf(path)).date;
  return fileDate === undefined || date === undefined ? undefined : Math.abs(daysBetween(fileDate, date) ?? 0);
}

/** Whether the file may be named by the clock of another place, because the entries of the archive are written in several. */
function hasOtherMidnight(timestamp: Timestamp, { utcOffsets, days }: RuleContext): boolean {
  const moment = momentOf(timestamp);
  const kind = moment && offsetKindOf(moment, utcOffsets);
  return kind === undefined ? isOfSeveralPlaces(days) : kind === 'foreign';
}

/** Reports an offset that the zone has at another time of the year: the clocks have changed since. */
function slipFinding(
  { text }: RuleEntry,
  span: Span,
  timestamp: Timestamp,
  moment: OffsetDateTime,
  { utcOffsets }: RuleContext,
): Finding | undefined {
  if (offsetKindOf(moment, utcOffsets) !== 'slip') return undefined;
  const expected = utcOffsets(moment.date, moment.time)?.[0];
  if (expected === undefined) return undefined; // the clocks skip this time
  const offsetSpan = spanOfOffset(text, span, timestamp);
  const written = timestamp.form.offset === 'compact' ? expected.replace(':', '') : expected;
  const suggestion = { title: `Change the offset to ${written}`, edits: [{ ...offsetSpan, text: written }] };
  const message = `Wrong UTC offset: expected ${written} on ${moment.date}.`;
  return { ...offsetSpan, message, suggestions: [suggestion] };
}
