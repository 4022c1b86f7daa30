import type { Summary } from '../archive/entrySummary.ts';
import { newestFirst } from '../archive/newestFirst.ts';
import type { Day } from '../entry/day.ts';

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
  const dayWords = words.filter((word) => word !== 'day');
  for (const { path, number, date = '' } of newestDays) {
    if (symbols.length >= maxSymbols) return symbols;
    const isMatch = dayWords.every((word) => `${number}`.startsWith(word) || date.startsWith(word));
    if (number === undefined || !isMatch) continue;
    symbols.push({ kind: 'day', name: `Day ${number}`, container: date, path, from: 0 });
  }
  for (const { path, number, date = '' } of newestDays) {
    const entrySummary = summary(path);
    for (const { headline, from } of entrySummary?.items ?? []) {
      if (symbols.length >= maxSymbols) return symbols;
      if (headline === '' || !containsAll(headline.toLowerCase(), words)) continue;
      const day = number === undefined ? (entrySummary?.title ?? '') : `Day ${number}`;
      symbols.push({ kind: 'item', name: headline, container: `${day} · ${date}`, path, from });
    }
  }
  return symbols;
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
