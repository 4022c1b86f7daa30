import { daysBetween } from '../../dates/calendar.ts';
import { isOfSeveralPlaces } from '../../dates/localDays.ts';
import { momentOf, offsetKindOf } from '../../dates/localTimestamp.ts';
import type { Timestamp } from '../../dates/timestamp.ts';
import type { Day } from '../../entry/day.ts';
import { daysByPath } from '../../entry/daysByPath.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { fileNameOf } from '../../files/paths.ts';
import { oncePer } from '../../text/oncePer.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Fix, RuleContext, RuleEntry } from '../rule.ts';
import { dateIn } from './titleAndDate.ts';
import { isQuote } from './yamlScalar.ts';

/** Reports a date that is not that of the file name, in the site's zone. To change it moves the entry, so that is only offered. */
export function fileNameFinding(
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

/** Fewer are exceptions. */
const MIXED_SHARE = 0.02;

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
