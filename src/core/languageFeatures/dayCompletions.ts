import { newestFirst } from '../archive/newestFirst.ts';
import { dayAddress, itemAnchorInSummary } from '../compose/citations/earlierEntryLinks.ts';
import type { Day } from '../entry/day.ts';
import { dayName } from '../entry/dayName.ts';
import {
  type Completion,
  type CompletionContext,
  completeLinkName,
  type LineContext,
  MAX_COMPLETIONS,
} from './completion.ts';

/** Earlier days by name after an opening bracket: `[Day 12‸` becomes `[Day 12](https://…)`. */
export function dayCompletions(line: LineContext, bracket: number, context: CompletionContext): Completion[] {
  const typed = line.before.slice(bracket + 1);
  if (!/^(?:d(?:a(?:y *\d*)?)?|\d*)$/i.test(typed)) return [];
  const typedNumber = /\d+$/.exec(typed)?.[0] ?? '';
  const from = line.caret - typed.length;
  return earlierDaysIn(context)
    .filter(({ number }) => `${number ?? ''}`.startsWith(typedNumber))
    .slice(0, MAX_COMPLETIONS)
    .flatMap((day) => {
      const address = dayAddress(day, context.site);
      if (address === undefined || day.number === undefined) return [];
      const { to, text } = completeLinkName(dayName(day), line);
      return {
        kind: 'day',
        label: dayName(day),
        detail: day.date ?? '',
        span: { from, to },
        insertText: text.replace(/\(\)$/, () => `(${address})`),
        filterText: /^\d/.test(typed) ? `${day.number}` : dayName(day),
      };
    });
}

/**
 * Addresses of earlier days in the parentheses of a link; if the link is named after a day, those of its items as well. Returns undefined
 * if the caret is not in the address of a link.
 */
export function addressCompletions(
  { caret, before, after }: LineContext,
  context: CompletionContext,
): Completion[] | undefined {
  const match = /\[([^[\]]*)\]\(([^()\s]*)$/.exec(before);
  if (!match) return undefined;
  const [, name = '', typed = ''] = match;
  const dayNumber = /^Day (\d+)$/i.exec(name.trim())?.[1];
  // The address of an outlet's page in a citation group cannot be guessed.
  if (dayNumber === undefined && /[(/]\s*$/.test(before.slice(0, match.index))) return [];
  const rest = /^[^()\s]*/.exec(after)?.[0] ?? '';
  const isClosed = after[rest.length] === ')';
  const span = { from: caret - typed.length, to: caret + rest.length };
  const days = earlierDaysIn(context).filter(({ number }) => dayNumber === undefined || number === Number(dayNumber));
  return days.slice(0, MAX_COMPLETIONS).flatMap((day) => {
    const items = dayNumber === undefined ? [] : linkableItemsOf(day, context);
    const targets = [{ kind: 'day' as const, label: dayName(day), anchor: '' }, ...items];
    return targets.flatMap(({ kind, label, anchor }) => {
      const address = dayAddress(day, context.site, anchor);
      if (address === undefined) return [];
      const detail = kind === 'day' ? (day.date ?? '') : `${dayName(day)} · ${day.date}`;
      const insertText = isClosed ? address : `${address})`;
      return { kind, label, detail, span, insertText, filterText: `${address} ${label}` };
    });
  });
}

function linkableItemsOf({ path }: Day, { archive }: CompletionContext) {
  const summary = archive?.summary(path);
  return (summary?.items ?? []).flatMap(({ from, headline, lead }) => {
    const anchor = summary ? itemAnchorInSummary(summary, from) : '';
    return anchor === '' ? [] : [{ kind: 'item' as const, label: headline === '' ? lead : headline, anchor }];
  });
}

/** The published days up to the entry's own date, without the entry itself, the newest first. */
function earlierDaysIn({ archive, ownDay }: CompletionContext): Day[] {
  return (archive?.days() ?? [])
    .filter(({ draft, path, date }) => !draft && path !== ownDay.path && (ownDay.date ?? '9999') >= (date ?? ''))
    .sort(newestFirst);
}
