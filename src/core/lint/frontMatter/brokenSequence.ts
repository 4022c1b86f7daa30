import { type NumberedEntry, numberedEntries } from '../../archive/dayIndex.ts';
import type { Day } from '../../entry/day.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import type { Finding, RuleContext } from '../rule.ts';
import { nameOf, padded } from './nameOf.ts';
import type { TitleNumber } from './titleAndDate.ts';

/**
 * Reports a number that follows neither the entry before nor leads to the one after, in a log where each entry counts one more. Numbers may
 * be left out for a reason, so that this is a warning, and the right number is only offered.
 */
export function brokenSequence(
  { from, to, digits }: TitleNumber,
  date: string,
  { days, path, title, numbering }: Pick<RuleContext, 'days' | 'path' | 'title' | 'numbering'>,
): Finding | undefined {
  const { kind, isCertain } = numbering();
  if (kind !== 'entries' || !isCertain) return undefined;
  const number = Number(digits);
  const { before, after } = neighboursOf(date, days, path);
  if (!before || number === before.number + 1 || number === 1) return undefined;
  if (after && number === after.number - 1) return undefined;
  // Entries that share their date have no order, and a number that occurs twice is another rule's fault.
  if (before.date === date || before.number === number || after?.date === date) return undefined;
  const expected = before.number + 1;
  return {
    from,
    to,
    severity: 'warning',
    message: `The entry before this one is ${nameOf(before.number, title)}: expected ${nameOf(expected, title)}.`,
    suggestions: [{ title: `Change the number to ${expected}`, edits: [{ from, to, text: padded(expected, title) }] }],
  };
}

/** The numbered published entries before and after a date, of one date those with the highest and the lowest number. */
function neighboursOf(
  date: string,
  days: readonly Day[],
  ownPath: string,
): { readonly before: NumberedEntry | undefined; readonly after: NumberedEntry | undefined } {
  const entries = numberedEntries(days);
  const isOwn = (index: number) => entries[index]?.path === ownPath;
  const next = lowerBound(entries, (entry) => entry.date <= date);
  const before = isOwn(next - 1) ? next - 2 : next - 1;
  const after = isOwn(next) ? next + 1 : next;
  return { before: entries[before], after: entries[after] };
}
