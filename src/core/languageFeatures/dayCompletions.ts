import { anchorIn, dayAddress } from '../compose/citations/earlierEntry.ts';
import type { Day } from '../entry/day.ts';
import { type Completion, type CompletionContext, dayName, type LineContext, linkName, MOST } from './completion.ts';

/** Earlier days by their names, behind an opening bracket: `[Day 12‸` becomes `[Day 12](https://…)`. */
export function completeDay(around: LineContext, open: number, known: CompletionContext): Completion[] {
  const typed = around.before.slice(open + 1);
  if (!/^(?:d(?:a(?:y *\d*)?)?|\d*)$/i.test(typed)) return [];
  const number = /\d+$/.exec(typed)?.[0] ?? '';
  const from = around.caret - typed.length;
  return earlier(known)
    .filter((day) => `${day.number ?? ''}`.startsWith(number))
    .slice(0, MOST)
    .flatMap((day) => {
      const address = dayAddress(day, known.site);
      if (address === undefined || day.number === undefined) return [];
      const { to, text } = linkName(dayName(day), around);
      return {
        kind: 'day',
        label: dayName(day),
        detail: day.date ?? '',
        span: { from, to },
        text: text.replace(/\(\)$/, () => `(${address})`),
        filter: /^\d/.test(typed) ? `${day.number}` : dayName(day),
      };
    });
}

/**
 * Addresses of earlier days and of their items, where a link has room for one; undefined where the caret is in no link's address.
 * The items of a day are offered where the link is named after it.
 */
export function completeAddress(
  { caret, before, after }: LineContext,
  known: CompletionContext,
): Completion[] | undefined {
  const match = /\[([^[\]]*)\]\(([^()\s]*)$/.exec(before);
  if (!match) return undefined;
  const [, name = '', typed = ''] = match;
  const named = /^Day (\d+)$/i.exec(name.trim())?.[1];
  // In a group stands an outlet before the address, which is not to be guessed.
  if (named === undefined && /[(/]\s*$/.test(before.slice(0, match.index))) return [];
  const rest = /^[^()\s]*/.exec(after)?.[0] ?? '';
  const isClosed = after[rest.length] === ')';
  const span = { from: caret - typed.length, to: caret + rest.length };
  const days = earlier(known).filter(({ number }) => named === undefined || number === Number(named));
  return days.slice(0, MOST).flatMap((day) => {
    const items = named === undefined ? [] : itemsOf(day, known);
    const all = [{ kind: 'day' as const, label: dayName(day), anchor: '' }, ...items];
    return all.flatMap(({ kind, label, anchor }) => {
      const address = dayAddress(day, known.site, anchor);
      if (address === undefined) return [];
      const detail = kind === 'day' ? (day.date ?? '') : `${dayName(day)} · ${day.date}`;
      return { kind, label, detail, span, text: isClosed ? address : `${address})`, filter: `${address} ${label}` };
    });
  });
}

function itemsOf({ path }: Day, { archive }: CompletionContext) {
  const summary = archive?.summary(path);
  return (summary?.items ?? []).flatMap(({ from, headline, lead }) => {
    const anchor = summary ? anchorIn(summary, from) : '';
    return anchor === '' ? [] : [{ kind: 'item' as const, label: headline === '' ? lead : headline, anchor }];
  });
}

/** The published days but for the entry's own and what comes after it, the latest first. */
function earlier({ archive, own }: CompletionContext): Day[] {
  return (archive?.days() ?? [])
    .filter(({ draft, path, date }) => !draft && path !== own.path && (own.date ?? '9999') >= (date ?? ''))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
}
