import { expectedForm, formsInArchive, isUsualForm } from '../../dates/archiveForms.ts';
import { momentOf, type OffsetDateTime, toLocal } from '../../dates/localTimestamp.ts';
import { isOwnDateForm } from '../../dates/ownDateForm.ts';
import { STANDARD_FORM, type Timestamp, type TimestampForm } from '../../dates/timestamp.ts';
import { formatted, patternOf } from '../../dates/timestampForm.ts';
import { isExceptionalOffset } from '../../dates/zoneUsage.ts';
import { findKey } from '../../entry/keys.ts';
import type { Span } from '../../text/text.ts';
import { fileNameFinding } from '../frontMatter/fileNameDate.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { type WrittenDate, writtenDateIn } from '../frontMatter/titleAndDate.ts';
import { isQuote } from '../frontMatter/yamlScalar.ts';
import type { Finding, Rule, RuleContext, RuleEntry } from '../rule.ts';

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
    const key = findKey(entry.frontMatter, 'date');
    const written = key && writtenDateIn(entry, context);
    if (!written || key.value.from === key.value.to || /^TK\b/.test(written.value)) return NO_FINDINGS;
    return withoutRiskyFixes(entry, dateFindings(entry, key.value, written, context));
  },
};

const NO_FINDINGS: readonly Finding[] = [];

function dateFindings(
  entry: RuleEntry,
  span: Span,
  { value, timestamp, isReal, offsetKind }: WrittenDate,
  context: RuleContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (!timestamp) {
    if (value.includes('{{') || isOwnDateForm(value, context.days, context.path)) return findings;
    findings.push({ ...span, message: `"${value}" is not a date: expected ${patternOf(STANDARD_FORM)}.` });
    return findings;
  }
  if (!isReal) {
    const written = timestamp.form.isRegular ? value : `${timestamp.date} ${timestamp.time}`;
    findings.push({ ...span, message: `${written} is not a real date and time.` });
    return findings;
  }
  const foreign = offsetKind === 'foreign' ? fromElsewhere(timestamp, context) : undefined;
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
  const finding = disagreement ?? (offsetKind === 'slip' ? slipFinding(entry, span, timestamp, context) : undefined);
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

/** The moment, which is written with the clock of another place, in the site's time zone; undefined if other entries are written so, too. */
function fromElsewhere(timestamp: Timestamp, { utcOffsets, days, stage }: RuleContext): OffsetDateTime | undefined {
  const moment = momentOf(timestamp);
  if (!moment) return undefined;
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

/** Where the offset is in the text. */
function spanOfOffset(text: string, { from, to }: Span, { offsetSpan }: Timestamp): Span {
  if (!offsetSpan) return { from, to };
  const start = from + (isQuote(text.charAt(from)) ? 1 : 0);
  return { from: start + offsetSpan.from, to: start + offsetSpan.to };
}

/** Reports an offset that the zone has at another time of the year, because the clocks have changed since. */
function slipFinding(
  { text }: RuleEntry,
  span: Span,
  timestamp: Timestamp,
  { utcOffsets }: RuleContext,
): Finding | undefined {
  const expected = utcOffsets(timestamp.date, timestamp.time)?.[0];
  if (expected === undefined) return undefined; // the clocks skip this time
  const offsetSpan = spanOfOffset(text, span, timestamp);
  const written = timestamp.form.offset === 'compact' ? expected.replace(':', '') : expected;
  const suggestion = { title: `Change the offset to ${written}`, edits: [{ ...offsetSpan, text: written }] };
  const message = `Wrong UTC offset: expected ${written} on ${timestamp.date}.`;
  return { ...offsetSpan, message, suggestions: [suggestion] };
}
