import type { CitationLookup } from '../archive/archiveIndex.ts';
import { earlierDays, MAX_DAYS_SHOWN } from '../archive/earlierDays.ts';
import { numberSections } from '../compose/items/numberSections.ts';
import type { Day } from '../entry/day.ts';
import { dayName } from '../entry/dayName.ts';
import type { Entry } from '../entry/entry.ts';
import { isCallback } from '../lint/rules/citationKnown.ts';
import { plural } from '../text/plural.ts';
import { citationLinks } from './citationLinks.ts';

/** A short text that the editor shows between the words of an entry. */
export interface InlayHint {
  readonly kind: 'earlier' | 'number';
  readonly offset: number;
  /** `also Day 12`, `4` */
  readonly text: string;
  /** One sentence. */
  readonly tooltip: string;
  /** The entry that the hint mentions. */
  readonly day?: Day;
}

/** Hints with the earlier day that cites the same page, and with the number that a section without one will get. */
export function inlayHintsIn(
  entry: Entry,
  ownDay: Day,
  citationLookup: Pick<CitationLookup, 'daysCiting'>,
): InlayHint[] {
  return [...numberHints(entry), ...earlierCitationHints(entry, ownDay, citationLookup)];
}

function numberHints(entry: Entry): InlayHint[] {
  const placeholders = new Set(
    entry.blocks.flatMap(({ label }) => (label?.kind === 'placeholder' ? label.name.from : [])),
  );
  return numberSections(entry)
    .filter(({ from }) => placeholders.has(from))
    .map(({ to, text }) => ({ kind: 'number', offset: to, text, tooltip: `This will be section ${text}.` }));
}

function earlierCitationHints(
  { text, blocks }: Entry,
  ownDay: Day,
  citationLookup: Pick<CitationLookup, 'daysCiting'>,
): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const block of blocks) {
    if (block.links[0] && isCallback(text, block.links[0])) continue;
    for (const { address, to } of citationLinks(block)) {
      const days = earlierDays(text.slice(address.from, address.to), ownDay, citationLookup);
      const [day] = days;
      if (!day || days.length > MAX_DAYS_SHOWN) continue;
      const name = dayName(day);
      const otherDays = days.length === 1 ? '' : `, and ${plural(days.length - 1, 'other day')} too`;
      hints.push({
        kind: 'earlier',
        offset: to,
        text: `also ${name}`,
        tooltip: `${name} cites this address${otherDays}.`,
        day,
      });
    }
  }
  return hints;
}
