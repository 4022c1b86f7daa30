import type { CitationLookup } from '../archive/archiveIndex.ts';
import { earlierDays, MANY } from '../archive/earlierDays.ts';
import { numberSections } from '../compose/items/numberSections.ts';
import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import { isCallback } from '../lint/rules/citationKnown.ts';
import { dayName } from './completion.ts';
import { linksOf } from './hover.ts';

/** A few words between the writer's own, which are not in the text. */
export interface InlayHint {
  readonly kind: 'earlier' | 'number';
  readonly at: number;
  /** `also Day 12`, `4` */
  readonly text: string;
  /** One sentence. */
  readonly tip: string;
  /** The entry that it tells of. */
  readonly day?: Day;
}

/** The earlier day that cites an address too, and the numbers that sections to come will get. */
export function inlayHintsIn(entry: Entry, own: Day, citing: Pick<CitationLookup, 'days'>): InlayHint[] {
  return [...numbers(entry), ...alsoCited(entry, own, citing)];
}

function numbers(entry: Entry): InlayHint[] {
  const placeholders = new Set(
    entry.blocks.flatMap(({ label }) => (label?.kind === 'placeholder' ? label.name.from : [])),
  );
  return numberSections(entry)
    .filter(({ from }) => placeholders.has(from))
    .map(({ to, text }) => ({ kind: 'number', at: to, text, tip: `Numbered, this is section ${text}.` }));
}

function alsoCited({ text, blocks }: Entry, own: Day, citing: Pick<CitationLookup, 'days'>): InlayHint[] {
  const inlays: InlayHint[] = [];
  for (const block of blocks) {
    if (block.links[0] && isCallback(text, block.links[0])) continue;
    for (const { address, to } of linksOf(block)) {
      const days = earlierDays(text.slice(address.from, address.to), own, citing);
      const [day] = days;
      if (!day || days.length > MANY) continue;
      const others = days.length === 1 ? '' : `, as do ${days.length - 1} more`;
      inlays.push({
        kind: 'earlier',
        at: to,
        text: `also ${dayName(day)}`,
        tip: `${dayName(day)} cites this address${others}.`,
        day,
      });
    }
  }
  return inlays;
}
