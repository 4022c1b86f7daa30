import type { Block, Entry } from '../entry/entry.ts';
import type { Problem, Severity } from '../lint/rule.ts';
import { readingTime } from '../render/targets/readingTime.ts';
import { countWords } from '../render/targets/wordCount.ts';
import { textOf } from '../text/text.ts';

/** The counts of one entry, or of several together. */
export interface Stats {
  readonly words: number;
  /** Reading time, rounded to half minutes. */
  readonly minutes: number;
  readonly items: Readonly<Record<ItemGroup, number>>;
  /** The number of links in citation groups. */
  readonly citations: number;
  /** The cited outlets, the most cited first. */
  readonly outlets: readonly { readonly name: string; readonly count: number }[];
  /** The number of texts still to be written: `TK`. */
  readonly placeholders: number;
  /** All other problems. */
  readonly problems: Readonly<Record<Severity, number>>;
}

type ItemGroup = 'sections' | 'polls' | 'bullets' | 'notables';

/** The counts of an entry and its problems. */
export function statsOf(entry: Entry, problems: readonly Problem[]): Stats {
  const { text, blocks } = entry;
  const items = { sections: 0, polls: 0, bullets: 0, notables: 0 };
  const outlets = new Map<string, number>();
  let citations = 0;
  for (const { kind, citationGroups } of blocks) {
    const itemGroup = ITEM_GROUPS[kind];
    if (itemGroup) items[itemGroup]++;
    for (const piece of citationGroups.flatMap(({ pieces }) => pieces)) {
      if (piece.kind !== 'citation') continue;
      citations++;
      const name = textOf(text, piece.link.name).trim();
      if (name !== '') outlets.set(name, (outlets.get(name) ?? 0) + 1);
    }
  }
  const problemCounts = { error: 0, warning: 0, info: 0, hint: 0 };
  let placeholders = 0;
  for (const { rule, severity } of problems) {
    if (rule === 'placeholder') placeholders++;
    else problemCounts[severity]++;
  }
  const words = countWords(entry);
  const minutes = readingTime(words);
  return { words, minutes, items, citations, outlets: byCount(outlets), placeholders, problems: problemCounts };
}

/** The sum of the counts of several entries. */
export function totalStats(all: readonly Stats[]): Stats {
  const sum = (countIn: (stats: Stats) => number) => all.reduce((total, stats) => total + countIn(stats), 0);
  const outlets = new Map<string, number>();
  for (const { name, count } of all.flatMap((stats) => stats.outlets)) {
    outlets.set(name, (outlets.get(name) ?? 0) + count);
  }
  const words = sum((stats) => stats.words);
  return {
    words,
    minutes: readingTime(words),
    items: {
      sections: sum(({ items }) => items.sections),
      polls: sum(({ items }) => items.polls),
      bullets: sum(({ items }) => items.bullets),
      notables: sum(({ items }) => items.notables),
    },
    citations: sum((stats) => stats.citations),
    outlets: byCount(outlets),
    placeholders: sum((stats) => stats.placeholders),
    problems: {
      error: sum(({ problems }) => problems.error),
      warning: sum(({ problems }) => problems.warning),
      info: sum(({ problems }) => problems.info),
      hint: sum(({ problems }) => problems.hint),
    },
  };
}

const ITEM_GROUPS: Readonly<Partial<Record<Block['kind'], ItemGroup>>> = {
  section: 'sections',
  named: 'sections',
  poll: 'polls',
  bullet: 'bullets',
  ordered: 'notables',
};

function byCount(counts: ReadonlyMap<string, number>): Stats['outlets'] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
