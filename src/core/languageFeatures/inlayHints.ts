import type { CitationLookup } from '../archive/archiveIndex.ts';
import { earlierDays, MAX_DAYS_SHOWN } from '../archive/earlierDays.ts';
import { numberSections } from '../compose/items/numberSections.ts';
import type { Day } from '../entry/day.ts';
import { dayName } from '../entry/dayName.ts';
import type { Entry } from '../entry/entry.ts';
import { isCallback } from '../lint/rules/citationKnown.ts';
import { plural } from '../text/plural.ts';
import { textOf } from '../text/text.ts';
import { citationLinks } from './citationLinks.ts';

/** A short text that the editor shows between the words of an entry. */
export interface InlayHint {
  readonly kind: 'earlier' | 'number';
  readonly offset: number;
  readonly parts: readonly InlayHintPart[];
}

/** A part of a hint with a tooltip of its own. */
interface InlayHintPart {
  /** `also Day 12`, `, Day 9`, `4` */
  readonly text: string;
  /** Whole sentences. */
  readonly tooltip: string;
  /** The entry that the part mentions. */
  readonly day?: Day;
}

/** Hints with the earlier days that cite the pages of a group, behind it, and with the number that a section without one will get. */
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
    .map(({ to, text }) => ({
      kind: 'number',
      offset: to,
      parts: [{ text, tooltip: `This will be section ${text}.` }],
    }));
}

function earlierCitationHints(
  { text, blocks }: Entry,
  ownDay: Day,
  citationLookup: Pick<CitationLookup, 'daysCiting'>,
): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const block of blocks) {
    if (block.links[0] && isCallback(text, block.links[0])) continue;
    for (const group of block.citationGroups) {
      const links = citationLinks({ citationGroups: [group] });
      const partsByPath = new Map<string, InlayHintPart>();
      for (const { name, address } of links) {
        const days = earlierDays(textOf(text, address), ownDay, citationLookup);
        const [day] = days;
        if (!day || days.length > MAX_DAYS_SHOWN) continue;
        const page = links.length === 1 ? 'this address' : `this address of ${textOf(text, name).trim()}`;
        const otherDays = days.length === 1 ? '' : `, and ${plural(days.length - 1, 'other day')} too`;
        const sentence = `${dayName(day)} cites ${page}${otherDays}.`;
        const part = partsByPath.get(day.path);
        partsByPath.set(
          day.path,
          part
            ? { ...part, tooltip: `${part.tooltip} ${sentence}` }
            : { text: `${partsByPath.size === 0 ? 'also ' : ', '}${dayName(day)}`, tooltip: sentence, day },
        );
      }
      if (partsByPath.size > 0) hints.push({ kind: 'earlier', offset: group.to, parts: [...partsByPath.values()] });
    }
  }
  return hints;
}
