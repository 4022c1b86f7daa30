import type { Block, Entry } from '../entry/entry.ts';
import type { Problem, Severity } from '../lint/rule.ts';

/** Words a minute, as the site counts. */
const PACE = 200;

/** How many words readers see: what white space parts, without Markdown's markers and without addresses. */
export function countWords({ text, blocks }: Entry): number {
  let words = 0;
  for (const block of blocks) {
    if (!HIDDEN.has(block.kind)) words += wordsIn(text, block.label?.from ?? block.story.from, block.to);
  }
  return words;
}

/** Reading time in minutes to the half, as the site gives it: 1, 1.5, 2 …; never under 1. */
export function readingTime(words: number): number {
  const minutes = words / PACE;
  const whole = Math.floor(minutes);
  const rest = minutes - whole;
  const rounded = rest < 0.25 ? whole : rest < 0.75 ? whole + 0.5 : whole + 1;
  return minutes < 0.5 ? 1 : rounded;
}

/** `6½`, as the site writes half minutes. */
export function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  return minutes > whole ? `${whole === 0 ? '' : whole}½` : String(whole);
}

/** What an entry, or several, hold in figures. */
export interface Stats {
  readonly words: number;
  /** Reading time, to the half. */
  readonly minutes: number;
  readonly items: Readonly<Record<ItemGroup, number>>;
  /** Links in citation groups. */
  readonly citations: number;
  /** The outlets cited, the commonest first. */
  readonly outlets: readonly { readonly name: string; readonly count: number }[];
  /** How often something is still to come. */
  readonly toCome: number;
  /** The other problems. */
  readonly problems: Readonly<Record<Severity, number>>;
}

type ItemGroup = 'sections' | 'polls' | 'bullets' | 'notables';

/** The figures of an entry and of what was found in it. */
export function statsOf(entry: Entry, problems: readonly Problem[]): Stats {
  const { text, blocks } = entry;
  const items = { sections: 0, polls: 0, bullets: 0, notables: 0 };
  const outlets = new Map<string, number>();
  let citations = 0;
  for (const { kind, citations: groups } of blocks) {
    const group = GROUPS[kind];
    if (group) items[group]++;
    for (const piece of groups.flatMap(({ pieces }) => pieces)) {
      if (piece.kind !== 'citation') continue;
      citations++;
      const name = text.slice(piece.link.name.from, piece.link.name.to).trim();
      if (name !== '') outlets.set(name, (outlets.get(name) ?? 0) + 1);
    }
  }
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  let toCome = 0;
  for (const { rule, severity } of problems) {
    if (rule === 'placeholder') toCome++;
    else counts[severity]++;
  }
  const words = countWords(entry);
  const minutes = readingTime(words);
  return { words, minutes, items, citations, outlets: inOrder(outlets), toCome, problems: counts };
}

/** The figures of several entries together. */
export function totalOf(all: readonly Stats[]): Stats {
  const sum = (figure: (stats: Stats) => number) => all.reduce((total, stats) => total + figure(stats), 0);
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
    outlets: inOrder(outlets),
    toCome: sum((stats) => stats.toCome),
    problems: {
      error: sum(({ problems }) => problems.error),
      warning: sum(({ problems }) => problems.warning),
      info: sum(({ problems }) => problems.info),
      hint: sum(({ problems }) => problems.hint),
    },
  };
}

const GROUPS: Readonly<Partial<Record<Block['kind'], ItemGroup>>> = {
  section: 'sections',
  named: 'sections',
  poll: 'polls',
  bullet: 'bullets',
  ordered: 'notables',
};

function inOrder(counts: ReadonlyMap<string, number>): Stats['outlets'] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

const HIDDEN: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['divider', 'tweet', 'marker']);

function wordsIn(text: string, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let at = from; at < to; at++) {
    const space = text.charCodeAt(at) <= 32;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}
