import type { Summary } from '../archive/summary.ts';
import type { Day } from '../entry/day.ts';

/** What is asked of an archive to find its days and headlines; an archive's index is one. */
interface SymbolSource {
  readonly days: () => readonly Day[];
  readonly summary: (path: string) => Summary | undefined;
}

/** A day or an item of the archive that a search found. */
export interface WorkspaceSymbol {
  readonly kind: 'day' | 'item';
  /** `Day 1080`, or an item's headline. */
  readonly name: string;
  /** `2020-01-04`, or for an item `Day 1080 · 2020-01-04`. */
  readonly container: string;
  readonly path: string;
  /** Where it begins in the file. */
  readonly from: number;
}

/**
 * The days and headlines in which every word of the query stands, in any order and case; `Day 1080` or `1080` names days. The
 * newest come first, and no more than `most`.
 */
export function workspaceSymbols({ days, summary }: SymbolSource, query: string, most = 100): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: WorkspaceSymbol[] = [];
  if (words.length === 0) return found;
  const newest = [...days()].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const numbers = words.filter((word) => word !== 'day');
  for (const { path, number, date = '' } of newest) {
    if (found.length >= most) return found;
    const isNamed = numbers.every((word) => `${number}`.startsWith(word) || date.startsWith(word));
    if (number === undefined || (numbers.length > 0 && !isNamed)) continue;
    found.push({ kind: 'day', name: `Day ${number}`, container: date, path, from: 0 });
  }
  for (const { path, number, date = '' } of newest) {
    const known = summary(path);
    for (const { headline, from } of known?.items ?? []) {
      if (found.length >= most) return found;
      if (headline === '' || !holdsAll(headline.toLowerCase(), words)) continue;
      const day = number === undefined ? (known?.title ?? '') : `Day ${number}`;
      found.push({ kind: 'item', name: headline, container: `${day} · ${date}`, path, from });
    }
  }
  return found;
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
