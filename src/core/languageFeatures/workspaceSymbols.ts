import type { Summary } from '../archive/entrySummary.ts';
import { newestFirst } from '../archive/newestFirst.ts';
import type { Day } from '../entry/day.ts';
import { dayName } from '../entry/dayName.ts';

/** The part of an archive index that the search needs. */
interface SymbolArchive {
  readonly days: () => readonly Day[];
  readonly summary: (path: string) => Summary | undefined;
}

/** A day or an item of the archive that matches a query. */
export interface WorkspaceSymbol {
  readonly kind: 'day' | 'item';
  /** `Day 1080`, or an item's headline. */
  readonly name: string;
  /** `2020-01-04`, or for an item `Day 1080 · 2020-01-04`. */
  readonly container: string;
  readonly path: string;
  /** The start offset in the file. */
  readonly from: number;
}

/**
 * Finds the days and headlines that contain every word of a query, in any order and case; `Day 1080` or `1080` finds days. The newest come
 * first.
 */
export function workspaceSymbols({ days, summary }: SymbolArchive, query: string, maxSymbols = 100): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const symbols: WorkspaceSymbol[] = [];
  if (words.length === 0) return symbols;
  const newestDays = [...days()].sort(newestFirst);
  for (const day of newestDays) {
    if (symbols.length >= maxSymbols) return symbols;
    const { path, number, date = '' } = day;
    if (number === undefined) continue;
    const name = dayName(day);
    const nameWords = name.toLowerCase().split(/\s+/);
    const isMatch = words.every(
      (word) => nameWords.includes(word) || `${number}`.startsWith(word) || date.startsWith(word),
    );
    if (isMatch) symbols.push({ kind: 'day', name, container: date, path, from: 0 });
  }
  for (const day of newestDays) {
    const { path, number, date = '' } = day;
    const entrySummary = summary(path);
    for (const { headline, from } of entrySummary?.items ?? []) {
      if (symbols.length >= maxSymbols) return symbols;
      if (headline === '' || !containsAll(headline.toLowerCase(), words)) continue;
      const name = number === undefined ? (entrySummary?.title ?? '') : dayName(day);
      symbols.push({ kind: 'item', name: headline, container: `${name} · ${date}`, path, from });
    }
  }
  return symbols;
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
