import type { CitationLookup } from '../../archive/archiveIndex.ts';
import { earlierDays, MANY } from '../../archive/earlierDays.ts';
import type { Day } from '../../entry/day.ts';
import type { Link } from '../../entry/entry.ts';
import { readDay } from '../../entry/readDay.ts';
import type { Finding, Rule } from '../rule.ts';

export const citationKnown: Rule = {
  id: 'citation-known',
  summary: 'An address that an earlier day cites is pointed out.',
  why: "The same address on two days may be the same story told twice, or yesterday's address pasted again. As often it is meant, so this is a quiet note, and only while the entry is a draft. Pages that many days cite, such as a tracker of polls, are let be.",
  severity: { draft: 'hint', published: 'off' },
  exampleStage: 'draft',
  bad: '1/ **The ferry sails again**. It was raised at noon. ([Herald](⟦https://herald.example/ferry⟧))',
  good: '1/ **The ferry sails again**. It was raised at noon. ([Herald](https://herald.example/ferry-raised))',
  check(entry, { path, citing }) {
    const findings: Finding[] = [];
    const { text, blocks } = entry;
    const own = readDay(entry, path, true);
    for (const { links, citations } of blocks) {
      if (links[0] && isCallback(text, links[0])) continue;
      for (const { pieces } of citations) {
        for (const piece of pieces) {
          if (piece.kind !== 'citation') continue;
          const { address } = piece.link;
          const written = text.slice(address.from, address.to);
          const days = citing.days(written);
          if (days.length === 0 || days.length > MANY) continue;
          const earlier = earlierDays(written, own, { days: () => days });
          const [latest] = earlier;
          if (latest) findings.push({ ...address, ...noteOf(latest, earlier.length - 1, written, citing) });
        }
      }
    }
    return findings;
  },
};

/** `[Day 11](https://log.example/2031/01/30/day-11/#…)`: an item that leads back to an earlier day cites what that day cites. */
export function isCallback(text: string, { address }: Link): boolean {
  return /\/\d{4}\/\d\d\/\d\d\/day-\d/i.test(text.slice(address.from, address.to));
}

function noteOf(
  latest: Day,
  others: number,
  address: string,
  citing: CitationLookup,
): Pick<Finding, 'message' | 'related'> {
  const item = citing.item(address, latest.path);
  const title = item?.headline || item?.lead;
  const name = latest.number === undefined ? `The entry of ${latest.date ?? latest.path}` : `Day ${latest.number}`;
  const rest = others === 0 ? '' : others === 1 ? ', as does one other day' : `, as do ${others} other days`;
  const message = `${name} cites this address${title ? ` under "${title}"` : ''}${rest}.`;
  if (!item) return { message };
  const place = { from: item.from, to: item.from };
  return { message, related: [{ ...place, path: latest.path, message: `${name} cites the address here.` }] };
}
